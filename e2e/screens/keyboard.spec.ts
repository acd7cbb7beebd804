import { expect, openBrowser, type Person, test } from '../people.ts';
import {
  chatField,
  choose,
  expectInRoom,
  groupOf,
  join,
  messagesWith,
  openSheet,
  say,
} from '../room.ts';

test('F78 the heading of each page that one walks to has the focus, not of the one that was loaded', async ({
  browser,
  school,
}) => {
  const { page, context, watch } = await openBrowser(browser, school.url);
  const heading = page.getByRole('heading', { level: 1 });
  await page.goto('/');
  await expect(heading).toBeVisible();
  await expect(page).toHaveURL(/logg-inn/);
  await expect(page.locator('body')).toBeFocused();

  await page.getByRole('button', { name: /Student Ingrid/ }).click();
  await expect(heading).toContainText('Ingrid');
  await expect(heading).toBeFocused();

  await page.getByRole('link', { name: 'Bli med' }).click();
  await expectInRoom(page);
  await expect(heading).toHaveText('Makt og språk');
  await expect(heading).toBeFocused();
  await expect(page).toHaveTitle('Makt og språk – Mellom');

  await page.getByRole('button', { name: 'Gå ut' }).click();
  await expect(heading).toContainText('Ingrid');
  await expect(heading).toBeFocused();

  await page.getByRole('link', { name: 'Om økten' }).click();
  await expect(heading).toHaveText('Makt og språk');
  await expect(heading).toBeFocused();

  await page.getByRole('navigation').getByRole('link', { name: 'Nå' }).click();
  await expect(heading).toContainText('Ingrid');
  await expect(heading).toBeFocused();

  await page.getByRole('button', { name: /din meny/ }).click();
  await page.getByRole('menuitem', { name: 'Din side' }).click();
  await expect(page).toHaveURL(/din-side/);
  await expect(heading).toBeFocused();

  await page.reload();
  await expect(heading).toBeVisible();
  await expect(page.locator('body')).toBeFocused();

  await page.getByRole('button', { name: /din meny/ }).click();
  await page.getByRole('menuitem', { name: 'Logg ut' }).click();
  await expect(page).toHaveURL('/logg-inn');
  await expect(heading).toBeFocused();
  await page.reload();
  await expect(heading).toBeVisible();
  await expect(page.locator('body'), 'signing out is told of once').toBeFocused();
  expect(watch.complaints()).toEqual([]);
  await context.close();
});

test('F78 a sheet keeps the focus and gives it back', async ({ student, session }) => {
  await student.page.setViewportSize({ width: 360, height: 740 });
  await student.page.goto(session.path);
  const opener = student.page
    .getByRole('region', { name: 'Kontroller' })
    .getByRole('button', { name: /^(Samtale|Mer)/ })
    .first();
  await opener.focus();
  await student.page.keyboard.press('Enter');
  const sheet = student.page.getByRole('dialog');
  await expect(sheet).toBeVisible();
  for (let presses = 0; presses < 12; presses += 1) {
    await student.page.keyboard.press('Tab');
    await expect(sheet.locator(':focus')).toHaveCount(1);
  }
  await student.page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('F78 the focus comes back to what opened the chat of a phone, also after it was used', async ({
  student,
  session,
}) => {
  const { page } = student;
  await page.setViewportSize({ width: 360, height: 740 });
  await join(student, session);
  for (const close of ['Escape', 'Lukk']) {
    await openSheet(page, 'Samtale');
    await say(page, `Hei, ${close}`);
    await expect(messagesWith(page, `Hei, ${close}`)).toHaveCount(1);
    await choose(page, `Hei, ${close}`, 'Svar');
    await page.keyboard.type('Og hei igjen');
    await page.keyboard.press('Control+Enter');
    if (close === 'Lukk')
      await page.getByRole('dialog').getByRole('button', { name: close, exact: true }).click();
    else await page.keyboard.press(close);
    // What was begun is put away first.
    if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const opener = page.getByRole('region', { name: 'Kontroller' }).locator(':focus');
    await expect(opener).toHaveText(/^(Mer|Samtale)/);
  }
});

test('F78 tabs and menus go by arrows', async ({ student, session }) => {
  const { page } = student;
  await join(student, session);
  await page.getByRole('tab', { name: 'Samtale' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Folk' })).toBeFocused();
  await expect(page.getByRole('tab', { name: 'Folk' })).toHaveAttribute('aria-selected', 'true');

  const place = page.getByRole('button', { name: /Endre sted/ });
  await place.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(groupOf(page, student.name)).toHaveText('Rommet i Trondheim, 1');
  await expect(place, 'the focus moves along with the row').toBeFocused();
});

test('F78 join, speak and queue without a mouse', async ({ student, session }) => {
  const { page } = student;
  await page.goto('/');
  await tabTo(student, 'Bli med');
  await page.keyboard.press('Enter');
  await expect(chatField(page)).toBeVisible();
  await chatField(page).focus();
  await page.keyboard.type('Uten mus');
  await page.keyboard.press('Enter');
  const written = messagesWith(page, 'Uten mus');
  await expect(written).toHaveCount(1);
  const more = written.getByRole('button', { name: /^Valg for meldingen/ });
  await more.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(written.getByRole('button', { name: 'Svar', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Enter');
  for (const choice of ['Svar', 'Endre', 'Slett']) {
    await page.keyboard.press('ArrowRight');
    await expect(written.getByRole('button', { name: choice, exact: true })).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Angre' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(written, 'it is put back').toHaveCount(1);
  await expect(more).toBeFocused();
  await chatField(page).focus();
  await tabTo(student, 'Rekk opp hånda');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Hånda er oppe, nummer 1' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Rekk opp hånda' })).toBeFocused();
  await tabTo(student, 'Gå ut');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/');
  expect(session.path).toContain('/okt/');
});

/** Presses Tab until the control with these words has the focus. */
async function tabTo({ page }: Person, words: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const at = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (at.trim() === words) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${words}`);
}
