import { addDays, type Day, dayOfNumber, daysSinceEpoch } from '#shared/kernel/calendar-day.ts';
import type { DayOff } from './model.ts';

/** HOL-1: the public holidays of Norway, by what they are. Christmas Eve and New Year’s Eve are none. */
export const PUBLIC_HOLIDAYS = [
  'new-year',
  'maundy-thursday',
  'good-friday',
  'easter-sunday',
  'easter-monday',
  'labour-day',
  'constitution-day',
  'ascension',
  'whit-sunday',
  'whit-monday',
  'christmas-day',
  'boxing-day',
] as const;
export type PublicHoliday = (typeof PUBLIC_HOLIDAYS)[number];

/** HOL-1: a year's public holidays, in order. Two may fall on one day, as Ascension Day and the first of May can. */
export function publicHolidaysOf(
  year: number,
): readonly { readonly day: Day; readonly holiday: PublicHoliday }[] {
  const on = (month: number, date: number) => dayOfNumber(daysSinceEpoch(year, month, date));
  const easter = easterSundayOf(year);
  const days: Readonly<Record<PublicHoliday, Day>> = {
    'new-year': on(1, 1),
    'maundy-thursday': addDays(easter, -3),
    'good-friday': addDays(easter, -2),
    'easter-sunday': easter,
    'easter-monday': addDays(easter, 1),
    'labour-day': on(5, 1),
    'constitution-day': on(5, 17),
    ascension: addDays(easter, 39),
    'whit-sunday': addDays(easter, 49),
    'whit-monday': addDays(easter, 50),
    'christmas-day': on(12, 25),
    'boxing-day': on(12, 26),
  };
  return PUBLIC_HOLIDAYS.map((holiday) => ({ day: days[holiday], holiday })).toSorted((a, b) =>
    a.day < b.day ? -1 : 1,
  );
}

/** Why a day is off: a public holiday, or one of the school's own. */
export type OffBecause =
  | { readonly kind: 'public'; readonly holiday: PublicHoliday }
  | { readonly kind: 'school'; readonly name: string };

/** HOL-2: whether there is school on a day, and if not, why. A public holiday is named before the school's own. */
export function offOn(day: Day, daysOff: readonly DayOff[]): OffBecause | null {
  const found = publicHolidaysOf(Number(day.slice(0, 4))).find((one) => one.day === day);
  if (found) return { kind: 'public', holiday: found.holiday };
  const own = daysOff.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
  return own ? { kind: 'school', name: own.name } : null;
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easterSundayOf(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const lunar = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - lunar + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const count = epact + weekday - 7 * correction + 114;
  return dayOfNumber(daysSinceEpoch(year, Math.floor(count / 31), (count % 31) + 1));
}
