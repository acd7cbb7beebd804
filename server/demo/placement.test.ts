import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import {
  dayOf,
  endAhead,
  placeGathering,
  placeRunning,
  placeSlot,
  workdayFrom,
} from './placement.ts';
import { GATHERINGS } from './programme.ts';
import { PLANNED_SESSIONS } from './sessions.ts';

const anyMoment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2029, 11, 31) });

function inOslo(ms: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Europe/Oslo');
}

/** A moment by the clock in Oslo. */
function oslo(text: string): number {
  return Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Oslo').epochMilliseconds;
}

test('DEMO-3 every session stands on a working day, at its own time of day, in any week of the year', () => {
  fc.assert(
    fc.property(anyMoment, (now) => {
      for (const slot of PLANNED_SESSIONS) {
        const { startsAt, endsAt } = placeSlot(dayOf(now), slot);
        expect(inOslo(startsAt).dayOfWeek).toBeLessThanOrEqual(5);
        expect(inOslo(startsAt).toPlainTime().toString({ smallestUnit: 'minute' })).toBe(slot.from);
        expect(inOslo(endsAt).toPlainTime().toString({ smallestUnit: 'minute' })).toBe(slot.to);
      }
    }),
    { numRuns: 50 },
  );
});

test('DEMO-3 the past is past, the rest is ahead, and all of it lies between two gatherings', () => {
  fc.assert(
    fc.property(anyMoment, (now) => {
      const gatherings = GATHERINGS.map(({ week }) => placeGathering(dayOf(now), week));
      const [first, second] = gatherings;
      if (!first || !second) throw new Error('two gatherings');
      for (const slot of PLANNED_SESSIONS) {
        const { startsAt, endsAt } = placeSlot(dayOf(now), slot);
        if (slot.workday < 0) expect(endsAt).toBeLessThan(now);
        else expect(startsAt).toBeGreaterThan(now);
        expect(startsAt).toBeGreaterThan(first.endsAt);
        expect(endsAt).toBeLessThan(second.startsAt);
      }
      expect(first.startsAt).toBeLessThan(now);
    }),
  );
});

test('X8 DEMO-3 nine o’clock is nine o’clock before and after the change of 29 March and of 25 October 2026', () => {
  const slot = { workday: 2, from: '09:00', to: '11:30' };
  const friday = placeSlot(dayOf(oslo('2026-03-27T12:00')), slot).startsAt;
  expect(friday).toBe(Date.UTC(2026, 2, 31, 7));
  const backThen = placeSlot(dayOf(oslo('2026-03-27T12:00')), { ...slot, workday: -2 }).startsAt;
  expect(backThen).toBe(Date.UTC(2026, 2, 25, 8));
  const autumn = placeSlot(dayOf(oslo('2026-10-23T12:00')), slot).startsAt;
  expect(autumn).toBe(Date.UTC(2026, 9, 27, 8));
});

test('DEMO-4 from any start the running session has begun within the hour and ends eight to nine hours ahead', () => {
  fc.assert(
    fc.property(anyMoment, (now) => {
      const { startsAt, endsAt } = placeRunning(now);
      const begunMs = now - startsAt;
      return (
        begunMs >= 40 * MINUTE_MS &&
        begunMs < 55 * MINUTE_MS &&
        endsAt - now >= 8 * HOUR_MS &&
        endsAt - now < 9 * HOUR_MS &&
        inOslo(startsAt).minute % 15 === 0 &&
        inOslo(endsAt).minute === 0
      );
    }),
  );
});

test('X8 DEMO-4 also in the nights when the clock is changed', () => {
  for (const night of ['2026-03-29T01:50', '2026-10-25T02:10']) {
    expect(endAhead(oslo(night)) - oslo(night)).toBeGreaterThanOrEqual(8 * HOUR_MS);
  }
});

test('the day before Monday is Friday, and the day after Saturday is Monday', () => {
  const monday = Temporal.PlainDate.from('2026-11-23');
  expect(workdayFrom(monday, -1).toString()).toBe('2026-11-20');
  expect(workdayFrom(Temporal.PlainDate.from('2026-11-21'), 1).toString()).toBe('2026-11-23');
  expect(workdayFrom(monday, 0).toString()).toBe('2026-11-23');
});
