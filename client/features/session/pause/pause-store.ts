import { createMemo, createSignal } from 'solid-js';
import {
  choosePauseChoice,
  endPause,
  startPause,
} from '#shared/features/session/pause/commands.ts';
import type { PauseChoice, QuietPause } from '#shared/features/session/pause/model.ts';
import { pauseOf, presentMsLeft } from '#shared/features/session/pause/rules.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { currentTime, serverNow } from '../../../platform/server-clock.ts';
import type { Room } from '../session-room.ts';
import { words } from './words.ts';

const NOBODY: readonly QuietPause[] = [];

export type PauseStore = ReturnType<typeof createPause>;

/** Who has quietly stepped away. One's own press counts here at once, whatever the line: the microphone waits for nobody. */
export function createPause(room: Room) {
  const t = useWords(words);
  const { sessionId, me } = room;
  const refusals = () => t().refusals;
  const pauses = createMemo(() => room.session()?.quietPauses ?? NOBODY);
  const [pressed, setPressed] = createSignal<{ readonly away: boolean; readonly at: number }>();

  const mine = createMemo<QuietPause | undefined>(() => {
    const press = pressed();
    const known = pauseOf(pauses(), me);
    if (!press) return known;
    return press.away ? (known ?? { personId: me, since: press.at }) : undefined;
  });
  const paused = createMemo(() => mine() !== undefined);
  const press = async (away: boolean) => {
    const mark = { away, at: serverNow() };
    setPressed(mark);
    await room.attempt(away ? startPause : endPause, { sessionId }, refusals);
    if (pressed() === mark) setPressed(undefined);
  };
  return {
    /** Everybody on pause, the longest first. */
    pauses,
    isPaused: (personId: PersonId) =>
      personId === me ? paused() : pauseOf(pauses(), personId) !== undefined,
    /** One is on pause oneself. */
    paused,
    /** Whole minutes in which one's own pause still counts as being present; 0 when they are over. */
    presentMinutesLeft: () => {
      const pause = mine();
      const limitMs = (room.session()?.pauseMinutes ?? 0) * MINUTE_MS;
      return pause ? Math.ceil(presentMsLeft(pause, currentTime(), limitMs) / MINUTE_MS) : 0;
    },
    start: () => press(true),
    comeBack: () => press(false),
    /** To the teachers alone; null takes it back. Whether it is said. */
    choose: async (choice: PauseChoice | null) =>
      (await room.attempt(choosePauseChoice, { sessionId, choice }, refusals)) !== undefined,
  };
}
