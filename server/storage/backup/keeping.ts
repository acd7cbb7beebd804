import { DAY_MS, HOUR_MS, type Instant } from '#shared/kernel/duration.ts';
import { RETENTION } from '#shared/kernel/retention.ts';

/** Nothing of a backup is left a month after, as with what is erased. */
const KEPT_MS = RETENTION.backup;

/** How far back it is one for each span of so long; nearer than all of them, every one is kept. */
const ONE_FOR_EACH = [
  { olderThan: 2 * DAY_MS, span: DAY_MS },
  { olderThan: 2 * HOUR_MS, span: HOUR_MS },
] as const;

/**
 * Which backups can go: all of the last two hours are kept, one an hour for two days, and one a day for thirty. The oldest of
 * each hour and day stays, so that asking often takes none away that was to be kept. The newest always stays.
 */
export function outlived(madeAt: readonly Instant[], now: Instant): Instant[] {
  const sorted = madeAt.toSorted((a, b) => a - b);
  const newest = sorted.at(-1);
  const kept = new Set<string>();
  return sorted.filter((at) => {
    if (at === newest) return false;
    if (now - at > KEPT_MS) return true;
    const thinned = ONE_FOR_EACH.find(({ olderThan }) => now - at > olderThan);
    if (thinned === undefined) return false;
    const slot = `${thinned.span}:${Math.floor(at / thinned.span)}`;
    if (kept.has(slot)) return true;
    kept.add(slot);
    return false;
  });
}
