import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { expect, openBrowser, type Person, test } from '../people.ts';
import {
  chatField,
  expectInRoom,
  expectSpoken,
  join,
  messagesWith,
  openPanel,
  rowOf,
  say,
} from '../room.ts';

/** The sign-in is gone, or the link opens nothing: so say our own calls. */
const shutOut = /status of 40[149]|WebSocket connection to \S+\/rtc\//;

/** Five times the goal of a second (docs/access.md §4): a test catches a hang, a bench measures. */
const OUT_WITHIN_MS = 5_000;

/** Makes a link, and copies it by one press. */
async function makeLink({ page, context }: Person, note: string): Promise<string> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Inviter en gjest' }).click();
  await page.getByLabel('Hvem er lenken til?').fill(note);
  await page.getByRole('button', { name: 'Lag lenke' }).click();
  await page.getByRole('button', { name: 'Kopier lenken', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Kopiert', exact: true })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/\/gjest#[\w-]{43}$/);
  // GUEST-12: the mail that can be begun with it says the same.
  const mail = await page.getByRole('link', { name: 'Skriv e-post' }).getAttribute('href');
  expect(new URL(`${mail}`).searchParams.get('body')).toContain(copied);
  await page.getByRole('button', { name: 'Ferdig' }).click();
  return copied;
}

/** By a teacher who is in the session. */
async function letIn({ page }: Person, name: string): Promise<void> {
  await openPanel(page, /^Til deg/);
  await page.getByRole('button', { name: `Slipp inn ${name}` }).click();
}

async function comeIn(page: Page, link: string, name: string, by: Person): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Hva vil du bli kalt?').fill(name);
  await page.getByRole('button', { name: 'Gå til venterommet' }).click();
  await expect(page.getByRole('heading', { name: 'Du er i venterommet' })).toBeVisible();
  await letIn(by, name);
  await expectInRoom(page);
}

test('F5 a guest comes by a link, is marked for everybody, and is out at once when it is withdrawn', async ({
  teacher,
  student,
  session,
  browser,
  school,
}) => {
  await teacher.page.goto(`${session.path}/om`);
  await teacher.page.getByRole('button', { name: 'Gjester og lenker' }).click();
  const link = await makeLink(teacher, 'Gro fra NAV');
  await expectAccessible(teacher.page, 'guest links on the page of a session');
  await join(student, session);
  await join(teacher, session);

  const guest = await openBrowser(browser, school.url);
  const asked: string[] = [];
  guest.page.on('request', (request) => asked.push(request.url()));
  await guest.page.goto(link);
  await expect(guest.page.getByRole('heading', { name: session.title })).toBeVisible();
  await expect(guest.page.getByText('Berit Aune inviterer deg som foreleser.')).toBeVisible();
  await expectAccessible(guest.page, 'the door of a guest link');
  await guest.page.getByRole('button', { name: 'Gå til venterommet' }).click();
  await expect(guest.page.getByText('Skriv et navn.')).toBeVisible();
  await expect(guest.page.getByLabel('Hva vil du bli kalt?')).toBeFocused();
  // By the keyboard alone.
  await guest.page.keyboard.type('Gro Gjestad');
  await guest.page.keyboard.press('Enter');
  await openPanel(teacher.page, /^Til deg/);
  // The host wrote it to know who it is.
  await expect(rowOf(teacher.page, 'Gro Gjestad').first()).toContainText(
    'Gjest, foreleser. Lenken er til «Gro fra NAV». ',
  );
  await letIn(teacher, 'Gro Gjestad');
  await expectInRoom(guest.page);
  const secret = link.split('#')[1] ?? '';
  expect(asked.filter((url) => url.includes(secret))).toEqual([]);
  expect(guest.page.url()).not.toContain(secret);

  await openPanel(student.page, 'Folk');
  await expect(rowOf(student.page, 'Gro Gjestad')).toContainText('Gjest, foreleser');
  await say(guest.page, 'Hei, jeg er fra NAV.');
  await openPanel(student.page, /^Samtale/);
  await expect(messagesWith(student.page, 'Hei, jeg er fra NAV.')).toContainText(
    'Gjest, foreleser',
  );

  const second = await openBrowser(browser, school.url);
  second.watch.expect(shutOut);
  await second.page.goto(link);
  await expect(second.page.getByRole('heading', { name: 'Lenken er brukt' })).toBeVisible();
  await expectAccessible(second.page, 'a guest link that has been used');

  await openPanel(teacher.page, 'Folk');
  await teacher.page.getByRole('button', { name: 'Gjester og lenker' }).click();
  await teacher.page.getByRole('button', { name: 'Trekk tilbake Gro Gjestad' }).click();
  guest.watch.expect(shutOut);
  await teacher.page.getByRole('button', { name: 'Ja, trekk tilbake' }).click();
  await expect(guest.page.getByRole('heading', { name: 'Takk for at du var med' })).toBeVisible({
    timeout: OUT_WITHIN_MS,
  });
  await expect(guest.page.getByText('Lurer du på noe, kan du spørre')).toBeVisible();
  await expect(guest.page.getByText(/Åpne lenken|kan du åpne/)).toHaveCount(0);
  await expectAccessible(guest.page, 'what a guest is left with');
  await expect(guest.page.getByText('Hei, jeg er fra NAV.')).toHaveCount(0);
  await guest.page.goto(link);
  await expect(guest.page.getByRole('heading', { name: 'Lenken gjelder ikke' })).toBeVisible();
  await expect(rowOf(teacher.page, 'Gro Gjestad').first()).toBeVisible();
  await guest.context.close();
  await second.context.close();
});

