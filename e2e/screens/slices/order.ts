import { expect } from '../../people.ts';
import { chatField, expectInRoom, say } from '../../room.ts';
import { panel, type Screen } from '../screen.ts';

/** A room whose door and chat a teacher has closed before going, seen by a student in it. */
const closed: Screen['open'] = async ({ enter, cast }) => {
  const teacher = await enter(cast.teacher);
  const student = await enter(cast.student);
  for (const { page } of [teacher, student]) {
    await page.goto(cast.session.path);
    await expectInRoom(page);
  }
  await say(teacher.page, 'Jeg stenger samtalen mens vi leser.');
  await chatField(student.page).fill('Det jeg tenker på, er');
  await panel('Folk')(teacher.page, true);
  await teacher.page.getByRole('button', { name: 'Steng samtalen' }).click();
  await teacher.page.getByRole('button', { name: 'Lås døra' }).click();
  await expect(student.page.getByText(/^Samtalen er stengt nå/)).toBeVisible();
  await teacher.page.getByRole('button', { name: 'Gå ut' }).click();
  await expect(student.page.getByText('Ingen underviser er inne.')).toBeVisible();
  return student;
};

/** Seen by somebody who is new, at one of the pages where the door is. */
const outside =
  (pathOf: (sessionPath: string) => string, says: RegExp): Screen['open'] =>
  async (stage) => {
    await closed(stage);
    const { enter, cast } = stage;
    const late = await enter(cast.thirdStudent);
    await late.page.goto(pathOf(cast.session.path));
    await expect(late.page.getByText(says).first()).toBeVisible();
    return late;
  };

const removed: Screen['open'] = async ({ enter, cast }) => {
  const teacher = await enter(cast.teacher);
  const student = await enter(cast.student);
  for (const { page } of [teacher, student]) {
    await page.goto(cast.session.path);
    await expectInRoom(page);
  }
  await panel('Folk')(teacher.page, true);
  student.watch.expect(/\/rtc\//);
  await teacher.page.getByRole('button', { name: 'Valg for Kari Nilsen' }).click();
  await teacher.page.getByRole('button', { name: /^Fjern fra økten/ }).click();
  await teacher.page
    .getByLabel(/^Noen ord til/)
    .fill('Vi snakkes etter økten. Spesialisthelsetjenestekonsultasjonsoppfølging venter vi med.');
  await teacher.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Fjern/ })
    .click();
  await expect(student.page.getByRole('heading', { name: /har tatt deg ut/ })).toBeVisible();
  return student;
};

/** What a teacher closes, and those who are outside for it. */
export const orderScreens: readonly Screen[] = [
  {
    name: 'room closed by a teacher who has gone',
    targetPx: 44,
    open: closed,
    show: panel('Samtale'),
  },
  { name: 'locked door', targetPx: 24, open: outside((path) => path, /^Døra er låst$/) },
  { name: 'now of a locked session', targetPx: 24, open: outside(() => '/', /^Døra er låst\./) },
  {
    name: 'about a locked session',
    targetPx: 24,
    open: outside((path) => `${path}/om`, /^Døra er låst\./),
  },
  { name: 'removed', targetPx: 24, open: removed },
];
