import { createSignal, For, onCleanup, Show } from 'solid-js';
import { useWords } from '../../../../platform/language.ts';
import { Button } from '../../../../ui/Button.tsx';
import { pauseIcon, playIcon } from '../../../../ui/icons.ts';
import { clock } from './clock.ts';
import styles from './VoicePlayer.module.css';
import { words } from './words.ts';

const RATES = [1, 1.25, 1.5] as const;

/** Two at once are heard by nobody. */
let sounding: HTMLAudioElement | undefined;

/**
 * A voice note to be heard: nothing of it is fetched or sounds before a press. Its length is given, for a recording that is
 * still on the device does not know its own.
 */
export function VoicePlayer(props: {
  readonly source: string;
  readonly seconds: number;
  readonly label: string;
}) {
  const t = useWords(words);
  const [plays, setPlays] = createSignal(false);
  const [at, setAt] = createSignal(0);
  const [rate, setRate] = createSignal<number>(1);
  const [failed, setFailed] = createSignal(false);
  const audio = new Audio();
  audio.preload = 'none';
  audio.src = props.source;
  audio.addEventListener('play', () => {
    if (sounding !== audio) sounding?.pause();
    sounding = audio;
    setPlays(true);
    setFailed(false);
  });
  audio.addEventListener('pause', () => setPlays(false));
  audio.addEventListener('timeupdate', () => setAt(audio.currentTime));
  audio.addEventListener('ended', () => {
    setPlays(false);
    setAt(0);
    audio.currentTime = 0;
  });
  onCleanup(() => {
    audio.pause();
    audio.removeAttribute('src');
    audio.load();
    if (sounding === audio) sounding = undefined;
  });

  async function play(): Promise<void> {
    try {
      // One that failed is asked for anew.
      if (audio.error) audio.load();
      await audio.play();
    } catch (error) {
      // A press on "stop" before it began is no failure.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setFailed(true);
    }
  }
  const whole = () => Math.min(Math.floor(at()), props.seconds);
  return (
    <fieldset class={styles.player}>
      <legend class={styles.label}>{props.label}</legend>
      {audio}
      <div class={styles.row}>
        <Button
          icon={plays() ? pauseIcon : playIcon}
          onClick={() => (plays() ? audio.pause() : void play())}
        >
          {plays() ? t().pause : t().play}
        </Button>
        <input
          type="range"
          class={styles.place}
          min="0"
          max={props.seconds}
          step="1"
          value={whole()}
          aria-label={t().place}
          aria-valuetext={t().placeOf(whole(), props.seconds)}
          onInput={(event) => {
            const to = Number(event.currentTarget.value);
            audio.currentTime = to;
            setAt(to);
          }}
        />
        <span class={styles.time} aria-hidden="true">
          {clock(whole())} / {clock(props.seconds)}
        </span>
        <select
          class={styles.rate}
          aria-label={t().speed}
          onChange={(event) => {
            const wanted = Number(event.currentTarget.value);
            setRate(wanted);
            audio.playbackRate = wanted;
            audio.defaultPlaybackRate = wanted;
          }}
        >
          <For each={RATES}>
            {(one) => (
              <option value={one} selected={one === rate()}>
                {t().speedOf(one)}
              </option>
            )}
          </For>
        </select>
      </div>
      <Show when={failed()}>
        <p role="alert" class={styles.failed}>
          {t().cannotPlay}
        </p>
      </Show>
    </fieldset>
  );
}