test('F5 after the session nothing works: not the page, not the cookie, not the link', async ({
  teacher,
  session,
  browser,
  school,
}) => {
  await join(teacher, session);
  await openPanel(teacher.page, 'Folk');
  await teacher.page.getByRole('button', { name: 'Gjester og lenker' }).click();
  const link = await makeLink(teacher, '');
  const guest = await openBrowser(browser, school.url);
  await comeIn(guest.page, link, 'محمد علي', teacher);
  await openPanel(teacher.page, /^Samtale/);
  await expect(chatField(guest.page)).toBeVisible();
  await guest.page.reload();
  await expectInRoom(guest.page);

  await openPanel(teacher.page, 'Agenda');
  guest.watch.expect(shutOut);
  await teacher.page.getByRole('button', { name: 'Avslutt økten for alle' }).click();
  await expect(guest.page.getByRole('heading', { name: 'Takk for at du var med' })).toBeVisible({
    timeout: 20_000,
  });
  await guest.page.goto(session.path);
  await expect(guest.page.getByRole('heading', { name: 'Takk for at du var med' })).toBeVisible();
  await expect(guest.page.getByText('Du kan lukke vinduet.')).toBeVisible();
  await expect(guest.page.getByText(/kan du åpne den/), 'it is known why').toHaveCount(0);
  await expect(guest.page.getByRole('link', { name: 'Til innlogging' })).toHaveCount(0);
  await guest.page.goto(link);
  await expect(guest.page.getByRole('heading', { name: 'Lenken gjelder ikke' })).toBeVisible();
  await guest.context.close();
});

test('F5 LOBBY-11 guests who wait or were declined read and hear that the session ended, and are not thanked for having been there', async ({
  teacher,
  session,
  browser,
  school,
}) => {
  await join(teacher, session);
  const guests: Awaited<ReturnType<typeof openBrowser>>[] = [];
  for (const name of ['Gro Gjestad', 'Ida Moe']) {
    await openPanel(teacher.page, 'Folk');
    await teacher.page.getByRole('button', { name: 'Gjester og lenker' }).click();
    const link = await makeLink(teacher, name);
    await teacher.page.getByRole('button', { name: 'Skjul gjester og lenker' }).click();
    const guest = await openBrowser(browser, school.url);
    await guest.page.goto(link);
    await guest.page.getByLabel('Hva vil du bli kalt?').fill(name);
    await guest.page.getByRole('button', { name: 'Gå til venterommet' }).click();
    await expect(guest.page.getByRole('heading', { name: 'Du er i venterommet' })).toBeVisible();
    guests.push(guest);
  }
  await openPanel(teacher.page, /^Til deg/);
  await teacher.page.getByRole('button', { name: 'Si nei … Ida Moe' }).click();
  await teacher.page.getByLabel('Svaret til Ida Moe').fill('Vi er fulle i dag.');
  await teacher.page.getByRole('button', { name: 'Si nei', exact: true }).click();
  const [, declined] = guests;
  if (declined) await expect(declined.page.getByText('Vi er fulle i dag.')).toBeVisible();
  await openPanel(teacher.page, 'Agenda');
  for (const guest of guests) guest.watch.expect(shutOut);
  await teacher.page.getByRole('button', { name: 'Avslutt økten for alle' }).click();
  await Promise.all(
    guests.map(async ({ page }) => {
      const title = page.getByRole('heading', { level: 1, name: 'Økten er avsluttet' });
      await expect(title).toBeVisible({ timeout: 20_000 });
      await expectSpoken(page, 'Økten er avsluttet.');
      // The sign-in is gone by now, and the words still stand.
      await expect(page.getByText(/Lenken din gjelder ikke lenger/)).toBeVisible();
      await page.waitForTimeout(3_000);
      await expect(title).toBeFocused();
      await expect(page.getByText('Takk for at du var med')).toHaveCount(0);
    }),
  );
  for (const guest of guests) await guest.context.close();
});

test('F5 a guest sees the session and nothing else of the school, and needs no account to leave', async ({
  teacher,
  session,
  browser,
  school,
}) => {
  await teacher.page.goto(`${session.path}/om`);
  await teacher.page.getByRole('button', { name: 'Gjester og lenker' }).click();
  const link = await makeLink(teacher, 'Pårørende');
  const guest = await openBrowser(browser, school.url);
  await join(teacher, session);
  await comeIn(guest.page, link, 'Gro Gjestad', teacher);
  await guest.page.getByRole('button', { name: 'Gå ut' }).click();
  await expect(guest.page.getByRole('link', { name: 'Bli med' })).toBeVisible();
  await expect(guest.page.getByRole('link', { name: 'Dokumenter' })).toHaveCount(0);
  await expect(guest.page.getByRole('link', { name: 'Oppgaver' })).toHaveCount(0);
  // The same browser comes back by the same link.
  await guest.context.clearCookies();
  await guest.page.goto('about:blank');
  await guest.page.goto(link);
  await expect(guest.page.getByText('Du kommer inn som samme gjest.')).toBeVisible();
  await guest.page.getByRole('button', { name: 'Gå til venterommet' }).click();
  await expectInRoom(guest.page);
  await guest.context.close();
});
