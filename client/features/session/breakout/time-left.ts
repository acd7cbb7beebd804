import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js';
import { RETURN_NOTICE_MS } from '#shared/features/session/breakout/model.ts';
import { type Instant, MINUTE_MS, SECOND_MS } from '#shared/kernel/duration.ts';
import { serverNow } from '../../../platform/server-clock.ts';

/** Down to here the seconds are said in tens: a number that changes each second is a clock that ticks at one. */
const EACH_FROM_S = 10;

/** As people count them: 14 until thirteen are left, and 1 in the last. */
export const minutesOf = (ms: number): number => Math.max(1, Math.ceil(ms / MINUTE_MS));

/** Seconds left, calmly: in tens until the last ten. */
export function calmSeconds(ms: number): number {
  const seconds = Math.max(0, Math.ceil(ms / SECOND_MS));
  return seconds <= EACH_FROM_S ? seconds : Math.ceil(seconds / 10) * 10;
}

/** What is left until then, by the server's clock, second by second; undefined while there is no end. */
export function createTimeLeft(until: Accessor<Instant | undefined>) {
  // A split session is another with each fact; its end is seldom.
  const endsAt = createMemo(until);
  const [now, setNow] = createSignal(serverNow());
  createEffect(() => {
    if (endsAt() === undefined) return;
    setNow(serverNow());
    const timer = setInterval(() => setNow(serverNow()), SECOND_MS);
    onCleanup(() => clearInterval(timer));
  });
  const msLeft = createMemo(() => {
    const at = endsAt();
    // Read for the ticking: the moment itself is the clock's, also when an end has just been set.
    now();
    return at === undefined ? undefined : Math.max(0, at - serverNow());
  });
  return {
    msLeft,
    isEndingSoon: createMemo(() => (msLeft() ?? Number.POSITIVE_INFINITY) <= RETURN_NOTICE_MS),
  };
}
