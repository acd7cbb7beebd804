import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { threadPath, threadY } from './thread-curve.ts';

const ends = fc.record({ from: fc.boolean(), to: fc.boolean() });

test('a drawn part of the thread goes through every point of the thread', () => {
  fc.assert(
    fc.property(
      ends,
      fc.integer({ min: 0, max: 900 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (tied, x1, t) => {
        const x2 = x1 + 100;
        const numbers =
          threadPath(x1, x2, 1_000, tied)
            .match(/-?\d+(\.\d+)?/g)
            ?.map(Number) ?? [];
        const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = numbers;
        const at = (a: number, b: number, c: number) =>
          (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c;
        expect(at(ay, by, cy)).toBeCloseTo(threadY(at(ax, bx, cx), 1_000, tied), 1);
      },
    ),
  );
});

test('tied ends are level, the middle hangs', () => {
  const both = { from: true, to: true };
  expect(threadY(0, 800, both)).toBe(threadY(800, 800, both));
  expect(threadY(400, 800, both)).toBeGreaterThan(threadY(100, 800, both));
});

test('a band that has no width yet, or no longer, has no thread', () => {
  for (const tied of [
    { from: true, to: true },
    { from: false, to: true },
    { from: true, to: false },
  ])
    expect(threadPath(6, -6, 0, tied)).toBe('');
});
