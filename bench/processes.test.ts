import { expect, test } from 'vitest';
import { usedByOthers } from './processes.ts';

test('what others used is never less than nothing, nor written so', () => {
  expect(usedByOthers(1.5, 1.2)).toBeCloseTo(0.3);
  expect(usedByOthers(1.1, 1.2)).toBe(0);
  expect(usedByOthers(1.19, 1.2).toFixed(1)).toBe('0.0');
});
