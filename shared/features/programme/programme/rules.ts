import { type Day, daysFrom } from '#shared/kernel/calendar-day.ts';
import { type Refused, refuse } from '#shared/kernel/decision.ts';
import { DAY_MS } from '#shared/kernel/duration.ts';
import { instantInOslo } from '#shared/kernel/oslo-time.ts';
import type { Span } from '../calendar/rules.ts';

/** From a day to a day, both included. */
export type Days = { readonly firstDay: Day; readonly lastDay: Day };

/** Longer is a slip in a year: a term, and days off. */
const DAYS_MAX = 400;
/** Longer than any gathering. */
const GATHERING_MAX_MS = 31 * DAY_MS;

export type DaysRefusal = 'ends-before-start' | 'too-long';

/** YEAR-1: the last day is not before the first, and not more than a school year after it. */
export function mayLast({ firstDay, lastDay }: Days): { readonly ok: true } | Refused<DaysRefusal> {
  if (lastDay < firstDay) return refuse('ends-before-start');
  return daysFrom(firstDay, lastDay) >= DAYS_MAX ? refuse('too-long') : { ok: true };
}

/** YEAR-2: a cohort is in one term at a time. The first day of one may be the day after the last of another. */
export function overlapsDays(a: Days, b: Days): boolean {
  return a.firstDay <= b.lastDay && b.firstDay <= a.lastDay;
}

/** YEAR-3: the moments of a gathering, by Oslo's clock: it ends after it begins, within a month. */
export function gatheringSpan(
  of: Days & { readonly from: string; readonly to: string },
): { readonly ok: true; readonly span: Span } | Refused<DaysRefusal> {
  const [startsAt, endsAt] = [
    instantInOslo(of.firstDay, of.from),
    instantInOslo(of.lastDay, of.to),
  ];
  if (startsAt === null || endsAt === null || endsAt <= startsAt)
    return refuse('ends-before-start');
  if (endsAt - startsAt > GATHERING_MAX_MS) return refuse('too-long');
  return { ok: true, span: { startsAt, endsAt } };
}

/** Whether two stretches of time share a moment. */
export function overlaps(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}
