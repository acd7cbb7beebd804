import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, openBrowser, test } from '../people.ts';

const GZIP_MAX_BYTES = 90 * 1000;
const PHONE = { viewport: { width: 360, height: 740 } };

/** Notes every script that the page loads, by name, in bytes as bench/session/first-screen.ts counts them. */
function countScripts(page: Page, scripts: Map<string, number>): void {
  page.on('response', async (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js'))
      scripts.set(pathname, gzipSync(await response.body(), { level: 9 }).length);
  });
}

test('S18 all the scripts that the sign-in page and Nå load fit in 90 kB', async ({
  browser,
  school,
  cast,
  enter,
}) => {
  const scripts = new Map<string, number>();
  const stranger = await openBrowser(browser, school.url, PHONE);
  countScripts(stranger.page, scripts);
  await stranger.page.goto('/');
  await expect(stranger.page.getByLabel('E-postadressen din')).toBeVisible();
  await stranger.page.waitForLoadState('networkidle');
  await stranger.context.close();

  const { page } = await enter(cast.student, PHONE);
  countScripts(page, scripts);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Kari');
  await page.waitForLoadState('networkidle');
  const inAll = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0);
  const listed = [...scripts].map(([path, bytes]) => `${bytes} ${path}`).join('\n');
  expect(scripts.size, listed).toBeGreaterThan(3);
  expect(inAll, listed).toBeLessThanOrEqual(GZIP_MAX_BYTES);
});

test('S18 F78 the account menu comes when it is pressed for, open and with the focus in it', async ({
  enter,
  cast,
}) => {
  const { page } = await enter(cast.student, PHONE);
  const button = page.getByRole('button', { name: /din meny/ });
  const rows = page.getByRole('menu').locator('[role^="menuitem"]');
  await page.goto('/');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(rows).toHaveCount(0);
  await expect(button).toBeFocused();

  await page.reload();
  await button.click();
  await expect(rows.first()).toBeVisible();
  await expect(page.getByRole('menu')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('S18 F78 an account menu that is late says so, and opens when it is there', async ({
  enter,
  cast,
}) => {
  const { page } = await enter(cast.student, PHONE);
  let letThrough = () => {};
  const slow = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/assets/AccountMenu-*.js', async (route) => {
    await slow;
    await route.continue();
  });
  await page.goto('/');
  await page.getByRole('button', { name: /din meny/ }).click();
  await expect(page.locator('header').getByText('Henter menyen …')).toBeVisible();
  letThrough();
  await expect(page.getByRole('menuitem', { name: 'Din side' })).toBeVisible();
  await expect(page.locator('header').getByText('Henter menyen …')).toHaveCount(0);
});
