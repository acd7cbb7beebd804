import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { expect, type Person, test } from '../people.ts';
import type { PlannedSession } from '../planning.ts';
import { expectSpoken, join, openPanel, say, untilHeeded } from '../room.ts';

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Ends it for everybody, and waits until it has. */
async function end({ page }: Person): Promise<void> {
  await openPanel(page, 'Agenda');
  await page.getByRole('button', { name: 'Avslutt økten for alle' }).click();
  await expect(page.getByRole('heading', { name: 'Økten er avsluttet' })).toBeVisible({
    timeout: 20_000,
  });
}

async function openPage({ page }: Person, session: PlannedSession): Promise<void> {
  await page.goto(`${session.path}/om`);
  await expect(page.getByRole('heading', { level: 1, name: session.title })).toBeVisible();
}

test('F33 F9 what is left of a session: each sees their own, and the teacher starts the next from it', async ({
  school,
  cast,
  teacher,
  student,
  secondStudent,
  thirdStudent,
  session,
}) => {
  test.setTimeout(180_000);
  const next = await school.planning.session({
    ...{ cohort: cast.cohort, teachers: [cast.teacher], title: 'Grenser' },
    ...{ startsInMinutes: 24 * 60, agenda: [] },
  });
  for (const one of [teacher, student, secondStudent]) {
    one.watch.expect(/401 .* at \/rtc/);
    await join(one, session);
  }
  await teacher.page.getByRole('button', { name: 'Start: Innsjekk' }).click();
  await say(student.page, 'Takk for i dag');
  await untilHeeded(teacher.page);
  await teacher.page
    .getByRole('button', { name: /Vi leser sammen/ })
    .first()
    .click();
  await openPanel(student.page, 'Dokument');
  await student.page.getByRole('button', { name: 'Åpne det felles notatet' }).click();
  await expect(student.page.getByLabel(/^Teksten i/)).toBeVisible();
  await end(teacher);

  // From the closed door by one press.
  const way = { name: 'Se det som ble igjen' };
  await student.page.getByRole('link', way).click();
  const { page } = student;
  await expect(page.getByText(/Økten er over\.$/)).toBeVisible();
  const went = part(page, 'Slik gikk det');
  await expect(went.getByRole('list').first().getByRole('listitem')).toHaveText([
    ...[/^Innsjekk/, /^Vi leser sammen/, /^Slutt/],
  ]);
  await expect(went.getByText('Rakk vi ikke')).toBeVisible();
  await expect(went.getByText('3 var med.')).toBeVisible();
  await expect(went.getByText('Utsjekk')).toBeVisible();
  await expect(part(page, 'Din tid her').getByText(/^(under ett minutt|\d+ minutt)/)).toBeVisible();
  await expect(page.getByText('De som var med, og hvor lenge')).toHaveCount(0);
  const chat = part(page, 'Samtalen');
  await expect(chat.getByText(/^1 melding\. De som var med, kan lese den til/)).toBeVisible();
  await chat.getByRole('button', { name: 'Les samtalen' }).press('Enter');
  await expect(chat.getByText('Takk for i dag')).toBeVisible();
  await chat.getByLabel('Søk i samtalen').fill('takket');
  await page.keyboard.press('Enter');
  await expect(chat.getByText('1 treff.')).toBeVisible();
  await expectAccessible(page, 'a session afterwards, to a student');
  await part(page, 'Det dere skrev')
    .getByRole('link', { name: /^Notat/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /^Notat/ })).toBeVisible();

  // Of the cohort, and never in.
  await openPage(thirdStudent, session);
  await expect(thirdStudent.page.getByText('Du var ikke med i denne økten.')).toBeVisible();
  await expect(thirdStudent.page.getByText('Takk for i dag')).toHaveCount(0);
  await expect(thirdStudent.page.getByRole('heading', { name: 'Samtalen' })).toHaveCount(0);

  await openPage(teacher, session);
  const everybody = part(teacher.page, 'De som var med, og hvor lenge');
  await expect(everybody.getByRole('listitem')).toHaveCount(3);
  const figure = await part(page, 'Din tid her').count();
  expect(figure, 'the student has gone on to the document').toBe(0);
  await expectAccessible(teacher.page, 'a session afterwards, to its teacher');
  const start = teacher.page.getByRole('button', { name: 'Start neste fra denne' });
  await start.focus();
  await teacher.page.keyboard.press('Enter');
  await expectSpoken(teacher.page, 'begynner fra denne.');
  const see = teacher.page.getByRole('link', { name: 'Se neste økt' });
  await expect(see).toBeFocused();
  await teacher.page.keyboard.press('Enter');
  await expect(teacher.page.getByRole('heading', { level: 1, name: next.title })).toBeVisible();
  await expect(part(teacher.page, 'Plan').getByRole('listitem')).toHaveText([
    ...[/Innsjekk/, /Vi leser sammen/, /Pause/, /Utsjekk/],
  ]);
  await expect(teacher.page.getByText('Dette rakk dere ikke: Utsjekk.')).toBeVisible();
  await expect(
    part(teacher.page, 'Det dere skrev sist').getByRole('link', { name: /^Notat/ }),
  ).toBeVisible();
  await expectAccessible(teacher.page, 'a session that began from the last');
});

