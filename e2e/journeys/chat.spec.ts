import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { expect, test } from '../people.ts';
import {
  chatField,
  choose,
  expectInRoom,
  expectSpoken,
  join,
  messages,
  messagesWith,
  openPanel,
  openSheet,
  say,
} from '../room.ts';
import { uncovered } from '../screens/targets.ts';

test('F13 whoever writes a long message goes on seeing the newest', async ({
  student,
  session,
}) => {
  const { page } = student;
  await join(student, session);
  for (let nth = 1; nth <= 12; nth += 1) await say(page, `Melding ${nth}`);
  const newest = messagesWith(page, 'Melding 12').getByText('Melding 12', { exact: true });
  await expect(newest).toBeVisible();
  await chatField(page).focus();
  for (let line = 1; line <= 10; line += 1) {
    await page.keyboard.type(`linje ${line}`);
    await page.keyboard.press('Shift+Enter');
  }
  await expect.poll(() => uncovered(newest)).toBe(true);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await expect.poll(() => uncovered(newest)).toBe(true);
});

test('F13 an edit that leaves nothing says what can be done', async ({ student, session }) => {
  const { page } = student;
  await join(student, session);
  await say(page, 'Feil ord');
  await choose(page, 'Feil ord', 'Endre');
  await chatField(page).fill('');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Skriv noe' })).toHaveText(
    'Skriv noe, eller slett meldingen.',
  );
  await expect(chatField(page)).toHaveAccessibleDescription('Skriv noe, eller slett meldingen.');
  await expect(messagesWith(page, 'Feil ord')).toBeVisible();
  await page.keyboard.type('Rette ord');
  await expect(page.getByText('Skriv noe, eller slett meldingen.')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(messagesWith(page, 'Rette ord')).toBeVisible();
});

test('F13 F78 what can be done with a message is underlined', async ({ student, session }) => {
  const { page } = student;
  await join(student, session);
  await say(page, 'Hei');
  await messagesWith(page, 'Hei').getByRole('button', { name: /^Valg/ }).click();
  const choices = page.getByRole('toolbar', { name: /^Valg for meldingen/ }).getByRole('button');
  await expect(choices).toHaveText(['Svar', 'Endre', 'Slett']);
  for (const choice of await choices.all())
    await expect(choice).toHaveCSS('text-decoration-line', 'underline');
});

test('CHAT-13 F13 an address reads as it is after a mark that turns the text round', async ({
  student,
  session,
}) => {
  const { page } = student;
  await join(student, session);
  await say(page, 'Se \u202ehttps://mellom.example/abc og så videre');
  await say(page, 'Neste');
  const places = await messages(page)
    .getByRole('listitem')
    .filter({ hasText: 'og så videre' })
    .locator('p')
    .last()
    .evaluate((text) => {
      const found: { char: string; left: number; top: number }[] = [];
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        for (let at = 0; at < node.length; at += 1) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const { left, top, width } = range.getBoundingClientRect();
          if (width > 0) found.push({ char: node.data[at] ?? '', left, top: Math.round(top) });
        }
      }
      return found;
    });
  // From left to right, line by line, as it was written.
  const read = [...places].sort((a, b) => a.top - b.top || a.left - b.left);
  const shown = read.map(({ char }) => char).join('');
  expect(shown.replaceAll(' ', '')).toBe('Sehttps://mellom.example/abcogsåvidere');
});

const PHONE = { width: 360, height: 740 };
/** Nothing is wider than the screen. */
const expectNoSideways = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
    .toBeLessThanOrEqual(0);

