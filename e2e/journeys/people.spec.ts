import type { Page } from '@playwright/test';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import { wallInOslo } from '#shared/kernel/oslo-time.ts';
import { expectAccessible } from '../axe.ts';
import { openMailServer } from '../mail-server.ts';
import { giveAuthenticator, setUpAtDoor } from '../passkeys.ts';
import { expect, openBrowser, test } from '../people.ts';
import { expectInRoom, join } from '../room.ts';
import { openOwnSchool } from '../school.ts';

/** What a new school asks for next, on Nå. */
async function takeStep(page: Page, step: string, way: string): Promise<void> {
  await page.getByRole('link', { name: 'Nå', exact: true }).click();
  await expect(page.getByRole('heading', { name: step })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: way, exact: true }).click();
}

test('F84 FIRST-1 an empty school: the printed link, its first hour, and the two who were invited are in its first session', async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const mail = await openMailServer();
  const school = await openOwnSchool({ env: { DEMO: 'off', SMTP_URL: mail.url } });
  try {
    const printed = /First administrator[^:]*: (\S+)/.exec(school.server().output())?.[1] ?? '';
    const astrid = await openBrowser(browser, school.url);
    const { page } = astrid;
    astrid.watch.expect(/status of 401/);
    await giveAuthenticator(page);
    await page.goto(printed);
    await page.getByLabel('Navnet ditt').fill('Astrid Lie');
    await page.getByLabel('E-postadressen din').fill('astrid@skolen.example');
    await expectAccessible(page, 'the first administrator’s door');
    await page.getByRole('button', { name: 'Gå inn' }).click();
    await setUpAtDoor(page);

    await expect(page.getByText('0 av 6 er gjort.')).toBeVisible();
    await expectAccessible(page, 'the first hour');
    await takeStep(page, 'Si hva skolen heter', 'Fyll ut');
    await page.getByLabel('Hva skolen heter').fill('Fagskolen');
    await page.getByLabel('Hvem man skriver til').fill('post');
    await page.getByRole('button', { name: 'Lagre' }).click();
    await expect(page.getByText('E-postadressen ser ikke riktig ut.')).toBeVisible();
    await page.getByLabel('Hvem man skriver til').fill('post@skolen.example');
    await page.getByRole('button', { name: 'Lagre' }).click();

    await takeStep(page, 'Lag utdanningen', 'Til utdanningen');
    await page.getByRole('button', { name: 'Begynn fra malen' }).click();
    await expect(page.getByText('Til sammen 60 studiepoeng.')).toBeVisible();

    await page.goto('/kalender/ny');
    await page.getByRole('link', { name: 'Til kullene' }).click();
    await expect(page.getByRole('button', { name: 'Nytt kull' })).toBeVisible();
    await takeStep(page, 'Lag det første kullet', 'Til kullene');
    await page.getByRole('button', { name: 'Nytt kull' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Navn').fill('Heltid');
    await sheet.getByLabel('Begynner').fill('2026-08-17');
    await sheet.getByRole('button', { name: 'Lag kullet' }).click();
    await expect(sheet).toBeHidden();

    await takeStep(page, 'Gi kullet et semester', 'Til semestrene');
    await page.getByRole('button', { name: 'Nytt semester for Heltid' }).click();
    await sheet.getByLabel('Hva heter semesteret?').fill('Høst');
    await sheet.getByLabel('Første dag').fill('2026-08-17');
    await sheet.getByLabel('Siste dag').fill('2026-12-18');
    await sheet.getByRole('checkbox', { name: /EK001T/ }).check();
    await sheet.getByRole('button', { name: 'Lagre' }).click();
    await expect(sheet).toBeHidden();

    await takeStep(page, 'Inviter de første', 'Til Folk');
    await expect(page.getByRole('link', { name: /Hva skolen heter/ })).toBeVisible();
    await page.getByRole('button', { name: 'Inviter', exact: true }).click();
    await sheet.getByLabel('Navn').fill('Anne Moen');
    await sheet.getByLabel('E-postadresse').fill('anne@skolen.example');
    await sheet.getByRole('checkbox', { name: 'Underviser' }).check();
    await sheet.getByRole('button', { name: 'Send invitasjon' }).click();
    await expect(sheet.getByRole('status')).toHaveText('Brevet til Anne Moen er på vei.');
    // The next one gets no role unseen.
    await expect(sheet.getByRole('checkbox', { name: 'Underviser' })).not.toBeChecked();
    await expectAccessible(page, 'the sheet that invites');
    await sheet.getByRole('button', { name: 'Ferdig' }).click();
    await page.getByRole('link', { name: 'Inviter fra fil' }).click();
    await page
      .getByLabel('Eller lim inn her')
      .fill(
        'Navn;E-post;Rolle;Kull\nMari Berg;mari@skolen.example;Student;Heltid\nOdd;odd@b;Rektor;',
      );
    await page.getByRole('button', { name: 'Inviter den ene som er klar' }).click();
    await expect(page.getByText('1 brev er på vei.')).toBeVisible();
    await page.getByRole('link', { name: 'Nå', exact: true }).click();
    await expect(page.getByText('Det kan du når en underviser har kommet inn')).toBeVisible();

    const comeIn = async (address: string, welcome: string, worksHere: boolean) => {
      const letter = await mail.letterTo(address);
      const link = /\S+velkommen#\S+/u.exec(letter)?.[0] ?? '';
      const opened = await openBrowser(browser, school.url);
      opened.watch.expect(/status of 40[19]/);
      await giveAuthenticator(opened.page);
      await opened.page.goto(link);
      await expect(opened.page.getByRole('heading', { name: welcome })).toBeVisible();
      await expectAccessible(opened.page, 'an invitation’s door');
      await opened.page.getByRole('button', { name: 'Gå inn' }).click();
      if (worksHere) await setUpAtDoor(opened.page);
      await expect(opened.page.getByRole('navigation', { name: 'Hovedmeny' })).toBeVisible();
      return { ...opened, link };
    };
    const anne = await comeIn('anne@skolen.example', 'Velkommen, Anne Moen', true);
    const mari = await comeIn('mari@skolen.example', 'Velkommen, Mari Berg', false);
    const again = await openBrowser(browser, school.url);
    again.watch.expect(/status of 40[19]/);
    await again.page.goto(mari.link);
    await expect(again.page.getByRole('heading', { name: 'Lenken er brukt' })).toBeVisible();
    await again.context.close();

    await page.reload();
    await takeStep(page, 'Planlegg den første økten', 'Planlegg');
    // Its door is open a quarter of an hour before it begins; near midnight it begins the next day.
    const soon = wallInOslo(Date.now() + 3 * MINUTE_MS);
    const isLate = soon.time > '23:50';
    const { day } = isLate ? wallInOslo(Date.now() + 15 * MINUTE_MS) : soon;
    await page.getByLabel('Hva heter økten?').fill('Bli kjent');
    await page.getByLabel('Underviser', { exact: true }).selectOption({ label: 'Anne Moen' });
    await page.getByLabel('Dag', { exact: true }).fill(day);
    await page.getByLabel('Fra', { exact: true }).fill(isLate ? '00:01' : soon.time);
    await page.getByLabel('Til', { exact: true }).fill('23:59');
    await page.getByRole('button', { name: 'Planlegg', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Kalender', exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Nå', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Bli kjent' })).toBeVisible();
    await expect(page.getByText('av 6 er gjort')).toBeHidden();

    for (const one of [anne, mari]) {
      await one.page.reload();
      await one.page.getByRole('link', { name: 'Bli med' }).click();
      await expectInRoom(one.page);
    }
    expect([astrid, anne, mari].flatMap(({ watch }) => watch.complaints())).toEqual([]);
    for (const { context } of [astrid, anne, mari]) await context.close();
  } finally {
    await school.close();
    await mail.close();
  }
});

test('F84 STANDING-1 somebody who is suspended is out of the session at once', async ({
  school,
  student,
  session,
  enter,
}) => {
  const admin = await enter(await school.planning.person({ name: 'Gunn Lie', role: 'admin' }));
  student.watch.expect(/status of 401|websocket/i);
  await join(student, session);
  await expectInRoom(student.page);
  await admin.page.goto('/folk');
  await admin.page.getByLabel('Finn en person').fill(student.email);
  await admin.page.getByRole('button', { name: new RegExp(student.email) }).click();
  const sheet = admin.page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Steng ute' }).click();
  const form = sheet.getByRole('form', { name: 'Steng ute' });
  await form.getByLabel('Hvorfor?').fill('Etter avtale');
  await form.getByRole('button', { name: 'Steng ute' }).click();
  await expect(sheet.getByRole('status')).toHaveText('Det er gjort.');
  await expect(sheet.getByText('Etter avtale')).toBeVisible();
  await expectAccessible(admin.page, 'somebody’s standing');
  await expect(student.page.getByRole('heading', { name: 'Du er logget ut' })).toBeVisible();
});
