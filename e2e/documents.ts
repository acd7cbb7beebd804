import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from './people.ts';

/** Makes a document on its own page of the list, and waits until one can write in it. Its address. */
export async function makeDocument(page: Page, title: string, place?: string): Promise<string> {
  await page.goto('/dokumenter');
  await page.getByRole('button', { name: 'Nytt dokument' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Navn', { exact: true }).fill(title);
  if (place !== undefined)
    await sheet.getByLabel('Hvor hører det til?').selectOption({ label: place });
  await sheet.getByRole('button', { name: 'Lag dokumentet' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(saved(page)).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Finds it in the list, as whoever has not made it does. */
export async function openFromList({ page }: Person, title: string): Promise<void> {
  await page.goto('/dokumenter');
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** The text itself, where one writes. */
export const text = (page: Page): Locator => page.getByLabel(/^Teksten i/);

/** Types at the end of the text, in a paragraph of its own unless it is the first. */
export async function write(page: Page, words: string): Promise<void> {
  await text(page).click();
  await page.keyboard.press('Control+End');
  if ((await text(page).locator('p, li').first().innerText()).trim() !== '')
    await page.keyboard.press('Enter');
  await page.keyboard.type(words, { delay: 5 });
}

export const saved = (page: Page): Locator => page.getByText('Lagret', { exact: true });
