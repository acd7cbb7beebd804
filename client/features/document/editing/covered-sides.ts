import { CLEAR_PX } from './placing.ts';

/** The signs hang under the tools. */
const SIGN_PX = 44;

/**
 * How much of the window is covered where somebody writes: above by what stays over the text, below by what is docked there.
 * Measured whenever it is read. Under a phone's keyboard nothing is left of a dock.
 */
export function coveredSides(over: () => HTMLElement | undefined) {
  return {
    left: CLEAR_PX,
    right: CLEAR_PX,
    get top() {
      return (over()?.offsetHeight ?? 0) + SIGN_PX + CLEAR_PX;
    },
    get bottom() {
      const seenPx = visualViewport?.height ?? innerHeight;
      const dock = document.querySelector('[data-dock]')?.getBoundingClientRect().top ?? seenPx;
      return Math.max(0, seenPx - dock) + CLEAR_PX;
    },
  };
}
