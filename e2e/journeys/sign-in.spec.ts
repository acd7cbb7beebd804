import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { type MailServer, openMailServer } from '../mail-server.ts';
import { takeMailedCode } from '../mailbox.ts';
import { expect, openBrowser, signInByCode, test } from '../people.ts';
import { chatField, expectInRoom, expectSpoken, join } from '../room.ts';
import { openOwnSchool } from '../school.ts';

const wrongInput = /status of (401|403|429)/;

const byMail = test.extend<{ mail: MailServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's form
  mail: async ({}, use) => {
    const mail = await openMailServer();
    await use(mail);
    await mail.close();
  },
  school: async ({ mail }, use) => {
    const school = await openOwnSchool({ env: { SMTP_URL: mail.url } });
    await use(school);
    await school.close();
  },
});

byMail(
  'F85 a mailed code leads to where one was going',
  async ({ browser, school, cast, mail }) => {
    const { page, context, watch } = await openBrowser(browser, school.url);
    watch.expect(wrongInput);
    await page.goto(cast.session.path);
    await expect(page).toHaveURL(/\/logg-inn\?til=/);
    await page.getByLabel('E-postadressen din').fill('kari');
    await page.getByRole('button', { name: 'Send meg en kode' }).click();
    await expect(page.getByRole('alert')).toContainText('Adressen ser ikke riktig ut.');
    await expect(page.getByLabel('E-postadressen din')).toBeFocused();
    await expectAccessible(page, 'the sign-in page with a wrong address');

    await page.getByLabel('E-postadressen din').fill(cast.student.email);
    await page.getByRole('button', { name: 'Send meg en kode' }).click();
    const field = page.getByLabel('Koden på 8 sifre');
    await expect(field).toBeFocused();
    const code = await mail.code(1);
    const wrong = String((Number(code) + 1) % 100_000_000).padStart(8, '0');
    await field.fill(wrong);
    await field.press('Enter');
    await expect(page.getByText('Koden stemmer ikke.')).toBeVisible();
    await expectAccessible(page, 'the sign-in page with a wrong code');

    await page.getByRole('button', { name: 'Send en ny kode' }).click();
    await expect(page.getByText('Den gamle virker ikke lenger.')).toBeVisible();
    const newer = await mail.code(2);
    await field.fill(code);
    await field.press('Enter');
    await expect(page.getByText('Koden stemmer ikke.')).toBeVisible();
    await field.fill(`${newer.slice(0, 4)} ${newer.slice(4)}`);
    await field.press('Enter');
    await expectInRoom(page);
    await expect(page).toHaveURL(cast.session.path);
    expect(watch.complaints()).toEqual([]);
    await context.close();
  },
);

byMail(
  'F85 a reload while one reads the mail keeps the step',
  async ({ browser, school, cast, mail }) => {
    const { page, context, watch } = await openBrowser(browser, school.url);
    await page.goto(cast.session.path);
    await page.getByLabel('E-postadressen din').fill(cast.student.email);
    await page.getByRole('button', { name: 'Send meg en kode' }).click();
    const field = page.getByLabel('Koden på 8 sifre');
    await expect(field).toBeFocused();
    const code = await mail.code(1);
    await page.reload();
    await expect(field).toBeFocused();
    await expectAccessible(page, 'the code step after a reload');
    await page.getByRole('button', { name: 'Bruk en annen adresse' }).click();
    const address = page.getByLabel('E-postadressen din');
    await expect(address).toBeFocused();
    await page.reload();
    await expect(address).toHaveValue('');

    // As in another tab: the code is entered, and no new one voids it.
    await page.getByRole('button', { name: 'Jeg har en kode' }).click();
    await expect(address).toBeFocused();
    await expect(page.getByText('Adressen ser ikke riktig ut.')).toBeVisible();
    await address.fill(cast.student.email);
    await page.getByRole('button', { name: 'Jeg har en kode' }).click();
    await field.fill(code);
    await field.press('Enter');
    await expectInRoom(page);
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('@');
    expect(watch.complaints()).toEqual([]);
    await context.close();
  },
);

