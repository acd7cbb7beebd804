import { HOUR_MS, type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';

/** When a document counts as resting: long enough to have got up for coffee. */
export const RESTS_AFTER_MS = 2 * MINUTE_MS;
/** Two rests within this are one version. */
export const VERSIONS_APART_MS = 10 * MINUTE_MS;
/** Whoever writes without a rest has a version all the same. */
export const VERSION_AT_LEAST_EVERY_MS = HOUR_MS;

/**
 * DOC-14: whether a version is kept by itself now: when a document rests after edits, and once an hour while it does not.
 * @param firstEditAt of the edits that no version holds yet; null for none
 */
export function isVersionDue(
  at: {
    readonly lastVersionAt: Instant | null;
    readonly firstEditAt: Instant | null;
    readonly lastEditAt: Instant;
    /** Nobody has it open any more. */
    readonly left: boolean;
  },
  now: Instant,
): boolean {
  if (at.firstEditAt === null) return false;
  if (at.lastVersionAt !== null && now - at.lastVersionAt < VERSIONS_APART_MS) return false;
  const rests = at.left || now - at.lastEditAt >= RESTS_AFTER_MS;
  return rests || now - at.firstEditAt >= VERSION_AT_LEAST_EVERY_MS;
}
