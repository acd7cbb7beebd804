import { expectAccessible } from '../axe.ts';
import { expect, type Person, test } from '../people.ts';
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

/** What a browser says by itself of a line to the sound that is not let in. */
const TURNED_AWAY = /status of 40[134].* at \/rtc\/|\/rtc\/.* HTTP Authentication failed/;

// Four and five people at once, each in a browser of their own.
test.beforeEach(() => test.setTimeout(180_000));

const banner = ({ page }: Person) => page.getByRole('banner');
const button = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true });

test('F30 ORDER-1 ORDER-2 ORDER-3 a locked session keeps whoever is new outside, and lets them in by itself', async ({
  teacher,
  secondTeacher,
  student,
  thirdStudent,
  session,
}) => {
  const inside = [teacher, secondTeacher, student];
  for (const one of inside) await join(one, session);
  for (const one of [teacher, secondTeacher]) await openPanel(one.page, 'Folk');
  await expect(button(student, 'Lås døra')).toHaveCount(0);
  await button(teacher, 'Lås døra').focus();
  await teacher.page.keyboard.press('Enter');
  for (const one of inside) await expect(banner(one)).toContainText('Låst');
  await expectSpoken(student.page, `${teacher.called} har låst døra.`);
  await expect(button(secondTeacher, 'Lås opp døra'), 'the same for every teacher').toBeVisible();
  await expect(button(teacher, 'Lås opp døra'), 'and the focus stays').toBeFocused();
  await expectAccessible(teacher.page, 'a locked session, for a teacher');

  const { page } = thirdStudent;
  await page.goto(session.path);
  const outside = page.getByRole('heading', { name: 'Døra er låst' });
  await expect(outside).toBeVisible();
  await expect(outside).toBeFocused();
  await expect(page.getByText('De ser at du venter, og kan slippe deg inn.')).toBeVisible();
  await expect(page.getByText(session.title)).toBeVisible();
  await expectAccessible(page, 'before a locked door');
  await student.page.reload();
  await expectInRoom(student.page);
  await expect(outside, 'nothing to press meanwhile').toBeVisible();

  await button(secondTeacher, 'Lås opp døra').click();
  await expectInRoom(page);
  for (const one of [...inside, thirdStudent]) await expect(banner(one)).not.toContainText('Låst');

  await button(teacher, 'Vis loggen').click();
  const log = teacher.page.getByRole('region', { name: 'Logg' });
  await expect(log).toContainText('Du låste døra.');
  await expect(log).toContainText(`${secondTeacher.name} låste opp døra.`);
});

test('F30 F3 ORDER-3 the hosts see and hear who waits at the locked door, read what they write, and let them in by one press', async ({
  teacher,
  thirdStudent,
  session,
}) => {
  await join(teacher, session);
  await openPanel(teacher.page, 'Folk');
  await button(teacher, 'Lås døra').click();
  const { page } = thirdStudent;
  await page.goto(session.path);
  await expect(page.getByRole('heading', { name: 'Døra er låst' })).toBeVisible();
  await expect(teacher.page.getByRole('tab', { name: /^Til deg/ })).toHaveText('Til deg, 1');
  await expectSpoken(teacher.page, `${thirdStudent.name} venter på å slippe inn.`);
  await page.getByLabel('Melding til underviserne').fill('Bussen gikk fra meg');
  await button(thirdStudent, 'Send').click();
  await openPanel(teacher.page, 'Til deg, 2');
  await expect(teacher.page.getByText('«Bussen gikk fra meg»')).toBeVisible();
  await teacher.page
    .getByRole('region', { name: 'I venterommet, 1' })
    .getByRole('button', { name: /^Slipp inn/ })
    .click();
  await expectInRoom(page);
  await expect(banner(teacher), 'it is locked still').toContainText('Låst');
});

