import { vi } from 'vitest';

/** The real ones, taken before time is made virtual. */
const turn = setImmediate;
const realNow = performance.now.bind(performance);

/** So many turns of the event loop without work in sight, and the process has come to rest. */
const QUIET_TURNS = 3;
const WATCHDOG_MS = 20_000;

/**
 * Time that passes only when it is told to, and only from one timer to the next: between two of them everything
 * that was set off runs to its end, database included. `busy` says whether the database is still at work.
 */
export function startVirtualTime(startsAt: number, busy: () => boolean) {
  vi.useFakeTimers({
    now: startsAt,
    toFake: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'setImmediate',
      'clearImmediate',
      'Date',
      'performance',
    ],
  });

  async function rest(): Promise<void> {
    const giveUpAt = realNow() + WATCHDOG_MS;
    for (let quiet = 0; quiet < QUIET_TURNS; ) {
      await new Promise((resolve) => turn(resolve));
      quiet = busy() ? 0 : quiet + 1;
      if (realNow() > giveUpAt) throw new Error('the simulated server never comes to rest');
    }
  }

  return {
    rest,
    /** Lets so much time pass, and calls back after every timer. */
    async pass(ms: number, each: () => void = () => undefined): Promise<void> {
      let over = false;
      setTimeout(() => {
        over = true;
      }, ms);
      while (!over) {
        vi.advanceTimersToNextTimer();
        await rest();
        each();
      }
    },
    stop: () => vi.useRealTimers(),
  };
}
