import type {
  GatheringEntry,
  homePage,
  SessionEntry,
} from '#shared/features/programme/calendar/queries.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { daysBetween } from '../../../platform/dates.ts';

export type HomeBand = NonNullable<OutputOf<typeof homePage>['band']>;

/** The band in the order it hangs: what is behind is folded, today is marked, the rest lies ahead. */
export interface Band {
  from: GatheringEntry | null;
  to: GatheringEntry | null;
  behind: readonly SessionEntry[];
  /** Today's session, or null on a day without one. */
  today: SessionEntry | null;
  ahead: readonly SessionEntry[];
}

/** Sorts the calendar's entries by how they stand to `now`. */
export function bandAt(band: HomeBand, now: number): Band {
  const isBehind = (item: SessionEntry) => item.endsAt <= now;
  const left = band.items.filter((item) => !isBehind(item));
  const today =
    left.find((item) => item.status !== 'cancelled' && daysBetween(now, item.startsAt) <= 0) ??
    null;
  return {
    from: band.from,
    to: band.to,
    behind: band.items.filter(isBehind),
    today,
    ahead: left.filter((item) => item !== today),
  };
}

/**
 * Where each thing ahead would hang by its date alone: 0 is now, 1 is the next gathering, or the end of the last thing
 * when no gathering is planned.
 */
export function placesByDate(band: Band, now: number): number[] {
  const last = band.ahead.at(-1);
  const end = band.to?.startsAt ?? last?.endsAt ?? now;
  const span = Math.max(end - now, 1);
  return band.ahead.map((item) => Math.min(Math.max((item.startsAt - now) / span, 0), 1));
}
