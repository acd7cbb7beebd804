import { createMemo, createSignal, Show } from 'solid-js';
import { ownReady } from '#shared/features/session/pause-for-all/queries.ts';
import { clockTime } from '../../../platform/dates.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { checkIcon } from '../../../ui/icons.ts';
import { SteadyWords } from '../../../ui/SteadyWords.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import type { RoomProps } from '../room-props.ts';
import styles from './PauseForAllScreen.module.css';
import { signalIsOn, turnSignal } from './soft-signal.ts';
import { words } from './words.ts';

const TITLE = 'pause-for-all';

/** In place of the stage while all have a pause: when we go on, how long that is, and who is ready. */
export function PauseForAllScreen(props: RoomProps & { readonly sends: boolean }) {
  const t = useWords(words);
  const { pauseForAll: pause, roster } = props.topics;
  return (
    <section class={styles.screen} aria-labelledby={TITLE}>
      <h2 id={TITLE}>{t().until(clockTime(pause.endsAt()))}</h2>
      {/* For the eye alone: nobody is to hear every second. */}
      <p class={styles.left} aria-hidden="true">
        {t().left(pause.minutesLeft(), pause.secondsLeft())}
      </p>
      <p class={styles.words}>
        {t().about} <Show when={props.sends}>{t().hint}</Show>
      </p>
      <Ready {...props} />
      <Show when={roster.steers()}>
        <div class={styles.steer}>
          <Button size="small" onClick={() => pause.lengthen(2)}>
            {t().more(2)}
          </Button>
          <Button size="small" onClick={() => pause.lengthen(5)}>
            {t().more(5)}
          </Button>
          <Button size="small" onClick={() => pause.end()}>
            {t().end}
          </Button>
        </div>
      </Show>
      <div class={styles.sound}>
        <Switch label={t().sound} on={signalIsOn()} onChange={turnSignal} />
      </div>
    </section>
  );
}

/** One's own mark, and how many have one. */
function Ready(props: RoomProps) {
  const t = useWords(words);
  const { pauseForAll: pause } = props.topics;
  // After a reload: what was said before.
  const asked = createQuery(ownReady, () => ({ sessionId: props.room.sessionId }));
  const [said, setSaid] = createSignal<boolean>();
  const ready = createMemo(() => said() ?? asked.value()?.ready ?? false);
  const press = async () => {
    const next = !ready();
    if (!(await pause.sayReady(next))) return;
    setSaid(next);
    announce(next ? t().spoken.ready : t().spoken.notReady);
  };
  return (
    <>
      <Button aria-pressed={ready()} icon={checkIcon} onClick={press}>
        <SteadyWords
          says={ready() ? t().youAreReady : t().ready}
          also={ready() ? t().ready : t().youAreReady}
        />
      </Button>
      <p class={styles.count}>
        <b>{t().count(pause.ready(), pause.here())}</b> {t().readyAbout}
      </p>
    </>
  );
}
