import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { type Cast, type Enter, expect, type Person, test } from '../people.ts';
import type { PlannedSession } from '../planning.ts';
import { expectInRoom, expectSpoken, join, openPanel, openSheet, rowOf } from '../room.ts';
import type { School } from '../school.ts';

// Three browsers each.
test.describe.configure({ timeout: 120_000 });

const ADVISER = { name: 'Tone Lie', role: 'studyAdviser' } as const;
const GUEST = { name: 'Gro Lien', role: 'guest' } as const;

/** A session that an adviser and a guest are invited to, and their browsers. */
async function invite(school: School, cast: Cast, enter: Enter) {
  const adviser = await school.planning.person(ADVISER);
  const guest = await school.planning.person(GUEST);
  const session = await school.planning.session({
    ...{ cohort: cast.cohort, teachers: [cast.teacher, cast.secondTeacher] },
    ...{ title: 'Språk som åpner', invited: [adviser, guest] },
  });
  return { session, adviser: await enter(adviser), guest: await enter(guest) };
}

const waits = (page: Page) => page.getByRole('heading', { name: 'Du er i venterommet' });
const toYou = (page: Page) => page.getByRole('tab', { name: /^Til deg/ });
const outside = (page: Page) => page.getByRole('region', { name: /^I venterommet/ });

async function knock({ page }: Person, { path }: PlannedSession): Promise<void> {
  await page.goto(path);
  await expect(waits(page)).toBeVisible();
}

/** All that a browser has been sent over its socket from here on. */
function sentTo({ page }: Person): () => string {
  const frames: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => frames.push(`${payload}`)),
  );
  return () => frames.join('\n');
}

test('F3 F4 LOBBY-1 an invited adviser waits, a teacher lets her in by the keyboard, and students come straight in', async ({
  school,
  cast,
  enter,
  teacher,
  student,
}) => {
  const { session, adviser } = await invite(school, cast, enter);
  const heard = sentTo(student);
  await join(student, session);
  await knock(adviser, session);
  const { page } = adviser;
  await expect(waits(page)).toBeFocused();
  await expect(page.getByText('Språk som åpner').first()).toBeVisible();
  await expect(page.getByText(/^Ingen underviser er inne ennå/)).toBeVisible();
  await expectAccessible(page, 'the lobby before a host is in');

  await join(teacher, session);
  await expect(page.getByText(/^Underviserne ser at du venter/)).toBeVisible();
  await expect(toYou(teacher.page)).toHaveText('Til deg, 1');
  await expectSpoken(teacher.page, 'Tone Lie venter på å slippe inn. Ansatt ved skolen.');
  await toYou(teacher.page).click();
  await expect(outside(teacher.page).getByRole('heading')).toHaveText('I venterommet, 1');
  await expect(rowOf(teacher.page, ADVISER.name)).toContainText(/Ansatt ved skolen\. Venter siden/);
  await expectAccessible(teacher.page, 'who waits outside');

  await outside(teacher.page).getByRole('button', { name: 'Slipp inn Tone Lie' }).focus();
  await teacher.page.keyboard.press('Enter');
  await expectInRoom(page);
  await expectSpoken(page, 'Du er sluppet inn.');
  await expect(page.locator('#stage')).toBeFocused();
  await expect(outside(teacher.page)).toHaveCount(0);
  await expect(toYou(teacher.page)).toHaveText('Til deg');
  await expect(teacher.page.getByText('Tone Lie er sluppet inn.').first()).toBeVisible();

  // It holds over a new page, and nothing of it came to the student.
  await page.reload();
  await expectInRoom(page);
  expect(heard()).toContain('participant-joined');
  for (const word of ['waiting-began', 'waiting-ended', 'place-stands', '"lobby'])
    expect(heard()).not.toContain(word);
});

