import { beforeEach, expect, test, vi } from 'vitest';
import { createHeed, HEED_MS } from './heed.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

const once = { detail: 1 };
const byKey = { detail: 0 };

test('AGENDA-2 HAND-4 the second press of a double one does nothing, however late', () => {
  const heed = createHeed();
  expect(heed.heeds(once)).toBe(true);
  expect(heed.heeds({ detail: 2 })).toBe(false);
});

test('AGENDA-2 HAND-4 for a second after it got another target a button heeds no press', () => {
  const heed = createHeed();
  heed.changed();
  vi.advanceTimersByTime(HEED_MS - 1);
  for (const press of [once, byKey]) expect(heed.heeds(press)).toBe(false);
  vi.advanceTimersByTime(1);
  for (const press of [once, byKey]) expect(heed.heeds(press)).toBe(true);
});

test('AGENDA-2 HAND-4 a target that goes on changing is not heeded until it has stood for a second', () => {
  const heed = createHeed();
  heed.changed();
  vi.advanceTimersByTime(HEED_MS - 1);
  heed.changed();
  vi.advanceTimersByTime(HEED_MS - 1);
  expect(heed.heeds(once)).toBe(false);
});

test('HAND-4 a button rests for as long as it heeds no press', () => {
  const heed = createHeed();
  expect(heed.rests()).toBe(false);
  heed.changed();
  expect(heed.rests()).toBe(true);
  vi.advanceTimersByTime(HEED_MS - 1);
  expect(heed.rests()).toBe(true);
  vi.advanceTimersByTime(1);
  expect(heed.rests()).toBe(false);
});
