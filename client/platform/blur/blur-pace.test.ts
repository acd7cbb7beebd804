import { expect, test } from 'vitest';
import { FRESH_PACE, hearFrame, isTooSlow, type Pace } from './blur-pace.ts';

/** Frames every 50 ms, each taking so long. */
const after = (seconds: number, tookMs: number, from: Pace = FRESH_PACE, at = 0): Pace =>
  Array.from({ length: seconds * 20 }, (_, nth) => at + nth * 50).reduce(
    (pace, now) => hearFrame(pace, tookMs, now),
    from,
  );

test('F29 a machine that takes 16 ms for a frame keeps up for ever', () => {
  expect(isTooSlow(after(600, 16), 600_000)).toBe(false);
});

test('F29 a machine that takes 60 ms for a frame is too slow after five seconds, not before', () => {
  expect(isTooSlow(after(4, 60), 4_000)).toBe(false);
  expect(isTooSlow(after(6, 60), 6_000)).toBe(true);
});

test('F29 one bad moment among good ones is forgotten', () => {
  const stalled = after(1, 400, after(10, 16), 10_000);
  expect(stalled.slowSince).not.toBeNull();
  expect(isTooSlow(after(3, 16, stalled, 11_000), 14_000)).toBe(false);
});
