import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible, expectReadableColours } from '../axe.ts';
import { expect, test } from '../people.ts';
import { expectKeyboardReachesAll } from './keyboard-walk.ts';
import { isWide, type Screen, showAgain, THEMES, WIDTHS } from './screen.ts';
import { SCREENS } from './screens.ts';
import { sidewaysPx, smallTargets } from './targets.ts';

/** A folder that keeps a picture of every screen, for people to look at. */
const PICTURES = process.env.E2E_SCREENS;

/** The screens that one person comes to in one place are looked at in one go: to get there takes longer than to look. */
const places = Map.groupBy(SCREENS, ({ open }) => open);

for (const [open, screens] of places) {
  const names = screens.map(({ name }) => name).join(', ');
  test(`F78 in both themes and three widths, and by the keyboard alone: ${names}`, async ({
    browser,
    school,
    cast,
    enter,
  }) => {
    test.setTimeout(60_000 + 60_000 * screens.length);
    const { page, context, watch } = await open({ browser, school, cast, enter });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width < 1000 ? 740 : 800 });
      for (const screen of screens) {
        await showAgain(screen, page);
        await look(page, screen, width);
        await closeSheet(page);
      }
    }
    for (const screen of screens.filter(({ isSheet }) => !isSheet)) {
      await showAgain(screen, page);
      await expectKeyboardReachesAll(page, screen.name);
    }
    expect(watch.complaints()).toEqual([]);
    await context.close();
  });
}

async function look(page: Page, screen: Screen, width: number): Promise<void> {
  const where = `${screen.name}, ${width} px`;
  // Between the narrowest and the wide nothing is there that is not there in one of them; it only has to fit.
  const isBetween = width !== WIDTHS[0] && !isWide(page);
  for (const colorScheme of isBetween && !PICTURES ? [] : THEMES) {
    await page.emulateMedia({ colorScheme });
    const expectNothingWrong = colorScheme === THEMES[0] ? expectAccessible : expectReadableColours;
    await expectNothingWrong(page, `${where}, ${colorScheme}`);
    if (PICTURES) {
      const file = `${screen.name}-${width}-${colorScheme}.png`.replaceAll(' ', '-');
      await page.screenshot({ path: path.join(PICTURES, file) });
    }
  }
  expect.soft(await sidewaysPx(page), `${where}: sideways`).toBe(0);
  expect.soft(await smallTargets(page, screen.targetPx), `${where}: targets`).toEqual([]);
}

/** An answer that is being written, or choices that stand open in it, take an Escape of their own first. */
async function closeSheet(page: Page): Promise<void> {
  const sheet = page.getByRole('dialog');
  await expect(async () => {
    if (await sheet.isVisible()) await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden({ timeout: 500 });
    // One that lay below this comes back a moment later.
    if (!isWide(page)) await page.waitForTimeout(300);
    expect(await sheet.isVisible()).toBe(false);
  }).toPass({ timeout: 10_000 });
}
