import { expect, test } from '../people.ts';
import {
  groupOf,
  handButton,
  join,
  messagesWith,
  openPanel,
  queue,
  raiseHand,
  say,
  untilHeeded,
} from '../room.ts';

test('F11 two tabs and two devices are one participant with one hand', async ({
  teacher,
  student,
  secondStudent,
  enter,
  cast,
  session,
}) => {
  await join(teacher, session);
  await join(secondStudent, session);
  await join(student, session);
  const secondTab = { ...student, page: await student.context.newPage() };
  await join(secondTab, session);
  const phone = await enter(cast.student);
  await join(phone, session);
  await expect(teacher.page.getByRole('banner')).toContainText('3 er inne');

  await raiseHand(secondTab.page);
  await expect(handButton(student.page, 1)).toBeVisible();
  await expect(handButton(phone.page, 1)).toBeVisible();
  await raiseHand(secondStudent.page);
  await secondTab.page.close();
  await expect(queue(teacher.page).getByRole('listitem').first()).toContainText('Kari');
  await say(phone.page, 'Fra telefonen');
  await expect(messagesWith(student.page, 'Fra telefonen')).toHaveCount(1);

  await untilHeeded(student.page);
  await handButton(student.page, 1).click();
  await expect(phone.page.getByRole('button', { name: 'Rekk opp hånda' })).toBeVisible();
  await expect(handButton(secondStudent.page, 1)).toBeVisible();

  await openPanel(teacher.page, 'Folk');
  await student.page.close();
  await expect(groupOf(teacher.page, student.name)).toHaveText('Hjemme, 2');
  await phone.page.getByRole('button', { name: 'Gå ut' }).click();
  await expect(groupOf(teacher.page, student.name)).toHaveText('Har gått ut, 1');
});

test('F23 the lead passes to the next teacher when the line drops', async ({
  teacher,
  secondTeacher,
  student,
  session,
}) => {
  await join(teacher, session);
  await join(student, session);
  await join(secondTeacher, session);
  await openPanel(student.page, 'Folk');
  await expect(teacher.page.getByRole('banner')).toContainText('du leder');
  await expect(secondTeacher.page.getByRole('banner')).not.toContainText('du leder');
  // Without a goodbye, and for good: the browser may no longer reach anything.
  teacher.watch.expect(/./);
  await teacher.context.setOffline(true);
  await expect(teacher.page.getByText('Frakoblet.')).toBeVisible();
  await expect(secondTeacher.page.getByRole('banner')).toContainText('du leder', {
    timeout: 50_000,
  });
  await secondTeacher.page.getByRole('button', { name: 'Start: Innsjekk' }).click();
  await expect(
    student.page.getByRole('main').getByRole('heading', { name: 'Innsjekk' }),
  ).toBeVisible();
});
