import { expect, type Person, test } from '../people.ts';
import { expectSpoken, handButton, openPanel, queue, raiseHand, rowOf } from '../room.ts';
import { enterRoom, microphone, useMedia } from '../seminar.ts';

useMedia();

/** Presses a button as the keyboard does. */
async function pressByKey(button: ReturnType<Person['page']['locator']>): Promise<void> {
  await button.focus();
  await button.press('Enter');
}

test('STAGE-10 F78 whoever takes somebody out by keyboard stands at the way back, and whoever answers stays on the stage', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  await enterRoom(teacher, session);
  for (const one of [student, secondStudent]) await enterRoom(one, session);
  student.watch.expect(/status of 40[134].* at \/rtc\/|\/rtc\/.* HTTP Authentication failed/);
  const { page } = teacher;
  await openPanel(page, 'Folk');

  await raiseHand(student.page);
  await handButton(student.page, 1).waitFor();
  await raiseHand(secondStudent.page);
  const waits = queue(page).getByRole('listitem');
  await expect(waits).toHaveCount(2);
  await pressByKey(waits.first().getByRole('button', { name: /^Gi ordet/ }));
  await expect(waits).toHaveCount(1);
  await expect(waits.first(), 'the next in line, and not a button').toBeFocused();
  await pressByKey(queue(page).getByRole('button', { name: /til neste$/ }));
  await expect(waits).toHaveCount(0);
  await expect(queue(page)).toBeFocused();

  const row = rowOf(page, secondStudent.name);
  await pressByKey(row.getByRole('button', { name: /^Valg/ }));
  await pressByKey(row.getByRole('button', { name: /^Be om mikrofon/ }));
  const decline = secondStudent.page.getByRole('button', { name: 'Ikke nå' });
  await pressByKey(decline);
  await expect(decline).toHaveCount(0);
  await expect(secondStudent.page.getByRole('main')).toBeFocused();
  await expect(microphone(secondStudent)).toHaveText('Mikrofon av');

  const gone = rowOf(page, student.name);
  await pressByKey(gone.getByRole('button', { name: /^Valg/ }));
  await pressByKey(gone.getByRole('button', { name: /^Fjern fra økten/ }));
  const undo = page.getByRole('button', { name: 'Angre' });
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(undo).toHaveCount(0);
  await expect(page.getByRole('main')).toBeFocused();
});

test('STAGE-10 CLOSED-7 whoever closes the room by keyboard stands at the link, hears where, and leaves by Escape', async ({
  teacher,
  session,
}) => {
  await enterRoom(teacher, session);
  const { page } = teacher;
  const forAll = page.getByRole('button', { name: 'For alle', exact: true });
  const sheet = page.getByRole('dialog');
  await pressByKey(forAll);
  await pressByKey(sheet.getByRole('button', { name: /^Lukk rommet/ }));
  await expect(sheet.getByRole('button', { name: /^Lukk/ }), 'one button closes').toHaveCount(1);
  await expect(sheet.getByRole('button', { name: 'Ikke nå' })).toBeVisible();
  await pressByKey(sheet.getByRole('button', { name: 'Lukk rommet' }));
  await expect(sheet.getByRole('button', { name: 'Kopier lenken' })).toBeFocused();
  await expectSpoken(page, 'Rommet er lukket. Her står fingeravtrykket');
  for (const live of await page.locator('[aria-live][aria-atomic]').all())
    await expect(live.locator('xpath=ancestor-or-self::*[@aria-hidden="true"]')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(sheet.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(forAll).toBeFocused();
});
