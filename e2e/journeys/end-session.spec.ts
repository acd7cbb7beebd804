import { expectAccessible } from '../axe.ts';
import { expect, type Person, test } from '../people.ts';
import { expectSpoken } from '../room.ts';
import { enterRoom, useMedia } from '../seminar.ts';

useMedia();

const endForAll = async ({ page }: Person): Promise<void> => {
  await page.getByRole('button', { name: 'For alle', exact: true }).click();
  const entries = page.getByRole('dialog').getByRole('listitem');
  await expect(entries.last(), 'the last line of all').toContainText('Avslutt økten for alle');
  await entries.last().getByRole('button').click();
};

/** All that has stood over the stage from now on, however shortly. */
async function keepNotices({ page }: Person): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const kept = window as unknown as { notices: string };
    kept.notices = '';
    const stage = document.getElementById('stage');
    if (!stage) throw new Error('no stage');
    new MutationObserver(() => {
      kept.notices += stage.textContent;
    }).observe(stage, { childList: true, subtree: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { notices: string }).notices);
}

const undo = ({ page }: Person) => page.getByRole('button', { name: 'Angre', exact: true });

test('F30 a teacher ends the session for everybody, and either teacher can take it back', async ({
  teacher,
  secondTeacher,
  student,
  session,
}) => {
  for (const one of [teacher, secondTeacher, student]) await enterRoom(one, session);
  await endForAll(teacher);
  await expect(student.page.getByText('Økten avsluttes.')).toBeVisible();
  await expect(student.page.getByText('Berit avslutter for alle.')).toBeVisible();
  await expect(student.page.getByText(/^\d+ s igjen$/)).toBeVisible();
  await expect
    .poll(() => student.page.evaluate(() => window.saidAloud.join('\n')))
    .toMatch(/Økten avsluttes om ([89]|10) sekunder\./);
  await expect(undo(student), 'a student takes nothing back').toHaveCount(0);
  await expect(undo(teacher)).toBeVisible();
  for (const { page } of [teacher, secondTeacher])
    await expect(page.getByText(/^\d+ s igjen$/), 'it is counted once').toHaveCount(1);
  await expect(secondTeacher.page.getByText('Berit avslutter for alle.')).toBeVisible();
  await expect(teacher.page.getByText('Berit avslutter for alle.')).toHaveCount(0);
  await expectAccessible(teacher.page, 'a session that is being ended');
  await undo(secondTeacher).click();
  await expect(student.page.getByText('Økten avsluttes.')).toHaveCount(0);
  await expectSpoken(student.page, 'Økten går videre.');
  await expect(undo(teacher)).toHaveCount(0);

  // A line that is cut before its room is closed is tried once more, and refused.
  for (const { watch } of [teacher, secondTeacher, student]) watch.expect(/401 .* at \/rtc/);
  const seenAtTheEnd = await keepNotices(student);
  // Of the one whose line is slow just then: the room knew that it ended, and the door need not be asked.
  const door = /session\Wdoor/u;
  await teacher.page.route(door, () => {});
  await endForAll(teacher);
  const ended = { name: 'Økten er avsluttet' };
  for (const { page } of [student, secondTeacher, teacher])
    await expect(page.getByRole('heading', ended)).toBeVisible({ timeout: 20_000 });
  await teacher.page.unroute(door);
  await expectAccessible(student.page, 'a session that has ended');
  const untrue = /Ingen underviser er inne|Lyden er avsluttet|Prøv igjen/u;
  expect(await seenAtTheEnd(), 'nothing false at the very end').not.toMatch(untrue);
  const said = await student.page.evaluate(() => window.saidAloud.join('\n'));
  expect(said).not.toMatch(untrue);
  for (const { page } of [student, teacher]) {
    await page.goto(session.path);
    await expect(page.getByRole('heading', ended), 'the door stays closed').toBeVisible();
  }
});
