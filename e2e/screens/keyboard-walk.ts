import { expect, type Page } from '@playwright/test';

/** Every control of the page is reached by Tab and by Shift+Tab alone, with a focus that is seen. */
export async function expectKeyboardReachesAll(page: Page, screen: string): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const controls = await markControls(page);
  expect(controls.length, screen).toBeGreaterThan(0);
  const { missed, unseen } = await walk(page, 'Tab', controls);
  expect.soft(missed, `${screen}: never reached`).toEqual([]);
  expect.soft(unseen, `${screen}: no visible focus`).toEqual([]);
  const back = await walk(page, 'Shift+Tab', controls);
  expect.soft(back.missed, `${screen}: never reached backwards`).toEqual([]);
}

/** Numbers everything that Tab should reach. One tab or radio stands for its group, as the arrows do the rest. */
function markControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const selector =
      'a[href], button, input, textarea, select, summary, [tabindex="0"], [role="tab"]';
    const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (element) =>
        element.tabIndex >= 0 &&
        !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked) &&
        !element.closest('[inert], [aria-hidden="true"]') &&
        // A task in a text is reached with its caret, and done by a key (DOC-51).
        !(element instanceof HTMLInputElement && element.closest('[contenteditable="true"]')) &&
        element.checkVisibility({ visibilityProperty: true }),
    );
    return shown.map((element, nth) => {
      const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
      element.dataset.control = `${nth} ${element.tagName} «${words.trim().slice(0, 40)}»`;
      return element.dataset.control;
    });
  });
}

/** Goes around with a key until all are reached, twice at most: what was, and where the focus could not be seen. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab', controls: readonly string[]) {
  const reached = new Set<string>();
  const unseen: string[] = [];
  // Chromium stops at each part of a date or a time, and at its calendar.
  const parts = 4 * (await page.locator('input[type="date"], input[type="time"]').count());
  const most = 2 * (controls.length + parts + 5);
  for (
    let presses = 0;
    presses < most && !controls.every((one) => reached.has(one));
    presses += 1
  ) {
    await page.keyboard.press(key);
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body) return null;
      // A link may draw its ring around the whole of what it opens.
      const ring = (one: Element, part?: string) => {
        const style = getComputedStyle(one, part);
        return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
      };
      const box = element.getBoundingClientRect();
      const inSight = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight;
      return {
        name: element.dataset.control ?? element.outerHTML.slice(0, 80),
        seen:
          inSight &&
          (ring(element) ||
            ring(element, '::after') ||
            (element.parentElement !== null && ring(element.parentElement))),
      };
    });
    if (!at) continue;
    reached.add(at.name);
    if (!at.seen) unseen.push(at.name);
  }
  return { missed: controls.filter((one) => !reached.has(one)), unseen };
}
