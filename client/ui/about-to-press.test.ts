import { expect, test } from 'vitest';
import {
  FAR_AWAY,
  isAboutToPress,
  isPointedAt,
  type NearnessEvent,
  nextNearness,
  REST_MS,
} from './about-to-press.ts';

/** Whether something may be pressed `afterMs` after these happened, all at once. */
function holds(afterMs: number, ...events: readonly NearnessEvent[]): boolean {
  const state = events.reduce((before, event) => nextNearness(before, event, 1_000), FAR_AWAY);
  return isAboutToPress(state, 1_000 + afterMs);
}
const moved = { type: 'pointer-moved' } as const;
const inside = { type: 'focus', inside: true } as const;

test('STAGE-3 a pointer over the tiles holds them, until it leaves or was left lying', () => {
  expect(holds(0)).toBe(false);
  expect(holds(REST_MS - 1, moved)).toBe(true);
  expect(holds(REST_MS, moved)).toBe(false);
  expect(holds(0, moved, { type: 'pointer-left', finger: false })).toBe(false);
});

test('STAGE-3 a finger is gone before its press counts, and holds a little longer', () => {
  expect(holds(500, moved, { type: 'pointer-left', finger: true })).toBe(true);
});

test('STAGE-3 focus inside holds for as long as it stays', () => {
  expect(holds(REST_MS * 100, inside)).toBe(true);
  expect(holds(0, inside, { type: 'focus', inside: false })).toBe(false);
});

test('HAND-9 focus alone is no pointer', () => {
  const focused = nextNearness(FAR_AWAY, inside, 1_000);
  expect(isPointedAt(focused, 1_000)).toBe(false);
  expect(isPointedAt(nextNearness(focused, moved, 1_000), 1_000)).toBe(true);
});

test('STAGE-3 after a press one sees at once what it did', () => {
  expect(holds(0, moved, inside, { type: 'pressed' })).toBe(false);
});
