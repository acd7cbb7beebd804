import { addDays, type Day } from '#shared/kernel/calendar-day.ts';
import { dateSpan, fullDate } from '../../platform/dates.ts';
import { language } from '../../platform/language.ts';
import { beginOf } from './calendar/calendar-items.ts';

/** "17. aug–18. des 2026": the year, because a study is longer than one. */
export function daysSaid(first: Day, last: Day): string {
  if (first === last) return fullDate(language(), beginOf(first));
  const span = dateSpan(language(), beginOf(first), beginOf(addDays(last, 1)) - 1);
  return `${span} ${last.slice(0, 4)}`;
}
