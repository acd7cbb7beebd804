import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startUndoOffer } from './undo-offer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('an offer to undo ends after ten seconds that nobody held it', () => {
  const done = vi.fn();
  const offer = startUndoOffer(done);
  offer.hold();
  vi.advanceTimersByTime(600_000);
  expect(done).not.toHaveBeenCalled();
  offer.run();
  vi.advanceTimersByTime(10_000);
  expect(done).toHaveBeenCalledOnce();
});

test('an offer in focus ends before what it offers is too late, and once', () => {
  const done = vi.fn();
  const offer = startUndoOffer(done, 50_000);
  offer.hold();
  vi.advanceTimersByTime(49_999);
  expect(done).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(done).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(60_000);
  expect(done).toHaveBeenCalledOnce();
});

test('an offer that is taken ends without a word', () => {
  const done = vi.fn();
  startUndoOffer(done, 50_000).stop();
  vi.advanceTimersByTime(60_000);
  expect(done).not.toHaveBeenCalled();
});
