import { expect, test } from 'vitest';
import type { CohortId } from '#shared/kernel/ids.ts';
import { mayBeEnrolled, termMoved } from './rules.ts';

test('F84 COHORT-2 nobody is a student of two cohorts at once, or twice of one', () => {
  const [one, other] = ['one', 'other'] as CohortId[] as [CohortId, CohortId];
  expect(mayBeEnrolled(one, [])).toEqual({ ok: true });
  expect(mayBeEnrolled(one, [other])).toMatchObject({ refusal: 'in-another' });
  expect(mayBeEnrolled(one, [other, one])).toMatchObject({ refusal: 'already-in-it' });
});

test('F84 COHORT-5 a term goes with the first day, also over a leap day', () => {
  const autumn = { firstDay: '2027-08-16', lastDay: '2027-12-17', name: 'Høst 2027' };
  expect(termMoved(autumn, '2027-08-16', '2028-08-14')).toEqual({
    ...{ firstDay: '2028-08-14', lastDay: '2028-12-15', name: 'Høst 2028' },
  });
  const spring = { firstDay: '2028-01-03', lastDay: '2028-06-16', name: 'Vår 2027/28' };
  expect(termMoved(spring, '2027-08-16', '2026-08-17')).toEqual({
    ...{ firstDay: '2027-01-04', lastDay: '2027-06-18', name: 'Vår 2026/27' },
  });
  const named = { firstDay: '2028-01-01', lastDay: '2028-06-16', name: 'Første år, rom 2' };
  expect(termMoved(named, '2027-08-16', '2028-08-14').name).toBe('Første år, rom 2');
});
