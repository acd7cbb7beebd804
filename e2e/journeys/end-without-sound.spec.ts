import { mediaAt } from '../media.ts';
import { expect, test } from '../people.ts';
import { join, openPanel, openSheet } from '../room.ts';
import { openOwnSchool } from '../school.ts';

const withoutMedia = test.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's form
  school: async ({}, use) => {
    // Where nothing can be built and nothing is set up, there is no sound and picture.
    const school = await openOwnSchool({ env: { XDG_CACHE_HOME: '/dev/null/none' } });
    await use(school);
    await school.close();
  },
});

withoutMedia(
  'END-7 F30 without sound and picture too a teacher ends the session for everybody, also from a phone',
  async ({ teacher, student, session, school }) => {
    expect(await mediaAt(school.url)).toBe('absent');
    await teacher.page.setViewportSize({ width: 360, height: 740 });
    for (const one of [teacher, student]) await join(one, session);
    await openPanel(student.page, 'Agenda');
    const end = { name: 'Avslutt økten for alle' };
    await expect(student.page.getByRole('button', end)).toHaveCount(0);
    await openSheet(teacher.page, 'Agenda');
    await teacher.page.getByRole('dialog').getByRole('button', end).click();
    await expect(student.page.getByText('Berit avslutter for alle.')).toBeVisible();
    await teacher.page.getByRole('button', { name: 'Angre', exact: true }).click();
    await expect(student.page.getByText('Berit avslutter for alle.')).toHaveCount(0);
    await openSheet(teacher.page, 'Agenda');
    await teacher.page.getByRole('dialog').getByRole('button', end).click();
    await expect(student.page.getByRole('heading', { name: 'Økten er avsluttet' })).toBeVisible({
      timeout: 20_000,
    });
  },
);
