import { expect, test } from 'vitest';
import type { Role, Subject } from '#shared/wire/access.ts';
import { mayPlanSession } from './policy.ts';

/** Tuesday 29 September 2026 at nine, in Oslo. */
const now = 1_790_665_200_000;
const nothing = { teachesCohort: false, invitedToCohort: false, isPractice: false };
const may = (role: Role, place: Partial<typeof nothing>) => {
  const subject: Subject = { personId: 'p' as never, active: true, roles: [{ role, until: null }] };
  return mayPlanSession(subject, { ...nothing, ...place }, now);
};

test('F74 F84 row 7: a practice coordinator plans practice, and where a cohort has asked them in; no more', () => {
  expect(may('practiceCoordinator', { isPractice: true })).toBe(true);
  expect(may('practiceCoordinator', { invitedToCohort: true })).toBe(true);
  expect(may('practiceCoordinator', { teachesCohort: true })).toBe(false);
  expect(may('teacher', { teachesCohort: true })).toBe(true);
  expect(may('teacher', { isPractice: true, invitedToCohort: true })).toBe(false);
  expect(may('admin', {})).toBe(true);
  expect(may('rector', { teachesCohort: true, invitedToCohort: true, isPractice: true })).toBe(
    false,
  );
});
