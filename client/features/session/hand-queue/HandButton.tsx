import { createMemo } from 'solid-js';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { useWords } from '../../../platform/language.ts';
import { heedful } from '../../../ui/heed.ts';
import { handIcon } from '../../../ui/icons.ts';
import { BarButton } from '../BarButton.tsx';
import type { HandQueueStore } from './hand-queue-store.ts';
import { words } from './words.ts';

type Hand = 'down' | 'up' | 'has-the-word' | 'queue-closed';

/**
 * One's own hand: up, down, and "Ferdig" when one has the word. It says its state in words. It is one and the same
 * button throughout, so that whoever presses it by keyboard keeps the focus.
 */
export function HandButton(props: {
  readonly handQueue: HandQueueStore;
  /** The one filled button of the screen; plain for whoever steers, whose next step is filled, and while the word goes in a round. */
  readonly filled: boolean;
}) {
  const t = useWords(words);
  const place = () => props.handQueue.myPlace();
  const hand = createMemo((): Hand => {
    if (props.handQueue.iHaveTheWord()) return 'has-the-word';
    if (place() > 0) return 'up';
    return props.handQueue.open() ? 'down' : 'queue-closed';
  });
  const look = () => {
    if (hand() === 'queue-closed') return 'plain';
    if (props.filled) return 'filled';
    return hand() === 'up' ? 'soft' : 'plain';
  };
  const label = () => {
    const waits = props.handQueue.waits();
    if (waits) return t().waits[waits];
    const now = hand();
    switch (now) {
      case 'down':
        return t().raise;
      // Short, so that nothing moves when it changes; the place stands in the queue, and is read with it.
      case 'up':
        return (
          <>
            <span aria-hidden="true">{t().raised}</span>
            <span class="visually-hidden">{t().raisedInPlace(place())}</span>
          </>
        );
      case 'has-the-word':
        return t().done;
      case 'queue-closed':
        return t().closed;
      default:
        return assertNever(now);
    }
  };
  const hint = () => {
    const waits = props.handQueue.waits();
    if (waits) return t().waitsHint[waits];
    if (hand() === 'up') return t().lowerHint;
    return hand() === 'queue-closed' ? t().closedHint : undefined;
  };
  // Whoever presses to lower the hand just as they get the word, does not give it back unawares.
  const press = heedful(
    () => hand() === 'has-the-word',
    (hasTheWord) => {
      // It goes off once, when it can.
      if (props.handQueue.waits()) return;
      if (hasTheWord) void props.handQueue.endWord();
      else void (hand() === 'up' ? props.handQueue.lowerHand() : props.handQueue.raiseHand());
    },
  );
  return (
    <BarButton
      icon={handIcon}
      look={look()}
      pressed={hand() === 'up' ? true : undefined}
      resting={hand() === 'queue-closed' || props.handQueue.waits() !== undefined}
      title={hint()}
      {...press}
    >
      {label()}
    </BarButton>
  );
}
