import { expectAccessible } from '../axe.ts';
import { expect, type Person, test } from '../people.ts';
import { expectSpoken, join, messagesWith, say, untilHeeded } from '../room.ts';

const MINUTE_MS = 60_000;

/** How many notes the page has played. To be called before the page is opened. */
async function countNotes({ page }: Person): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counted = window as unknown as { notes: number };
    counted.notes = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      counted.notes += 1;
      start.call(this, when);
    };
  });
  return () => page.evaluate(() => (window as unknown as { notes: number }).notes);
}

const screen = ({ page }: Person) =>
  page.getByRole('heading', { name: /^Pause til \d\d[.:]\d\d$/ });
const plan = ({ page }: Person) =>
  page.getByRole('banner').getByRole('region', { name: 'Plan for økten' });
const button = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true });

test('F17 where the agenda has come to a pause a teacher begins it by one press, for everybody', async ({
  teacher,
  secondTeacher,
  student,
  secondStudent,
  session,
}) => {
  const everybody = [teacher, secondTeacher, student, secondStudent];
  const notes = await countNotes(student);
  const notesElsewhere = await countNotes(secondStudent);
  for (const one of everybody) await join(one, session);
  for (const name of ['Start: Innsjekk', 'Neste: Vi leser sammen']) {
    await button(teacher, name).click();
    await untilHeeded(teacher.page);
  }
  await expect(button(teacher, 'Vis pausen for alle')).toHaveCount(0);
  await button(teacher, 'Neste: Pause').click();
  await expect(
    button(secondTeacher, 'Vis pausen for alle'),
    'offered to any teacher',
  ).toBeVisible();
  await expect(button(student, 'Vis pausen for alle')).toHaveCount(0);
  for (const one of everybody) await expect(screen(one), 'never by itself').toHaveCount(0);
  // In the place of the next step, and not by the second half of the press that led here.
  await expect(button(teacher, 'Vis pausen for alle')).toBeFocused();
  await untilHeeded(teacher.page);

  await button(teacher, 'Vis pausen for alle').click();
  for (const one of everybody) await expect(screen(one)).toBeVisible();
  await expect(button(teacher, 'Vis pausen for alle')).toHaveCount(0);
  await expectSpoken(student.page, 'Pause til ');
  await expectAccessible(student.page, 'a pause for all');

  await button(student, 'Jeg er klar').click();
  await expect(teacher.page.getByText('1 av 4 er klare')).toBeVisible();
  await expect(button(student, 'Du er klar')).toHaveAttribute('aria-pressed', 'true');
  await student.page.reload();
  await expect(button(student, 'Du er klar'), 'after a reload too').toBeVisible();
  await say(student.page, 'Henter kaffe');
  await expect(messagesWith(secondStudent.page, 'Henter kaffe')).toHaveCount(1);
  await expect(button(student, 'Avslutt pausen')).toHaveCount(0);

  const until = (await screen(student).textContent()) ?? '';
  await button(secondTeacher, '2 min til').click();
  await expect(screen(student)).not.toHaveText(until);
  const later = /\d\d.\d\d$/.exec((await screen(student).textContent()) ?? '')?.[0] ?? '';
  await expect(plan(student), 'one time of return').toContainText(`tilbake ${later}`);
  await expectAccessible(teacher.page, 'a pause for all that one steers');
  await teacher.page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(teacher.page, 'a pause for all on a phone');
  const wide = await teacher.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);

  await secondStudent.page.getByRole('checkbox', { name: 'Mild lyd når pausen er over' }).uncheck();
  await button(secondTeacher, 'Avslutt pausen').click();
  for (const one of everybody) await expect(screen(one)).toHaveCount(0);
  await expectSpoken(student.page, 'Pausen er over. Vi fortsetter.');
  await expect.poll(notes, 'a gentle sound of two notes').toBe(2);
  expect(await notesElsewhere(), 'turned off').toBe(0);
  await expect(button(secondTeacher, 'Vis pausen for alle'), 'held already').toHaveCount(0);
  await secondTeacher.page.reload();
  await expect(button(secondTeacher, 'Neste: Utsjekk'), 'also for whoever comes now').toBeVisible();
  await expect(plan(student)).toContainText('igjen');
  await expect(plan(student), 'we are back already').not.toContainText('tilbake');
});

test('F17 BREAK-8 a pause that runs over promises no return, and the next step is the next item', async ({
  school,
  cast,
  teacher,
  student,
}) => {
  const session = await school.planning.session({
    ...{ cohort: cast.cohort, teachers: [cast.teacher], startsInMinutes: -60 },
    current: { position: 2, forMinutes: 12 },
  });
  for (const one of [teacher, student]) await join(one, session);
  await expect(button(teacher, 'Neste: Utsjekk')).toBeVisible();
  await expect(button(teacher, 'Vis pausen for alle')).toHaveCount(0);
  for (const one of [teacher, student]) {
    await expect(plan(one)).toContainText(/[23] min over tida/);
    await expect(plan(one)).not.toContainText('tilbake');
  }
  // One that is begun late has a return that is true, and its minutes are what is left.
  await teacher.page.getByRole('tab', { name: 'Agenda' }).click();
  await button(teacher, 'Pause for alle, 5 min').click();
  await expect(plan(student)).toContainText(/[45] min igjen, tilbake \d\d:\d\d/);
});

test('F17 BREAK-7 it is over by itself when its time has come, with a soft signal, which less motion has off from the start', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  const notes = await countNotes(student);
  await secondStudent.page.emulateMedia({ reducedMotion: 'reduce' });
  for (const one of [teacher, student, secondStudent]) await join(one, session);
  await teacher.page.getByRole('tab', { name: 'Agenda' }).click();
  await teacher.page.getByRole('button', { name: 'Pause for alle, 5 min' }).click();
  await expect(screen(student)).toBeVisible();
  const sound = ({ page }: Person) =>
    page.getByRole('checkbox', { name: 'Mild lyd når pausen er over' });
  await expect(sound(student)).toBeChecked();
  await expect(sound(secondStudent)).not.toBeChecked();
  await expect(student.page.getByText(/^[45] min igjen$/)).toBeVisible();

  await student.page.clock.setFixedTime(Date.now() + 4.5 * MINUTE_MS);
  await expect(student.page.getByText(/^[23]\d s igjen$/)).toBeVisible();
  expect(await notes()).toBe(0);
  await student.page.clock.setFixedTime(Date.now() + 5.1 * MINUTE_MS);
  await expect(screen(student)).toHaveCount(0);
  await expectSpoken(student.page, 'Pausen er over. Vi fortsetter.');
  await expect.poll(notes).toBe(2);
  await expect(screen(teacher), 'on the teacher’s own clock it goes on').toBeVisible();
});

test('F17 BREAK-1 a pause of the agenda that is shown to all late ends when the agenda said', async ({
  school,
  cast,
  teacher,
  student,
}) => {
  const session = await school.planning.session({
    ...{ cohort: cast.cohort, teachers: [cast.teacher], startsInMinutes: -60 },
    current: { position: 2, forMinutes: 5 },
  });
  for (const one of [teacher, student]) await join(one, session);
  await expect(plan(student)).toContainText(/[45] min igjen, tilbake \d\d:\d\d/);
  await untilHeeded(teacher.page);
  await button(teacher, 'Vis pausen for alle').click();
  await expect(screen(student)).toBeVisible();
  await expect(plan(student), 'not ten minutes more').toContainText(/[45] min igjen, tilbake/);
});
