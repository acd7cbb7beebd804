import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { makeDocument, text, write } from '../documents.ts';
import { expect, test } from '../people.ts';
import { join, openSheet } from '../room.ts';

const phoneOf = (width: number, height: number) => ({
  viewport: { width, height },
  hasTouch: true,
  isMobile: true,
});

const pinTools = async (page: Page) => {
  await page.getByRole('button', { name: 'Mer om dokumentet' }).click();
  await page.getByRole('menuitem', { name: 'Fest verktøylinja' }).click();
};

async function expectInsideScreen(page: Page, part: Locator): Promise<void> {
  const box = await part.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

for (const [width, height] of [
  [320, 640],
  [360, 740],
] as const) {
  test(`F52 the note of a session keeps its width when one writes, ${width} px`, async ({
    enter,
    cast,
    session,
  }) => {
    const phone = await enter(cast.student, phoneOf(width, height));
    const { page } = phone;
    await join(phone, session);
    await openSheet(page, 'Dokument');
    await page.getByRole('button', { name: 'Åpne det felles notatet' }).click();
    await page.getByRole('button', { name: 'Skriv', exact: true }).click();
    await write(page, 'Innsyn er en rett som alle pasienter har, også når de er innlagt.');
    await expectInsideScreen(page, text(page));
    await expectInsideScreen(page, page.getByRole('button', { name: 'Ferdig', exact: true }));
    const tools = page.getByRole('toolbar', { name: 'Verktøy for teksten' });
    await expectInsideScreen(page, tools);
    expect(await tools.evaluate((bar) => bar.scrollWidth > bar.clientWidth), 'it scrolls').toBe(
      true,
    );
  });
}

const photo = async () => ({
  name: 'IMG_0001.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 90, height: 60, channels: 3, background: 'seagreen' } })
    .jpeg()
    .toBuffer(),
});

test('IMG-7 a picture that was chosen by keyboard asks for its words, and asks on until it has them', async ({
  student,
}) => {
  const { page } = student;
  await makeDocument(page, 'Et bilde', 'Bare for deg');
  let arrive = () => {};
  const mayArrive = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/image', async (route) => {
    await mayArrive;
    await route.continue();
  });
  await pinTools(page);
  await page.getByRole('button', { name: 'Bilde', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Bilde' });
  const chooser = page.waitForEvent('filechooser');
  await sheet.getByRole('button', { name: 'Velg et bilde' }).press('Enter');
  await (await chooser).setFiles(await photo());
  await expect(sheet.getByLabel('Hva viser bildet?')).toBeFocused();

  await sheet.getByRole('button', { name: 'Sett inn' }).click();
  const missing = sheet.getByText('Skriv hva bildet viser, eller');
  await expect(missing).toBeVisible();
  arrive();
  await expect(sheet.getByText('Bildet er framme.')).toBeVisible();
  await expect(missing, 'nobody has answered it').toBeVisible();
});

/** Redo as a browser on a Mac reports it, and every browser with Caps Lock on: with a small z. */
const redoWithSmallLetter = (page: Page) =>
  text(page).evaluate((element) => {
    const pressed = { key: 'z', code: 'KeyZ', keyCode: 90, ctrlKey: true, shiftKey: true };
    element.dispatchEvent(
      new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true }),
    );
  });

test('F43 redo with nothing to redo takes nothing away', async ({ student }) => {
  const { page } = student;
  await makeDocument(page, 'Gjør om', 'Bare for deg');
  await write(page, 'Mine ord.');
  await redoWithSmallLetter(page);
  await expect(text(page)).toHaveText('Mine ord.');
  await page.keyboard.press('Control+z');
  await expect(text(page)).not.toContainText('Mine ord.');
  await redoWithSmallLetter(page);
  await expect(text(page)).toContainText('Mine ord.');
});