test('AFTER-7 an agenda that somebody has made is not replaced unasked, and a phone shows it all', async ({
  school,
  cast,
  enter,
  session,
}) => {
  const phone = { viewport: { width: 360, height: 740 } };
  const teacher = await enter(cast.teacher);
  teacher.watch.expect(/401 .* at \/rtc/);
  await school.planning.session({
    ...{ cohort: cast.cohort, teachers: [cast.teacher], title: 'Grenser' },
    ...{ startsInMinutes: 24 * 60 },
  });
  await join(teacher, session);
  await end(teacher);
  await teacher.page.setViewportSize(phone.viewport);
  await openPage(teacher, session);
  await expect(teacher.page.getByText(/Ingen gikk gjennom planen/)).toBeVisible();
  const press = (name: string) =>
    teacher.page.getByRole('button', { name, exact: true }).press('Enter');
  await press('Start neste fra denne');
  await expect(teacher.page.getByText(/har 4 punkter i planen/)).toBeVisible();
  await expect(teacher.page.getByRole('button', { name: 'La den stå' })).toBeFocused();
  await expectAccessible(teacher.page, 'asked before a plan is replaced');
  await press('La den stå');
  await expect(teacher.page.getByRole('button', { name: 'Start neste fra denne' })).toBeFocused();
  await press('Start neste fra denne');
  await press('Bytt ut planen');
  await expect(teacher.page.getByRole('link', { name: 'Se neste økt' })).toBeFocused();
  // Taken back, and the press is where it was.
  await press('Angre');
  await expectSpoken(teacher.page, 'Planen for Grenser står som før.');
  await expect(teacher.page.getByRole('button', { name: 'Start neste fra denne' })).toBeFocused();
  await press('Start neste fra denne');
  await press('Bytt ut planen');
  await expect(teacher.page.getByRole('link', { name: 'Se neste økt' })).toBeFocused();
  await expectAccessible(teacher.page, 'a next session that can be taken back');
  const width = await teacher.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(phone.viewport.width);
});

test('AFTER-9 AFTER-10 the page when the net is gone, slow or without a part of it, and on paper', async ({
  teacher,
  student,
  session,
}) => {
  test.setTimeout(120_000);
  const { page, context } = student;
  student.watch.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource/);
  for (const one of [teacher, student]) {
    one.watch.expect(/401 .* at \/rtc/);
    await join(one, session);
  }
  await teacher.page.getByRole('button', { name: 'Start: Innsjekk' }).click();
  await say(student.page, 'Takk for i dag');
  await end(teacher);
  await openPage(student, session);
  const went = part(page, 'Slik gikk det');
  await expect(went.getByText('2 var med.')).toBeVisible();

  // What was fetched stays, and says that it is old.
  const outdated = page.getByText('Ikke oppdatert.');
  await context.setOffline(true);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(outdated).toBeVisible();
  await expect(went.getByText('2 var med.')).toBeVisible();
  await expectAccessible(page, 'a session afterwards, offline');
  await context.setOffline(false);
  await expect(outdated).toHaveCount(0);

  // A part that does not come takes nothing else with it.
  const query = (name: string) => `**/api/query/${name}`;
  await page.route(query('attendance/of-session'), (route) => route.abort());
  await page.reload();
  const time = part(page, 'Din tid her');
  await expect(time.getByRole('alert')).toBeVisible();
  await expect(time.getByRole('button', { name: 'Prøv igjen' })).toBeVisible();
  await expect(part(page, 'De som var med').getByRole('alert')).toBeVisible();
  await expect(went.getByText('2 var med.')).toBeVisible();
  // Pressed or not: what passes by itself is asked for again.
  await page.unroute(query('attendance/of-session'));
  await expect(time.getByText(/^(under ett minutt|\d+ minutt)/)).toBeVisible({ timeout: 30_000 });

  // Slowly, then not at all.
  await page.route(query('session/afterwards'), async (route) => {
    await new Promise((done) => setTimeout(done, 2_000));
    // The page may have gone on meanwhile.
    await route.abort().catch(() => undefined);
  });
  await page.reload();
  await expect(page.getByText('Henter det som ble igjen av økten')).toBeAttached();
  await expect(page.getByRole('heading', { level: 1, name: session.title })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Vi får ikke kontakt med Mellom' })).toBeVisible();
  await page.unroute(query('session/afterwards'));
  await expect(went.getByText('2 var med.')).toBeVisible({ timeout: 30_000 });

  // On paper: with the chat, and nothing to press.
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
    document.documentElement.dataset.theme = 'dark';
  });
  const chat = part(page, 'Samtalen');
  await expect(chat.getByText('Takk for i dag')).toHaveCount(0);
  await page.getByRole('button', { name: 'Skriv ut siden' }).click();
  await expect(page.locator('body[data-printed]')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(chat.getByText('Takk for i dag')).toBeVisible();
  await expect(chat.getByText(/^1 melding\. De som var med, kan lese den til/)).toBeVisible();
  await expect(time.getByText(/^(under ett minutt|\d+ minutt)/)).toBeVisible();
  await expect(went.getByText('Innsjekk')).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
  const ink = await page.evaluate(() => {
    const drawing = new OffscreenCanvas(1, 1).getContext('2d');
    if (!drawing) throw new Error('nothing to draw on');
    drawing.fillStyle = getComputedStyle(document.body).color;
    drawing.fillRect(0, 0, 1, 1);
    return Math.max(...drawing.getImageData(0, 0, 1, 1).data.slice(0, 3));
  });
  expect(ink, 'dark on white, also where the screen is dark').toBeLessThan(100);
  expect((await page.pdf({ format: 'A4' })).subarray(0, 4).toString()).toBe('%PDF');
});