test('F40 LOBBY-1 AGREE-1 AGREE-6 whoever waits reads what the group has agreed on: a guest, and a student who is sent back', async ({
  school,
  cast,
  enter,
  teacher,
  student,
}) => {
  const { session, guest } = await invite(school, cast, enter);
  const agreed = (page: Page) => page.getByRole('region', { name: 'Slik vil vi ha det sammen' });
  await knock(guest, session);
  await expect(waits(guest.page)).toBeVisible();
  await student.page.goto(`${session.path}/om`);
  await agreed(student.page).getByRole('button', { name: 'Skriv det første' }).click();
  await student.page.getByRole('textbox', { name: 'Slik vil vi ha det' }).fill('Alle kan si pass.');
  await student.page.getByRole('button', { name: 'Lagre for alle' }).click();
  await expect(agreed(student.page).getByText('Alle kan si pass.')).toBeVisible();

  await guest.page.reload();
  await expect(agreed(guest.page).getByText('Alle kan si pass.')).toBeVisible();
  await expect(agreed(guest.page).getByRole('button', { name: 'Endre' })).toHaveCount(0);
  await expectAccessible(guest.page, 'the lobby with what was agreed on');

  await join(teacher, session);
  await join(student, session);
  await openPanel(teacher.page, 'Folk');
  // Their sound knocks once more, and is turned away.
  student.watch.expect(
    /status of 40[134].* at \/(rtc\/|api\/query\/seminar-room\/join)|\/rtc\/.* HTTP Authentication failed/,
  );
  const row = rowOf(teacher.page, student.name);
  const choices = row.getByRole('button', { name: /^Valg/ });
  if (await choices.isVisible()) await choices.click();
  await row.getByRole('button', { name: /^Send tilbake til venterommet/ }).click();
  await expect(waits(student.page)).toBeVisible();
  await expect(agreed(student.page).getByText('Alle kan si pass.')).toBeVisible();
});

test('F3 LOBBY-7 declined with words, which the person reads, also after a reload, until they ask again', async ({
  school,
  cast,
  enter,
  teacher,
}) => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const { session, guest } = await invite(school, cast, (person) => enter(person, phone));
  const fromTop = (what: string) =>
    expect.poll(() => guest.page.evaluate(() => window.scrollY), what).toBe(0);
  await join(teacher, session);
  await knock(guest, session);
  await fromTop('the lobby is read from its heading, not from the line below it');
  await toYou(teacher.page).click();
  await rowOf(teacher.page, GUEST.name)
    .getByRole('button', { name: /^Si nei/ })
    .click();
  const answer = teacher.page.getByLabel('Svaret til Gro Lien');
  await expect(answer).toBeFocused();
  await teacher.page.getByRole('button', { name: 'Si nei', exact: true }).click();
  await expect(teacher.page.getByText('Skriv noen ord først.')).toBeVisible();
  await answer.fill('Vi er midt i en runde. Kom igjen klokka elleve.');
  await expectAccessible(teacher.page, 'saying no');
  await teacher.page.getByRole('button', { name: 'Si nei', exact: true }).click();
  await expect(outside(teacher.page)).toHaveCount(0);

  const no = guest.page.getByRole('heading', { name: 'Du ble ikke sluppet inn nå' });
  await expect(no).toBeFocused();
  await expect(guest.page.getByText('Vi er midt i en runde.')).toBeVisible();
  await expect(
    guest.page.getByText('Mens du venter, kan du skrive til underviserne.'),
  ).toBeVisible();
  await expectAccessible(guest.page, 'not let in');
  await guest.page.reload();
  await expect(no).toBeVisible();
  await expect(outside(teacher.page)).toHaveCount(0);
  await guest.page.getByRole('button', { name: 'Spør på nytt' }).click();
  await expect(waits(guest.page)).toBeInViewport();
  await fromTop('and so when one has asked again');
  await expect(rowOf(teacher.page, GUEST.name)).toBeVisible();
});

