import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { expect, openBrowser, type Person, test } from '../people.ts';
import { expectInRoom, expectSpoken, join, openPanel, openSheet } from '../room.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

const field = (page: Page) => page.getByRole('textbox', { name: 'Det som blir sagt' });
const captions = (page: Page) => page.getByRole('region', { name: 'Teksting', exact: true });
const line = (page: Page, nth: number) => captions(page).locator('[data-caption]').nth(nth);

/** A browser whose engine says this of the language on the device; the real one of a headless browser ends the page when asked. */
async function hearsHere({ page }: Person, says: 'available' | 'unavailable'): Promise<void> {
  await page.addInitScript((answer) => {
    class Engine extends EventTarget {
      static available = async () => answer;
    }
    Object.assign(Engine.prototype, { processLocally: false });
    Object.assign(window, { SpeechRecognition: Engine });
  }, says);
}

/** By a link of their own, as a captioner. */
async function inviteCaptioner({ page, context }: Person): Promise<string> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPanel(page, 'Folk');
  await page.getByRole('button', { name: 'Gjester og lenker' }).click();
  await page.getByRole('button', { name: 'Inviter en gjest' }).click();
  await page.getByLabel('Kommer som').selectOption('captioner');
  await page.getByRole('button', { name: 'Lag lenke' }).click();
  await page.getByRole('button', { name: 'Kopier lenken', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Kopiert', exact: true })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Ferdig' }).click();
  return link;
}

test('F26 CAP-1 CAP-7 CAP-8 CAP-9 CAP-11 CAP-12 a captioner writes with abbreviations, a student reads it on a phone as they wish, and nothing of it is stored', async ({
  teacher,
  cast,
  enter,
  session,
  browser,
  school,
}) => {
  const student = await enter(cast.student, PHONE);
  await hearsHere(student, 'unavailable');
  await hearsHere(teacher, 'available');
  await join(teacher, session);
  await join(student, session);
  const link = await inviteCaptioner(teacher);
  const captioner = await openBrowser(browser, school.url);
  const { page } = captioner;
  await page.goto(link);
  await page.getByLabel('Hva vil du bli kalt?').fill('Tone Tolk');
  await page.getByRole('button', { name: 'Gå til venterommet' }).click();
  await expect(captions(student.page)).toHaveCount(0);
  await expect(student.page.getByRole('button', { name: 'Vis teksting' })).toHaveCount(0);
  await openPanel(teacher.page, /^Til deg/);
  await teacher.page.getByRole('button', { name: 'Slipp inn Tone Tolk' }).click();
  await expectInRoom(page);

  await page.getByRole('button', { name: 'Forkortelser' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Legg til' }).click();
  await expect(sheet.getByText('Skriv forkortelsen.')).toBeVisible();
  await sheet.getByLabel('Forkortelse', { exact: true }).fill('ek');
  await sheet.getByLabel('Skrives ut som').fill('erfaringskonsulent');
  await sheet.getByRole('button', { name: 'Legg til' }).click();
  await expect(sheet.getByRole('listitem').filter({ hasText: 'erfaringskonsulent' })).toBeVisible();
  await expectAccessible(page, 'the abbreviations of a captioner');
  await sheet.getByRole('button', { name: 'Lukk' }).click();

  await expectSpoken(student.page, 'Det er teksting i økten. Du kan slå den på.');
  await student.page.getByRole('button', { name: 'Vis teksting' }).click();
  await expect(captions(student.page)).toContainText('Teksten kommer her når noen snakker.');
  await field(page).click();
  // By the keys alone: whose words it is, a short form, and a line that is seen before it is done.
  await page.keyboard.type('@be Kanarifuglen er ek på');
  await expect(field(page)).toHaveValue('Kanarifuglen er erfaringskonsulent på');
  await expect(line(student.page, 0)).toHaveText('Berit: Kanarifuglen er erfaringskonsulent på');
  await page.keyboard.type(' tirsdag');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('');
  await page.keyboard.press('Backspace');
  await expect(field(page)).toHaveValue('Kanarifuglen er erfaringskonsulent på tirsdag');
  for (let letters = 'tirsdag'.length; letters > 0; letters--)
    await page.keyboard.press('Backspace');
  await page.keyboard.type('onsdag');
  await page.keyboard.press('Enter');
  await expect(line(student.page, 0)).toHaveText(
    'Berit: Kanarifuglen er erfaringskonsulent på onsdag',
  );
  await expectAccessible(page, 'the desk of a captioner');

  await student.page.getByRole('button', { name: 'Valg for teksting' }).click();
  await student.page.getByRole('radio', { name: 'Størst' }).check();
  await student.page.getByRole('radio', { name: 'Gult på svart' }).check();
  await expect(student.page.getByRole('checkbox', { name: 'Tekst det jeg sier' })).toHaveCount(0);
  await expectAccessible(student.page, 'how one reads captions');
  await student.page.getByRole('dialog').getByRole('button', { name: 'Lukk' }).click();
  await expect(captions(student.page)).toHaveCSS('background-color', 'oklch(0 0 0)');
  await expectAccessible(student.page, 'captions on a phone');
  expect(await student.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  // What is open over the stage does not take them away, and a page that comes back has them again.
  await openSheet(student.page, 'Samtale');
  await expect(student.page.getByRole('dialog').getByText('på onsdag')).toBeVisible();
  await student.page.reload();
  await expect(line(student.page, 0)).toContainText('på onsdag');

  captioner.watch.expect(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  await captioner.context.setOffline(true);
  await expect(captions(student.page)).toContainText('Teksting er borte et øyeblikk.', {
    timeout: 20_000,
  });
  await page.keyboard.type('Vi går videre');
  await captioner.context.setOffline(false);
  await expect(captions(student.page)).toContainText('Vi går videre', { timeout: 20_000 });
  await expect(captions(student.page)).not.toContainText('Teksting er borte');

  expect(await school.planning.tablesWith('Kanarifugl')).toEqual([]);
  await captioner.context.close();
});
