import { expect, test } from '../people.ts';

test('F78 the rows of the account menu begin their words in one place', async ({ student }) => {
  const { page } = student;
  await page.goto('/');
  await page.getByRole('button', { name: /din meny/ }).click();
  const starts = await page
    .getByRole('menu')
    .locator('[role^="menuitem"]')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const range = document.createRange();
        range.selectNodeContents(row.lastChild as Node);
        return Math.round(range.getBoundingClientRect().left);
      }),
    );
  expect(new Set(starts).size).toBe(1);
  expect(starts.length).toBeGreaterThan(5);
});
