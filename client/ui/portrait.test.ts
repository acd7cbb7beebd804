import { expect, test } from 'vitest';
import { figureOf, hueOf } from './portrait.ts';

const ids = Array.from({ length: 400 }, (_, n) => `person-${n}`);

test('a person keeps hue and figure', () => {
  for (const id of ids) {
    expect(hueOf(id)).toBe(hueOf(id));
    expect(figureOf(id)).toBe(figureOf(id));
  }
});

test('a school of people gets all six hues and all eight figures, none of them rare', () => {
  const times = new Map<unknown, number>();
  for (const id of ids) {
    for (const key of [hueOf(id), figureOf(id)]) times.set(key, (times.get(key) ?? 0) + 1);
  }
  expect(times.size).toBe(6 + 8);
  expect(Math.min(...times.values())).toBeGreaterThan(25);
});
