import { expect, openBrowser } from '../../people.ts';
import type { Screen, Stage } from '../screen.ts';

/** An administrator at the people of the demonstration school. */
async function atPeople({ enter, school }: Stage) {
  const admin = await enter(await school.planning.person({ name: 'Gunn Lie', role: 'admin' }));
  await admin.page.goto('/folk');
  await expect(admin.page.getByRole('button', { name: /Amina Yusuf/ }).first()).toBeVisible();
  return admin;
}

/** People, and how they come in. */
export const peopleScreens: readonly Screen[] = [
  { name: 'people', targetPx: 24, open: atPeople },
  {
    name: 'people invite',
    targetPx: 24,
    isSheet: true,
    open: atPeople,
    show: async (page) => {
      const sheet = page.getByRole('dialog');
      if (!(await sheet.isVisible()))
        await page.getByRole('button', { name: 'Inviter', exact: true }).click();
      await sheet.getByRole('checkbox', { name: 'Student' }).check();
      await sheet.getByRole('checkbox', { name: 'Gjest' }).check();
      await sheet.getByRole('button', { name: 'Send invitasjon' }).click();
      await expect(sheet.getByText('Navnet mangler.')).toBeVisible();
    },
  },
  {
    name: 'people standing',
    targetPx: 24,
    isSheet: true,
    open: atPeople,
    show: async (page) => {
      const sheet = page.getByRole('dialog');
      if (!(await sheet.isVisible()))
        await page
          .getByRole('button', { name: /Amina Yusuf/ })
          .first()
          .click();
      const suspend = sheet.getByRole('button', { name: 'Steng ute' }).first();
      if ((await suspend.getAttribute('aria-expanded')) === 'false') await suspend.click();
      await expect(sheet.getByLabel('Hvorfor?')).toBeVisible();
    },
  },
  {
    name: 'cohort',
    targetPx: 24,
    open: async (stage) => {
      const admin = await atPeople(stage);
      await admin.page.getByRole('link', { name: 'Heltid 2026' }).click();
      await expect(admin.page.getByRole('heading', { name: 'Grupper' })).toBeVisible();
      return admin;
    },
  },
  {
    name: 'cohort student',
    targetPx: 24,
    isSheet: true,
    open: async (stage) => {
      const admin = await atPeople(stage);
      await admin.page.getByRole('link', { name: 'Heltid 2026' }).click();
      await expect(admin.page.getByRole('heading', { name: 'Grupper' })).toBeVisible();
      return admin;
    },
    show: async (page) => {
      const sheet = page.getByRole('dialog');
      if (!(await sheet.isVisible()))
        await page
          .getByRole('button', { name: /Amina Yusuf/ })
          .first()
          .click();
      const out = sheet.getByRole('button', { name: 'Ta ut av kullet' }).first();
      if ((await out.getAttribute('aria-expanded')) === 'false') await out.click();
      await expect(sheet.getByLabel('Hvorfor?')).toBeVisible();
    },
  },
  {
    name: 'about the school',
    targetPx: 24,
    open: async ({ enter, school }) => {
      const admin = await enter(await school.planning.person({ name: 'Gunn Lie', role: 'admin' }));
      await admin.page.goto('/skolen');
      await expect(admin.page.getByLabel('Hva skolen heter')).toBeVisible();
      return admin;
    },
  },
  {
    name: 'people from a file',
    targetPx: 24,
    open: async (stage) => {
      const admin = await atPeople(stage);
      await admin.page.getByRole('link', { name: 'Inviter fra fil' }).click();
      await admin.page
        .getByLabel('Eller lim inn her')
        .fill(
          [
            'Navn;E-post;Rolle',
            'Aud Nyhus;aud.nyhus@example.org;Underviser',
            'Berit Aas;berit.aas@example;Underviser',
            'Spesialisthelsetjenesteutviklingskoordinator Vik;odd.vik@example.org;Vaktmester',
          ].join('\n'),
        );
      await expect(admin.page.getByText('Rollen kjenner vi ikke.')).toBeVisible();
      return admin;
    },
  },
  {
    name: 'who sees what',
    targetPx: 24,
    open: async ({ browser, school }) => {
      const opened = await openBrowser(browser, school.url);
      opened.watch.expect(/status of 401/);
      await opened.page.goto('/hvem-ser-hva');
      await expect(opened.page.getByRole('heading', { name: 'Anonyme svar' })).toBeVisible();
      return opened;
    },
  },
  {
    name: 'welcome over',
    targetPx: 24,
    open: async ({ browser, school }) => {
      const opened = await openBrowser(browser, school.url);
      opened.watch.expect(/status of 404/);
      await opened.page.goto('/velkommen#ingenting');
      await expect(opened.page.getByRole('heading', { name: 'Lenken virker ikke' })).toBeVisible();
      return opened;
    },
  },
];
