import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import ICAL from 'ical.js';
import { expectAccessible } from '../axe.ts';
import { expect, type Person, test } from '../people.ts';
import type { PlannedSession } from '../planning.ts';
import { expectSpoken, join, openPanel, openSheet, untilHeeded } from '../room.ts';
import { sidewaysPx, smallTargets } from '../screens/targets.ts';

const editor = (page: Page) => page.getByRole('region', { name: 'Endre agendaen' });
const press = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name, exact: true }).click();
/** The names of the items that can be changed, in their order. */
const planned = (page: Page) => editor(page).getByRole('listitem').locator('b');
const startEditing = async (page: Page) => {
  await press(page, 'Endre agendaen');
  await expect(planned(page).first()).toBeVisible();
};
const openPage = async ({ page }: Person, session: PlannedSession) => {
  await page.goto(`${session.path}/om`);
  await expect(page.getByRole('heading', { name: session.title })).toBeVisible();
};
async function write(page: Page, fields: { readonly Navn: string; readonly Minutter?: string }) {
  for (const [label, text] of Object.entries(fields))
    await editor(page).getByLabel(label, { exact: true }).fill(text);
  await press(editor(page), 'Lagre');
}

test('F9 two teachers plan a session on its page before it begins, and its students see the plan', async ({
  school,
  cast,
  teacher,
  secondTeacher,
  student,
}) => {
  const session = await school.planning.session({
    ...{ cohort: cast.cohort, teachers: [cast.teacher, cast.secondTeacher] },
    ...{ title: 'Grenser', startsInMinutes: 60 },
  });
  for (const one of [teacher, secondTeacher, student]) await openPage(one, session);
  await expect(student.page.getByRole('button', { name: 'Endre agendaen' })).toHaveCount(0);
  await startEditing(teacher.page);
  await startEditing(secondTeacher.page);
  await expectAccessible(teacher.page, 'the agenda to be changed');

  await press(editor(teacher.page), 'Legg til punkt');
  await press(editor(teacher.page), 'Lagre');
  await expect(teacher.page.getByText('Gi punktet et navn.')).toBeVisible();
  await expect(editor(teacher.page).getByLabel('Navn', { exact: true })).toBeFocused();
  await expectAccessible(teacher.page, 'an item to be written');
  await write(teacher.page, { Navn: 'Runde', Minutter: '35' });
  await expectSpoken(teacher.page, '«Runde» er lagret');
  await expect(planned(teacher.page)).toHaveText([
    ...['Innsjekk', 'Vi leser sammen', 'Pause', 'Utsjekk', 'Runde'],
  ]);

  // By the keyboard alone; what was moved keeps the focus, and pressed twice it moves twice.
  const up = editor(teacher.page).getByRole('button', { name: 'Opp Runde', exact: true });
  await up.focus();
  await teacher.page.keyboard.press('Enter');
  await teacher.page.keyboard.press('Enter');
  await expectSpoken(teacher.page, '«Runde» er nå nummer 3 av 5');
  await expect(up).toBeFocused();

  // The second teacher's screen has not heard of it: the press is refused in words, and shows how it is.
  await press(editor(secondTeacher.page), 'Ned Innsjekk');
  await expect(editor(secondTeacher.page)).toContainText('En annen har endret agendaen.');
  await expect(planned(secondTeacher.page)).toHaveText([
    ...['Innsjekk', 'Vi leser sammen', 'Runde', 'Pause', 'Utsjekk'],
  ]);
  await press(editor(secondTeacher.page), 'Ned Innsjekk');
  await expect(planned(secondTeacher.page).first()).toHaveText('Vi leser sammen');
  await press(editor(secondTeacher.page), 'Ferdig');

  await student.page.reload();
  const plan = student.page.getByRole('region', { name: 'Plan' });
  await expect(plan.getByRole('listitem')).toHaveText([
    ...[/Vi leser sammen/, /Innsjekk/, /Runde.*35 minutter/, /Pause/, /Utsjekk/],
  ]);
});

