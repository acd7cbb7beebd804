import type { Page } from '@playwright/test';

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
