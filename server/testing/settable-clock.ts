import type { Clock } from '../platform/clock.ts';

export type SettableClock = Clock & {
  set(ms: number): void;
  advance(ms: number): void;
};

/** A clock that stands still until the test moves it. Starts on a Monday morning in term. */
export function settableClock(startMs = Date.UTC(2027, 1, 1, 8, 0, 0)): SettableClock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    set: (ms) => {
      nowMs = ms;
    },
    advance: (ms) => {
      nowMs += ms;
    },
  };
}