test('F9 an agenda begins from a template or from last time', async ({ school, cast, teacher }) => {
  const { cohort } = cast;
  const plan = { cohort, teachers: [cast.teacher] };
  const first = await school.planning.session({ ...plan, title: 'Uke 1', startsInMinutes: 60 });
  const next = await school.planning.session({ ...plan, title: 'Uke 2', startsInMinutes: 600 });
  const { page } = teacher;
  await openPage(teacher, first);
  await startEditing(page);
  await press(editor(page), 'Fjern Pause');
  await expect(planned(page)).toHaveCount(3);
  await press(editor(page), 'Lagre som mal');
  await editor(page).getByLabel('Navn på malen').fill('Uten pause');
  await press(editor(page), 'Lagre malen');
  await expectSpoken(page, 'Malen «Uten pause» er lagret.');
  await expect(editor(page).getByText('Malen «Uten pause» er lagret.')).toBeInViewport();

  await openPage(teacher, next);
  await startEditing(page);
  await press(editor(page), 'Start fra mal');
  const last = editor(page).getByRole('listitem').filter({ hasText: 'Sist: Uke 1' });
  const template = editor(page).getByRole('listitem').filter({ hasText: 'Uten pause' });
  await expect(last).toContainText(
    '3 punkter, 50 minutter i alt: Innsjekk, Vi leser sammen, Utsjekk',
  );
  await expectAccessible(page, 'what an agenda can begin from');
  await template.getByRole('button', { name: 'Bruk Uten pause' }).click();
  await press(template, 'Bytt ut 4 punkter');
  await expectSpoken(page, 'Agendaen har nå 3 punkter');
  await expect(planned(page)).toHaveText(['Innsjekk', 'Vi leser sammen', 'Utsjekk']);
});

test('AGENDA-6 an item that another teacher removes while it is written: one message, in sight by the fields, and one press adds it again', async ({
  session,
  teacher,
  secondTeacher,
}) => {
  for (const one of [teacher, secondTeacher]) await join(one, session);
  for (const { page } of [teacher, secondTeacher]) {
    await openPanel(page, 'Agenda');
    await startEditing(page);
  }
  const { page } = secondTeacher;
  await press(editor(page), 'Endre Vi leser sammen');
  await editor(page).getByLabel('Navn', { exact: true }).fill('Vi leser høyt');
  const about = editor(page).getByLabel('Det vi gjør');
  await about.focus();
  await page.setViewportSize({ width: 1280, height: 560 });
  const save = editor(page).getByRole('button', { name: 'Lagre', exact: true });
  await expect
    .poll(async () => {
      const [field, foot] = [await about.boundingBox(), await save.boundingBox()];
      return field && foot && field.y + field.height <= foot.y;
    }, 'the window has become low while one writes')
    .toBe(true);
  await press(editor(teacher.page), 'Fjern Vi leser sammen');
  const said = editor(page).getByText(/^En annen har/);
  await expect(said).toHaveText(
    'En annen har fjernet punktet. Lagrer du, blir det lagt til igjen.',
  );
  await expect(said).toBeInViewport({ ratio: 1 });
  await expect
    .poll(async () => {
      const [field, foot] = [await about.boundingBox(), await said.boundingBox()];
      return field && foot && field.y + field.height <= foot.y;
    }, 'the field that is written in is above it')
    .toBe(true);
  await expectAccessible(page, 'an item that another has removed');
  await press(editor(page), 'Lagre');
  await expect(planned(page)).toHaveText(['Innsjekk', 'Vi leser høyt', 'Pause', 'Utsjekk']);
});

test('F9 teachers change the agenda while it runs, and everybody sees what is on and what comes', async ({
  session,
  teacher,
  secondTeacher,
  student,
}) => {
  for (const one of [teacher, secondTeacher, student]) await join(one, session);
  for (const { page } of [teacher, secondTeacher, student]) await openPanel(page, 'Agenda');
  await press(teacher.page, 'Start: Innsjekk');
  await expectSpoken(student.page, 'Nå: Innsjekk. 10 minutter. Etterpå: Vi leser sammen.');
  await expect(student.page.getByRole('banner'), 'also read aloud').toContainText('1 av 4 så Vi');
  await startEditing(teacher.page);
  await startEditing(secondTeacher.page);

  await press(editor(secondTeacher.page), 'Endre Innsjekk');
  await press(editor(teacher.page), 'Ned Innsjekk');
  await expect(student.page.getByRole('tabpanel').getByRole('listitem').first()).toContainText(
    'Vi leser sammen',
  );
  await write(secondTeacher.page, { Navn: 'Velkommen' });
  await expect(
    editor(secondTeacher.page).getByRole('status').filter({ hasText: 'En annen har' }),
  ).toContainText('En annen har endret agendaen');
  await expect(
    editor(secondTeacher.page).getByRole('list', { name: 'Slik er agendaen nå:' }),
    'the form says how it is, for it hides it',
  ).toContainText('Vi leser sammen');
  await expectAccessible(secondTeacher.page, 'an item that somebody else was first with');
  await expect(editor(secondTeacher.page).getByLabel('Navn', { exact: true })).toHaveValue(
    'Velkommen',
  );
  await press(editor(secondTeacher.page), 'Lagre');
  await expect(student.page.getByRole('banner')).toContainText('Velkommen');
  await expect(student.page.getByRole('banner')).toContainText('så Pause');

  // What is on stays; what is removed comes back by one press.
  const current = editor(teacher.page).getByRole('button', { name: 'Fjern Velkommen' });
  await expect(current).toHaveAttribute('aria-disabled', 'true');
  await press(editor(teacher.page), 'Fjern Pause');
  await expect(student.page.getByRole('banner')).toContainText('så Utsjekk');
  const undo = teacher.page.getByRole('button', { name: 'Angre' });
  await expect(undo).toBeFocused();
  await undo.press('Enter');
  await expect(student.page.getByRole('banner')).toContainText('så Pause');
  await expectAccessible(teacher.page, 'the agenda to be changed, in the room');
  await press(editor(teacher.page), 'Ferdig');

  await untilHeeded(teacher.page);
  await press(teacher.page, 'Neste: Pause');
  await expectSpoken(student.page, 'Nå: Pause. 10 minutter, til klokka ');
  await expect(student.page.getByRole('banner')).toContainText(/tilbake \d\d:\d\d/);
});

