import { expect, test } from '../people.ts';
import { chatField, choose, join, messages, messagesWith, say } from '../room.ts';
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
