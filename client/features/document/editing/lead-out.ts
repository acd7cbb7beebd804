import { createEffect, on } from 'solid-js';
import type { OpenDocument } from './open-document.ts';

/** For so long the page may be drawn anew, from what the server has, and is gone to again. */
const LEADS_MS = 3_000;

/**
 * Whoever writes when the text is closed to them, or taken away, is led to the heading, and so to the words that say so, in
 * place of nowhere: the keys that still come would move the page.
 */
export function createLeadOut(open: OpenDocument) {
  let page: HTMLElement | undefined;
  let until = 0;
  const lead = () => {
    const heading = page?.querySelector('h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  };
  createEffect(
    on(open.mayWrite, (may, might) => {
      const isInText = document.activeElement?.closest('[contenteditable="true"]');
      if (!might || may || !isInText) return;
      until = Date.now() + LEADS_MS;
      lead();
    }),
  );
  createEffect(
    on(open.state, () => {
      setTimeout(() => {
        if (Date.now() < until && document.activeElement === document.body) lead();
      });
    }),
  );
  return {
    page: (element: HTMLElement) => {
      page = element;
    },
    lead,
  };
}