test('CHAT-14 CHAT-17 F13 somebody says with one press that they know it, all see how many and who, and it is taken back', async ({
  teacher,
  student,
  session,
}) => {
  await join(student, session);
  await join(teacher, session);
  const said = 'Jeg kjente på det i går';
  await say(student.page, said);
  await choose(teacher.page, said, 'Reager');
  const row = (page: Page) => messagesWith(page, said);
  const reactions = (page: Page) =>
    row(page).getByRole('group', { name: /^Reaksjoner på meldingen fra Kari/ });
  await expect(reactions(teacher.page).getByRole('button')).toHaveText([
    'Kjenner meg igjen',
    'Enig',
    'Takk',
    'Varm tanke',
    'Tenker på det',
    'Ble glad',
  ]);
  const knows = reactions(teacher.page).getByRole('button', { name: 'Kjenner meg igjen' });
  await expect(knows).toBeFocused();
  await expectAccessible(teacher.page, 'reactions to a message');
  await teacher.page.keyboard.press('Enter');

  const summary = (page: Page, words: string) =>
    row(page).getByRole('button', { name: new RegExp(`^${words}`) });
  for (const { page } of [teacher, student])
    await expect(summary(page, '1 kjenner seg igjen')).toBeVisible();
  await expectSpoken(student.page, 'Berit reagerte på meldingen din: Kjenner meg igjen');
  await student.page.reload();
  await expectInRoom(student.page);
  await summary(student.page, '1 kjenner seg igjen').click();
  await expect(row(student.page)).toContainText('Kjenner meg igjen: Berit');
  await student.page.keyboard.press('Escape');
  await expect(reactions(student.page)).toHaveCount(0);
  await summary(student.page, '1 kjenner seg igjen').press('Enter');
  await expect(
    reactions(student.page).getByRole('button'),
    'nobody reacts to themselves',
  ).toHaveCount(0);

  await summary(teacher.page, '1 kjenner seg igjen').click();
  await expect(row(teacher.page)).toContainText('Kjenner meg igjen: du');
  await expect(knows).toHaveAttribute('aria-pressed', 'true');
  await reactions(teacher.page).getByRole('button', { name: 'Takk' }).click();
  await expect(summary(student.page, '1 takker')).toBeVisible();
  await expect(summary(student.page, '1 kjenner')).toHaveCount(0);
  await summary(teacher.page, '1 takker').click();
  await reactions(teacher.page).getByRole('button', { name: 'Takk' }).click();
  for (const { page } of [teacher, student]) await expect(summary(page, '1 takker')).toHaveCount(0);
});

test('CHAT-18 CHAT-19 F13 a teacher hides a message for all and shows it again, its writer is told, and the log says who', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  await join(student, session);
  await join(teacher, session);
  await say(student.page, 'Noe om en annen');
  await choose(teacher.page, 'Noe om en annen', 'Skjul for alle');
  const told = 'En underviser har skjult meldingen';
  await expect(messages(student.page)).toContainText(`${told} din.`);
  await expect(messages(student.page)).toContainText('kan du spørre underviserne');
  await expectSpoken(student.page, `${told} din.`);
  await join(secondStudent, session);
  for (const { page } of [teacher, secondStudent]) {
    await expect(messages(page)).toContainText(`${told}.`);
    await expect(messages(page)).not.toContainText('Noe om en annen');
  }
  await expect(
    messages(secondStudent.page).getByRole('button', { name: /^Valg/ }),
    'nothing that they can do with it',
  ).toHaveCount(0);
  await expectAccessible(student.page, 'a hidden message');

  await choose(teacher.page, told, 'Vis igjen');
  for (const { page } of [teacher, student, secondStudent])
    await expect(messages(page)).toContainText('Noe om en annen');
  await openPanel(teacher.page, 'Folk');
  await teacher.page.getByRole('button', { name: 'Vis loggen' }).click();
  const log = teacher.page.getByRole('region', { name: 'Logg' });
  await expect(log).toContainText('Du skjulte en melding fra Kari Nilsen.');
  await expect(log).toContainText('Du viste en melding fra Kari Nilsen igjen.');
});

