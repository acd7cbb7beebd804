import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible, expectReadableColours } from '../axe.ts';
import { expect, test } from '../people.ts';
import { showAgain, THEMES, WIDTHS } from './screen.ts';
import { SCREENS } from './screens.ts';
import { sidewaysPx, smallTargets } from './targets.ts';

/** A folder that keeps a picture of every screen, for people to look at. */
const PICTURES = process.env.E2E_SCREENS;

for (const screen of SCREENS) {
  test(`F78 ${screen.name} in both themes and three widths`, async ({
    browser,
    school,
    cast,
    enter,
  }) => {
    test.setTimeout(120_000);
    const { page, context, watch } = await screen.open({ browser, school, cast, enter });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width < 1000 ? 740 : 800 });
      await showAgain(screen, page);
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme });
        const where = `${screen.name}, ${width} px, ${colorScheme}`;
        const expectNothingWrong =
          colorScheme === THEMES[0] ? expectAccessible : expectReadableColours;
        await expectNothingWrong(page, where);
        if (PICTURES) {
          const file = `${screen.name}-${width}-${colorScheme}.png`.replaceAll(' ', '-');
          await page.screenshot({ path: path.join(PICTURES, file) });
        }
      }
      expect.soft(await sidewaysPx(page), `${screen.name}, ${width} px: sideways`).toBe(0);
      expect
        .soft(await smallTargets(page, screen.targetPx), `${screen.name}, ${width} px: targets`)
        .toEqual([]);
      await closeSheet(page);
    }
    expect(watch.complaints()).toEqual([]);
    await context.close();
  });
}

/** An answer that is being written, or choices that stand open in it, take an Escape of their own first. */
async function closeSheet(page: Page): Promise<void> {
  const sheet = page.getByRole('dialog');
  await expect(async () => {
    if (await sheet.isVisible()) await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden({ timeout: 500 });
    // One that lay below this comes back a moment later.
    await page.waitForTimeout(300);
    expect(await sheet.isVisible()).toBe(false);
  }).toPass({ timeout: 10_000 });
}
