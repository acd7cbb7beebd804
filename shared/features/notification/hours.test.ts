import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import { instantInOslo, wallInOslo } from '#shared/kernel/oslo-time.ts';
import { isTimeForLetter, NEXT_HOURS_MS, quietEnd, tellAt } from './hours.ts';
import { QUIET_AT_FIRST } from './model.ts';

const at = (day: string, time: string) => instantInOslo(day, time) ?? Number.NaN;
const clock = (ms: number) => {
  const { day, time } = wallInOslo(ms);
  return `${day} ${time}`;
};

test('F75 NOTE-3 what falls in the quiet hours waits until they end, by the clock on the wall when it is changed too', () => {
  const far = at('2027-06-01', '09:00');
  const told = (day: string, time: string) => clock(tellAt(at(day, time), QUIET_AT_FIRST, far));
  expect(told('2026-11-27', '17:00')).toBe('2026-11-27 17:00');
  expect(told('2026-11-27', '20:59')).toBe('2026-11-27 20:59');
  expect(told('2026-11-27', '21:00')).toBe('2026-11-28 08:00');
  expect(told('2026-11-28', '07:59')).toBe('2026-11-28 08:00');
  expect(told('2026-11-28', '08:00')).toBe('2026-11-28 08:00');
  expect(told('2027-03-27', '22:00')).toBe('2027-03-28 08:00');
  expect(told('2026-10-24', '22:00')).toBe('2026-10-25 08:00');
});

test('F75 NOTE-3 what is about the next hours does not wait', () => {
  const session = at('2026-11-28', '08:30');
  const told = (time: string) => clock(tellAt(at('2026-11-28', time), QUIET_AT_FIRST, session));
  expect(told('00:10')).toBe('2026-11-28 06:30');
  expect(told('07:00')).toBe('2026-11-28 07:00');
  expect(tellAt(session, null, session)).toBe(session);
});

const someTime = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minutes) => wallInOslo(at('2026-06-01', '00:00') + minutes * MINUTE_MS).time);
const somePart = fc.integer({ min: 0, max: 730 * 24 * 60 });
/** Around a change of the clock as often as not. */
const someMoment = fc.oneof(
  somePart.map((minutes) => at('2026-01-01', '00:00') + minutes * MINUTE_MS),
  fc
    .tuple(fc.constantFrom('2026-03-28', '2026-10-24', '2027-03-27'), fc.nat({ max: 48 * 60 }))
    .map(([day, minutes]) => at(day, '00:00') + minutes * MINUTE_MS),
);

test('F75 NOTE-3 nobody is told in the quiet hours but of what begins within two hours, and nothing waits for more than a day', () => {
  fc.assert(
    fc.property(
      someTime,
      someTime,
      someMoment,
      fc.nat({ max: 10 * 24 }),
      (from, until, now, hours) => {
        fc.pre(from !== until);
        const quiet = { from, until };
        const about = now + hours * HOUR_MS;
        const told = tellAt(now, quiet, about);
        expect(told).toBeGreaterThanOrEqual(now);
        expect(told - now).toBeLessThanOrEqual(DAY_MS + HOUR_MS);
        const isSoon = about - told <= NEXT_HOURS_MS;
        if (!isSoon) expect(quietEnd(quiet, told)).toBe(null);
      },
    ),
  );
});

test('F75 NOTE-4 letters are an hour apart, save about what begins soon', () => {
  const now = at('2026-11-27', '12:00');
  const tomorrow = now + DAY_MS;
  expect(isTimeForLetter(now, null, [])).toBe(false);
  expect(isTimeForLetter(now, null, [tomorrow])).toBe(true);
  expect(isTimeForLetter(now, now - 59 * MINUTE_MS, [tomorrow])).toBe(false);
  expect(isTimeForLetter(now, now - HOUR_MS, [tomorrow])).toBe(true);
  expect(isTimeForLetter(now, now - MINUTE_MS, [tomorrow, now + HOUR_MS])).toBe(true);
});
