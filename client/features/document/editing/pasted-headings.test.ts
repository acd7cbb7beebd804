import { expect, it } from 'vitest';
import { levelsHere } from './pasted-headings.ts';

it('DOC-30 a pasted heading is a heading here, under those it stood under as far as there are levels', () => {
  expect(levelsHere([])).toEqual([]);
  expect(levelsHere([1]), 'the top one of a page').toEqual([2]);
  expect(levelsHere([1, 2, 3, 2])).toEqual([2, 3, 3, 3]);
  expect(levelsHere([2, 3, 2]), 'our own').toEqual([2, 3, 2]);
  expect(levelsHere([3, 4, 6])).toEqual([3, 3, 3]);
});