test('CHAT-20 F13 a search finds what was said long before, in any form of the word, and leads there', async ({
  school,
  cast,
  enter,
}) => {
  const { cohort, teacher, student } = cast;
  const long = await school.planning.session({
    ...{ cohort, teachers: [teacher] },
    chat: Array.from({ length: 420 }, (_, nth) => ({
      by: student,
      text: nth === 30 ? 'Boka om makt ligger i hylla' : `Melding nummer ${nth}`,
    })),
  });
  const somebody = await enter(teacher);
  const { page } = somebody;
  await join(somebody, long);
  await expect(messages(page).getByText('Melding nummer 419')).toBeVisible();
  await page.getByRole('button', { name: 'Søk', exact: true }).click();
  const field = page.getByRole('searchbox', { name: 'Søk i samtalen' });
  await expect(field).toBeFocused();
  await page.keyboard.type('bøkene');
  const hit = page.getByRole('button', { name: /Boka om makt/ });
  await expect(hit.locator('mark')).toHaveText('Boka');
  await expect(hit.locator('mark'), 'and is seen').not.toHaveCSS(
    'background-color',
    'rgba(0, 0, 0, 0)',
  );
  await expectSpoken(page, '1 treff');
  await expectAccessible(page, 'what a search of the chat found');
  await hit.click();
  const found = messagesWith(page, 'Boka om makt ligger i hylla');
  await expect(found).toBeFocused();
  await expect.poll(() => uncovered(found.getByText('Boka om makt'))).toBe(true);

  await page.getByRole('button', { name: 'Søk', exact: true }).click();
  await expect(hit, 'what was found is still there').toBeVisible();
  await field.fill('kveite');
  const results = page.getByRole('region', { name: 'Søk i samtalen' });
  await expect(results.getByText('Ingen treff')).toBeVisible();
  await field.press('Escape');
  await expect(page.getByRole('button', { name: 'Søk', exact: true })).toBeFocused();
});

test('CHAT-21 F13 whoever was there takes the chat out as a file, without what is hidden or deleted', async ({
  teacher,
  student,
  session,
}) => {
  await join(student, session);
  await join(teacher, session);
  const { page } = student;
  await say(page, '<b>Dette står</b> & skal være tekst');
  await say(page, 'Dette angrer jeg');
  await choose(page, 'Dette angrer jeg', 'Slett');
  await say(page, 'Dette blir skjult');
  await choose(teacher.page, 'Dette blir skjult', 'Skjul for alle');
  await expect(messages(page)).toContainText('har skjult meldingen din');
  await page.getByRole('button', { name: 'Valg for samtalen' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Last ned samtalen' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^samtale-.*\.html$/);
  const html = await readFile(await download.path(), 'utf8');
  expect(html).toContain('&lt;b&gt;Dette står&lt;/b&gt; &amp; skal være tekst');
  expect(html).toContain('Kari Nilsen');
  expect(html).not.toMatch(/angrer jeg|blir skjult/);
  await expectSpoken(page, 'Samtalen er lastet ned.');
});

test('CHAT-22 F13 the rule is read above the messages, and on a phone all of it has its place', async ({
  enter,
  cast,
  teacher,
}) => {
  const { session, student } = cast;
  await join(teacher, session);
  await say(teacher.page, 'Kjenner noen seg igjen i dette?');
  const phone = await enter(student, { viewport: PHONE, hasTouch: true });
  const { page } = phone;
  await join(phone, session);
  await openSheet(page, 'Samtale');
  await expect(page.getByText('Samtalen slettes 30 dager etter økten.')).toBeVisible();
  await expectNoSideways(page);
  await choose(page, 'Kjenner noen', 'Reager');
  await expectNoSideways(page);
  await expectAccessible(page, 'reacting on a phone');
  await messages(page).getByRole('button', { name: 'Kjenner meg igjen' }).click();
  await expect(messages(page).getByRole('button', { name: /^1 kjenner seg igjen/ })).toBeVisible();
  await page.getByRole('button', { name: 'Søk', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Søk i samtalen' }).fill('kjenner');
  await expect(page.getByRole('button', { name: /Kjenner noen seg igjen/ })).toBeVisible();
  await expectNoSideways(page);
  await expectAccessible(page, 'searching on a phone');
});
