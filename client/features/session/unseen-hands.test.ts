import { expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { marksOf, unseenHands } from './unseen-hands.ts';

const [kari, ola, me] = ['kari', 'ola', 'me'] as unknown as [PersonId, PersonId, PersonId];
const hand = (personId: PersonId, at: number) => ({ personId, at });

test('F11 hands that came since the queue was seen are news, and one’s own is not', () => {
  const seen = marksOf([hand(kari, 1)]);
  expect(unseenHands([hand(kari, 1), hand(ola, 2), hand(me, 3)], seen, me)).toBe(1);
});

test('F11 a hand that was lowered is no news any longer, and raised again it is', () => {
  const seen = marksOf([hand(kari, 1)]);
  expect(unseenHands([], seen, me)).toBe(0);
  expect(unseenHands([hand(kari, 9)], seen, me)).toBe(1);
});
