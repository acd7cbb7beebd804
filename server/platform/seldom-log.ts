import type { Clock } from './clock.ts';
import type { Log } from './log.ts';

const AGAIN_AFTER_MS = 60_000;

/** Says that something happened: what and, by itself, how often since it was last said. */
export type SeldomLog = (what: string, fields?: Readonly<Record<string, unknown>>) => void;

/**
 * A log for what anybody can make happen as often as they like: each kind is said at once, and then once a minute at
 * most, with how many there were.
 */
export function makeSeldomLog(log: Log, clock: Clock): SeldomLog {
  const kinds = new Map<string, { times: number; saidAt: number }>();
  return (what, fields = {}) => {
    const now = clock.now();
    const kind = kinds.get(what) ?? { times: 0, saidAt: -Infinity };
    kinds.set(what, kind);
    kind.times++;
    if (now - kind.saidAt < AGAIN_AFTER_MS) return;
    log.warn({ ...fields, times: kind.times }, what);
    kind.times = 0;
    kind.saidAt = now;
  };
}
