import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CAPTION_KEPT_MS, type CaptionLine } from '#shared/features/session/captions/model.ts';
import type { CaptionId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { settableClock } from '../../../testing/settable-clock.ts';
import { makeCaptionMemory } from './caption-memory.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const session = 'session' as SessionId;
const line = (id: string): CaptionLine => ({
  captionId: id as CaptionId,
  by: 'tone' as PersonId,
  source: 'captioner',
  speaker: null,
  text: 'Hei',
  done: true,
});

test('CAP-6 F26 a minute after the last line nothing of it is left in memory, also when nobody asks', () => {
  const memory = makeCaptionMemory(settableClock(0));
  memory.hear(session, line('a'));
  vi.advanceTimersByTime(CAPTION_KEPT_MS - 1);
  memory.hear(session, line('b'));
  vi.advanceTimersByTime(CAPTION_KEPT_MS - 1);
  expect(memory.size()).toBe(1);
  vi.advanceTimersByTime(1);
  expect(memory.size()).toBe(0);
});

test('CAP-6 what is told by the clock is a minute old at most', () => {
  const clock = settableClock(0);
  const memory = makeCaptionMemory(clock);
  memory.hear(session, line('a'));
  clock.advance(CAPTION_KEPT_MS - 1);
  expect(memory.now(session)).toHaveLength(1);
  clock.advance(1);
  expect(memory.now(session)).toEqual([]);
});

test('CAP-6 it ends with the session, and holds nothing for a session without lines', () => {
  const memory = makeCaptionMemory(settableClock(0));
  memory.hear(session, line('a'));
  memory.forget(session);
  expect(memory.size()).toBe(0);
  memory.hear(session, { ...line('a'), text: '' });
  expect(memory.size()).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
