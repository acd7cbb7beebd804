import { expectAccessible } from '../axe.ts';
import { test as base, expect, type Person } from '../people.ts';
import { bringBackNow, expectSpoken, join, openPanel } from '../room.ts';
import { type OwnSchool, openOwnSchool } from '../school.ts';
import { lineFails } from './line-fails.ts';

const test = base.extend<{ ownSchool: OwnSchool }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's form
  ownSchool: async ({}, use) => {
    const school = await openOwnSchool();
    await use(school);
    await school.close();
  },
  school: ({ ownSchool }, use) => use(ownSchool),
});

const PHONE = { viewport: { width: 360, height: 740 } };
const heading = ({ page }: Person, name: string) =>
  page.getByRole('heading', { name, exact: true }).first();

test('X1 F8 F18 BREAKOUT-2 BREAKOUT-5 each chooses a group on a phone, and is back in it with the unsent words when the server was killed', async ({
  ownSchool,
  teacher,
  cast,
  enter,
  session,
}) => {
  test.setTimeout(120_000);
  const student = await enter(cast.student, PHONE);
  for (const one of [teacher, student]) {
    one.watch.expect(lineFails);
    await join(one, session);
  }
  await openPanel(teacher.page, 'Agenda');
  await teacher.page.getByRole('button', { name: 'Del i grupper' }).click();
  const sheet = teacher.page.getByRole('dialog');
  await sheet.getByText('De velger selv', { exact: true }).click();
  await sheet.getByRole('button', { name: 'Åpne grupperommene' }).click();

  await expect(heading(student, 'Velg gruppe')).toBeVisible();
  await expectAccessible(student.page, 'a choice of groups');
  await student.page.getByRole('button', { name: 'Gå hit til gruppe 2' }).click();
  await expect(heading(student, 'Gruppe 2')).toBeVisible();
  await expect(student.page.getByRole('button', { name: 'Tilbake til alle' })).toBeVisible();
  await expectAccessible(student.page, 'a group on a phone');

  await ownSchool.kill9();
  await expectSpoken(student.page, 'Forbindelsen er borte');
  await ownSchool.startAgain();
  await expect(heading(student, 'Gruppe 2')).toBeVisible({ timeout: 30_000 });
  const room = teacher.page.getByRole('listitem').filter({ hasText: 'Gruppe 2' }).first();
  await expect(room).toContainText('Kari', { timeout: 30_000 });

  await teacher.page.getByRole('button', { name: 'Hent alle tilbake' }).click();
  await expectSpoken(student.page, 'Alle er tilbake om ett minutt');
  await bringBackNow(teacher.page);
  await expectSpoken(student.page, 'Alle er tilbake.');
  await expect(heading(student, 'Gruppe 2')).toHaveCount(0);
});
