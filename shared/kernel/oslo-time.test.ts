import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantInOslo } from './oslo-time.ts';

const clockOf = (timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
const wall = clockOf('Europe/Oslo');
const inUtc = clockOf('UTC');

test('F55 ASG-3 a day and a time in Oslo are that day and time on Oslo’s clock, all the year round', () => {
  // From 1997, the year of the rule, into 2089.
  const moments = fc.integer({ min: 852_076_800_000, max: 3_780_000_000_000 });
  fc.assert(
    fc.property(moments, (some) => {
      const minute = Math.floor(some / 60_000) * 60_000;
      const [day = '', time = ''] = wall.format(minute).split(' ');
      const found = instantInOslo(day, time);
      // The one hour a year that comes twice is meant as the later.
      expect([minute, minute + 3_600_000]).toContain(found);
      expect(wall.format(found ?? 0)).toBe(`${day} ${time}`);
    }),
    { numRuns: 1_000 },
  );
});

test.for([
  ['2026-10-02', '23:59', '2026-10-02 21:59'],
  ['2026-10-25', '01:59', '2026-10-24 23:59'],
  ['2026-10-25', '02:30', '2026-10-25 01:30'],
  ['2026-10-25', '03:00', '2026-10-25 02:00'],
  ['2026-03-29', '01:59', '2026-03-29 00:59'],
  ['2026-03-29', '02:30', '2026-03-29 01:30'],
  ['2026-03-29', '03:00', '2026-03-29 01:00'],
  ['2028-02-29', '12:00', '2028-02-29 11:00'],
] as const)('ASG-3 %s %s in Oslo is %s UTC', ([day, time, instant]) => {
  expect(inUtc.format(instantInOslo(day, time) ?? 0)).toBe(instant);
});

test.for([
  ['2026-02-29', '12:00'],
  ['2026-13-01', '12:00'],
  ['2026-00-10', '12:00'],
  ['2026-04-31', '12:00'],
  ['2026-10-02', '24:00'],
  ['2026-10-02', '9:00'],
  ['02.10.2026', '12:00'],
  ['', ''],
] as const)('ASG-3 there is no "%s" "%s"', ([day, time]) => {
  expect(instantInOslo(day, time)).toBeNull();
});
