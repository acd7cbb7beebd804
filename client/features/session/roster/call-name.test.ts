import { expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { callNames } from './call-name.ts';

const entry = (displayName: string, calledName?: string) => ({
  personId: displayName as PersonId,
  displayName,
  ...(calledName === undefined ? {} : { calledName }),
});
const namesOf = (...entries: readonly ReturnType<typeof entry>[]) => [
  ...callNames(entries).values(),
];

test('people are called by their first names', () => {
  expect(
    namesOf(
      entry('Ingrid Solbakken', 'Ingrid'),
      entry('Per Olav Lie', 'Per Olav'),
      entry('Madonna'),
    ),
  ).toEqual(['Ingrid', 'Per Olav', 'Madonna']);
});

test('two of the same first name are called by the whole name', () => {
  expect(
    namesOf(entry('Anne Moen', 'Anne'), entry('Anne Berg', 'Anne'), entry('Liv Dahl', 'Liv')),
  ).toEqual(['Anne Moen', 'Anne Berg', 'Liv']);
});

test('F42 NAMES-1 in a circle people are called as they are shown', () => {
  expect(namesOf(entry('Liv Jorunn'), entry('Anne M.'), entry('Anne B.'))).toEqual([
    'Liv Jorunn',
    'Anne M.',
    'Anne B.',
  ]);
});
