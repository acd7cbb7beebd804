import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstPast } from './first-past.ts';

test('it is the place that looking at each from the beginning would find', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 })),
      fc.integer({ min: 0, max: 51 }),
      (all, at) => {
        const sorted = all.toSorted((a, b) => a - b);
        const found = sorted.findIndex((one) => one >= at);
        expect(firstPast(sorted, (one) => one < at)).toBe(found < 0 ? sorted.length : found);
      },
    ),
  );
});
