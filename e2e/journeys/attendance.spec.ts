import * as fs from 'node:fs/promises';
import { expectAccessible } from '../axe.ts';
import { expect, test } from '../people.ts';

test('F33 ATT-4 ATT-5 ATT-8 ATT-9 ATT-10 a teacher ticks off, corrects with a reason and takes the table out; the student sees it on a phone', async ({
  school,
  cast,
  enter,
  teacher,
  session,
  sitWithHandsUp,
}) => {
  await school.planning.gathering(cast.cohort, 'Samling 1');
  await sitWithHandsUp(session, [cast.student]);
  const { page } = teacher;
  await page.goto('/');
  await page.getByRole('button', { name: /Berit Aune/ }).click();
  await page.getByRole('menuitem', { name: 'Oppmøte' }).click();
  await page.getByRole('link', { name: /Samtale og språk/ }).click();
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('Kari Nilsen')).toContainText('0 min');
  await expectAccessible(page, 'a table of attendance');

  // Who sits in the classroom.
  await page.getByRole('button', { name: session.title }).click();
  const sheet = page.getByRole('dialog');
  const tick = sheet.getByRole('button', { name: 'I klasserommet: Ola Berg' });
  await tick.click();
  await expect(tick).toHaveAttribute('aria-pressed', 'true');
  await expect(sheet.getByText('1 av 3 er krysset av')).toBeVisible();
  await expectAccessible(page, 'ticking off in a classroom');
  await page.keyboard.press('Escape');
  await expect(row('Ola Berg')).toContainText('krysset av i klasserommet');

  // Put right, by keyboard alone.
  await page.getByRole('button', { name: 'Kari Nilsen' }).press('Enter');
  await sheet.getByRole('button', { name: `Rett oppmøtet på ${session.title}` }).press('Enter');
  await sheet.getByLabel('Minutter', { exact: true }).fill('121');
  await sheet.getByRole('button', { name: 'Rett oppmøtet', exact: true }).press('Enter');
  await expect(sheet.getByText('Skriv et helt tall fra 0 til 120.')).toBeVisible();
  await expect(sheet.getByText('Skriv en begrunnelse på minst 3 tegn.')).toBeVisible();
  await sheet.getByLabel('Minutter', { exact: true }).fill('90');
  await sheet.getByLabel('Begrunnelse').fill('Lyden falt ut, hun satt hos meg');
  await expectAccessible(page, 'correcting an attendance');
  await sheet.getByRole('button', { name: 'Rett oppmøtet', exact: true }).press('Enter');
  await expect(sheet.getByText('Lyden falt ut, hun satt hos meg')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row('Kari Nilsen')).toContainText('90 min rettet');

  const csv = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Last ned CSV' }).click();
  const text = await fs.readFile(await (await csv).path(), 'utf8');
  expect(text).toMatch(/^\uFEFFStudent;.*\r\nKari Nilsen;0;0;;90;rettet\r\n/su);
  const xlsx = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Last ned Excel' }).click();
  expect((await fs.readFile(await (await xlsx).path())).subarray(0, 2).toString()).toBe('PK');
  await expect(page.getByText(/av Berit Aune \(Excel\)/)).toBeVisible();

  // What was fetched stays while it cannot be fetched anew.
  teacher.watch.expect(/ERR_FAILED|Failed to load resource/);
  await page.route('**/api/query/attendance/sheet', (route) => route.abort());
  await expect(page.getByText('Ikke oppdatert.')).toBeVisible();
  await expect(row('Kari Nilsen')).toContainText('90 min');
  await page.unroute('**/api/query/attendance/sheet');

  await page.getByRole('link', { name: 'Oppmøte' }).click();
  await page.getByRole('link', { name: /^Samlinger/ }).click();
  // The day that is on, before those that were: after midnight it has two.
  const gathering = page.getByRole('button', { name: /^Samling 1/ }).first();
  await gathering.click();
  await sheet.getByRole('button', { name: 'Til stede: Kari Nilsen', exact: true }).click();
  await expect(sheet.getByText('1 av 3 er krysset av')).toBeVisible();
  await page.keyboard.press('Escape');

  // On a phone the table is two lists, of which each row looks as if it opens something.
  await page.setViewportSize({ width: 360, height: 740 });
  const rowOfKari = page.getByRole('button', { name: /^Kari Nilsen/ });
  for (const words of [gathering.getByText('Samling 1'), rowOfKari.getByText('Kari Nilsen')])
    await expect(words).toHaveCSS('text-decoration-line', 'underline');
  await expectAccessible(page, 'a table of attendance on a phone');

  const student = await enter(cast.student, { viewport: { width: 360, height: 740 } });
  await student.page.goto('/oppmote');
  await expect(student.page.getByRole('heading', { name: 'Oppmøtet mitt' })).toBeVisible();
  await expect(student.page.getByText('1 time og 30 minutter av 2 timer')).toBeVisible();
  await expect(student.page.getByText('Lyden falt ut, hun satt hos meg')).toBeVisible();
  await expect(student.page.getByRole('region', { name: 'Samlinger' })).toContainText('til stede');
  await expect(student.page.getByText(/Kamera, mikrofon .* blir aldri målt/)).toBeVisible();
  await expectAccessible(student.page, 'one’s own attendance');
});