test('F3 LOBBY-5 LOBBY-6 a closed tab disappears, two tabs are one, and all are let in by one press', async ({
  school,
  cast,
  enter,
  teacher,
}) => {
  const { session, guest, adviser } = await invite(school, cast, enter);
  await join(teacher, session);
  await toYou(teacher.page).click();
  await knock(guest, session);
  const second = await guest.context.newPage();
  await second.goto(session.path);
  await expect(waits(second)).toBeVisible();
  await knock(adviser, session);
  const heading = outside(teacher.page).getByRole('heading');
  await expect(heading).toHaveText('I venterommet, 2');
  await second.close();
  await adviser.page.goto('about:blank');
  await expect(heading, 'within two seconds').toHaveText('I venterommet, 1', { timeout: 3_000 });
  await knock(adviser, session);
  await expect(heading).toHaveText('I venterommet, 2');
  const all = teacher.page.getByRole('button', { name: 'Slipp inn alle 2' });
  const top = async (one: Locator) => (await one.boundingBox())?.y ?? Number.NaN;
  expect(await top(all), 'at the heading, over whoever waits').toBeLessThan(
    await top(rowOf(teacher.page, GUEST.name)),
  );
  await all.click();
  for (const { page } of [guest, adviser]) await expectInRoom(page);
  await expect(outside(teacher.page)).toHaveCount(0);
});

test('F3 LOBBY-9 sent back from Folk: undone at once, then let in again, and in the log', async ({
  teacher,
  student,
  session,
}) => {
  await join(teacher, session);
  await join(student, session);
  await openPanel(teacher.page, 'Folk');
  // Their sound knocks once more, and is turned away.
  student.watch.expect(/status of 40[134].* at \/rtc\/|\/rtc\/.* HTTP Authentication failed/);
  const sendBack = async () => {
    const row = rowOf(teacher.page, student.name);
    const choices = row.getByRole('button', { name: /^Valg/ });
    if (await choices.isVisible()) await choices.click();
    await row.getByRole('button', { name: /^Send tilbake til venterommet/ }).click();
  };
  // The list in Folk is what the bar below it would push up.
  const panel = teacher.page.getByRole('tabpanel');
  const before = await panel.boundingBox();
  await sendBack();
  await expect(waits(student.page)).toBeVisible();
  const undo = teacher.page.getByRole('button', { name: 'Angre' });
  await expect(undo).toBeVisible();
  expect(await panel.boundingBox(), 'over the room: nothing moves').toEqual(before);
  await undo.click();
  await expectInRoom(student.page);
  await sendBack();
  await expect(waits(student.page)).toBeVisible();
  await expect(
    student.page
      .getByRole('main')
      .getByText('En underviser har sendt deg tilbake til venterommet.'),
  ).toBeVisible();
  await expectAccessible(student.page, 'a student in the lobby');
  await toYou(teacher.page).click();
  await outside(teacher.page).getByRole('button', { name: 'Slipp inn Kari Nilsen' }).click();
  await expectInRoom(student.page);
  await openPanel(teacher.page, 'Folk');
  await teacher.page.getByRole('button', { name: 'Vis loggen' }).click();
  const log = teacher.page.getByRole('region', { name: 'Logg' });
  await expect(log.getByText('Du sendte Kari Nilsen tilbake til venterommet.')).toHaveCount(2);
});

test('F3 F14 LOBBY-12 on phones: who waits writes to the teachers, is answered, and finds it again inside', async ({
  school,
  cast,
  enter,
}) => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const teacher = await enter(cast.teacher, phone);
  const { session, guest } = await invite(school, cast, (person) => enter(person, phone));
  await join(teacher, session);
  await knock(guest, session);
  await guest.page.getByLabel('Melding til underviserne').fill('Jeg har med meg to andre.');
  await guest.page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(
    guest.page.getByRole('listitem').filter({ hasText: 'Jeg har med meg to andre.' }),
  ).toBeVisible();
  await openSheet(teacher.page, 'Til deg');
  const sheet = teacher.page.getByRole('dialog');
  await sheet.getByRole('button', { name: /^Svar Gro/ }).click();
  await sheet.getByLabel(/^Svar til Gro/).fill('Så fint, velkommen.');
  await sheet.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(guest.page.getByText('Så fint, velkommen.')).toBeVisible();
  await expectAccessible(guest.page, 'a line from the lobby');
  await sheet.getByRole('button', { name: 'Slipp inn Gro Lien' }).click();
  await expectInRoom(guest.page);
  await guest.page.getByRole('button', { name: /^Mer/ }).click();
  await guest.page.getByRole('button', { name: /^Skriv til underviserne/ }).click();
  await expect(guest.page.getByText('Så fint, velkommen.')).toBeVisible();
});

