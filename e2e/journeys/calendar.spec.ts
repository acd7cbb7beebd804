import ICAL from 'ical.js';
import { expectAccessible } from '../axe.ts';
import { expect, test } from '../people.ts';

/** A Monday at least three weeks on, as a date field takes it. */
function laterMonday(weeks: number): string {
  const at = new Date(Date.now() + (21 + 7 * weeks) * 86_400_000);
  at.setUTCDate(at.getUTCDate() + ((8 - at.getUTCDay()) % 7));
  return at.toISOString().slice(0, 10);
}

test('F74 PLAN-2 PLAN-4 PLAN-5 FEED-2 a teacher plans a weekly series, moves one and cancels one; a student’s calendar and telephone show it', async ({
  enter,
  cast,
}) => {
  const { page } = await enter(cast.teacher);
  await page.goto('/kalender');
  await page.getByRole('link', { name: 'Ny økt' }).click();
  await page.getByLabel('Hva heter økten?').fill('Grenser i hjelpen');
  await page.getByLabel('Dag', { exact: true }).fill('0026-10-02');
  await page.getByLabel('Fra', { exact: true }).fill('11:30');
  await page.getByLabel('Til', { exact: true }).fill('09:00');
  await expect(page.getByText('Se over årstallet.')).toBeVisible();
  await page.getByLabel('Dag', { exact: true }).fill(laterMonday(0));
  const wrong = page.locator('form').getByText('Økten må slutte etter at den begynner.');
  await expect(wrong).toBeVisible();
  // Tried all the same, it is said once, and no more when it is put right.
  await page.getByRole('button', { name: 'Planlegg', exact: true }).press('Enter');
  await expect(page.getByText('Økten må slutte etter at den begynner.')).toHaveCount(2);
  await expect(wrong).toHaveCount(1);
  await page.getByLabel('Fra', { exact: true }).fill('09:00');
  await page.getByLabel('Til', { exact: true }).fill('11:30');
  await page.getByLabel(/^Gjentas hver uke til/).fill(laterMonday(3));
  await expect(page.getByText('Ingenting er i veien.')).toBeVisible();
  await expect(wrong).toHaveCount(0);
  await page.getByRole('button', { name: 'Planlegg', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Kalender', exact: true })).toBeVisible();
  const change = page.getByRole('link', { name: 'Endre Grenser i hjelpen' });
  await expect(change.first()).toBeVisible();
  const planned = await change.count();

  await change.nth(1).click();
  await page.getByLabel('Fra', { exact: true }).fill('13:00');
  await page.getByLabel('Til', { exact: true }).fill('14:30');
  await page.getByRole('button', { name: 'Lagre endringen' }).press('Enter');
  await expect(page.getByText(/^Flyttet fra man/)).toBeVisible();
  await change.first().click();
  await page.getByLabel('Hvorfor?').fill('Berit er syk');
  await page.getByRole('button', { name: 'Avlys økten' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Økten er avlyst' })).toBeVisible();

  const student = await enter(cast.student, { viewport: { width: 360, height: 740 } });
  await student.page.goto('/kalender');
  await expect(student.page.getByText('Berit er syk')).toBeVisible();
  await expect(student.page.getByText(/^Flyttet fra man/)).toBeVisible();
  await expect(student.page.getByRole('link', { name: 'Ny økt' })).toHaveCount(0);
  await expectAccessible(student.page, 'a student’s calendar');
  await student.page.getByRole('button', { name: 'Lag en adresse' }).click();
  const address = await student.page.getByLabel('Adressen din').inputValue();
  const fetched = await student.context.request.get(address);
  const events = new ICAL.Component(ICAL.parse(await fetched.text()))
    .getAllSubcomponents('vevent')
    .map((one) => ({
      summary: String(one.getFirstPropertyValue('summary')),
      status: one.getFirstPropertyValue('status'),
    }));
  const ours = events.filter(({ summary }) => summary.includes('Grenser i hjelpen'));
  expect(ours).toHaveLength(planned);
  expect(ours.filter(({ status }) => status === 'CANCELLED')).toHaveLength(1);
  await student.page.getByRole('button', { name: 'Slutt å dele' }).click();
  await expect(student.page.getByText('Adressen virker ikke lenger.')).toBeVisible();
  expect((await student.context.request.get(address)).status()).toBe(404);
});
