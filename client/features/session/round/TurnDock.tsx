import { createEffect, createSignal, Match, on, Show, Switch } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { editIcon } from '../../../ui/icons.ts';
import { Portrait } from '../../../ui/Portrait.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import type { SeminarParts } from '../seminar-parts.ts';
import { seatInWords } from './in-words.ts';
import type { Wish } from './own-wish.ts';
import type { RoundStore } from './round-store.ts';
import styles from './TurnDock.module.css';
import { canRecord } from './voice-notes/recording.ts';
import { VoiceTurn } from './voice-notes/VoiceTurn.tsx';
import { words as voiceWords } from './voice-notes/words.ts';
import { words } from './words.ts';

type DockProps = {
  readonly store: RoundStore;
  readonly nameOf: (personId: PersonId | undefined) => string;
  readonly isAway: (personId: PersonId) => boolean;
  readonly seminar: Recorded;
};

/** What the room's own sound has to do with a turn that is recorded. */
type Recorded = Pick<SeminarParts, 'quietMicrophone' | 'isClosed'> | undefined;

/** One's own part: that one has the word, is next, will come, has been or is in no ring, and what one can do about it. */
export function TurnDock(props: DockProps) {
  const t = useWords(words);
  const { store } = props;
  const voice = useWords(voiceWords);
  const [writes, setWrites] = createSignal(false);
  const [quieted, setQuieted] = createSignal(false);
  const records = () => store.voiceNote.own().status !== 'none';
  const record = () =>
    void store.voiceNote.record(() => setQuieted(props.seminar?.quietMicrophone() ?? false));
  // What was begun before a reload is gone on with.
  createEffect(() => store.text() !== '' && setWrites(true));
  const waits = () => store.mine() === 'next' || store.mine() === 'to-come';
  let dock!: HTMLElement;
  // A long question may fill the screen: one's own turn is not to begin out of sight. At once, with no motion.
  createEffect(
    on(
      () => store.mine() === 'word',
      (isMine) => isMine && dock.scrollIntoView({ block: 'nearest', behavior: 'instant' }),
    ),
  );
  let title: HTMLHeadingElement | undefined;
  // What had the focus, such as "Pass" ahead, may be gone with the turn that has come, or with what was recorded.
  createEffect(
    on(
      [() => store.mine(), records],
      () =>
        !records() &&
        document.activeElement === document.body &&
        title?.focus({ preventScroll: true }),
      { defer: true },
    ),
  );
  return (
    <section ref={dock} class={styles.dock} aria-labelledby="round-turn">
      <Show when={store.mine() !== 'word' && store.holder()}>
        {(holder) => (
          // In a long list whoever has the word may be out of sight; the list says it too.
          <p class={styles.holder} aria-hidden="true">
            <Portrait personId={holder()} size="small" />
            <span>
              <b>{props.nameOf(holder())}</b>{' '}
              {seatInWords(t(), 'word', { isMe: false, isAway: props.isAway(holder()) })}
            </span>
          </p>
        )}
      </Show>
      <h2 id="round-turn" ref={title} tabindex="-1">
        <Title {...props} />
      </h2>
      <p class={styles.about}>
        <About {...props} />
      </p>
      <Switch>
        <Match when={(store.mine() === 'word' || waits()) && records()}>
          <VoiceTurn
            store={store.voiceNote}
            mayShare={store.mine() === 'word'}
            onRecord={record}
            quieted={quieted()}
          />
        </Match>
        <Match when={store.mine() === 'word' && writes()}>
          <WriteTurn store={store} onBack={() => setWrites(false)} />
        </Match>
        <Match when={store.mine() === 'word'}>
          <Button look="filled" wide onClick={() => store.giveOn(false)}>
            {store.next() ? t().done(props.nameOf(store.next())) : t().doneLast}
          </Button>
          <div class={styles.ways}>
            <Button onClick={() => store.giveOn(false)}>{t().pass}</Button>
            <Show when={store.next()}>
              <Button onClick={() => store.giveOn(true)}>{t().again}</Button>
            </Show>
          </div>
          <p class={styles.secret}>{t().secret}</p>
          <div class={styles.instead}>
            <Button look="quiet" size="small" onClick={() => setWrites(true)}>
              {t().writeInstead}
            </Button>
            {/* A closed room's sound is not to reach the server, and this would. */}
            <Show when={canRecord() && !props.seminar?.isClosed()}>
              <Button look="quiet" size="small" onClick={record}>
                {voice().start}
              </Button>
            </Show>
          </div>
        </Match>
        <Match when={waits() && writes()}>
          <WriteTurn store={store} onBack={() => setWrites(false)} />
        </Match>
        <Match when={waits()}>
          <div class={styles.ways}>
            <Ahead store={store} wish="pass" says={t().pass} />
            <Ahead store={store} wish="again" says={t().again} />
          </div>
          <div class={styles.foot}>
            <p class={styles.secret}>{t().secretAhead}</p>
            <Button look="quiet" size="small" icon={editIcon} onClick={() => setWrites(true)}>
              {t().writeInstead}
            </Button>
          </div>
        </Match>
      </Switch>
    </section>
  );
}