test('F30 ORDER-2 ORDER-3 Nå says that the door is locked and to whom, and gives the way in back by itself', async ({
  teacher,
  student,
  thirdStudent,
  session,
}) => {
  for (const one of [teacher, student]) await join(one, session);
  await openPanel(teacher.page, 'Folk');
  await button(teacher, 'Lås døra').click();
  await expect(banner(student)).toContainText('Låst');

  const said = ({ page }: Person) => page.getByRole('status').filter({ hasText: 'Døra er låst.' });
  const way = ({ page }: Person, name: string) => page.getByRole('link', { name, exact: true });
  await thirdStudent.page.goto('/');
  await expect(said(thirdStudent)).toContainText('Ingen nye kommer inn akkurat nå.');
  await expect(way(thirdStudent, 'Bli med')).toHaveCount(0);
  await expectAccessible(thirdStudent.page, 'a card of a locked session');
  // Whoever went a moment ago comes back by the same card.
  await button(student, 'Gå ut').click();
  await expect(said(student)).toContainText('Du kommer inn likevel.');
  await way(student, 'Bli med').click();
  await expectInRoom(student.page);

  await thirdStudent.page.goto(`${session.path}/om`);
  await expect(said(thirdStudent)).toContainText('Ingen nye kommer inn akkurat nå.');
  await expect(way(thirdStudent, 'Vent utenfor døra')).toBeVisible();
  await expectAccessible(thirdStudent.page, 'the page of a locked session');
  await thirdStudent.page.goto('/');
  await expect(way(thirdStudent, 'Vent utenfor døra')).toBeVisible();
  await button(teacher, 'Lås opp døra').click();
  await expect(way(thirdStudent, 'Bli med')).toBeVisible({ timeout: 30_000 });
  await expect(said(thirdStudent)).toHaveCount(0);
});

test('F30 ORDER-4 in a closed chat one reads, keeps what one was writing, and still reaches the teachers', async ({
  teacher,
  secondTeacher,
  student,
  secondStudent,
  session,
}) => {
  for (const one of [teacher, secondTeacher, student, secondStudent]) await join(one, session);
  await say(secondStudent.page, 'Før den ble stengt');
  await expect(messagesWith(student.page, 'Før den ble stengt')).toHaveCount(1);
  const field = chatField(student.page);
  await field.fill('Midt i en setning');
  await openPanel(teacher.page, 'Folk');
  await button(teacher, 'Steng samtalen').click();

  const closed = student.page.getByText(/^Samtalen er stengt nå\. Det du har skrevet, ligger her/);
  await expect(closed).toBeVisible();
  await expectSpoken(student.page, `${teacher.called} har stengt samtalen.`);
  await expect(field, 'neither words nor focus are lost').toBeFocused();
  await expect(field).toHaveValue('Midt i en setning');
  await student.page.keyboard.press('Enter');
  await expect(field).toHaveValue('Midt i en setning');
  await expect(messagesWith(teacher.page, 'Midt i en setning')).toHaveCount(0);
  await expect(button(student, 'Send')).toBeDisabled();
  await expect(secondStudent.page.getByText('Samtalen er stengt nå. Du kan lese.')).toBeVisible();
  const row = messagesWith(student.page, 'Før den ble stengt');
  await row.getByRole('button', { name: /^Valg for meldingen/ }).click();
  await expect(row.getByRole('button', { name: 'Svar', exact: true })).toHaveCount(0);
  await expect(row.getByRole('button', { name: 'Reager', exact: true })).toHaveCount(0);
  await expectAccessible(student.page, 'a closed chat');

  await student.page
    .locator('form')
    .getByRole('button', { name: 'Skriv til underviserne' })
    .click();
  await expect(student.page.getByRole('dialog')).toBeVisible();
  await student.page.keyboard.press('Escape');
  await say(secondTeacher.page, 'Underviserne skriver');
  await expect(messagesWith(student.page, 'Underviserne skriver')).toHaveCount(1);

  await button(teacher, 'Åpne samtalen').click();
  await expect(closed).toHaveCount(0);
  await button(student, 'Send').click();
  await openPanel(teacher.page, /^Samtale/);
  await expect(messagesWith(teacher.page, 'Midt i en setning')).toHaveCount(1);
});

