import { createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import { serverNow } from '../../../platform/server-clock.ts';
import { elapsedIn } from './seats.ts';

/** How often the hint of time is looked at: it changes in three steps. */
const TICK_MS = 5_000;

/** How far a turn has come in the time that was meant; undefined where nothing was. What lies over the round takes none of it. */
export function createElapsed(turn: {
  readonly since: () => Instant | undefined;
  readonly minutes: () => number | null;
  /** All rest, or are asked something, and nobody has the word meanwhile. */
  readonly isCovered: () => boolean;
}) {
  const since = createMemo(turn.since);
  const isCovered = createMemo(turn.isCovered);
  const [now, setNow] = createSignal(serverNow());
  const [coveredMs, setCoveredMs] = createSignal(0);
  createEffect(
    on([since, isCovered], ([from, covered], before) => {
      const at = serverNow();
      if (from !== before?.[0]) setCoveredMs(0);
      if (covered) onCleanup(() => setCoveredMs((ms) => ms + serverNow() - at));
      setNow(at);
    }),
  );
  createEffect(() => {
    if (since() === undefined || turn.minutes() === null || isCovered()) return;
    const timer = setInterval(() => setNow(serverNow()), TICK_MS);
    onCleanup(() => clearInterval(timer));
  });
  return createMemo(() => {
    const [from, meant] = [since(), turn.minutes()];
    if (from === undefined || meant === null) return undefined;
    return elapsedIn((now() - from - untrack(coveredMs)) / (meant * MINUTE_MS));
  });
}
