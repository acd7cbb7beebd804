import type { Clock } from '../platform/clock.ts';

/**
 * A token bucket for each key: `burst` at once, then `perSecond`. Keyed by person, never by address alone: a whole class
 * sits behind one NAT. Buckets that are full again are forgotten, so memory follows those who are active.
 */
export function makeRateLimit(limit: { perSecond: number; burst: number }, clock: Clock) {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const fullAfterMs = (limit.burst / limit.perSecond) * 1000;
  let sweptAt = clock.now();

  /** Takes one token: 0 when there was one, else how many milliseconds until there is. */
  return function take(key: string): number {
    const now = clock.now();
    if (now - sweptAt > fullAfterMs) {
      for (const [each, bucket] of buckets) if (now - bucket.at > fullAfterMs) buckets.delete(each);
      sweptAt = now;
    }
    const bucket = buckets.get(key) ?? { tokens: limit.burst, at: now };
    // A clock that was set back gives nothing, and takes nothing.
    const earned = (Math.max(0, now - bucket.at) / 1000) * limit.perSecond;
    const tokens = Math.min(limit.burst, bucket.tokens + earned);
    buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / limit.perSecond) * 1000);
  };
}
