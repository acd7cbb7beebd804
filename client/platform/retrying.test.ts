import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { retryDelayMs } from './retry-delay.ts';
import { makeRetrying } from './retrying.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the wait grows to five seconds and is spread', () => {
  expect(retryDelayMs(1, 0)).toBe(125);
  expect(retryDelayMs(1, 0.999)).toBe(500);
  expect(retryDelayMs(50, 0.999)).toBeLessThanOrEqual(5000);
  expect(retryDelayMs(50, 0)).toBe(1250);
});

test('what fails is tried again by itself until it works, and not after that', () => {
  const tried = vi.fn();
  const retrying = makeRetrying(tried, () => true);
  for (let failed = 1; failed <= 10; failed += 1) {
    retrying.later();
    vi.advanceTimersByTime(5_000);
    expect(tried).toHaveBeenCalledTimes(failed);
  }
  retrying.later();
  retrying.stop();
  vi.advanceTimersByTime(60_000);
  expect(tried).toHaveBeenCalledTimes(10);
});

test('a page that nobody looks at leaves the server in peace', () => {
  const tried = vi.fn();
  makeRetrying(tried, () => false).later();
  vi.advanceTimersByTime(60_000);
  expect(tried).not.toHaveBeenCalled();
});
