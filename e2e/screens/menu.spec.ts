import { makeDocument, text } from '../documents.ts';
import { expect, test } from '../people.ts';

test('F78 the rows of the account menu begin their words in one place', async ({ student }) => {
  const { page } = student;
  await page.goto('/');
  await page.getByRole('button', { name: /din meny/ }).click();
  const rows = page.getByRole('menu').locator('[role^="menuitem"]');
  await expect(rows.nth(3)).toBeVisible();
  const starts = await rows.evaluateAll((rows) =>
    rows.map((row) => {
      const range = document.createRange();
      range.selectNodeContents(row.lastChild as Node);
      return Math.round(range.getBoundingClientRect().left);
    }),
  );
  expect(new Set(starts).size).toBe(1);
});

test('F78 a menu gives the focus back to its button, and takes it from nobody who has gone on', async ({
  student,
}) => {
  const { page } = student;
  await makeDocument(page, 'Menyen', 'Bare for deg');
  const button = page.getByRole('button', { name: 'Mer om dokumentet' });
  const menu = page.getByRole('menu');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  const item = menu.getByRole('menuitem', { name: 'Skjul navn der andre skriver' });
  await expect(item).toBeVisible();
  // As quick as somebody can be on a machine that takes its time.
  await text(page).evaluate((writing) => {
    const gone = new MutationObserver(() => {
      if (document.querySelector('[role="menu"]')) return;
      gone.disconnect();
      writing.focus();
    });
    gone.observe(document.body, { childList: true, subtree: true });
  });
  await item.press('Enter');
  await expect(menu).toHaveCount(0);
  await page.keyboard.type('Videre');
  await expect(text(page)).toHaveText('Videre');
});
