import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOfNumber, daysFrom, weekdayOf } from '#shared/kernel/calendar-day.ts';
import { DAY_MS, HOUR_MS } from '#shared/kernel/duration.ts';
import { wallInOslo } from '#shared/kernel/oslo-time.ts';
import { offOn } from '../holiday/rules.ts';
import {
  clashesBetween,
  clashesOf,
  isUnseen,
  mayChange,
  movedWith,
  occasionsOf,
  type Placed,
  spanOf,
} from './rules.ts';

/** Tuesday 29 September 2026 at nine, in Oslo. */
const now = 1_790_665_200_000;
const at = (day: string, from = '09:00', to = '11:30') => ({ day, from, to });

describe('F74 PLAN-1 when', () => {
  test.for([
    [at('2026-10-02', '11:00', '10:59'), 'ends-before-start'],
    [at('2026-10-02', '11:00', '11:00'), 'ends-before-start'],
    [at('2027-02-29'), 'ends-before-start'],
    [at('2026-09-29', '08:59', '10:00'), 'in-the-past'],
    [at('2036-09-29'), 'too-far-ahead'],
  ] as const)('%o is refused: %s', ([when, refusal]) => {
    expect(spanOf(when, now)).toEqual({ ok: false, refusal });
  });

  test('a leap day is a day, and the night of the change is as long as the clock is', () => {
    expect(spanOf(at('2028-02-29'), now)).toMatchObject({ ok: true });
    const night = spanOf(at('2026-10-25', '01:30', '03:30'), now);
    expect(night.ok && night.span.endsAt - night.span.startsAt).toBe(3 * HOUR_MS);
    // The hour that is not there in spring.
    expect(spanOf(at('2027-03-28', '02:00', '03:00'), now)).toMatchObject({
      refusal: 'ends-before-start',
    });
  });
});

describe('F74 PLAN-2 a weekly series', () => {
  test('keeps Oslo’s clock across both changes of summer time, and leaves out what is off', () => {
    const own = [
      { dayOffId: 'd' as never, name: 'Juleferie', firstDay: '2026-12-19', lastDay: '2027-01-03' },
    ];
    const found = occasionsOf(at('2026-10-08'), '2027-05-13', own, now);
    if (!found.ok) throw new Error(found.refusal);
    const { held, leftOut } = found;
    expect(new Set(held.map(({ startsAt }) => wallInOslo(startsAt).time))).toEqual(
      new Set(['09:00']),
    );
    // Not every one is seven times 24 hours after the one before.
    expect(held.map(({ startsAt }, nth) => startsAt - (held[nth - 1]?.startsAt ?? 0))).toEqual(
      expect.arrayContaining([7 * DAY_MS, 7 * DAY_MS + HOUR_MS]),
    );
    expect(leftOut.map(({ day, because }) => [day, because.kind])).toEqual([
      ['2026-12-24', 'school'],
      ['2026-12-31', 'school'],
      ['2027-03-25', 'public'],
      ['2027-05-06', 'public'],
    ]);
    expect(held).toHaveLength(32 - 4);
  });

  test('has a last day that is not before its first, an end, and something left', () => {
    const plan = (until: string | null, first = '2026-10-08') =>
      occasionsOf(at(first), until, [], now);
    expect(plan('2026-10-07')).toMatchObject({ refusal: 'last-before-first' });
    expect(plan('2027-10-28')).toMatchObject({ refusal: 'too-many' });
    expect(plan('2027-05-20', '2027-05-17')).toMatchObject({ refusal: 'nothing-left' });
    // On one day alone it is for people to decide.
    expect(plan(null, '2027-05-17')).toMatchObject({ ok: true, leftOut: [] });
  });

  test('whatever its first and last day: one weekday, in order, nothing on a day off, nothing beyond', () => {
    const day = fc.integer({ min: 20_800, max: 21_300 }).map(dayOfNumber);
    const off = fc.record({ first: day, days: fc.integer({ min: 0, max: 20 }) });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 360 }), fc.array(off), (first, days, offs) => {
        const until = addDays(first, days);
        const own = offs.map((one) => ({
          ...{ dayOffId: 'd' as never, name: 'Fri' },
          ...{ firstDay: one.first, lastDay: addDays(one.first, one.days) },
        }));
        const found = occasionsOf(at(first), until, own, now);
        if (!found.ok) {
          expect(found.refusal).toBe('nothing-left');
          return;
        }
        const all = [...found.held, ...found.leftOut].map((one) => one.day).sort();
        expect(all).toHaveLength(Math.floor(days / 7) + 1);
        expect(new Set(all.map(weekdayOf)).size).toBe(1);
        expect(all.every((one, nth) => daysFrom(first, one) === 7 * nth)).toBe(true);
        expect(found.held.every((one) => offOn(one.day, own) === null)).toBe(true);
        expect(found.held.every((one) => wallInOslo(one.endsAt).time === '11:30')).toBe(true);
      }),
    );
  });
});

