import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { expectPictures, expectSound, inbound } from '../media.ts';
import { expect, type Person, test } from '../people.ts';
import { bringBackNow, expectSpoken, openPanel, untilHeeded } from '../room.ts';
import { camera, enterRoom, microphone, useMedia } from '../seminar.ts';

useMedia();

const button = ({ page }: Person, name: string | RegExp) =>
  page.getByRole('button', { name }).first();
const heading = ({ page }: Person, name: string) =>
  page.getByRole('heading', { name, exact: true }).first();
const groupField = (page: Page) => page.getByLabel('Melding til gruppa');
const tile = ({ page }: Person, name: string) =>
  page.locator('#stage').getByText(name, { exact: true }).first();

/** The teacher puts each into a group by hand, and opens the rooms. */
async function split(teacher: Person, placed: Readonly<Record<string, string>>): Promise<void> {
  const { page } = teacher;
  await openPanel(page, 'Agenda');
  await page.getByRole('button', { name: 'Del i grupper' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('For hånd', { exact: true }).click();
  for (const [name, group] of Object.entries(placed))
    await sheet.getByLabel(`Gruppe for ${name}`).first().selectOption({ label: group });
  await sheet.getByLabel('Oppdraget').fill('Velg ett ord fra lista.');
  await expectAccessible(page, 'a split that is planned');
  await sheet.getByRole('button', { name: 'Åpne grupperommene' }).click();
  await expect(sheet).toBeHidden();
}

/** Nothing comes in for so long, at the latest when a move that is under way is done. */
async function fallsSilent({ page }: Person, ms: number): Promise<void> {
  await expect(async () => {
    const before = await inbound(page);
    await page.waitForTimeout(ms);
    const after = await inbound(page);
    expect(after.audioEnergy - before.audioEnergy).toBeLessThan(0.0001);
    expect(after.framesDecoded - before.framesDecoded).toBeLessThanOrEqual(0);
  }).toPass({ timeout: 10_000 });
}

/** What was on is on, without a press; else what the room says of it is part of the failure. */
async function expectStillOn(person: Person): Promise<void> {
  await expect(microphone(person)).toHaveText('Mikrofon på');
  const said = person.page.getByRole('region', { name: 'Beskjed' }).allInnerTexts();
  await expect(camera(person), `of the camera: ${await said}`).toHaveText('Kamera på');
}

test('F18 F19 F20 F21 F22 BREAKOUT-1 BREAKOUT-6 BREAKOUT-13 BREAKOUT-14 four people split, are heard where they are and nowhere else, get help, and come back', async ({
  teacher,
  student,
  secondStudent,
  thirdStudent,
  session,
}) => {
  test.setTimeout(240_000);
  const everybody = [teacher, student, secondStudent, thirdStudent];
  for (const one of everybody) await enterRoom(one, session);
  await microphone(student).click();
  await camera(student).click();
  await expect(microphone(student)).toHaveText('Mikrofon på');
  await expectSound(secondStudent.page);

  await split(teacher, { Kari: 'Gruppe 1', Siri: 'Gruppe 1', Ola: 'Gruppe 2' });
  await expect(heading(student, 'Gruppe 1')).toBeVisible();
  await expect(heading(secondStudent, 'Gruppe 2')).toBeVisible();
  await expectSpoken(student.page, 'Velg ett ord fra lista.');
  await expect(heading(teacher, 'To grupperom')).toBeVisible();

  // In the same page, with what was on still on, and without a press.
  await expectSound(thirdStudent.page);
  await expectPictures(thirdStudent.page);
  await expectStillOn(student);
  await fallsSilent(secondStudent, 1_500);
  await fallsSilent(teacher, 500);
  await expect(tile(student, 'Siri')).toBeVisible();
  await expect(tile(student, 'Ola')).toHaveCount(0);
  for (const one of [student, teacher]) await expectAccessible(one.page, 'a split session');

  // What the group says is the group's.
  await openPanel(student.page, /samtale/);
  await groupField(student.page).fill('Bare oss imellom.');
  await student.page.getByRole('button', { name: 'Send', exact: true }).click();
  await openPanel(thirdStudent.page, /samtale/);
  await expect(thirdStudent.page.getByText('Bare oss imellom.', { exact: true })).toBeVisible();
  await openPanel(secondStudent.page, /samtale/);
  await expect(secondStudent.page.getByText('Bare oss imellom.')).toHaveCount(0);

  // The group's text lies beside the faces; what one writes the other reads.
  const text = ({ page }: Person) => page.locator('#stage [contenteditable]').first();
  await text(student).click();
  await student.page.keyboard.type('Ordet vi valgte: makt');
  await expect(text(thirdStudent)).toContainText('Ordet vi valgte: makt');
  await expect(text(secondStudent)).not.toContainText('Ordet');

  // What all are asked takes no group's room for long: it is set aside by one press, and found again.
  await openPanel(teacher.page, 'Agenda');
  await button(teacher, 'Avstemning eller innsjekk').click();
  await teacher.page.getByRole('dialog').getByRole('button', { name: 'Spør alle' }).click();
  await button(student, 'Til gruppa, svar senere').click();
  await expect(heading(student, 'Gruppe 1')).toBeVisible();
  await expect(button(student, /^Svar$/)).toBeVisible();
  await button(teacher, 'Avslutt innsjekken').click();
  await button(teacher, 'Legg bort').click();

  // Help: by one press where it is asked for.
  await button(student, 'Be om hjelp').click();
  await expect(button(student, 'Bedt om hjelp')).toBeVisible();
  await expect(teacher.page.getByText('Kom til oss.')).toBeVisible();
  await untilHeeded(teacher.page);
  await button(teacher, /^Gå inn/).click();
  await expect(button(teacher, 'Tilbake til alle')).toBeVisible();
  await expectSound(teacher.page);
  await expect(button(student, 'Bedt om hjelp')).toHaveCount(0);
  await button(teacher, 'Tilbake til alle').click();
  await expect(heading(teacher, 'To grupperom')).toBeVisible();
  await fallsSilent(teacher, 700);

  // Else a teacher knocks.
  await teacher.page.getByRole('button', { name: 'Bank på hos gruppe 2' }).click();
  await expectSpoken(secondStudent.page, 'banker på');
  await button(secondStudent, /^Kom inn/).click();
  await expect(button(teacher, 'Tilbake til alle')).toBeVisible();
  await button(teacher, 'Tilbake til alle').click();

  await button(teacher, 'Skriv til alle').click();
  const sheet = teacher.page.getByRole('dialog');
  await sheet.getByLabel('Melding til alle rom').fill('Ett ord holder.');
  await sheet.getByRole('button', { name: 'Send til alle' }).click();
  for (const one of [student, secondStudent])
    await expect(one.page.getByText('Ett ord holder.').first()).toBeVisible();

  // One voice in every room, which hears none of them.
  const quiet = (await inbound(secondStudent.page)).audioEnergy;
  await button(teacher, 'Snakk til alle rom').click();
  await expect(secondStudent.page.getByText('Berit snakker til alle rom.').first()).toBeVisible();
  await expect
    .poll(async () => (await inbound(secondStudent.page)).audioEnergy)
    .toBeGreaterThan(quiet + 0.001);
  await fallsSilent(teacher, 500);
  await button(teacher, 'Stopp').click();

  await button(teacher, 'Hent alle tilbake').click();
  await expect(student.page.getByText(/Alle er tilbake om \d+ sekund/).first()).toBeVisible();
  await button(student, 'Be om ett minutt til').click();
  await expect(teacher.page.getByText(/Gruppe 1 ber om ett minutt til/).first()).toBeVisible();
  await bringBackNow(teacher.page);
  for (const one of [student, secondStudent, thirdStudent])
    await expect(heading(one, 'Gruppe 1')).toHaveCount(0);
  await expectSound(secondStudent.page);
  await expectSound(teacher.page);
  await expectStillOn(student);
});
