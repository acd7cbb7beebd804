import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayNumber, dayOfNumber, daysFrom, mondayOf, weekdayOf } from './calendar-day.ts';
import { DAY_MS } from './duration.ts';
import { wallInOslo } from './oslo-time.ts';

const someDay = fc.integer({ min: -40_000, max: 200_000 }).map(dayOfNumber);

test('a day that no calendar has is none: 29 February comes in leap years alone', () => {
  expect(dayNumber('2028-02-29')).not.toBeNull();
  expect(dayNumber('2000-02-29')).not.toBeNull();
  for (const wrong of ['2026-02-29', '2100-02-29', '2026-13-01', '2026-00-10', '2026-04-31', 'x'])
    expect(dayNumber(wrong), wrong).toBeNull();
});

test('days are counted as the calendar of the language has them', () => {
  const written = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', weekday: 'long' });
  const dated = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', dateStyle: 'short' });
  const weekdays = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'];
  fc.assert(
    fc.property(someDay, fc.integer({ min: -800, max: 800 }), (day, more) => {
      const at = (dayNumber(day) ?? 0) * DAY_MS;
      expect(dated.format(at)).toBe(day);
      expect(written.format(at)).toBe(weekdays[weekdayOf(day)]);
      expect(daysFrom(day, addDays(day, more))).toBe(more);
      expect(weekdayOf(mondayOf(day))).toBe(0);
      expect(daysFrom(mondayOf(day), day)).toBeLessThan(7);
    }),
  );
});

test('the wall in Oslo is what the time zone’s own tables say, in every hour of the year', () => {
  const tables = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Oslo',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const some = fc.integer({ min: 852_076_800_000, max: 3_786_912_000_000 });
  fc.assert(
    fc.property(some, (at) => {
      const { day, time } = wallInOslo(at);
      expect(`${day} ${time}`).toBe(tables.format(at));
    }),
  );
});
