import { createMemo, createSignal, For, onCleanup, Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { closeIcon, expandIcon, screenIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { createFullPage } from './full-page.ts';
import { Picture } from './Picture.tsx';
import styles from './SharedScreen.module.css';
import { screenOnStage } from './screens.ts';
import { words } from './words.ts';

/** A shared screen takes the stage, and fills the page by a press. Several at once: one large, the others a press away. */
export function SharedScreen(props: { readonly room: SeminarRoom }) {
  const t = useWords(words);
  const { topics } = props.room.session;
  const [chosen, setChosen] = createSignal<PersonId>();
  const sharer = createMemo<PersonId | undefined>((before) =>
    screenOnStage(before, props.room.screens(), chosen()),
  );
  const name = () => topics.roster.markedName(sharer() as PersonId);
  const { full, toggle } = createFullPage(() => props.room.screens().length > 0);
  let turn: HTMLButtonElement | undefined;
  // The sharing ended while one looked: the focus is not lost with the button.
  onCleanup(() => {
    if (turn && document.activeElement === turn) document.getElementById('stage')?.focus();
  });
  return (
    <section
      class={styles.shared}
      aria-label={t().screenOf(name())}
      data-full-page={full() ? '' : undefined}
    >
      <header class={styles.top}>
        <h2>
          <Icon path={screenIcon} />
          {t().sharesScreen(name())}
        </h2>
        <For each={props.room.screens().filter((one) => one !== sharer())}>
          {(other) => (
            <Button size="small" icon={screenIcon} onClick={() => setChosen(other)}>
              {t().screenOf(topics.roster.markedName(other))}
            </Button>
          )}
        </For>
      </header>
      <div class={styles.picture} data-screen>
        <Show when={sharer()} keyed>
          {(personId) => <ScreenPicture room={props.room} personId={personId} />}
        </Show>
        {/* The whole picture is pressed; the same button leads back, so that focus stays. */}
        <button ref={turn} type="button" class={styles.turn} onClick={toggle}>
          <span>
            <Icon path={full() ? closeIcon : expandIcon} small />
            {full() ? t().leaveFullPage : t().fillPage}
          </span>
        </button>
      </div>
    </section>
  );
}

/** Somebody's shared screen, whole. */
export function ScreenPicture(props: { readonly room: SeminarRoom; readonly personId: PersonId }) {
  return (
    <Show when={props.room.line()}>
      {(line) => (
        <Show when={props.room.person(props.personId)?.screen}>
          {(shown) => <Picture line={line()} shown={shown()} source="screen" />}
        </Show>
      )}
    </Show>
  );
}

/** In sound only: a line of who shares, and the way to it and to the other pictures. The stage goes on as before. */
export function HiddenScreen(props: { readonly room: SeminarRoom }) {
  const t = useWords(words);
  const { roster } = props.room.session.topics;
  const sharers = () => (props.room.view() === 'sound' ? props.room.screens() : []);
  const names = () =>
    inARow(
      language(),
      sharers().map((one) => roster.markedName(one)),
    );
  const show = () => {
    props.room.showPictures();
    // What was pressed is gone; what it brought stands in its place.
    document.querySelector<HTMLElement>('#stage [data-screen] button')?.focus();
  };
  return (
    <Show when={sharers().length > 0}>
      <section class={styles.own} aria-label={t().screenOf(names())}>
        <p>
          <Icon path={screenIcon} />
          <span>
            <b>{sharers().length > 1 ? t().shareScreens(names()) : t().sharesScreen(names())}.</b>{' '}
            {t().screenHidden}
          </span>
        </p>
        <Button size="small" onClick={show}>
          {t().showScreen}
        </Button>
      </section>
    </Show>
  );
}

/**
 * One's own shared screen, in words: its picture would show this page in this page, without end. The stage goes on as
 * before, for one sees one's own screen already.
 */
export function OwnShare(props: { readonly room: SeminarRoom }) {
  const t = useWords(words);
  const { me } = props.room.session.room;
  return (
    <Show when={props.room.person(me)?.screen}>
      <section class={styles.own} aria-label={t().youShare}>
        <p>
          <Icon path={screenIcon} />
          <span>
            <b>{t().youShare}.</b> {t().youShareAbout}
          </span>
        </p>
        <Button size="small" onClick={() => props.room.own.press('screen', false)}>
          {t().stopSharing}
        </Button>
      </section>
    </Show>
  );
}

/** Where one's own shared screen was told of, when it ended because the line was made anew: one press shares it again. */
export function ShareAgain(props: { readonly room: SeminarRoom }) {
  const t = useWords(words);
  const { own, session, line, person } = props.room;
  const may = () => own.shareEnded() && line() && !person(session.room.me)?.screen;
  return (
    <Show when={may()}>
      <section class={styles.own} aria-label={t().shareEnded}>
        <p>
          <Icon path={screenIcon} />
          <span>
            <b>{t().shareEnded}.</b> {t().shareEndedAbout}
          </span>
        </p>
        <div class={styles.acts}>
          <Button size="small" onClick={() => own.press('screen', true)}>
            {t().shareAgain}
          </Button>
          <Button look="quiet" size="small" onClick={own.dismissShareEnded}>
            {t().close}
          </Button>
        </div>
      </section>
    </Show>
  );
}
