import { expect, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';
import type { Cast, Person } from './people.ts';
import type { PlannedPerson } from './planning.ts';
import type { School } from './school.ts';

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

/** Beside the title; far down in a long text it is said over the text too. */
export const saved = (page: Page): Locator => page.getByText('Lagret', { exact: true }).first();

/** Pastes as a browser does, without a clipboard of the system's. */
export async function paste(page: Page, html: string): Promise<void> {
  await text(page).focus();
  await text(page).evaluate((element, given) => {
    const data = new DataTransfer();
    data.setData('text/html', given);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, html);
}

/** Keeps the tools over the text, where they otherwise come with what is selected. */
export async function pinTools(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mer om dokumentet' }).click();
  await page.getByRole('menuitem', { name: 'Fest verktøylinja' }).click();
}

/** A file as from a camera, of one colour, to be chosen in a form. */
export async function photo({ width = 90, background = 'seagreen' } = {}) {
  const picture = sharp({ create: { width, height: (width * 2) / 3, channels: 3, background } });
  return {
    name: 'IMG_0001.jpg',
    mimeType: 'image/jpeg',
    buffer: await picture.jpeg().toBuffer(),
  };
}

/** A group of the cohort; all three students of the cast where nobody is named. */
export const groupOf = ({ planning }: School, cast: Cast, ...members: PlannedPerson[]) =>
  planning.group({
    cohort: cast.cohort,
    members: members.length ? members : [cast.student, cast.secondStudent, cast.thirdStudent],
  });
