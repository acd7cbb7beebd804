import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import { OCCASION_STATES, SOURCES } from '../presence/model.ts';
import { shareOf, totalsOf } from './rules.ts';

const session = fc.record({
  length: fc.nat(300).map((minutes) => ({ from: HOUR_MS, to: HOUR_MS + minutes * MINUTE_MS })),
  state: fc.constantFrom(...OCCASION_STATES),
  figure: fc.record({
    kind: fc.constant('time' as const),
    thereMs: fc.nat(300 * MINUTE_MS),
    source: fc.constantFrom(...SOURCES),
  }),
});
const day = fc.record({
  length: fc.constant({ from: 0, to: HOUR_MS }),
  state: fc.constantFrom(...OCCASION_STATES),
  figure: fc.record({
    kind: fc.constant('day' as const),
    present: fc.constantFrom(true, false, null),
    source: fc.constantFrom('nobody' as const, 'classroom' as const, 'corrected' as const),
  }),
});

test('F33 ATT-6 what is on or ahead counts when it is over, and a day when somebody has said who was there', () => {
  fc.assert(
    fc.property(fc.array(session), fc.array(day), (sessions, days) => {
      const totals = totalsOf([...sessions, ...days]);
      const over = sessions.filter(({ state }) => state === 'over');
      const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);
      expect(totals).toEqual({
        thereMs: sum(over.map(({ figure }) => figure.thereMs)),
        ofMs: sum(over.map(({ length }) => length.to - length.from)),
        daysPresent: days.filter(({ figure }) => figure.present === true).length,
        days: days.filter(({ figure }) => figure.present !== null).length,
      });
    }),
  );
});

test('F33 ATT-6 only who was there for all of it has a hundred per cent, and of nothing there is no share', () => {
  expect(shareOf({ thereMs: 0, ofMs: 0 })).toBeNull();
  expect(shareOf({ thereMs: 999, ofMs: 1_000 })).toBe(99);
  expect(shareOf({ thereMs: 1_000, ofMs: 1_000 })).toBe(100);
});