test('LOBBY-12 what somebody was writing in the lobby is there when they come back, and follows them in and out again', async ({
  school,
  cast,
  enter,
  teacher,
}) => {
  const { session, guest } = await invite(school, cast, enter);
  await join(teacher, session);
  await knock(guest, session);
  const { page } = guest;
  const field = page.getByLabel('Melding til underviserne');
  await field.fill('Jeg har med meg');
  // Kept soon after the last letter.
  await page.waitForTimeout(600);
  await page.reload();
  await expect(field).toHaveValue('Jeg har med meg');
  await field.fill('Jeg har med meg to andre');
  await expect(page.getByText(/^Jeg har med meg/), 'in the field alone').toHaveCount(0);
  await toYou(teacher.page).click();
  await outside(teacher.page)
    .getByRole('button', { name: `Slipp inn ${GUEST.name}` })
    .click();
  await expectInRoom(page);
  await page
    .getByRole('button', { name: /^Skriv til underviserne/ })
    .first()
    .click();
  await expect(field).toHaveValue('Jeg har med meg to andre');
  await field.fill('Jeg har med meg tre andre');
  await openPanel(teacher.page, 'Folk');
  guest.watch.expect(/status of 40[134].* at \/rtc\/|\/rtc\/.* HTTP Authentication failed/);
  const row = rowOf(teacher.page, GUEST.name);
  const choices = row.getByRole('button', { name: /^Valg/ });
  if (await choices.isVisible()) await choices.click();
  await row.getByRole('button', { name: /^Send tilbake til venterommet/ }).click();
  await expect(waits(page)).toBeVisible();
  await expect(field).toHaveValue('Jeg har med meg tre andre');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(field).toHaveValue('');
  await toYou(teacher.page).click();
  const written = teacher.page.getByRole('listitem').filter({ hasText: 'tre andre' });
  await expect(written.first()).toContainText('Gjest');
});

test('LOBBY-3 LOBBY-11 who is not invited is told of no lobby, and who waits is told that the session ended', async ({
  school,
  cast,
  enter,
  teacher,
}) => {
  const { session, adviser } = await invite(school, cast, enter);
  const stranger = await enter(await school.planning.person({ name: 'Per Moe', role: 'guest' }));
  await join(teacher, session);
  await stranger.page.goto(session.path);
  await expect(stranger.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(waits(stranger.page)).toHaveCount(0);
  await knock(adviser, session);
  await openPanel(teacher.page, 'Agenda');
  await teacher.page.getByRole('button', { name: 'Avslutt økten for alle' }).click();
  await expect(
    adviser.page.getByRole('heading', { name: /Økten er avsluttet|Økten er over/ }),
  ).toBeVisible({ timeout: 20_000 });
  await expect(adviser.page.getByText('Takk for i dag')).toHaveCount(0);
});

test('LOBBY-9 LOBBY-11 a student who was sent back finds what is left when the session has ended', async ({
  teacher,
  student,
  session,
}) => {
  for (const each of [teacher, student]) await join(each, session);
  // Their sound knocks once more, and is turned away.
  for (const { watch } of [teacher, student])
    watch.expect(/status of 40[134].* at \/rtc\/|\/rtc\/.* HTTP Authentication failed/);
  await openPanel(teacher.page, 'Folk');
  const row = rowOf(teacher.page, 'Kari Nilsen').first();
  await row.getByRole('button', { name: /^Valg/ }).click();
  await row.getByRole('button', { name: /^Send tilbake til venterommet/ }).click();
  const { page } = student;
  await expect(waits(page)).toBeVisible();
  await openPanel(teacher.page, 'Agenda');
  await teacher.page.getByRole('button', { name: 'Avslutt økten for alle' }).click();
  await expect(page.getByRole('heading', { name: 'Økten er avsluttet' })).toBeVisible({
    timeout: 20_000,
  });
  await page.getByRole('link', { name: 'Se det som ble igjen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: session.title })).toBeVisible();
});
