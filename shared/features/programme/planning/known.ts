import type { Day } from '#shared/kernel/calendar-day.ts';
import type { Span } from '../calendar/rules.ts';

type Gathered = Span & { readonly title: string; readonly mandatory: boolean };
type Days = { readonly firstDay: Day; readonly lastDay: Day };

/** PLAN-8: the mandatory gathering of the cohort that a session shares a moment with. */
export function gatheredDuring<G extends Gathered>(
  session: Span,
  gatherings: readonly G[],
): G | null {
  return (
    gatherings.find(
      ({ mandatory, startsAt, endsAt }) =>
        mandatory && startsAt < session.endsAt && session.startsAt < endsAt,
    ) ?? null
  );
}

/** PLAN-8: whether a day is in none of the cohort's terms. Where it has none, no day is. */
export function isOutsideTerms(day: Day, terms: readonly Days[]): boolean {
  return (
    terms.length > 0 && !terms.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)
  );
}
