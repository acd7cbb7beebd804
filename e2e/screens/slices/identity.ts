import { expect, openBrowser } from '../../people.ts';
import { frontDoor, page, type Screen } from '../screen.ts';

/** A page that anybody may read. */
const openText =
  (path: string, title: string): Screen['open'] =>
  async ({ browser, school }) => {
    const opened = await openBrowser(browser, school.url);
    await opened.page.goto(path);
    await expect(opened.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    return opened;
  };

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
  { name: 'own page', targetPx: 24, open: page(() => '/din-side', /Din side/) },
  { name: 'appearance', targetPx: 24, open: page(() => '/utseende', /Utseende/) },
  { name: 'profile', targetPx: 24, open: page(() => '/slik-vises-du', /Slik vises du/) },
  { name: 'own data', targetPx: 24, open: page(() => '/mine-opplysninger', /Opplysningene dine/) },
  {
    name: 'own data, asking to be erased',
    targetPx: 24,
    open: async (stage) => {
      const student = await page(() => '/mine-opplysninger', /Opplysningene dine/)(stage);
      await student.page.getByRole('button', { name: 'Be om å bli slettet' }).click();
      await expect(student.page.getByRole('button', { name: 'Ja, jeg vil' })).toBeVisible();
      return student;
    },
  },
  { name: 'privacy', targetPx: 24, open: openText('/personvern', 'Personvern') },
  { name: 'accessibility', targetPx: 24, open: openText('/tilgjengelighet', 'Tilgjengelighet') },
  { name: 'notices', targetPx: 24, open: page(() => '/varsler', /Varsler/) },
  { name: 'account', targetPx: 24, open: page(() => '/konto', /Innlogginger/) },
  {
    name: 'setting up an app',
    targetPx: 24,
    open: async (stage) => {
      const student = await page(() => '/konto', /Innlogginger/)(stage);
      await student.page.getByRole('button', { name: 'Sett opp en app' }).click();
      await expect(
        student.page.getByRole('img', { name: 'En rute som appen leser' }),
      ).toBeVisible();
      return student;
    },
  },
  { name: 'what has happened', targetPx: 24, open: page(() => '/konto/hendelser', /er skjedd/) },
  {
    name: 'security log',
    targetPx: 24,
    open: async ({ enter, school }) => {
      const rector = await enter(
        await school.planning.person({ name: 'Ragnhild Moe', role: 'rector' }),
      );
      await rector.page.goto('/sikkerhetslogg');
      await expect(rector.page.getByText('Loggen er hel.')).toBeVisible();
      return rector;
    },
  },
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
