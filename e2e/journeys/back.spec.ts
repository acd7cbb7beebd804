import type { Page } from '@playwright/test';
import { makeDocument } from '../documents.ts';
import { expect, test } from '../people.ts';
import {
  expectInRoom,
  handButton,
  join,
  messagesWith,
  openSheet,
  queue,
  raiseHand,
  say,
  untilSheetsAreAway,
} from '../room.ts';

test.use({ viewport: { width: 360, height: 740 } });

const sheet = (page: Page) => page.getByRole('dialog');
const opener = (page: Page) =>
  page.getByRole('region', { name: 'Kontroller' }).getByRole('button', { name: /^(Samtale|Mer)/ });

/** From Nå, so that there is a page to come back to. */
async function joinFromNow(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Bli med' }).click();
  await expectInRoom(page);
}

test('F7 Back on a phone closes what is open over the room, and one is still there with the hand up', async ({
  teacher,
  student,
  session,
}) => {
  const { page } = student;
  await teacher.page.setViewportSize({ width: 1280, height: 800 });
  await join(teacher, session);
  await joinFromNow(page);
  await raiseHand(page);
  await expect(handButton(page, 1)).toBeVisible();
  await openSheet(page, 'Samtale');
  await page.goBack();
  await expect(sheet(page)).toHaveCount(0);
  await expectInRoom(page);
  await expect(opener(page).and(page.locator(':focus'))).toBeVisible();

  // One over the other: the topmost first.
  await openSheet(page, 'Dokument');
  await page.getByRole('button', { name: 'Åpne det felles notatet' }).click();
  await page.getByRole('button', { name: 'Hvem kan se dette?' }).click();
  const readers = page.getByRole('dialog', { name: 'Hvem kan se dette?' });
  await expect(readers).toBeVisible();
  await page.goBack();
  await expect(readers).toHaveCount(0);
  await expect(page.getByRole('dialog', { name: 'Dokument' })).toBeVisible();
  await page.goBack();
  await expect(sheet(page)).toHaveCount(0);
  await expectInRoom(page);

  // Longer than it takes until the hand of somebody who left is gone.
  await page.waitForTimeout(4_000);
  await expect(handButton(page, 1)).toBeVisible();
  await expect(queue(teacher.page).getByRole('listitem')).toHaveCount(1);
});

test('F7 a sheet that was closed by hand leaves nothing behind for Back and Forward', async ({
  student,
}) => {
  const { page } = student;
  await joinFromNow(page);
  const room = page.url();
  for (const close of ['Lukk', 'Escape', 'Lukk']) {
    await openSheet(page, 'Samtale');
    await say(page, 'Hei');
    if (close === 'Escape') await page.keyboard.press(close);
    else await sheet(page).getByRole('button', { name: close }).click();
    await expect(sheet(page)).toHaveCount(0);
    await expect(opener(page).and(page.locator(':focus'))).toBeVisible();
  }
  await page.goBack();
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('link', { name: 'Bli med' })).toBeVisible();
  await page.goForward();
  await expectInRoom(page);
  expect(page.url()).toBe(room);

  // Nothing is opened again by going forward, and what is opened then is closed as before.
  await page.goForward();
  await expectInRoom(page);
  await expect(sheet(page)).toHaveCount(0);
  await openSheet(page, 'Samtale');
  await expect(messagesWith(page, 'Hei')).toHaveCount(3);
  await page.goBack();
  await expect(sheet(page)).toHaveCount(0);
  await expectInRoom(page);

  // Loaded again with one open, it takes one press more, on the same page.
  await openSheet(page, 'Samtale');
  await page.reload();
  await expectInRoom(page);
  await page.goBack();
  await expectInRoom(page);
  await openSheet(page, 'Samtale');
  await page.goBack();
  await expect(sheet(page)).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL('/');
});

test('F7 a sheet that leads to another page leads there, and Back and Forward pass over it', async ({
  student,
}) => {
  const { page } = student;
  const path = await makeDocument(page, 'Fra et ark', 'Bare for deg');
  const heading = page.getByRole('heading', { level: 1, name: 'Fra et ark' });
  for (const round of [1, 2]) {
    await page.goBack();
    await expect(page, `round ${round}`).toHaveURL('/dokumenter');
    await expect(page.getByRole('link', { name: 'Fra et ark' })).toBeVisible();
    await untilSheetsAreAway(page);
    await page.goForward();
    await expect(page).toHaveURL(path);
    await expect(heading).toBeVisible();
  }
  await page.goBack();
  await expect(page).toHaveURL('/dokumenter');

  // A link within one.
  await page.getByRole('button', { name: 'Nytt dokument' }).click();
  await putLink(page);
  await page.getByRole('link', { name: 'Til oppgavene' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Oppgaver' })).toBeVisible();
  await expect(page).toHaveURL('/oppgaver');
  await expect(sheet(page)).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL('/dokumenter');
  await expect(sheet(page)).toHaveCount(0);
});

test('F7 pages that were each left by a sheet are gone back through, and forward, one press for each', async ({
  student,
}) => {
  const { page } = student;
  const path = await makeDocument(page, 'Fra et ark', 'Bare for deg');
  await page.getByRole('button', { name: 'Hvem kan se dette?' }).click();
  await putLink(page);
  await page.getByRole('link', { name: 'Til oppgavene' }).click();
  await expect(page).toHaveURL('/oppgaver');
  for (const round of [1, 2]) {
    for (const there of [path, '/dokumenter']) {
      await page.goBack();
      await expect(page, `back, round ${round}`).toHaveURL(there);
      await untilSheetsAreAway(page);
    }
    for (const there of [path, '/oppgaver']) {
      await page.goForward();
      await expect(page, `forward, round ${round}`).toHaveURL(there);
      await untilSheetsAreAway(page);
    }
  }
});

/** Into the open sheet: few that are there lead to another page. */
async function putLink(page: Page): Promise<void> {
  await sheet(page).evaluate((open) => {
    const link = open.appendChild(document.createElement('a'));
    link.href = '/oppgaver';
    link.textContent = 'Til oppgavene';
  });
}
