import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SchoolSoFar } from './model.ts';
import { firstSteps } from './rules.ts';

const NOTHING: SchoolSoFar = {
  ...{ hasContact: false, hasProgramme: false, cohorts: 0, cohortsWithTerms: 0, sessions: 0 },
  teachers: { here: 0, invited: 0 },
  students: { here: 0, invited: 0 },
};
const nextOf = (soFar: Partial<SchoolSoFar>) =>
  firstSteps({ ...NOTHING, ...soFar })?.find(({ state }) => state === 'next')?.step;

test('F84 FIRST-1 each step is next when those before it are done, by what is there', () => {
  expect(nextOf({})).toBe('school');
  expect(nextOf({ hasContact: true })).toBe('programme');
  const set = { hasContact: true, hasProgramme: true };
  expect(nextOf(set)).toBe('cohort');
  expect(nextOf({ ...set, cohorts: 1 })).toBe('terms');
  const terms = { ...set, cohorts: 1, cohortsWithTerms: 1 };
  expect(nextOf({ ...terms, teachers: { here: 1, invited: 0 } })).toBe('people');
  const people = { teachers: { here: 0, invited: 1 }, students: { here: 0, invited: 1 } };
  expect(nextOf({ ...terms, ...people })).toBe('session');
  expect(firstSteps({ ...NOTHING, ...terms, ...people, sessions: 1 })).toBe(null);
});

test('F84 FIRST-1 one step is next, however much is done in another order', () => {
  const some = fc.nat({ max: 2 });
  const people = fc.record({ here: some, invited: some });
  const soFar = fc.record({
    ...{ hasContact: fc.boolean(), hasProgramme: fc.boolean() },
    ...{ cohorts: some, cohortsWithTerms: some, sessions: some },
    ...{ teachers: people, students: people },
  });
  fc.assert(
    fc.property(soFar, (given) => {
      const states = firstSteps(given)?.map(({ state }) => state);
      if (!states) return;
      expect(states.filter((state) => state === 'next')).toHaveLength(1);
      expect(states.slice(0, states.indexOf('next')).every((state) => state === 'done')).toBe(true);
    }),
  );
});
