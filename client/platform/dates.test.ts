import { expect, test } from 'vitest';
import { clockTime, dateSpan, daysBetween, longDate, shortDate, weekNumber } from './dates.ts';

const at = (text: string) => Date.parse(text);

test('a time is the school’s, in winter and in summer', () => {
  expect(clockTime(at('2026-01-15T08:05:00Z'))).toBe('09:05');
  expect(clockTime(at('2026-07-15T22:00:00Z'))).toBe('00:00');
});

test('a date reads as people write it, in three languages', () => {
  const friday = at('2026-10-02T10:00:00Z');
  expect(shortDate('nb', friday)).toBe('fre 2. okt');
  expect(shortDate('nn', at('2026-10-03T10:00:00Z'))).toBe('lau 3. okt');
  expect(shortDate('en', friday)).toBe('Fri 2 Oct');
  expect(longDate('nb', friday)).toBe('fredag 2. oktober');
});

test('a span names the month once when it can', () => {
  expect(dateSpan('nb', at('2026-10-14T08:00:00Z'), at('2026-10-16T13:00:00Z'))).toBe(
    '14.–16. okt',
  );
  expect(dateSpan('nb', at('2026-09-30T08:00:00Z'), at('2026-10-01T13:00:00Z'))).toBe(
    '30. sept–1. okt',
  );
  expect(dateSpan('en', at('2026-10-14T08:00:00Z'), at('2026-10-14T13:00:00Z'))).toBe('14 Oct');
});

test('weeks are counted by ISO, also around the new year', () => {
  expect(weekNumber(at('2026-09-29T10:00:00Z'))).toBe(40);
  expect(weekNumber(at('2027-01-01T10:00:00Z'))).toBe(53);
  expect(weekNumber(at('2024-12-30T10:00:00Z'))).toBe(1);
});

test('days between are midnights at the school, also when the clocks change', () => {
  expect(daysBetween(at('2026-10-24T21:00:00Z'), at('2026-10-26T00:00:00Z'))).toBe(2);
  expect(daysBetween(at('2026-10-24T22:30:00Z'), at('2026-10-24T21:30:00Z'))).toBe(-1);
  expect(daysBetween(at('2026-10-25T08:00:00Z'), at('2026-10-25T22:00:00Z'))).toBe(0);
});
