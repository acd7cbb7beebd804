import { type Accessor, createEffect, createMemo, createSignal } from 'solid-js';
import type { HandQueue } from '#shared/features/session/hand-queue/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Topics } from './topics.ts';

type RaisedHand = HandQueue['hands'][number];

/** A hand that was lowered and raised again is a new one. */
const markOf = ({ personId, at }: RaisedHand) => `${personId} ${at}`;

/** How many of the hands that are up have come since the queue was last seen; one's own is known. */
export function unseenHands(
  hands: readonly RaisedHand[],
  seen: ReadonlySet<string>,
  me: PersonId,
): number {
  return hands.filter((hand) => hand.personId !== me && !seen.has(markOf(hand))).length;
}

export const marksOf = (hands: readonly RaisedHand[]): ReadonlySet<string> =>
  new Set(hands.map(markOf));

/** The same as a signal, for whoever gives the word; to others it is no news. */
export function createUnseenHands(
  me: PersonId,
  { roster, handQueue }: Pick<Topics, 'roster' | 'handQueue'>,
  isSeen: Accessor<boolean>,
): Accessor<number> {
  const [seen, setSeen] = createSignal<ReadonlySet<string>>(new Set());
  createEffect(() => {
    if (isSeen()) setSeen(marksOf(handQueue.hands()));
  });
  return createMemo(() =>
    roster.steers() && !isSeen() ? unseenHands(handQueue.hands(), seen(), me) : 0,
  );
}
