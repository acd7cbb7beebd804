import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS } from '#shared/kernel/duration.ts';
import { type Counted, isListed, standingTo } from './rules.ts';

const day = (nth: number) => nth * DAY_MS;
/** One after the other, a day each: there or not. */
const evenings = (...there: readonly number[]): Counted[] =>
  there.map((each, nth) => ({ there: each, of: 1, knownAt: day(nth) }));

test('F76 ATT-12 the share is of what has been, and nothing is said before there have been three', () => {
  expect(standingTo(80, [], [1])).toEqual({ percent: 80, share: null, state: 'kept', needed: 0 });
  expect(standingTo(80, evenings(0, 0), [1])).toMatchObject({ share: 0, state: 'kept' });
  expect(standingTo(80, evenings(0, 1, 1), [1])).toMatchObject({ share: 66, state: 'under' });
  expect(standingTo(75, evenings(1, 1, 1, 0), [])).toMatchObject({ share: 75, state: 'kept' });
});

test('F76 ATT-13 who would come below by missing the next is told before; who has missed nothing is not', () => {
  expect(standingTo(75, evenings(1, 1, 1, 0), [1])).toMatchObject({ state: 'near', needed: 0 });
  expect(standingTo(50, evenings(1, 1, 1, 0), [1])).toMatchObject({ state: 'kept' });
  expect(standingTo(80, evenings(1, 1, 1), [1])).toMatchObject({ state: 'kept' });
});

test('F76 ATT-13 who is below is told with how many they are there again, if those that are planned do it', () => {
  expect(standingTo(80, evenings(0, 1, 1), [1, 1, 1])).toMatchObject({ state: 'under', needed: 2 });
  expect(standingTo(80, evenings(0, 1, 1), [1])).toMatchObject({ needed: null });
  expect(standingTo(100, evenings(0, 1, 1), [1, 1, 1, 1])).toMatchObject({ needed: null });
});

test('F76 ATT-14 a list has nobody who has not known for a week, by what was required then', () => {
  const under = evenings(1, 0, 0);
  expect(isListed(80, under, day(-30), day(2))).toBe(false);
  expect(isListed(80, under, day(-30), day(2) + 7 * DAY_MS - 1)).toBe(false);
  expect(isListed(80, under, day(-30), day(9))).toBe(true);
  // Required since yesterday, put right to less yesterday, and there again since: none is listed.
  expect(isListed(80, under, day(8), day(9))).toBe(false);
  expect(isListed(80, under.with(2, { there: 0, of: 1, knownAt: day(8) }), day(-30), day(9))).toBe(
    false,
  );
  const again = Array.from({ length: 8 }, () => ({ there: 1, of: 1, knownAt: day(8) }));
  expect(isListed(80, [...under, ...again], day(-30), day(9))).toBe(false);
});

const counted = fc.array(
  fc.record({ there: fc.nat(60), of: fc.integer({ min: 60, max: 180 }), knownAt: fc.nat(day(60)) }),
  { maxLength: 12 },
);
const percent = fc.integer({ min: 1, max: 100 });

test('F76 ATT-14 whoever is listed is below now, and has been told so for a week', () => {
  fc.assert(
    fc.property(counted, percent, fc.nat(day(90)), (over, required, now) => {
      fc.pre(isListed(required, over, 0, now));
      expect(standingTo(required, over, []).state).toBe('under');
      const weekAgo = over.filter(({ knownAt }) => knownAt <= now - day(7));
      expect(standingTo(required, weekAgo, []).state).toBe('under');
    }),
  );
});

test('F76 ATT-13 with so many as are needed one is not below, and with one less one is', () => {
  fc.assert(
    fc.property(
      counted,
      percent,
      fc.array(fc.integer({ min: 1, max: 180 })),
      (over, required, ahead) => {
        const { state, needed } = standingTo(required, over, ahead);
        fc.pre(state === 'under' && needed !== null);
        const after = (n: number) =>
          standingTo(
            required,
            [...over, ...ahead.slice(0, n).map((of) => ({ there: of, of, knownAt: 0 }))],
            [],
          ).state;
        expect(after(needed as number)).toBe('kept');
        expect(after((needed as number) - 1)).toBe('under');
      },
    ),
  );
});
