import { expect, test } from 'vitest';
import { hasCalendar } from './policy.ts';

test('row 1: whoever studies, teaches or sees every cohort has a calendar; who is invited or examines has none', () => {
  for (const role of ['student', 'teacher', 'admin', 'studyAdviser'] as const)
    expect(hasCalendar([role]), role).toBe(true);
  for (const role of ['guest', 'practiceSupervisor', 'examiner'] as const)
    expect(hasCalendar([role]), role).toBe(false);
  expect(hasCalendar(['guest', 'student'])).toBe(true);
  expect(hasCalendar([])).toBe(false);
});
