import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchForLife } from './sign-of-life.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** How often life was seen while these were read, one a look. */
async function seenIn(readings: readonly (number | undefined)[]): Promise<number> {
  const left = [...readings];
  const lives = vi.fn();
  const stop = watchForLife(async () => left.shift(), lives);
  await vi.advanceTimersByTimeAsync(readings.length * 250);
  stop();
  await vi.advanceTimersByTimeAsync(1_000);
  return lives.mock.calls.length;
}

test('X5 DEVICE-5 a line on which something comes in is alive, and one on which nothing does is not', async () => {
  expect(await seenIn([100, 100, 100, 130])).toBe(1);
  expect(await seenIn([100, 100, 100, 100])).toBe(0);
});

test('X5 nothing is concluded from one look, from none, or from a counter that begins anew', async () => {
  expect(await seenIn([100])).toBe(0);
  expect(await seenIn([undefined, undefined, 100])).toBe(0);
  expect(await seenIn([900, 3, 3])).toBe(0);
});

test('X5 a look that is answered after it was stopped is no news', async () => {
  const lives = vi.fn();
  let answer: (signs: number) => void = () => undefined;
  const stop = watchForLife(() => new Promise((done) => (answer = done)), lives);
  await vi.advanceTimersByTimeAsync(250);
  answer(1);
  await vi.advanceTimersByTimeAsync(250);
  stop();
  answer(2);
  await vi.advanceTimersByTimeAsync(250);
  expect(lives).not.toHaveBeenCalled();
});
