import { expect, type Person } from './people.ts';

export const bar = ({ page }: Person) => page.getByRole('region', { name: 'Kontroller' });
export const press = (person: Person, name: RegExp) =>
  bar(person).getByRole('button', { name }).click();

/** Who stands large, with why. */
export const large = ({ page }: Person, why: string) =>
  page.getByRole('main').getByRole('list', { name: why });

/** Opens a tile's menu and picks from it, by the keyboard alone. */
export async function pickFromTile({ page }: Person, whom: Person, what: string): Promise<void> {
  await page.getByRole('button', { name: `Valg for bildet av ${whom.called}` }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: what })).toBeVisible();
  for (let steps = 0; steps < 3; steps += 1) {
    if (
      await page
        .getByRole('menuitem', { name: what })
        .evaluate((item) => item.matches(':focus, [data-highlighted]'))
    )
      break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}