test('F85 a password is the other way in', async ({ browser, school, cast }) => {
  await school.planning.password(cast.student, 'fjorden er blank i kveld');
  const { page, context, watch } = await openBrowser(browser, school.url);
  watch.expect(wrongInput);
  await page.goto('/logg-inn');
  await page.getByRole('button', { name: 'Bruk passord' }).click();
  await page.getByLabel('E-postadressen din').fill(cast.student.email);
  await page.getByLabel('Passord', { exact: true }).fill('fjorden er grå i kveld');
  await page.getByRole('button', { name: 'Logg inn', exact: true }).click();
  await expect(page.getByText('Adressen og passordet passer ikke sammen.')).toBeVisible();
  await expectAccessible(page, 'the sign-in page with a wrong password');
  await page.getByLabel('Passord', { exact: true }).fill('fjorden er blank i kveld');
  await page.getByRole('button', { name: 'Logg inn', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Kari');
  expect(watch.complaints()).toEqual([]);
  await context.close();
});

test('F85 SIGN-10 a password is chosen among one’s own sign-ins, and is then a way in', async ({
  browser,
  school,
  cast,
  student,
  enter,
}) => {
  student.watch.expect(/status of (401|422)/);
  const { page } = student;
  const elsewhere = await enter(cast.student);
  await page.goto('/konto');
  await expect(page.getByRole('listitem').filter({ hasText: 'sist brukt' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Velg nytt passord' }).click();
  const field = page.getByLabel('Nytt passord');
  await expect(field).toBeFocused();
  for (const tooShort of ['', 'for kort']) {
    await field.fill(tooShort);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Passordet er for kort. Det skal ha minst 12 tegn.')).toBeVisible();
  }
  await expectAccessible(page, 'choosing a password');
  await field.fill('tåka letter over fjorden');
  await page.getByRole('button', { name: 'Lagre passordet' }).click();
  await expectSpoken(page, 'Passordet er lagret.');
  await expect(page.getByRole('button', { name: 'Velg nytt passord' })).toBeFocused();
  await expect(page.getByRole('listitem').filter({ hasText: 'sist brukt' })).toHaveCount(0);
  await elsewhere.page.goto('/konto');
  await expect(elsewhere.page.getByLabel('E-postadressen din')).toBeVisible();

  await school.planning.signedInLongAgo(cast.student);
  await page.getByRole('button', { name: 'Velg nytt passord' }).click();
  const old = page.getByLabel('Passordet du har nå');
  await expect(old).toBeFocused();
  await field.fill('sola kommer over fjellet');
  await old.fill('noe helt annet enn det');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Det er ikke passordet du har nå.')).toBeVisible();
  await expectAccessible(page, 'choosing a password a while after signing in');
  await old.fill('tåka letter over fjorden');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Velg nytt passord' })).toBeFocused();

  const again = await openBrowser(browser, school.url);
  await again.page.goto('/logg-inn');
  await again.page.getByRole('button', { name: 'Bruk passord' }).click();
  await again.page.getByLabel('E-postadressen din').fill(cast.student.email);
  await again.page.getByLabel('Passord', { exact: true }).fill('sola kommer over fjellet');
  await again.page.getByRole('button', { name: 'Logg inn', exact: true }).click();
  await expect(again.page.getByRole('heading', { level: 1 })).toContainText('Kari');
  await again.context.close();
});

test('F85 SIGN-10 whoever has no password is asked for a mailed code first, and for no old password', async ({
  student,
  school,
  cast,
}) => {
  const { page } = student;
  student.watch.expect(/status of 401/);
  await school.planning.signedInLongAgo(cast.student);
  await page.goto('/konto');
  await page.getByRole('button', { name: 'Velg nytt passord' }).click();
  const send = page.getByRole('button', { name: 'Send meg en kode' });
  await expect(send).toBeFocused();
  await expect(page.getByText('Derfor sender vi først en kode til')).toContainText(
    cast.student.email,
  );
  await expect(page.getByLabel('Passordet du har nå')).toHaveCount(0);
  await expect(page.getByLabel('Nytt passord')).toHaveCount(0);
  await expectAccessible(page, 'a first password, a while after signing in');
  await send.click();
  const code = page.getByLabel('Koden på 8 sifre');
  await expect(code).toBeFocused();
  await page.getByLabel('Nytt passord').fill('tåka letter over fjorden');
  await code.fill('1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Koden stemmer ikke.')).toBeVisible();
  await code.fill(await takeMailedCode(school.dataDir, cast.student.email));
  await page.keyboard.press('Enter');
  await expectSpoken(page, 'Passordet er lagret.');
  await expect(page.getByText('Denne enheten')).toBeVisible();
});

test('F85 an address that nobody has gets the same words as one that somebody has', async ({
  browser,
  school,
  cast,
}) => {
  const { page, context } = await openBrowser(browser, school.url);
  const said: string[] = [];
  for (const address of ['ingen.her@example.org', cast.student.email]) {
    await page.goto('/logg-inn');
    await page.getByLabel('E-postadressen din').fill(address);
    await page.getByRole('button', { name: 'Send meg en kode' }).click();
    const words = page.getByText(/er registrert hos oss/);
    await expect(words).toBeVisible();
    said.push((await words.innerText()).replace(address, '…'));
    await page.getByRole('button', { name: 'Bruk en annen adresse' }).click();
  }
  expect(said[0]).toBe(said[1]);
  await context.close();
});

test('F85 a sign-in ended from another browser is cut at once', async ({
  enter,
  student,
  cast,
  session,
}) => {
  await join(student, session);
  await chatField(student.page).fill('Dette er ikke sendt ennå');
  const other = await enter(cast.student);
  await other.page.goto('/konto');
  const end = other.page.getByRole('button', { name: /^Logg ut / });
  await expect(end).toBeVisible();
  await expectAccessible(other.page, 'own sign-ins');
  await end.click();
  await expect(end).toHaveCount(0);
  await expect(other.page.getByRole('heading', { name: 'Innlogginger' })).toBeFocused();

  await expect(student.page.getByRole('heading', { name: 'Du er logget ut' })).toBeVisible();
  await expect(chatField(student.page)).toHaveCount(0);
  await expect(student.page.getByText('Dette er ikke sendt ennå')).toBeVisible();
  await expectAccessible(student.page, 'the room of somebody who was signed out');
  await student.page.getByRole('main').getByRole('link', { name: 'Logg inn' }).click();
  await expect(student.page).toHaveURL(/\/logg-inn\?til=/);
});

/** Opens a page, and goes on when its line to the server is up. */
async function openWithLine(page: Page, path: string): Promise<void> {
  const line = page.waitForEvent('websocket', (socket) => socket.url().includes('socket.io'));
  await page.goto(path);
  await (await line).waitForEvent('framereceived', ({ payload }) => `${payload}`.startsWith('40'));
}

test('F85 SIGN-26 whatever page one stands on, one is led out when all others are signed out elsewhere', async ({
  enter,
  cast,
  session,
}) => {
  const here = await enter(cast.student);
  await enter(cast.student);
  const there = await enter(cast.student);
  here.watch.expect(/status of 401/);
  const paths = ['/', '/dokumenter', '/oppgaver', `${session.path}/om`];
  const tabs = await Promise.all(
    paths.map(async (path) => {
      const page = await here.context.newPage();
      await openWithLine(page, path);
      return { path, page };
    }),
  );
  await there.page.goto('/konto');
  await there.page.getByRole('button', { name: 'Logg ut alle andre' }).click();
  // Sooner than a page asks for anything by itself.
  for (const { path, page } of tabs) {
    const way = `/logg-inn?til=${encodeURIComponent(path)}`;
    await expect(page).toHaveURL(path === '/' ? '/logg-inn' : way);
    await expect(page.getByLabel('E-postadressen din')).toBeVisible();
    await expect(page.getByText('Innloggingen er avsluttet et annet sted').first()).toBeVisible();
  }
  await expect(there.page.getByRole('heading', { name: 'Innlogginger' })).toBeVisible();
});

test('F85 SIGN-26 words that lie on the page alone stay, and can be saved after a new sign-in', async ({
  enter,
  cast,
  school,
}) => {
  const here = await enter(cast.teacher);
  const there = await enter(cast.teacher);
  here.watch.expect(/status of 401/);
  const { page } = here;
  await openWithLine(page, '/oppgaver/ny');
  const title = page.getByLabel('Hva heter oppgaven?');
  await title.fill('En refleksjon om tvang');
  await there.page.goto('/konto');
  await there.page.getByRole('button', { name: /^Logg ut / }).click();
  const told = page.getByText('Det du har skrevet her, står her ennå');
  await expect(told.last()).toBeVisible();
  await expectSpoken(page, 'Du er logget ut. Det du har skrevet her');
  await expect(title).toHaveValue('En refleksjon om tvang');
  await expect(page.getByRole('button', { name: 'Logg inn i en ny fane' })).toBeVisible();
  await expectAccessible(page, 'words that wait for a new sign-in');

  await signInByCode(here.context, school, cast.teacher.email);
  await expect(page.getByRole('button', { name: 'Logg inn i en ny fane' })).toHaveCount(0);
  await expect(title).toHaveValue('En refleksjon om tvang');
});

test('F85 SIGN-14 each sign-in has a name of its own, and all the others are ended at once', async ({
  enter,
  student,
  cast,
}) => {
  await enter(cast.student);
  await enter(cast.student);
  const { page } = student;
  await page.goto('/konto');
  const one = page.getByRole('button', { name: /^Logg ut .*, logget inn .* \d\d:\d\d$/ });
  await expect(one).toHaveCount(2);
  const names = await one.evaluateAll((buttons) => buttons.map((button) => button.ariaLabel));
  expect(new Set(names).size).toBe(2);
  await expectAccessible(page, 'several own sign-ins');
  await page.getByRole('button', { name: 'Logg ut alle andre' }).click();
  await expectSpoken(page, 'Alle de andre enhetene er logget ut.');
  await expect(one).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Innlogginger' })).toBeFocused();
  await page.reload();
  await expect(page.getByText('Denne enheten')).toBeVisible();
  await expect(one).toHaveCount(0);
});

test('F85 the demonstration school lets anybody in by a door', async ({ browser, school }) => {
  const { page, context, watch } = await openBrowser(browser, school.url);
  await page.goto('/konto');
  await expect(page.getByRole('button', { name: /Student Ingrid Solbakken/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Underviser Anne Moen/ })).toBeVisible();
  await page.getByRole('button', { name: /Administrator Gunnhild Strand/ }).click();
  await expect(page.getByRole('heading', { name: 'Innlogginger' })).toBeVisible();
  await expect(page.getByText('Denne enheten')).toBeVisible();

  const otherTab = await context.newPage();
  await otherTab.goto('/konto');
  await expect(otherTab.getByText('Denne enheten')).toBeVisible();
  await page.getByRole('button', { name: 'Gunnhild Strand, din meny' }).click();
  await page.getByRole('menuitem', { name: 'Logg ut' }).click();
  await expect(page).toHaveURL('/logg-inn');
  await expect(page.getByText('Du er logget ut.')).toHaveCount(0);
  await expect(otherTab.getByText('Du logget ut i en annen fane.')).toBeVisible();
  await expectAccessible(otherTab, 'the sign-in page of a tab that was signed out');
  await otherTab.close();
  await page.goto('/konto');
  await expect(page).toHaveURL(/\/logg-inn\?til=/);
  expect(watch.complaints()).toEqual([]);
  await context.close();
});
