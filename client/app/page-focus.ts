import { useLocation } from '@solidjs/router';
import { createEffect, on, onCleanup } from 'solid-js';

/**
 * Gives the heading of each page that somebody walks to the focus, once it is there: a screen reader reads the page from
 * its start, and Tab goes on from it. The page that was loaded first keeps the focus as the browser set it, and so does
 * one that has placed it itself. `walkedTo`: the first page too was walked to, by a press that loaded it.
 */
export function focusEachPage(walkedTo: boolean): void {
  const location = useLocation();
  /** The heading of the page before; null until the first page stands, whatever redirects led to it. */
  let before: HTMLHeadingElement | null = null;
  let pressed: Element | null = null;

  const arrive = () => {
    const heading = headingOfPage(before);
    if (heading === null) return;
    coming.disconnect();
    const isFirst = before === null && !walkedTo;
    before = heading;
    if (!isFirst && isLeftOver(document.activeElement, pressed)) focusHeading(heading);
  };
  const coming = new MutationObserver(arrive);
  onCleanup(() => coming.disconnect());

  createEffect(
    on(
      () => location.pathname,
      () => {
        pressed = document.activeElement;
        coming.observe(document.body, {
          childList: true,
          subtree: true,
          attributeFilter: ['aria-busy'],
        });
        arrive();
      },
    ),
  );
}

/** The one of a page that is still on its way says only that it is. */
function headingOfPage(before: Element | null): HTMLHeadingElement | null {
  const all = [...document.querySelectorAll('h1')];
  return all.find((one) => one !== before && !one.closest('[aria-busy="true"]')) ?? null;
}

/** Whether the focus is nowhere, or still on the way here: what was pressed, or the frame with its menu. */
function isLeftOver(focused: Element | null, pressed: Element | null): boolean {
  if (focused === null || focused === document.body || focused === pressed) return true;
  return focused.closest('header, nav') !== null;
}

function focusHeading(heading: HTMLHeadingElement): void {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
