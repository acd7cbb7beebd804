import { expectAccessible } from '../axe.ts';
import { expect, test } from '../people.ts';

test('F76 F73 ATT-12 ATT-13 the rector says what a course requires, and a student reads on Nå, first and kindly, that it is little', async ({
  enter,
  school,
  cast,
}) => {
  const { cohort, teacher } = cast;
  // The student was at none of these, which are over.
  for (const startsInMinutes of [-1200, -900, -600])
    await school.planning.session({ cohort, teachers: [teacher], startsInMinutes });
  const rector = await enter(await school.planning.person({ name: 'Rita Rektor', role: 'rector' }));
  await rector.page.goto('/oppmote');
  await rector.page.getByRole('link', { name: 'Krav til oppmøte i emnene' }).click();
  await rector.page.getByRole('button', { name: `Endre kravet i ${cohort.courseCode}` }).click();
  const sheet = rector.page.getByRole('dialog');
  await sheet.getByLabel('Av øktene, i prosent').fill('120');
  await sheet.getByRole('button', { name: 'Lagre' }).press('Enter');
  await expect(sheet.getByText('Skriv et helt tall fra 1 til 100, eller ingenting.')).toBeVisible();
  await sheet.getByLabel('Av øktene, i prosent').fill('80 %');
  await expectAccessible(rector.page, 'what a course requires');
  await sheet.getByRole('button', { name: 'Lagre' }).press('Enter');
  await expect(sheet).toBeHidden();
  await expect(rector.page.getByText('80 % av øktene').first()).toBeVisible();

  const { page } = await enter(cast.student, { viewport: { width: 360, height: 740 } });
  await page.goto('/');
  const left = page.getByRole('list', { name: 'Dette gjenstår' });
  await left.getByRole('link', { name: `Oppmøtet ditt i ${cohort.courseCode}` }).click();
  const course = page.getByRole('region', { name: cohort.courseCode });
  await expect(course).toContainText('minst 80 % av øktene');
  await expect(course).toContainText(`Snakk gjerne med ${teacher.name}`);
  await expectAccessible(page, 'own attendance below what is required');

  // The teacher has no list of it yet.
  const theirs = await enter(teacher);
  await theirs.page.goto(`/oppmote/kull/${cohort.cohortId}?emne=${cohort.courseCode}`);
  await expect(theirs.page.getByRole('heading', { level: 1 })).toContainText(cohort.courseCode);
  await expect(theirs.page.getByRole('heading', { name: 'Under kravet' })).toHaveCount(0);
});
