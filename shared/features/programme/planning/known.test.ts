import { expect, test } from 'vitest';
import { gatheredDuring, isOutsideTerms } from './known.ts';

test('F74 PLAN-8 a mandatory gathering at the same time is known of, and one that ends as the session begins is not', () => {
  const first = { title: 'Oppstart', mandatory: true, startsAt: 10, endsAt: 20 };
  const chosen = { ...first, title: 'Tur', mandatory: false };
  expect(gatheredDuring({ startsAt: 15, endsAt: 30 }, [chosen, first])).toBe(first);
  expect(gatheredDuring({ startsAt: 15, endsAt: 30 }, [chosen])).toBeNull();
  expect(gatheredDuring({ startsAt: 20, endsAt: 30 }, [first])).toBeNull();
});

test('F74 PLAN-8 a day in no term is outside; where there are no terms nothing is', () => {
  const terms = [{ firstDay: '2026-08-17', lastDay: '2026-12-18' }];
  expect(isOutsideTerms('2026-12-18', terms)).toBe(false);
  expect(isOutsideTerms('2026-12-19', terms)).toBe(true);
  expect(isOutsideTerms('2026-12-19', [])).toBe(false);
});
