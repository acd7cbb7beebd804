import { expect, test } from 'vitest';
import type { RosterEntry } from '#shared/features/session/roster/model.ts';
import { hasTools } from './has-tools.ts';

const here = (part: RosterEntry['part']) => ({
  part,
  presence: { status: 'present', place: 'home', since: 0 } as const,
});
const elsewhere = { isWithMe: false, iSteer: true };

test('a teacher can remove whoever sits in a group from outside it, and nobody else there has tools', () => {
  expect(hasTools(here('student'), elsewhere)).toBe(true);
  expect(hasTools(here('guest'), elsewhere)).toBe(true);
  expect(hasTools(here('teacher'), elsewhere)).toBe(false);
  expect(hasTools(here('student'), { ...elsewhere, iSteer: false })).toBe(false);
  expect(hasTools(here('student'), { isWithMe: true, iSteer: false })).toBe(true);
  const gone = { part: 'student', presence: { status: 'left', at: 0 } } as const;
  expect(hasTools(gone, { isWithMe: true, iSteer: true })).toBe(false);
});