describe('F74 PLAN-3 clashes', () => {
  const few = <const T>(...all: T[]) => fc.constantFrom(...all);
  const placed: fc.Arbitrary<Placed> = fc
    .record({
      sessionId: few(null, 'a', 'b', 'c'),
      cohortId: few('full', 'part'),
      groupId: few(null, 'red', 'blue'),
      teachers: fc.subarray(['anne', 'odd', 'berit']),
      room: few('', 'Rom 2', 'rom  2', 'Auditoriet'),
      cancelled: fc.boolean(),
      starts: fc.integer({ min: 0, max: 8 }),
      lasts: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ starts, lasts, ...one }) => {
      return { ...one, startsAt: starts, endsAt: starts + lasts } as unknown as Placed;
    });

  test('are the same from both sides, never with itself, never with what is cancelled or elsewhere in time', () => {
    fc.assert(
      fc.property(placed, placed, fc.integer({ min: -9, max: 9 }), (a, b, later) => {
        const found = clashesBetween(a, b);
        expect(clashesBetween(b, a)).toEqual(found);
        const moved = (one: Placed) => ({
          ...{ ...one, startsAt: one.startsAt + later, endsAt: one.endsAt + later },
        });
        expect(clashesBetween(moved(a), moved(b))).toEqual(found);
        expect(clashesBetween(a, { ...b, cancelled: true })).toEqual([]);
        expect(clashesBetween(a, { ...b, startsAt: a.endsAt, endsAt: a.endsAt + 1 })).toEqual([]);
        expect(
          clashesBetween({ ...a, sessionId: 'a' as never }, { ...a, sessionId: 'a' as never }),
        ).toEqual([]);
        const there = { cancelled: false, startsAt: a.startsAt, endsAt: a.endsAt };
        const again = { ...a, ...there, sessionId: null };
        expect(clashesBetween(again, { ...again })).toContain('cohort');
      }),
    );
  });

  test('two groups may meet at once, the cohort and one of its groups may not; a room is a room however it is written', () => {
    const one: Placed = {
      ...{ sessionId: null, cohortId: 'full' as never, groupId: 'red' as never, teachers: [] },
      ...{ room: 'Rom 2', cancelled: false, startsAt: 0, endsAt: 2 },
    };
    const blue = { ...one, groupId: 'blue' as never, room: '' };
    expect(clashesBetween(one, blue)).toEqual([]);
    expect(clashesBetween(one, { ...blue, groupId: null })).toEqual(['cohort']);
    expect(clashesBetween(one, { ...blue, room: ' rom  2' })).toEqual(['room']);
    expect(clashesBetween({ ...one, room: '' }, blue)).toEqual([]);
    const other = { ...blue, sessionId: 'x' as never, groupId: null };
    const clashes = clashesOf([one], [other, { ...blue, sessionId: 'y' as never }]);
    expect(clashes).toMatchObject([{ with: { sessionId: 'x' }, over: ['cohort'] }]);
    expect(isUnseen(clashes, [])).toBe(true);
    expect(isUnseen(clashes, ['x' as never])).toBe(false);
  });
});

describe('F74 PLAN-5 PLAN-6 changing what is planned', () => {
  const session = (nth: number, more: object = {}) => {
    const found = spanOf(at(addDays('2026-10-08', 7 * nth)), now);
    if (!found.ok) throw new Error(found.refusal);
    const id = `s${nth}` as never;
    return { sessionId: id, version: 3, cancelled: false, endedAt: null, ...found.span, ...more };
  };

  test('what has begun, was cancelled or was changed by somebody else stands', () => {
    const one = session(0);
    expect(mayChange(one, 3, now)).toMatchObject({ ok: true });
    expect(mayChange(one, 2, now)).toMatchObject({ refusal: 'changed-meanwhile' });
    expect(mayChange(one, 3, one.startsAt)).toMatchObject({ refusal: 'has-begun' });
    expect(mayChange({ ...one, endedAt: now }, 3, now)).toMatchObject({ refusal: 'has-begun' });
    expect(mayChange({ ...one, cancelled: true }, 3, now)).toMatchObject({
      refusal: 'was-cancelled',
    });
  });

  test('this and following move by as many days, to the same time of day, on both sides of the change', () => {
    const series = [
      session(0),
      session(1),
      session(2, { cancelled: true }),
      session(3),
      session(4),
    ];
    const [, second] = series;
    if (!second) throw new Error('no second');
    const found = movedWith(second, at('2026-10-16', '12:00', '13:00'), series, now);
    if (!found.ok) throw new Error(found.refusal);
    expect(found.moves.map(({ session: { sessionId }, day }) => [sessionId, day])).toEqual([
      ['s1', '2026-10-16'],
      ['s3', '2026-10-30'],
      ['s4', '2026-11-06'],
    ]);
    expect(found.moves.map(({ startsAt }) => wallInOslo(startsAt).time)).toEqual(
      Array(3).fill('12:00'),
    );
    const alone = movedWith(second, at('2026-10-16'), [], now);
    expect(alone.ok && alone.moves).toHaveLength(1);
    expect(movedWith(second, at('2026-09-01'), series, now)).toMatchObject({
      refusal: 'in-the-past',
    });
  });
});
