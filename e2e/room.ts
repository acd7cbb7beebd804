import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from './people.ts';
import type { PlannedSession } from './planning.ts';

/** Opens the session's address and waits until the room is there. */
export async function join({ page }: Person, { path }: PlannedSession): Promise<void> {
  await page.goto(path);
  await expectInRoom(page);
}

export const expectInRoom = (page: Page) =>
  expect(page.getByRole('button', { name: 'Gå ut' })).toBeVisible();

/**
 * Waits until the browser's history has taken back the entry of a sheet that was closed: a page that is gone to in
 * the same moment, as no hand could, would be given up for it.
 */
export const untilSheetsAreAway = (page: Page) =>
  expect.poll(() => page.evaluate(() => history.state?.sheetsOpen ?? 0)).toBe(0);

export const chatField = (page: Page) => page.getByLabel('Melding til alle');

export async function say(page: Page, text: string): Promise<void> {
  await chatField(page).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

export const messages = (page: Page) => page.getByRole('region', { name: 'Meldinger' });

/** The rows of the chat that hold a text: one, when it was kept once. */
export const messagesWith = (page: Page, text: string): Locator =>
  messages(page).getByRole('listitem').filter({ hasText: text });

/** Opens what can be done with a message and picks it. */
export async function choose(page: Page, text: string, what: string): Promise<void> {
  const row = messagesWith(page, text);
  await row.getByRole('button', { name: /^Valg for meldingen/ }).click();
  await row.getByRole('button', { name: what, exact: true }).click();
}

export const openPanel = (page: Page, name: string | RegExp) =>
  page.getByRole('tab', { name }).click();

/** Somebody's row in the list of people, which must be open. */
export const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: name });

/** The heading of the part of the list that somebody stands in. */
export const groupOf = (page: Page, name: string): Locator =>
  page
    .getByRole('tabpanel')
    .getByRole('region')
    .filter({ has: page.getByText(name, { exact: true }) })
    .getByRole('heading');

export const raiseHand = (page: Page) =>
  page.getByRole('button', { name: 'Rekk opp hånda' }).click();

/** One's own hand with its place in the queue, on the bar. */
export const handButton = (page: Page, place: number) =>
  page.getByRole('button', { name: `Hånda er oppe, nummer ${place}` });

/** Waits until buttons that came to mean something else heed a press again. */
export const untilHeeded = (page: Page) => page.waitForTimeout(1_200);

/** Who has the word and who waits, beside the stage. */
export const queue = (page: Page) =>
  page.getByRole('complementary').getByRole('region', { name: 'Hvem har ordet' });

/** What a screen reader was told, politely or at once, however soon something else was said after it. */
export const expectSpoken = (page: Page, words: string): Promise<void> =>
  expect.poll(() => page.evaluate(() => window.saidAloud.join('\n'))).toContain(words);

/** Opens a panel on a narrow screen, where it comes as a sheet: from the bar, or from what lies behind «Mer». */
export async function openSheet(page: Page, name: string): Promise<void> {
  const bar = page.getByRole('region', { name: 'Kontroller' });
  const named = { name: new RegExp(`^${name}`) };
  const more = bar.getByRole('button', { name: /^Mer/ });
  if (await bar.getByRole('button', named).isVisible())
    await bar.getByRole('button', named).click();
  else {
    await more.click();
    await page.getByRole('dialog').getByRole('button', named).click();
  }
  await expect(page.getByRole('dialog').getByRole('heading', named).first()).toBeVisible();
}

/** A teacher ends the groups in their last minute, by the two presses that it takes; one too early is not heeded. */
export async function bringBackNow(page: Page): Promise<void> {
  const sure = page.getByRole('button', { name: 'Ja, hent alle nå' }).first();
  await expect(async () => {
    if (!(await sure.isVisible()))
      await page.getByRole('button', { name: 'Hent nå' }).first().click({ timeout: 2_000 });
    await expect(sure).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await untilHeeded(page);
  await sure.click();
}
