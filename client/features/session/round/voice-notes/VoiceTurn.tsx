import { createEffect, createSignal, For, Match, on, onCleanup, Show, Switch } from 'solid-js';
import { VOICE_NOTE_SECONDS_MAX } from '#shared/features/session/round/voice-note.ts';
import { SECOND_MS } from '#shared/kernel/duration.ts';
import { useWords } from '../../../../platform/language.ts';
import { createLevel } from '../../../../platform/sound-level.ts';
import { keepAwake } from '../../../../platform/wake-lock.ts';
import { announce } from '../../../../ui/announcer.ts';
import { Button } from '../../../../ui/Button.tsx';
import { clock } from './clock.ts';
import type { Recording, Take } from './recording.ts';
import { VoicePlayer } from './VoicePlayer.tsx';
import styles from './VoiceTurn.module.css';
import type { VoiceNoteStore } from './voice-note-store.ts';
import { words } from './words.ts';

const BARS = 24;
const TICK_MS = 250;
/** Said aloud and shown before it stops by itself. */
const SOON_FULL_S = VOICE_NOTE_SECONDS_MAX - 30;

type Props = {
  readonly store: VoiceNoteStore;
  /** Whether one has the word, and can share it. */
  readonly mayShare: boolean;
  readonly onRecord: () => void;
  /** Whether the microphone in the room was turned off for it. */
  readonly quieted: boolean;
};

/** A turn that one records: asked for, going on, heard through, and on its way. */
export function VoiceTurn(props: Props) {
  const t = useWords(words);
  const { store } = props;
  const when = <S extends string>(status: S) => {
    const now = store.own();
    return now.status === status ? (now as Extract<typeof now, { status: S }>) : undefined;
  };
  // Nobody records with what stops it out of sight: a pause, or a question to all.
  onCleanup(() => store.stop());
  keepAwake(() => store.own().status === 'recording');
  let place: HTMLDivElement | undefined;
  // What was pressed is gone with each step.
  createEffect(
    on(
      () => store.own().status,
      () => setTimeout(() => goOn(place)),
    ),
  );
  return (
    <div class={styles.turn} ref={place}>
      <Switch>
        <Match when={when('asking')}>
          <p role="status">{t().asking}</p>
          <Button look="quiet" size="small" onClick={() => store.drop()}>
            {t().back}
          </Button>
        </Match>
        <Match when={when('no-microphone')}>
          {(now) => (
            <>
              <p role="alert">{t().noMicrophone[now().why]}</p>
              <div class={styles.ways}>
                <Button onClick={() => props.onRecord()}>{t().tryAgain}</Button>
                <Button look="quiet" onClick={() => store.drop()}>
                  {t().back}
                </Button>
              </div>
            </>
          )}
        </Match>
        <Match when={when('recording')}>
          {(now) => <Going recording={now().recording} quieted={props.quieted} />}
        </Match>
        <Match when={when('recorded')}>
          {(now) => (
            <>
              <Show when={now().whyNot}>{(why) => <p role="alert">{t().whyNot[why()]}</p>}</Show>
              <Taken take={now().take} />
              <Show when={props.mayShare} fallback={<p class={styles.about}>{t().shareLater}</p>}>
                <Button look="filled" wide onClick={() => store.give()}>
                  {t().share}
                </Button>
              </Show>
              <div class={styles.ways}>
                <Show when={props.mayShare}>
                  <Button size="small" onClick={() => props.onRecord()}>
                    {t().anew}
                  </Button>
                </Show>
                <Button size="small" look="quiet" danger onClick={() => store.drop()}>
                  {t().drop}
                </Button>
              </div>
            </>
          )}
        </Match>
        <Match when={when('sending')}>
          {(now) => (
            <>
              <p role="status">
                {now().waits ? t().waits : t().sending(Math.round(now().share * 100))}
              </p>
              <progress
                max="1"
                value={now().share}
                aria-label={t().sending(Math.round(now().share * 100))}
              />
              <Button size="small" look="quiet" onClick={() => store.keepToOneself()}>
                {t().keep}
              </Button>
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}

function Going(props: { readonly recording: Recording; readonly quieted: boolean }) {
  const t = useWords(words);
  const { level } = createLevel(props.recording.stream);
  const [seconds, setSeconds] = createSignal(0);
  const timer = setInterval(
    () => setSeconds(Math.floor((Date.now() - props.recording.since) / SECOND_MS)),
    TICK_MS,
  );
  onCleanup(() => clearInterval(timer));
  announce(t().recording);
  createEffect(() => seconds() === SOON_FULL_S && announce(t().soonFull));
  return (
    <>
      <p class={styles.going}>
        <span class={styles.dot} aria-hidden="true" />
        <b>{t().recording}</b>
        <span class={styles.time} role="timer" aria-label={t().elapsed(seconds())}>
          {clock(seconds())}
        </span>
        <Show when={seconds() >= SOON_FULL_S}>
          <span>{t().soonFull}</span>
        </Show>
      </p>
      <div class={styles.level} aria-hidden="true">
        <For each={Array.from({ length: BARS }, (_, bar) => bar)}>
          {(bar) => <i classList={{ [styles.lit ?? '']: level() * BARS > bar }} />}
        </For>
      </div>
      <Button look="filled" wide onClick={() => props.recording.stop()}>
        {t().stop}
      </Button>
      <p class={styles.about}>
        {[t().most, props.quieted && t().roomIsQuiet, t().about].filter(Boolean).join(' ')}
      </p>
    </>
  );
}

function Taken(props: { readonly take: Take }) {
  const t = useWords(words);
  const source = URL.createObjectURL(props.take.sound);
  onCleanup(() => URL.revokeObjectURL(source));
  const seconds = () => Math.max(1, Math.round(props.take.ms / SECOND_MS));
  const ended = () => (props.take.ended === 'pressed' ? undefined : props.take.ended);
  return (
    <>
      <Show when={ended()}>{(why) => <p role="status">{t().endedBy[why()]}</p>}</Show>
      <VoicePlayer source={source} seconds={seconds()} label={t().own(seconds())} />
      <p class={styles.about}>{t().about}</p>
    </>
  );
}

/** To the first thing that one can press now; whoever has gone elsewhere meanwhile stays there. */
function goOn(place: HTMLElement | undefined): void {
  const { activeElement } = document;
  if (activeElement === document.body || activeElement?.tagName === 'MAIN')
    place?.querySelector<HTMLElement>('button')?.focus();
}
