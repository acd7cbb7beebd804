import { expect, test } from 'vitest';
import { keepPlaces } from './places.ts';

const people = ['a', 'b', 'c', 'd', 'e', 'f'];

test('F24 when another becomes large, only the place that came free is filled', () => {
  const without = (large: string) => people.filter((one) => one !== large);
  const first = keepPlaces([], without('a'), 4);
  expect(first).toEqual(['b', 'c', 'd', 'e']);
  expect(keepPlaces(first, without('c'), 4)).toEqual(['b', 'a', 'd', 'e']);
});

test('F24 whoever must be seen takes a free place, else the last that somebody can spare', () => {
  expect(keepPlaces(['a', 'b', 'c'], people, 3, ['f'])).toEqual(['a', 'b', 'f']);
  expect(keepPlaces(['a', 'b', 'f'], people, 3, ['f', 'b', 'e'])).toEqual(['e', 'b', 'f']);
  expect(keepPlaces(['a', 'b', 'c'], ['a', 'c', 'd', 'f'], 3, ['f'])).toEqual(['a', 'f', 'c']);
});

test('a smaller screen has fewer places, and those who are gone have none', () => {
  expect(keepPlaces(['a', 'b', 'c', 'd'], people, 2)).toEqual(['a', 'b']);
  expect(keepPlaces(['a', 'b'], ['b'], 4, ['a'])).toEqual(['b']);
});
