import { createMemo, createSignal, For, Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { screenIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { Picture } from './Picture.tsx';
import styles from './SharedScreen.module.css';
import { screenOnStage } from './screens.ts';
import { words } from './words.ts';

/** A shared screen takes the stage. Several at once: one large, the others a press away. */
export function SharedScreen(props: { readonly room: SeminarRoom }) {
  const t = useWords(words);
  const { topics } = props.room.session;
  const [chosen, setChosen] = createSignal<PersonId>();
  const sharer = createMemo<PersonId | undefined>((before) =>
    screenOnStage(before, props.room.screens(), chosen()),
  );
  const name = () => topics.roster.nameOf(sharer() as PersonId);
  return (
    <section class={styles.shared} aria-label={t().screenOf(name())}>
      <header class={styles.top}>
        <h2>
          <Icon path={screenIcon} />
          {t().sharesScreen(name())}
        </h2>
        <For each={props.room.screens().filter((one) => one !== sharer())}>
          {(other) => (
            <Button look="quiet" size="small" onClick={() => setChosen(other)}>
              {t().screenOf(topics.roster.nameOf(other))}
            </Button>
          )}
        </For>
      </header>
      <div class={styles.picture} data-screen>
        <Show when={props.room.view() !== 'sound'} fallback={<p>{t().screenHidden}</p>}>
          <Show when={sharer()} keyed>
            {(personId) => <ScreenPicture room={props.room} personId={personId} />}
          </Show>
        </Show>
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
            <b>{t().youShare}</b> {t().youShareAbout}
          </span>
        </p>
        <Button size="small" onClick={() => props.room.own.press('screen', false)}>
          {t().stopSharing}
        </Button>
      </section>
    </Show>
  );
}
