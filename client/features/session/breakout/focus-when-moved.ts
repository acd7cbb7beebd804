import { createEffect, on } from 'solid-js';
import { aSheetIsOpen } from '../../../ui/back-closes.ts';
import type { BreakoutStore } from './breakout-store.ts';

/** The heading of the stage within a breakout, or where one is to choose one. */
export const HEADING = 'breakout-heading';

/** Whoever is moved begins at the head of the stage; whoever writes goes on writing, if what they write in is still there. */
export function focusWhenMoved({ mineId }: Pick<BreakoutStore, 'mineId'>): void {
  createEffect(
    on(
      mineId,
      () => {
        // When what is new is drawn.
        setTimeout(() => {
          if (isWriting() || aSheetIsOpen()) return;
          const heading = document.getElementById(HEADING) ?? document.getElementById('stage');
          heading?.focus({ preventScroll: true });
        });
      },
      { defer: true },
    ),
  );
}

function isWriting(): boolean {
  const { activeElement } = document;
  return activeElement?.matches('textarea, input, select, [contenteditable="true"]') ?? false;
}
