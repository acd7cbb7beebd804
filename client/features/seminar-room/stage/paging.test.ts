import { expect, test } from 'vitest';
import {
  keepOrder,
  liftedFirst,
  PAGE_NARROW,
  PAGE_WIDE,
  pageOf,
  picturesWanted,
} from './paging.ts';

const thirty = Array.from({ length: 30 }, (_, index) => `p${index}`);

test('F24 thirty people are four pages on a desktop and eight on a phone', () => {
  expect(pageOf(thirty, PAGE_WIDE, 0)).toMatchObject({ count: 4, people: thirty.slice(0, 9) });
  expect(pageOf(thirty, PAGE_NARROW, 7)).toMatchObject({ count: 8, people: ['p28', 'p29'] });
});

test('a page that emptied gives way to the last there is', () => {
  expect(pageOf(thirty.slice(0, 5), PAGE_NARROW, 7)).toMatchObject({ index: 1, people: ['p4'] });
  expect(pageOf([], PAGE_WIDE, 3)).toEqual({ index: 0, count: 1, people: [] });
});

test('F24 an arrival moves nobody', () => {
  expect(keepOrder(['b', 'c', 'a'], ['a', 'b', 'c', 'd'], false)).toEqual(['b', 'c', 'a', 'd']);
  expect(keepOrder(['b', 'c', 'a'], ['a', 'b'], false)).toEqual(['b', 'a']);
});

test('STAGE-3 whoever leaves keeps the place for as long as something may be pressed', () => {
  expect(keepOrder(['b', 'c', 'a'], ['a', 'b', 'd'], true)).toEqual(['b', 'c', 'a', 'd']);
});

test('F24 only who is looked at is fetched, and nobody in sound only', () => {
  const onScreen = ['a', undefined, 'b', 'a'];
  expect([...picturesWanted(onScreen, false)]).toEqual(['a', 'b']);
  expect(picturesWanted(onScreen, true).size).toBe(0);
});

test('ROOM-9 whoever is lifted forward stands first, and the others as they stood', () => {
  expect(liftedFirst(['a', 'b', 'c'], 'b')).toEqual(['b', 'a', 'c']);
  expect(liftedFirst(['a', 'b'], 'gone')).toEqual(['a', 'b']);
  expect(liftedFirst(['a', 'b'], null)).toEqual(['a', 'b']);
});
