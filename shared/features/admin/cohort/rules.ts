import { addDays, type Day, daysFrom } from '#shared/kernel/calendar-day.ts';
import { type Refused, refuse } from '#shared/kernel/decision.ts';
import type { CohortId } from '#shared/kernel/ids.ts';

/** COHORT-2: whether somebody who is in these cohorts can be enrolled in one. Nobody is a student of two at once. */
export function mayBeEnrolled(
  cohortId: CohortId,
  enrolledIn: readonly CohortId[],
): { readonly ok: true } | Refused<'already-in-it' | 'in-another'> {
  if (enrolledIn.includes(cohortId)) return refuse('already-in-it');
  return enrolledIn.length > 0 ? refuse('in-another') : { ok: true };
}

/** COHORT-5: a term as it is in a cohort that begins another day: as long, and as far from its beginning. */
export function termMoved<T extends { readonly firstDay: Day; readonly lastDay: Day }>(
  term: T,
  from: Day,
  to: Day,
): T {
  const days = daysFrom(from, to);
  return { ...term, firstDay: addDays(term.firstDay, days), lastDay: addDays(term.lastDay, days) };
}
