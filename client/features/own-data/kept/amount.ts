import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import { type KindOfData, RETENTION } from '#shared/kernel/retention.ts';

/** What the words on a kind count in, where that is not days. */
const UNIT: Partial<Record<KindOfData, number>> = {
  'sign-in': HOUR_MS,
  caption: MINUTE_MS,
  audit: 365 * DAY_MS,
};

/** How many of its unit a kind is kept, as the words on it say; 0 for what has no time of its own. */
export function amountOf(kind: KindOfData): number {
  return (RETENTION[kind] ?? 0) / (UNIT[kind] ?? DAY_MS);
}
