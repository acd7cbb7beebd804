import { expect, test } from 'vitest';
import { inSentenceOf } from './room-name.ts';
import { shortened } from './shortened.ts';
import { calmSeconds, minutesOf } from './time-left.ts';

test('a name that a group got by itself is no name in a sentence; another is somebody’s own', () => {
  expect(inSentenceOf('nb', 'Gruppe 12')).toBe('gruppe 12');
  expect(inSentenceOf('nb', 'Group 3')).toBe('group 3');
  expect(inSentenceOf('nb', 'Makt i møtet')).toBe('Makt i møtet');
  expect(inSentenceOf('nb', 'Gruppe Nord')).toBe('Gruppe Nord');
  expect(inSentenceOf('en', 'Gruppe 12')).toBe('Gruppe 12');
});

test('F22 seconds go in tens until the last ten, and minutes as people count them', () => {
  expect([60_000, 59_999, 50_001, 50_000, 10_001, 10_000, 9_001, 1, 0].map(calmSeconds)).toEqual([
    60, 60, 60, 50, 20, 10, 10, 1, 0,
  ]);
  expect([14 * 60_000, 13 * 60_000 + 1, 60_000, 1].map(minutesOf)).toEqual([14, 14, 1, 1]);
});

test('a text is cut between two words where it is long, and stands in one line', () => {
  expect(shortened('Ett ord\n\nholder.')).toBe('Ett ord holder.');
  const long = shortened('ord '.repeat(100));
  expect(long).toMatch(/ord …$/u);
  expect(long.length).toBeLessThanOrEqual(142);
  expect(shortened('x'.repeat(400)).length).toBeLessThanOrEqual(142);
});
