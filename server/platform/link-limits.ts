import { networkOf } from './network-of.ts';

const WITHIN_MS = 15 * 60_000;
/** Of links that open nothing. Nobody guesses 256 bits; this is so that nobody tries for long. */
const MISSES = 60;
/** Of anything asked at such a door. A class behind one address does not use it up. */
const ASKED = 600;

type Count = { used: number; readonly until: number };

/** What an address may ask at a door that a link opens. Counted in this process; nobody gets in because nobody counted. */
export function makeLinkLimits(clock: { now(): number }) {
  const misses = new Map<string, Count>();
  const asked = new Map<string, Count>();

  function countIn(counts: Map<string, Count>, network: string): Count {
    const now = clock.now();
    if (counts.size > 1_000)
      for (const [each, { until }] of counts) if (until <= now) counts.delete(each);
    const known = counts.get(network);
    if (known && known.until > now) return known;
    const fresh = { used: 0, until: now + WITHIN_MS };
    counts.set(network, fresh);
    return fresh;
  }

  return {
    /** Counts one who asks. @returns how long the address has to wait; 0 when it need not */
    ask(address: string): number {
      const network = networkOf(address);
      const all = countIn(asked, network);
      const missed = countIn(misses, network);
      all.used += 1;
      const full = all.used > ASKED ? all : missed.used >= MISSES ? missed : null;
      return full ? Math.max(1, full.until - clock.now()) : 0;
    },
    /** Counts a link that opened nothing. */
    miss(address: string): void {
      countIn(misses, networkOf(address)).used += 1;
    },
  };
}
