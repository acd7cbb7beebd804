import { expect, test } from '../people.ts';
import { chatField, join, openSheet } from '../room.ts';
import { sitWithHandsUp } from '../seats.ts';
import { needMedia } from '../seminar.ts';
import { uncovered } from './targets.ts';

test('F7 in a low window the menu of a small tile lies beside its name', async ({
  teacher,
  school,
  cast,
  session,
}) => {
  await needMedia(school.url);
  const { page } = teacher;
  await join(teacher, session);
  const others = [cast.secondTeacher, cast.student, cast.secondStudent, cast.thirdStudent];
  const lines = await sitWithHandsUp(school, session, others);
  const menus = page.getByRole('main').getByRole('button', { name: /^Valg for/ });
  for (const height of [512, 560]) {
    await page.setViewportSize({ width: 910, height });
    await expect(menus).toHaveCount(others.length);
    for (const menu of await menus.all()) {
      const told = await menu.evaluate((button) => {
        const its = button.getBoundingClientRect();
        const name = button.closest('[data-person]')?.querySelector('p')?.getBoundingClientRect();
        const apart = !name || name.right <= its.left + 1 || name.top >= its.bottom - 1;
        const middle = document.elementFromPoint(its.x + its.width / 2, its.y + its.height / 2);
        return { apart, pressed: middle !== null && button.contains(middle) };
      });
      expect(told, `${height} px`).toEqual({ apart: true, pressed: true });
    }
  }
  for (const line of lines) line.disconnect();
});

test('F8 without a line the notice in the sheet of a phone leaves the room to the chat', async ({
  student,
  session,
}) => {
  const { page, context, watch } = student;
  watch.expect(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  await page.setViewportSize({ width: 360, height: 740 });
  await join(student, session);
  await openSheet(page, 'Samtale');
  await context.setOffline(true);
  const notice = page.getByRole('dialog').getByRole('status').filter({ hasText: 'Frakoblet' });
  await expect(notice).toBeVisible();
  const box = await notice.boundingBox();
  expect(box?.height).toBeLessThan(90);
  expect(await uncovered(chatField(page))).toBe(true);
  await context.setOffline(false);
  await expect(notice).toHaveCount(0);
});
