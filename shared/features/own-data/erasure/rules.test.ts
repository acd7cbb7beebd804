import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS } from '../../../kernel/duration.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { earliestOf, isOverdue, latestOf, sayYes, type Waiting } from './rules.ts';

const [kari, astrid, rune] = ['kari', 'astrid', 'rune'] as PersonId[] as [
  PersonId,
  PersonId,
  PersonId,
];
const asked: Waiting = { personId: kari, askedAt: 0, firstYesBy: null };

test('F81 ERASE-4 two people say yes, neither of them who asked, and not before a week', () => {
  const week = 7 * DAY_MS;
  expect(sayYes(asked, astrid, week - 1)).toMatchObject({ refusal: 'too-early' });
  expect(sayYes(asked, kari, week)).toMatchObject({ refusal: 'takes-another' });
  expect(sayYes(asked, astrid, week)).toEqual({ ok: true, decided: false });
  const once = { ...asked, firstYesBy: astrid };
  expect(sayYes(once, astrid, week)).toMatchObject({ refusal: 'takes-another' });
  expect(sayYes(once, rune, week)).toEqual({ ok: true, decided: true });
});

test('F81 ERASE-5 whatever anybody says or does not say, it is decided within thirty days', () => {
  fc.assert(
    fc.property(fc.nat(), (askedAt) => {
      expect(earliestOf(askedAt)).toBeLessThan(latestOf(askedAt));
      expect(isOverdue({ askedAt }, askedAt + 30 * DAY_MS)).toBe(true);
      expect(isOverdue({ askedAt }, askedAt + 30 * DAY_MS - 1)).toBe(false);
    }),
  );
});
