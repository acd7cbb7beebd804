import { CLEAR_PX } from './placing.ts';

/** The row that hangs under the tools, and comes as one scrolls. */
const ROW_PX = 44;

const rowIn = (over: HTMLElement | undefined) => over?.querySelector('[data-signs]') ?? undefined;

/** Down to where the window is covered over the text: by the tools, and by the row under them. */
export function coveredUntil(over: HTMLElement | undefined): number {
  const lowest = rowIn(over) ?? (over?.offsetHeight ? over : undefined);
  return lowest?.getBoundingClientRect().bottom ?? 0;
}

/**
 * How much of the window is covered where somebody writes: above by what stays over the text, below by what is docked there.
 * Measured whenever it is read. Under a phone's keyboard nothing is left of a dock.
 */
export function coveredSides(over: () => HTMLElement | undefined) {
  return {
    left: CLEAR_PX,
    right: CLEAR_PX,
    get top() {
      const rowPx = rowIn(over())?.getBoundingClientRect().height ?? 0;
      return (over()?.offsetHeight ?? 0) + Math.max(rowPx, ROW_PX) + CLEAR_PX;
    },
    get bottom() {
      const seenPx = visualViewport?.height ?? innerHeight;
      const dock = document.querySelector('[data-dock]')?.getBoundingClientRect().top ?? seenPx;
      return Math.max(0, seenPx - dock) + CLEAR_PX;
    },
  };
}
