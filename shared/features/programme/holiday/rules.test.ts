import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weekdayOf } from '#shared/kernel/calendar-day.ts';
import { offOn, publicHolidaysOf } from './rules.ts';

const holidaysOf = (year: number) =>
  Object.fromEntries(publicHolidaysOf(year).map(({ day, holiday }) => [holiday, day]));

test.for([
  [1961, '1961-04-02'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2024, '2024-03-31'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2028, '2028-04-16'],
  [2038, '2038-04-25'],
] as const)('F74 HOL-1 Easter Sunday of %i is %s', ([year, day]) => {
  expect(holidaysOf(year)['easter-sunday']).toBe(day);
});

test('F74 HOL-1 the public holidays of 2027, and of a year in which two fall on one day', () => {
  expect(publicHolidaysOf(2027).map(({ day }) => day)).toEqual([
    ...['2027-01-01', '2027-03-25', '2027-03-26', '2027-03-28', '2027-03-29', '2027-05-01'],
    ...['2027-05-06', '2027-05-16', '2027-05-17', '2027-05-17', '2027-12-25', '2027-12-26'],
  ]);
  expect(holidaysOf(2008)).toMatchObject({ ascension: '2008-05-01', 'labour-day': '2008-05-01' });
});

test('F74 HOL-1 in every year Easter stands on its weekdays, between 22 March and 25 April', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2100 }), (year) => {
      const days = holidaysOf(year);
      const weekdays = (
        ['maundy-thursday', 'good-friday', 'ascension', 'whit-monday'] as const
      ).map((holiday) => weekdayOf(days[holiday] ?? ''));
      expect(weekdays).toEqual([3, 4, 3, 0]);
      const easter = days['easter-sunday'] ?? '';
      expect(weekdayOf(easter)).toBe(6);
      expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
    }),
  );
});

test('F74 HOL-2 a day is off by the state, by the school, or not at all', () => {
  const own = [
    { dayOffId: '1' as never, name: 'Høstfri', firstDay: '2026-10-05', lastDay: '2026-10-09' },
  ];
  expect(offOn('2026-05-17', own)).toEqual({ kind: 'public', holiday: 'constitution-day' });
  expect(offOn('2026-10-05', own)).toEqual({ kind: 'school', name: 'Høstfri' });
  expect(offOn('2026-10-09', own)).not.toBeNull();
  expect(offOn('2026-10-04', own)).toBeNull();
  expect(offOn('2026-10-10', own)).toBeNull();
  expect(offOn('2026-12-24', [])).toBeNull();
});
