import { expect, test } from 'vitest';
import {
  beginOf,
  firstOfLast,
  firstOfNext,
  itemsBetween,
  itemsOn,
  weeksOf,
  weeksOfMonth,
} from './calendar-items.ts';

const at = (day: string, hours: number) => beginOf(day) + hours * 3_600_000;
const session = (id: string, day: string, hours: number) =>
  ({ id, startsAt: at(day, hours), endsAt: at(day, hours + 2) }) as never;
const known = {
  sessions: [session('b', '2026-10-08', 12), session('a', '2026-10-08', 9)],
  gatherings: [{ id: 'g', startsAt: at('2026-10-14', 10), endsAt: at('2026-10-16', 15) } as never],
  daysOff: [
    { dayOffId: 'd' as never, name: 'Høstfri', firstDay: '2026-10-05', lastDay: '2026-10-09' },
  ],
};
const deadline = { id: 'f', title: 'Logg', about: '', dueAt: at('2026-10-09', 23.98), href: '/' };

test('F74 CAL-8 everything stands on its own days, in order, the whole day’s first', () => {
  const items = itemsBetween('2026-10-01', '2026-10-31', known, [deadline]);
  expect(items.map(({ key }) => key)).toEqual(['d', 'a', 'b', 'f', 'g']);
  expect(itemsOn('2026-10-08', items).map(({ key }) => key)).toEqual(['d', 'a', 'b']);
  expect(itemsOn('2026-10-16', items).map(({ key }) => key)).toEqual(['g']);
  expect(itemsOn('2026-10-17', items)).toEqual([]);
  // The middle of it: what began before and is not over is there.
  expect(itemsBetween('2026-10-15', '2026-10-15', known, []).map(({ key }) => key)).toEqual(['g']);
  expect(
    weeksOf(items, '2026-10-07').map(({ monday, items: all }) => [monday, all.length]),
  ).toEqual([
    ['2026-10-05', 4],
    ['2026-10-12', 1],
  ]);
  const late = itemsBetween(
    '2026-10-01',
    '2026-10-31',
    { ...known, sessions: [session('n', '2026-10-16', 23)] },
    [],
  );
  // Past midnight it stands on the day that it runs into, too.
  expect(itemsOn('2026-10-17', late).map(({ key }) => key)).toEqual(['n']);
  const holidays = itemsBetween('2026-12-24', '2027-01-01', { ...known, daysOff: [] }, []);
  expect(holidays.map(({ first }) => first)).toEqual(['2026-12-25', '2026-12-26', '2027-01-01']);
});

test('F74 a month is whole weeks, also in a leap year, and the next and the last are the next and the last', () => {
  expect(weeksOfMonth('2027-02-10')).toHaveLength(4);
  expect(weeksOfMonth('2028-02-29').flat()).toContain('2028-02-29');
  expect(weeksOfMonth('2026-08-01')).toHaveLength(6);
  for (const month of ['2026-12-31', '2028-01-31', '2028-02-29', '2026-03-01']) {
    const days = weeksOfMonth(month).flat();
    expect(
      days[0]?.slice(0, 7) === month.slice(0, 7) || days[6]?.slice(0, 7) === month.slice(0, 7),
    ).toBe(true);
    expect(firstOfLast(firstOfNext(month))).toBe(`${month.slice(0, 7)}-01`);
  }
  expect(firstOfNext('2026-12-31')).toBe('2027-01-01');
  expect(firstOfLast('2026-01-31')).toBe('2025-12-01');
});
