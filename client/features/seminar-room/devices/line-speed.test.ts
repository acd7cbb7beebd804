import { expect, test } from 'vitest';
import { judgeLine } from './line-speed.ts';

test('F1 what the line is good enough for, by its middle delay and its speed', () => {
  const quick = [20, 30, 900, 25, 40];
  expect(judgeLine({ delaysMs: quick, bitsPerSecond: 5_000_000 })).toBe('sound-and-picture');
  expect(judgeLine({ delaysMs: quick, bitsPerSecond: 900_000 })).toBe('sound');
  expect(judgeLine({ delaysMs: quick, bitsPerSecond: 100_000 })).toBe('barely');
  expect(judgeLine({ delaysMs: [900, 800, 30], bitsPerSecond: 5_000_000 })).toBe('barely');
  expect(judgeLine({ delaysMs: [], bitsPerSecond: 5_000_000 })).toBe('unreachable');
});