test('F30 REMOVE-7 ORDER-7 whoever is removed is told why and whom to turn to, on every device, and nobody else is', async ({
  teacher,
  student,
  secondStudent,
  enter,
  cast,
  session,
}) => {
  for (const one of [teacher, student, secondStudent]) await join(one, session);
  const phone = await enter(cast.student, { viewport: { width: 390, height: 844 } });
  await join(phone, session);
  for (const one of [student, phone]) one.watch.expect(TURNED_AWAY);
  const words = 'Vi snakkes etter økten.';
  await openPanel(teacher.page, 'Folk');
  const row = rowOf(teacher.page, student.name);
  await row.getByRole('button', { name: /^Valg/ }).click();
  await row.getByRole('button', { name: /^Fjern fra økten/ }).click();
  const sheet = teacher.page.getByRole('dialog');
  await expect(sheet.getByLabel(/^Noen ord til/)).toBeVisible();
  await expectAccessible(teacher.page, 'before somebody is removed');
  await sheet.getByRole('button', { name: words }).click();
  await expect(sheet.getByLabel(/^Noen ord til/)).toHaveValue(words);
  await sheet.getByRole('button', { name: /^Fjern/ }).click();
  await expect(sheet).toHaveCount(0);

  for (const { page } of [student, phone]) {
    await expect(
      page.getByRole('heading', { name: `${teacher.name} har tatt deg ut av økten` }),
    ).toBeVisible();
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByText(`ta kontakt med ${teacher.name}`)).toBeVisible();
    await expect(
      page.getByRole('button', { name: 'Trenger du noen å snakke med?' }).first(),
    ).toBeVisible();
    await expectAccessible(page, 'removed, with words');
  }
  await phone.page.reload();
  await expect(phone.page.getByText(words), 'and stays out').toBeVisible();
  await expect(secondStudent.page.getByText(words)).toHaveCount(0);
  await expect(teacher.page.getByRole('region', { name: 'Tatt ut, 1' })).toContainText(words);
  await teacher.page.getByRole('button', { name: 'Slipp inn igjen' }).click();
  await student.page.getByRole('button', { name: 'Bli med igjen' }).click({ timeout: 20_000 });
  await expectInRoom(student.page);
});

test('F23 ROSTER-18 ROSTER-19 everybody sees who leads, that no teacher is in, and when one is back', async ({
  teacher,
  secondTeacher,
  student,
  secondStudent,
  session,
}) => {
  const students = [student, secondStudent];
  for (const one of [teacher, secondTeacher, ...students]) await join(one, session);
  await openPanel(teacher.page, 'Folk');
  await rowOf(teacher.page, secondTeacher.name)
    .getByRole('button', { name: /^Gi ledelsen/ })
    .click();
  await expect(banner(secondTeacher)).toContainText('du leder');
  for (const one of students) {
    await expect(one.page.getByText(`${secondTeacher.called} leder nå.`).last()).toBeVisible();
    await expectSpoken(one.page, `${secondTeacher.called} leder nå.`);
  }
  const alone = ({ page }: Person) => page.getByText('Ingen underviser er inne.');
  await button(secondTeacher, 'Gå ut').click();
  await expect(banner(teacher)).toContainText('du leder');
  for (const one of students) await expect(alone(one)).toHaveCount(0);
  await button(teacher, 'Gå ut').click();
  for (const one of students) {
    await expect(alone(one)).toBeVisible();
    await expectSpoken(one.page, 'Ingen underviser er inne akkurat nå. Økten går videre.');
    await expect(banner(one)).not.toContainText('du leder');
    await expect(button(one, 'Start: Innsjekk')).toHaveCount(0);
  }
  await say(student.page, 'Vi fortsetter');
  await expect(messagesWith(secondStudent.page, 'Vi fortsetter'), 'it goes on').toHaveCount(1);
  await expectAccessible(student.page, 'a session without a teacher');

  await join(teacher, session);
  for (const one of students) {
    await expect(alone(one)).toHaveCount(0);
    await expect(one.page.getByText(`${teacher.called} leder nå.`).last()).toBeVisible();
  }
});
