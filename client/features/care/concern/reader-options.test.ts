import { expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { readerOptions } from './reader-options.ts';

const roles = {
  teacher: 'Underviser',
  studyAdviser: 'Studierådgiver',
  practiceCoordinator: 'Praksisansvarlig',
  rector: 'Rektor',
};
const one = (
  id: string,
  displayName: string,
  role: keyof typeof roles,
  courses: readonly string[] = [],
) => ({ personId: id as PersonId, displayName, roles: [role], courses: [...courses] });

test('CONCERN-1 whoever is named is told apart from their namesakes by role, by what they teach, and by number', () => {
  const labels = readerOptions(
    [
      one('1', 'Anne Moen', 'studyAdviser'),
      one('2', 'Anne Moen', 'teacher', ['SP1', 'SP2']),
      one('3', 'Anne Moen', 'teacher', ['NO1']),
      one('4', 'Anne Moen', 'teacher', ['NO1']),
      one('5', 'Odd Vik', 'teacher', ['NO1']),
    ],
    roles,
  ).map(({ label }) => label);
  expect(labels).toEqual([
    'Anne Moen, Studierådgiver',
    'Anne Moen, Underviser, SP1, SP2',
    'Anne Moen, Underviser, NO1',
    'Anne Moen, Underviser, NO1 (2)',
    'Odd Vik, Underviser',
  ]);
});
