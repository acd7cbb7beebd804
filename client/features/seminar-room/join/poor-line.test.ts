import { expect, test } from 'vitest';
import { hearQuality, isTooPoor } from './poor-line.ts';

test('F6 ten seconds of a poor line, without a break, are too poor for pictures', () => {
  const since = hearQuality(null, 'poor', 1_000);
  expect(isTooPoor(since, 10_999)).toBe(false);
  expect(isTooPoor(hearQuality(since, 'poor', 9_000), 11_000)).toBe(true);
  const broken = hearQuality(hearQuality(since, 'good', 9_000), 'poor', 9_500);
  expect(isTooPoor(broken, 11_000)).toBe(false);
});