function Title(props: DockProps) {
  const t = useWords(words);
  const { store } = props;
  return (
    <Switch fallback={t().yours.been}>
      <Match when={!store.mine()}>{t().yours.apart}</Match>
      <Match when={store.mine() === 'word'}>{t().yours.word}</Match>
      <Match when={!store.holder()}>{t().yours.rest}</Match>
      <Match when={store.mine() === 'next'}>{t().yours.next}</Match>
      <Match when={store.mine() === 'to-come'}>{t().yours.toCome}</Match>
      <Match when={store.comesBack()}>{t().yours.comesBack}</Match>
    </Switch>
  );
}

function About(props: DockProps) {
  const t = useWords(words);
  const { store } = props;
  const elapsed = () => {
    const [at, minutes] = [store.elapsed(), store.round()?.minutes];
    if (!at || !minutes) return t().yours.wordAbout;
    return at === 'early' ? t().yours.wordAbout : t().elapsed[at](minutes);
  };
  return (
    <Switch fallback={t().yours.beenAbout}>
      <Match when={!store.mine()}>{t().yours.apartAbout}</Match>
      <Match when={store.mine() === 'word'}>{elapsed()}</Match>
      <Match when={!store.holder()}>{t().yours.restAbout}</Match>
      <Match when={store.wish()}>{(wish) => <>{t().wish[wish()]}</>}</Match>
      <Match when={store.mine() === 'next'}>
        {t().yours.nextAbout(props.nameOf(store.holder()))}
      </Match>
      <Match when={store.mine() === 'to-come'}>{t().yours.toComeAbout}</Match>
      <Match when={store.comesBack()}>{t().yours.comesBackAbout}</Match>
    </Switch>
  );
}

/** What is said ahead of one's own turn. The line above tells what comes of it. */
function Ahead(props: { readonly store: RoundStore; readonly wish: Wish; readonly says: string }) {
  return (
    <Button
      aria-pressed={props.store.wish() === props.wish}
      onClick={() => props.store.turnWish(props.wish)}
    >
      {props.says}
    </Button>
  );
}

/** A turn in writing: begun whenever one likes, and shared when one has the word. */
function WriteTurn(props: { readonly store: RoundStore; readonly onBack: () => void }) {
  const t = useWords(words);
  const { store } = props;
  const mayShare = () => store.mine() === 'word';
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (mayShare()) void store.share().then((shared) => shared && props.onBack());
      }}
    >
      <TextArea
        ref={(field) => setTimeout(() => goTo(field))}
        rows={3}
        label={t().writing}
        description={t().writingAbout}
        value={store.text()}
        onInput={(event) => store.write(event.currentTarget.value)}
      />
      <Show when={mayShare()} fallback={<p class={styles.secret}>{t().shareLater}</p>}>
        <Button type="submit" look="filled" wide>
          {t().share}
        </Button>
      </Show>
      <Button look="quiet" size="small" onClick={() => props.onBack()}>
        {t().back}
      </Button>
    </form>
  );
}

/** Whoever asked for it stood on a button that is gone; whoever reads elsewhere stays there. */
function goTo(field: HTMLElement): void {
  const { activeElement } = document;
  if (activeElement === document.body || activeElement?.tagName === 'MAIN') field.focus();
}
