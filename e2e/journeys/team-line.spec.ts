import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { expect, type Person, test } from '../people.ts';
import { expectSpoken, join, openPanel, openSheet } from '../room.ts';

const SECRET = 'Kan jeg dele etter pausen?';
const ANSWER = 'Ja, si fra når du er klar.';

/** All that a browser has been sent over its socket from here on. */
function sentTo({ page }: Person): () => string {
  const frames: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => frames.push(`${payload}`)),
  );
  return () => frames.join('\n');
}

const ownLine = (page: Page) => page.getByRole('dialog', { name: 'Skriv til underviserne' });
const field = (page: Page) => page.getByLabel('Melding til underviserne');
const openOwnLine = (page: Page) =>
  page.getByRole('button', { name: /^Skriv til underviserne/ }).click();
const toYou = (page: Page) => page.getByRole('tab', { name: /^Til deg/ });
const written = (page: Page) => page.getByRole('region', { name: /^Skrevet til dere/ });

async function write(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await ownLine(page).getByRole('button', { name: 'Send' }).click();
  await expect(ownLine(page).getByRole('listitem').filter({ hasText: text })).toBeVisible();
}

test('F14 TEAM-1 TEAM-8 a student writes to the team, a teacher answers, and the other student gets nothing', async ({
  teacher,
  secondTeacher,
  student,
  secondStudent,
  session,
}) => {
  const others = sentTo(secondStudent);
  for (const each of [secondStudent, teacher, secondTeacher, student]) await join(each, session);

  await openOwnLine(student.page);
  await expect(
    ownLine(student.page).getByText('Bare Berit Aune, Odd Vik og du kan lese dette.'),
  ).toBeVisible();
  await expectAccessible(student.page, 'an empty line to the teachers');
  await write(student.page, SECRET);
  await expectAccessible(student.page, 'a line to the teachers');
  await student.page.keyboard.press('Escape');
  await expect(ownLine(student.page)).toBeHidden();

  for (const { page } of [teacher, secondTeacher]) {
    await expect(toYou(page)).toHaveText('Til deg, 1');
    await expectSpoken(page, 'Kari har skrevet til dere.');
    await toYou(page).click();
    await expect(written(page).getByRole('heading')).toHaveText('Skrevet til dere, 1');
    await expect(written(page).getByText(`«${SECRET}»`)).toBeVisible();
  }
  await expect(teacher.page.getByText('Bare du og Odd ser dette.')).toBeVisible();
  await expectAccessible(teacher.page, 'what waits for a teacher');

  // Read by one, read by the team.
  await written(teacher.page).getByRole('button', { name: 'Svar Kari' }).click();
  for (const { page } of [teacher, secondTeacher]) await expect(toYou(page)).toHaveText('Til deg');
  await teacher.page.getByLabel('Svar til Kari').fill(ANSWER);
  await teacher.page.keyboard.press('Enter');
  await expectAccessible(teacher.page, 'an open line');
  await expect(written(secondTeacher.page).getByText(`Berit svarte: «${ANSWER}»`)).toBeVisible();

  await expectSpoken(student.page, 'Berit har svart deg.');
  await student.page.getByRole('button', { name: 'Skriv til underviserne, 1 nytt svar' }).click();
  const answered = ownLine(student.page).getByRole('listitem').filter({ hasText: ANSWER });
  await expect(answered.getByText('Berit', { exact: true })).toBeVisible();

  // The other student's own line is empty, and nothing of the first came to that browser.
  await openOwnLine(secondStudent.page);
  await expect(ownLine(secondStudent.page).getByText('Her kan du skrive i fred')).toBeVisible();
  expect(others()).toContain('participant-joined');
  for (const word of [SECRET, ANSWER, 'team-line-written', 'team-desk'])
    expect(others()).not.toContain(word);
});

test('F14 TEAM-3 what is written without a line is kept over a reload, sent once, and a draft stays', async ({
  teacher,
  student,
  session,
}) => {
  await join(teacher, session);
  await join(student, session);
  const { page, context, watch } = student;
  watch.expect(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  await openOwnLine(page);
  await context.setOffline(true);
  await field(page).fill('Skrevet uten nett');
  await page.keyboard.press('Enter');
  await expect(ownLine(page).getByText('Ikke sendt ennå.')).toBeVisible();
  await field(page).fill('Dette er ikke ferdig');
  await context.setOffline(false);
  await expect(ownLine(page).getByText('Ikke sendt ennå.')).toHaveCount(0);
  await toYou(teacher.page).click();
  await expect(written(teacher.page).getByText('«Skrevet uten nett»')).toBeVisible();
  // A draft is kept when one has stopped writing for a moment.
  await page.waitForTimeout(1_000);
  await page.reload();
  await openOwnLine(page);
  await expect(field(page)).toHaveValue('Dette er ikke ferdig');
  await expect(
    ownLine(page).getByRole('listitem').filter({ hasText: 'Skrevet uten nett' }),
  ).toHaveCount(1);
  await expect(written(teacher.page).getByText('«Skrevet uten nett»')).toHaveCount(1);
});

test('F7 F14 at 360 px a student writes from the chat, and a teacher answers from the sheet', async ({
  cast,
  enter,
  session,
}) => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const teacher = await enter(cast.teacher, phone);
  const student = await enter(cast.student, phone);
  await join(teacher, session);
  await join(student, session);
  await openSheet(student.page, 'Samtale');
  await openOwnLine(student.page);
  await write(student.page, SECRET);
  await expectAccessible(student.page, 'the line to the teachers on a phone');

  await openSheet(teacher.page, 'Til deg');
  await expectAccessible(teacher.page, 'what waits for a teacher on a phone');
  await written(teacher.page).getByRole('button', { name: 'Svar Kari' }).click();
  await teacher.page.getByLabel('Svar til Kari').fill(ANSWER);
  await written(teacher.page).getByRole('button', { name: 'Send' }).click();
  await expect(ownLine(student.page).getByText(ANSWER)).toBeVisible();
  for (const { page } of [teacher, student]) {
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
  }
});

test('F14 a teacher who has nothing waiting is told so', async ({ teacher, session }) => {
  await join(teacher, session);
  await openPanel(teacher.page, 'Til deg');
  await expect(teacher.page.getByText('Ingen venter på deg')).toBeVisible();
  await expect(teacher.page.getByRole('button', { name: /^Skriv til underviserne/ })).toHaveCount(
    0,
  );
  await expectAccessible(teacher.page, 'nothing waits for a teacher');
});
