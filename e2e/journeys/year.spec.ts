import { expectAccessible } from '../axe.ts';
import { expect, test } from '../people.ts';

test('F73 F74 YEAR-1 YEAR-2 an administrator sets up a cohort’s term and a gathering, and its student sees the gathering', async ({
  enter,
  school,
  cast,
}) => {
  const admin = await enter(await school.planning.person({ name: 'Liv Kontor', role: 'admin' }));
  const { page } = admin;
  await page.goto('/kalender');
  await page.getByRole('link', { name: /^Utdanningen og året/ }).click();
  await expect(page.getByRole('heading', { name: 'Utdanningen og året' })).toBeVisible();
  const sheet = page.getByRole('dialog');

  // Each test's cohort has a name of its own, and others must not be gathered.
  const heading = page.locator(`#terms-${cast.cohort.cohortId}`);
  const cohort = (await heading.innerText()).replace('Semestre for ', '');
  const terms = page.getByRole('button', { name: `Nytt semester for ${cohort}` });
  await terms.click();
  await sheet.getByLabel('Hva heter semesteret?').fill('Høst 2031');
  await sheet.getByLabel('Første dag').fill('2031-12-19');
  await sheet.getByLabel('Siste dag').fill('2031-08-18');
  await sheet.getByRole('button', { name: 'Lagre' }).press('Enter');
  await expect(sheet.getByText('Det må slutte etter at det begynner.')).toBeVisible();
  await sheet.getByLabel('Første dag').fill('2031-08-18');
  await sheet.getByLabel('Siste dag').fill('2031-12-19');
  await expectAccessible(page, 'a term');
  await sheet.getByRole('button', { name: 'Lagre' }).press('Enter');
  await expect(sheet).toBeHidden();
  await expect(page.getByText('Høst 2031')).toBeVisible();
  await terms.click();
  await sheet.getByLabel('Hva heter semesteret?').fill('Jul 2031');
  await sheet.getByLabel('Første dag').fill('2031-12-19');
  await sheet.getByLabel('Siste dag').fill('2032-01-05');
  await sheet.getByRole('button', { name: 'Lagre' }).press('Enter');
  await expect(sheet.getByText('Det overlapper med noe som står der fra før.')).toBeVisible();
  await page.keyboard.press('Escape');

  const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await page.getByRole('button', { name: 'Ny samling' }).click();
  await sheet.getByLabel('Hva heter samlingen?').fill(`Samling ${soon}`);
  await sheet.getByLabel('Sted').fill('Kristiansand');
  await sheet.getByLabel('Første dag').fill(soon);
  await sheet.getByLabel('Siste dag').fill(soon);
  await sheet.getByRole('button', { name: 'Lagre' }).press('Enter');
  await expect(sheet.getByText('Velg minst ett kull.')).toBeVisible();
  await sheet.getByRole('checkbox', { name: cohort }).check();
  await sheet.getByRole('button', { name: 'Lagre' }).press('Enter');
  await expect(sheet).toBeHidden();

  const student = await enter(cast.student, { viewport: { width: 360, height: 740 } });
  await student.page.goto('/kalender');
  await expect(student.page.getByText(`Samling ${soon}, Kristiansand`)).toBeVisible();
  student.watch.expect(/status of 404/);
  await student.page.goto('/utdanning');
  await expect(student.page.getByRole('heading', { name: 'Dette er ikke din side' })).toBeVisible();
});

test('F73 STUDY-3 STUDY-5 a study adviser agrees on part time and a recognised course, and the student reads it', async ({
  enter,
  school,
  cast,
}) => {
  const adviser = await enter(
    await school.planning.person({ name: 'Siv Studieråd', role: 'studyAdviser' }),
  );
  const { page } = adviser;
  await page.goto('/studieplan');
  await page.locator(`a[href$="${cast.student.personId}"]`).click();
  await page.getByRole('button', { name: 'Endre heltid eller deltid' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Hvordan går studenten?').selectOption('Deltid');
  await sheet.getByRole('button', { name: 'Lagre' }).press('Enter');
  await expect(sheet).toBeHidden();
  await expect(page.getByText('Deltid, en egen avtale')).toBeVisible();
  await page.getByRole('button', { name: `Endre ${cast.cohort.courseCode}` }).click();
  await sheet.getByLabel('Emnet er godkjent fra før').check();
  await sheet.getByRole('button', { name: 'Lagre' }).press('Enter');
  await expect(sheet.getByText('Skriv minst tre tegn.')).toBeVisible();
  await sheet.getByLabel('Hvorfor er det godkjent?').fill('Realkompetanse');
  await expectAccessible(page, 'a course of a plan');
  await sheet.getByRole('button', { name: 'Lagre' }).press('Enter');
  await expect(sheet).toBeHidden();

  const student = await enter(cast.student, { viewport: { width: 360, height: 740 } });
  await student.page.goto('/studieplan');
  await expect(student.page.getByText('Deltid, en egen avtale')).toBeVisible();
  await expect(student.page.getByRole('heading', { name: 'Godkjent fra før' })).toBeVisible();
  await expect(student.page.getByText(/Realkompetanse/)).toBeVisible();
  await expectAccessible(student.page, 'an own study plan');
});
