import type { Locator, Page } from '@playwright/test';

const CONTROLS = 'a[href], button, input, textarea, select, [role^="menuitem"], [role="tab"]';

/**
 * Controls that are smaller than they promise, with their size. A control counts as large as what answers to a press
 * around it; one that runs within a sentence may be as small as its words (WCAG 2.2, 2.5.8).
 */
export function smallTargets(page: Page, sizePx: number): Promise<string[]> {
  return page.evaluate(
    ({ controls, sizePx }) => {
      const modal = document.querySelector('[role="dialog"]');
      const shown = [...(modal ?? document).querySelectorAll<HTMLElement>(controls)].filter(
        (element) =>
          element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
          element.getClientRects().length > 0,
      );
      const small: string[] = [];
      for (const element of shown) {
        const box = element.getBoundingClientRect();
        const outside =
          box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth;
        const withinSentence =
          element.tagName === 'A' && getComputedStyle(element).display === 'inline';
        if (outside || withinSentence) continue;
        if (box.width >= sizePx - 0.5 && box.height >= sizePx - 0.5) continue;
        const reach = sizePx / 2 - 1;
        const answers = (dx: number, dy: number) => {
          const { left, top } = element.getBoundingClientRect();
          const [x, y] = [left + box.width / 2, top + box.height / 2];
          const hit = document.elementFromPoint(x + dx, y + dy);
          return (
            hit !== null && (element.contains(hit) || hit.closest('label')?.control === element)
          );
        };
        const far = (size: number) => (size >= sizePx - 0.5 ? 0 : reach);
        const [dx, dy] = [far(box.width), far(box.height)];
        if (answers(dx, dy) && answers(-dx, -dy)) continue;
        // Cut off by the edge of what scrolls: whoever wants to press it brings it in first.
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        if (answers(dx, dy) && answers(-dx, -dy)) continue;
        const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
        small.push(
          `${element.tagName} «${name.trim().slice(0, 50)}» ${Math.round(box.width)} × ${Math.round(box.height)}`,
        );
      }
      return small;
    },
    { controls: CONTROLS, sizePx },
  );
}

/** By how many pixels the page is wider than its window. */
export const sidewaysPx = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** By how many pixels what scrolls on its own is wider than it shows: one long word can do that, and is not seen on the page. */
export const widerPx = (place: Locator): Promise<number> =>
  place.evaluate((element) => element.scrollWidth - element.clientWidth);

/** Whether the whole of something is on the screen and nothing lies over it, at its middle or near its corners. */
export const uncovered = (place: Locator): Promise<boolean> =>
  place.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const inset = 4;
    const points = [
      [(left + right) / 2, (top + bottom) / 2],
      [left + inset, top + inset],
      [right - inset, top + inset],
      [left + inset, bottom - inset],
      [right - inset, bottom - inset],
    ] as const;
    if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) return false;
    return points.every(([x, y]) => {
      const found = document.elementFromPoint(x, y);
      return found !== null && (element === found || element.contains(found));
    });
  });

/** The words of a text that are broken in the middle: they stand on two lines. */
export const brokenWords = (place: Locator) =>
  place.evaluate((element) => {
    const range = document.createRange();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(word);
      }
    }
    return broken;
  });

/** The words of controls that are seen and reach out of theirs, over what stands beside. All are asked in one go. */
export const spilled = (controls: Locator): Promise<string[]> =>
  controls.evaluateAll((elements) =>
    elements.flatMap((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const range = document.createRange();
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const out: string[] = [];
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const parent = node.parentElement as HTMLElement;
        // Heard alone, or only there to keep the room for it.
        if (parent.closest('[aria-hidden="true"]') || parent.offsetWidth <= 1) continue;
        range.selectNodeContents(node);
        const isOut = [...range.getClientRects()].some(
          (line) =>
            line.left < left - 1 ||
            line.right > right + 1 ||
            line.top < top - 1 ||
            line.bottom > bottom + 1,
        );
        if (isOut) out.push(node.data);
      }
      return out;
    }),
  );
