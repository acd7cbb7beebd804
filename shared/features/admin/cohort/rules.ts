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

/** COHORT-5: a term as it is in a cohort that begins another day: as long, as far from its beginning, and named after its year. */
export function termMoved<
  T extends { readonly name: string; readonly firstDay: Day; readonly lastDay: Day },
>(term: T, from: Day, to: Day): T {
  const days = daysFrom(from, to);
  // By its middle: one that is moved by whole weeks may begin on the other side of New Year.
  const middle = addDays(term.firstDay, Math.floor(daysFrom(term.firstDay, term.lastDay) / 2));
  const years = yearOf(addDays(middle, days)) - yearOf(middle);
  return {
    ...{ ...term, name: yearsLater(term.name, years) },
    ...{ firstDay: addDays(term.firstDay, days), lastDay: addDays(term.lastDay, days) },
  };
}

/** "Høst 2026" is "Høst 2027" a year later, and "2026/27" is "2027/28". */
function yearsLater(name: string, years: number): string {
  return name.replace(
    /\b(20\d{2})(?:([/–-])(\d{2}))?\b/gu,
    (_, year: string, sign?: string, next?: string) => {
      const later = String(Number(year) + years);
      if (sign === undefined || next === undefined) return later;
      return `${later}${sign}${String((Number(next) + years + 100) % 100).padStart(2, '0')}`;
    },
  );
}

const yearOf = (day: Day) => Number(day.slice(0, 4));
