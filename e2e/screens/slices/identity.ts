import { expect } from '../../people.ts';
import { frontDoor, page, type Screen } from '../screen.ts';

/** Front doors, signing in, one’s own account. */
export const identityScreens: readonly Screen[] = [
  { name: 'front door', targetPx: 24, open: frontDoor() },
  {
    name: 'code',
    targetPx: 24,
    open: frontDoor(async (page, { cast }) => {
      await page.getByLabel('E-postadressen din').fill(cast.student.email);
      await page.getByRole('button', { name: 'Send meg en kode' }).click();
      await expect(page.getByLabel('Koden på 8 sifre')).toBeVisible();
    }),
  },
  {
    name: 'password',
    targetPx: 24,
    open: frontDoor((page) => page.getByRole('button', { name: 'Bruk passord' }).click()),
  },
  { name: 'profile', targetPx: 24, open: page(() => '/slik-vises-du', /Slik vises du/) },
  { name: 'account', targetPx: 24, open: page(() => '/konto', /Innlogginger/) },
  {
    name: 'account menu',
    targetPx: 24,
    isSheet: true,
    open: page(() => '/konto', /Innlogginger/),
    show: async (page) => {
      if (!(await page.getByRole('menu').isVisible()))
        await page.getByRole('button', { name: /meny/ }).click();
      await expect(page.getByRole('menuitem', { name: 'Logg ut' })).toBeVisible();
    },
  },
];
