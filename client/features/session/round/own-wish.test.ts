import { expect, test } from 'vitest';
import type { RoundId, SessionId } from '#shared/kernel/ids.ts';
import { createOwnWish } from './own-wish.ts';

test('F35 ROUND-3 one’s own device remembers that a turn comes back, in the round in which it was asked', () => {
  let now = 'one' as RoundId;
  const own = createOwnWish('session' as SessionId, () => now);
  expect(own.comesBack()).toBe(false);
  own.setComesBack(true);
  expect(own.comesBack()).toBe(true);
  expect(own.wish(), 'nothing is wished of a turn to come').toBeUndefined();
  now = 'two' as RoundId;
  expect(own.comesBack()).toBe(false);
});