test('F39 a teacher writes what the session is about, and it is read alike at the door, on Nå and in the room', async ({
  session,
  teacher,
  secondTeacher,
  student,
}) => {
  await openPage(teacher, session);
  await openPage(secondTeacher, session);
  for (const { page } of [teacher, secondTeacher]) await press(page, 'Skriv om økten');
  await expect(teacher.page.getByText('Si hva som er frivillig')).toBeVisible();
  await expectAccessible(teacher.page, 'what a session is about, to be written');
  await teacher.page.getByLabel('Tema').fill('Å si nei');
  await teacher.page.getByLabel('Frivillig').fill('Runden');
  await press(teacher.page, 'Lagre');
  await expectSpoken(teacher.page, '«Om økten» er lagret.');

  // Somebody who had it open too is told, keeps their words, and sees what stands there.
  const { page: second } = secondTeacher;
  await second.getByLabel('Tema').fill('Nei og ja');
  await press(second, 'Lagre');
  await expect(second.getByRole('alert')).toContainText('En annen har skrevet her imens');
  await expect(second.getByRole('definition').first()).toHaveText('Å si nei');
  await second.getByLabel('Frivillig').fill('Runden, og alt annet');
  await press(second, 'Lagre');
  await expectSpoken(second, '«Om økten» er lagret.');

  await student.page.goto('/');
  const shown = ['Nei og ja', 'Runden, og alt annet'];
  await expect(student.page.getByRole('definition')).toHaveText(shown);
  await openPage(student, session);
  await expect(student.page.getByRole('definition')).toHaveText(shown);
  await join(student, session);
  await openPanel(student.page, 'Agenda');
  await expect(student.page.getByRole('definition')).toHaveText(shown);
  await expectAccessible(student.page, 'the agenda with what the session is about');
});

test('F9 F39 on a phone everything can be pressed, and nothing is wider than the window', async ({
  session,
  teacher,
}) => {
  const { page } = teacher;
  await page.setViewportSize({ width: 360, height: 740 });
  const fits = async (screen: string) => {
    expect(await sidewaysPx(page), screen).toBe(0);
    expect(await smallTargets(page, 44), screen).toEqual([]);
    await expectAccessible(page, screen);
  };
  await openPage(teacher, session);
  await startEditing(page);
  await fits('the agenda to be changed, on the page');
  await join(teacher, session);
  await openSheet(page, 'Agenda');
  await startEditing(page);
  await fits('the agenda to be changed, in a sheet');
  await press(editor(page), 'Endre Pause');
  await fits('an item to be written, in a sheet');
  await write(page, { Navn: 'Lang pause', Minutter: '20' });
  await expect(planned(page)).toContainText(['Lang pause']);
  await press(editor(page), 'Ferdig');
  await press(page, 'Skriv om økten');
  await fits('what a session is about, to be written in a sheet');
});

test('F39 F9 NOTES-5 what is planned can be taken into a calendar, notes and plan with it', async ({
  school,
  cast,
  student,
}) => {
  const session = await school.planning.session({
    ...{ cohort: cast.cohort, teachers: [cast.teacher], title: 'Grenser', startsInMinutes: 60 },
    agenda: [{ title: 'Innsjekk', about: '', minutes: 10, kind: 'item' }],
  });
  await student.page.setViewportSize({ width: 360, height: 740 });
  await openPage(student, session);
  await expectAccessible(student.page, 'a session that is to come, on a phone');
  const coming = student.page.waitForEvent('download');
  await press(student.page, 'Legg i kalenderen');
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^økt-grenser-\d{4}-\d\d-\d\d\.ics$/);
  const [event] = new ICAL.Component(ICAL.parse(await readFile(await download.path(), 'utf8')))
    .getAllSubcomponents('vevent')
    .map((each) => new ICAL.Event(each));
  expect(event?.summary).toContain('Grenser');
  expect(event?.description).toContain('Innsjekk');
  expect(event?.description).toContain(`${new URL(student.page.url()).origin}${session.path}/om`);
  await expect(student.page.getByText('Kalenderfila er lastet ned.')).toBeVisible();
});
