import { expect, test } from '../people.ts';
import { join } from '../room.ts';
import { sitWithHandsUp } from '../seats.ts';
import { needMedia } from '../seminar.ts';

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
