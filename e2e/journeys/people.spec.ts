import { expectAccessible } from '../axe.ts';
import { openMailServer } from '../mail-server.ts';
import { giveAuthenticator, setUpAtDoor } from '../passkeys.ts';
import { expect, openBrowser, test } from '../people.ts';
import { expectInRoom, join } from '../room.ts';
import { openOwnSchool } from '../school.ts';

test('F84 an empty school: the printed link, two people invited by mail, and both are in', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const mail = await openMailServer();
  const school = await openOwnSchool({ env: { DEMO: 'off', SMTP_URL: mail.url } });
  try {
    const printed = /First administrator[^:]*: (\S+)/.exec(school.server().output())?.[1] ?? '';
    const astrid = await openBrowser(browser, school.url);
    astrid.watch.expect(/status of 401/);
    await giveAuthenticator(astrid.page);
    await astrid.page.goto(printed);
    await astrid.page.getByLabel('Navnet ditt').fill('Astrid Lie');
    await astrid.page.getByLabel('E-postadressen din').fill('astrid@skolen.example');
    await expectAccessible(astrid.page, 'the first administrator’s door');
    await astrid.page.getByRole('button', { name: 'Gå inn' }).click();
    await setUpAtDoor(astrid.page);
    await expect(astrid.page.getByRole('heading', { name: 'Du er den første her' })).toBeVisible();

    await astrid.page.getByRole('button', { name: 'Inviter', exact: true }).click();
    const sheet = astrid.page.getByRole('dialog');
    await sheet.getByLabel('Navn').fill('Anne Moen');
    await sheet.getByLabel('E-postadresse').fill('anne');
    await sheet.getByRole('checkbox', { name: 'Underviser' }).check();
    await sheet.getByRole('button', { name: 'Send invitasjon' }).click();
    await expect(sheet.getByRole('alert')).toContainText('E-postadressen ser ikke riktig ut.');
    await sheet.getByLabel('E-postadresse').fill('anne@skolen.example');
    await sheet.getByRole('button', { name: 'Send invitasjon' }).click();
    await expect(sheet.getByRole('status')).toHaveText('Brevet til Anne Moen er på vei.');
    await expectAccessible(astrid.page, 'the sheet that invites');
    await sheet.getByRole('button', { name: 'Ferdig' }).click();

    await astrid.page.getByRole('link', { name: 'Inviter fra fil' }).click();
    await astrid.page
      .getByLabel('Eller lim inn her')
      .fill('Navn;E-post;Rolle\nEllen Vik;ellen@skolen.example;Studierådgiver\nOdd;odd@b;Rektor');
    await expect(
      astrid.page.getByRole('heading', { name: '2 linjer. 1 er klar. 1 må rettes' }),
    ).toBeVisible();
    await expectAccessible(astrid.page, 'a list that is looked through');
    await astrid.page.getByRole('button', { name: 'Inviter den ene som er klar' }).click();
    await expect(astrid.page.getByText('1 brev er på vei.')).toBeVisible();

    for (const [address, welcome] of [
      ['anne@skolen.example', 'Velkommen, Anne Moen'],
      ['ellen@skolen.example', 'Velkommen, Ellen Vik'],
    ] as const) {
      const letter = await mail.letterTo(address);
      const link = /\S+velkommen#\S+/u.exec(letter)?.[0] ?? '';
      const { page, context, watch } = await openBrowser(browser, school.url);
      watch.expect(/status of 40[19]/);
      await giveAuthenticator(page);
      await page.goto(link);
      await expect(page.getByRole('heading', { name: welcome })).toBeVisible();
      await expectAccessible(page, 'an invitation’s door');
      await page.getByRole('button', { name: 'Gå inn' }).click();
      await setUpAtDoor(page);
      await expect(page.getByRole('navigation', { name: 'Hovedmeny' })).toBeVisible();
      await context.clearCookies();
      await page.goto('/logg-inn');
      await page.goto(link);
      await expect(page.getByRole('heading', { name: 'Lenken er brukt' })).toBeVisible();
      expect(watch.complaints()).toEqual([]);
      await context.close();
    }
    await astrid.page.getByRole('link', { name: 'Til Folk' }).click();
    for (const name of ['Anne Moen', 'Ellen Vik', 'Astrid Lie'])
      await expect(
        astrid.page.getByRole('main').getByRole('button', { name: new RegExp(name) }),
      ).toBeVisible();
    await expectAccessible(astrid.page, 'people');
    expect(astrid.watch.complaints()).toEqual([]);
    await astrid.context.close();
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
