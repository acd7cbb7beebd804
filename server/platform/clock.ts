/** Where the server gets the time from, so that a test can set it. */
export type Clock = {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
};

/** More than the steps by which a machine's clock is kept in time. */
const SET_BACK_MS = 1_000;

/**
 * A clock that never goes back. When the machine's is set back, it goes on at its own pace instead, so that a
 * held seat is not held for an hour longer and nothing lasts a negative time (X8). A leap forward is believed: a
 * machine that slept has that too.
 * @param wall milliseconds since the epoch, as the machine says now
 * @param steady milliseconds that never go back, from any start
 */
export function makeSteadyClock(wall: () => number, steady: () => number): Clock {
  let ahead = 0;
  let seen = { wall: wall(), steady: steady() };
  return {
    now() {
      const next = { wall: wall(), steady: steady() };
      const passed = next.steady - seen.steady;
      const setBack = seen.wall + passed - next.wall;
      if (setBack > SET_BACK_MS) ahead += setBack;
      // Set forward again after having been set back: the difference that we carry gets smaller.
      else if (setBack < -SET_BACK_MS) ahead = Math.max(0, ahead + setBack);
      seen = next;
      return Math.floor(next.wall + ahead);
    },
  };
}

export const systemClock: Clock = makeSteadyClock(Date.now, () => performance.now());
