import { type Accessor, createEffect, createSignal, on, onCleanup, onMount } from 'solid-js';
import type { ChatMessage } from '#shared/features/session/chat/model.ts';
import type { MessageId } from '#shared/kernel/ids.ts';
import { whenNewFromOthers } from './new-messages.ts';

/** Nearer than this to the end counts as reading the newest; px. */
const NEAR_END = 40;

/**
 * Where one reads. New messages are followed only by somebody who reads the newest; to others they are counted, and
 * what is on their screen stays where it is.
 */
export function createScrolling(list: {
  /** How many rows there are. */
  readonly count: Accessor<number>;
  readonly messages: Accessor<readonly ChatMessage[]>;
  readonly isMine: (message: ChatMessage) => boolean;
}) {
  const [unseen, setUnseen] = createSignal(0);
  let scroller: HTMLElement | undefined;
  let atEnd = true;

  function toBottom(): void {
    atEnd = true;
    setUnseen(0);
    if (scroller) scroller.scrollTop = scroller.scrollHeight;
  }

  onMount(toBottom);
  // A banner above, a keyboard below, a line under one's own message: whoever reads the newest goes on reading it.
  const resized = new ResizeObserver(() => {
    if (atEnd) toBottom();
  });
  onMount(() => {
    if (!scroller) return;
    resized.observe(scroller);
    for (const part of scroller.children) resized.observe(part);
  });
  onCleanup(() => resized.disconnect());
  createEffect(
    on(list.count, () => {
      // After Solid has put the new rows in.
      if (atEnd) queueMicrotask(toBottom);
    }),
  );
  whenNewFromOthers(list, (count) => {
    if (!atEnd) setUnseen((before) => before + count);
  });

  return {
    unseen,
    toBottom,
    setScroller: (element: HTMLElement) => {
      scroller = element;
    },
    scrolled(): void {
      if (!scroller) return;
      atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END;
      if (atEnd) setUnseen(0);
    },
    /** Remembers the distance to the end; the returned function restores it when rows have come in above. */
    keepPlace(): () => void {
      const fromEnd = scroller ? scroller.scrollHeight - scroller.scrollTop : 0;
      return () => {
        if (scroller) scroller.scrollTop = scroller.scrollHeight - fromEnd;
      };
    },
    /** Does what makes the list higher and lower within a moment: whoever reads the newest goes on reading it, others stay where they are. */
    staying(work: () => void): void {
      const top = scroller?.scrollTop ?? 0;
      work();
      if (atEnd) toBottom();
      else if (scroller) scroller.scrollTop = top;
    },
    /** Brings a message into view and gives it focus, so that a screen reader goes there too. */
    jumpTo(id: MessageId): void {
      const row = document.getElementById(`message-${id}`);
      row?.scrollIntoView({ block: 'center' });
      row?.focus({ preventScroll: true });
    },
  };
}
