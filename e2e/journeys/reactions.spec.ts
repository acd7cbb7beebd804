import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { expect, test } from '../people.ts';
import { expectSpoken, join, openSheet } from '../room.ts';

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Reager' });
const mark = (page: Page, reaction: string) => page.locator(`[data-reaction="${reaction}"]`);

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Reager' }).click();
  await expect(sheet(page)).toBeVisible();
}

test('F12 REACT-1 REACT-3 all see who claps, and only the teacher that somebody wants it slower', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  for (const each of [teacher, student, secondStudent]) await join(each, session);
  await open(student.page);
  await expectAccessible(student.page, 'the reactions');
  await sheet(student.page).getByRole('button', { name: 'Klapp' }).click();
  for (const { page } of [teacher, student, secondStudent])
    await expect(mark(page, 'clap')).toHaveText(/Kari/);
  await expectSpoken(teacher.page, 'Kari klapper');
  await expect(mark(teacher.page, 'clap')).toHaveCount(0);

  await open(student.page);
  await sheet(student.page).getByRole('button', { name: 'Saktere, takk' }).click();
  await expectSpoken(teacher.page, '1 vil ha det saktere.');
  await teacher.page.getByRole('tab', { name: /^Til deg/ }).click();
  await expect(teacher.page.getByRole('region', { name: 'Tempo' })).toHaveText(
    /1 vil ha det saktere\. Det siste minuttet\./,
  );
  await expect(secondStudent.page.getByText('saktere')).toHaveCount(0);
});

test('F12 REACT-4 F7 on a phone one reacts from the chat, and whoever hides reactions sees none of others', async ({
  cast,
  enter,
  student,
  session,
}) => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const teacher = await enter(cast.teacher, phone);
  await join(teacher, session);
  await join(student, session);
  await open(student.page);
  await sheet(student.page).getByRole('checkbox', { name: 'Vis reaksjoner fra andre' }).uncheck();
  await sheet(student.page).getByRole('button', { name: 'Lukk' }).click();

  await openSheet(teacher.page, 'Samtale');
  await open(teacher.page);
  await expectAccessible(teacher.page, 'the reactions on a phone');
  await sheet(teacher.page).getByRole('button', { name: 'Hurra' }).click();
  await expect(mark(teacher.page, 'cheer')).toBeAttached();
  await expect(mark(student.page, 'cheer')).toHaveCount(0);
  const width = await teacher.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});
