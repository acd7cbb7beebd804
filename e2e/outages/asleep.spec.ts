import { setTimeout as delay } from 'node:timers/promises';
import * as documents from '../documents.ts';
import { expect, type Person, test } from '../people.ts';
import {
  chatField,
  choose,
  expectSpoken,
  groupOf,
  handButton,
  join,
  messagesWith,
  openPanel,
  rowOf,
  say,
} from '../room.ts';
import { lineFails } from './line-fails.ts';

test('X11 a page that slept is live again when it wakes', async ({ teacher, student, session }) => {
  test.setTimeout(120_000);
  student.watch.expect(lineFails);
  await join(teacher, session);
  await join(student, session);
  await openPanel(teacher.page, 'Folk');
  await chatField(student.page).fill('Halvt skrevet');
  // Chromium freezes no page that is shown, and a headless one always is: its code is stopped instead.
  const device = await student.context.newCDPSession(student.page);
  await device.send('Debugger.enable');
  await device.send('Debugger.pause');
  await expect(rowOf(teacher.page, student.name)).toContainText('Mistet linja', {
    timeout: 50_000,
  });
  await openPanel(teacher.page, 'Samtale');
  await say(teacher.page, 'Sagt mens telefonen sov');
  await device.send('Debugger.resume');

  await expect(messagesWith(student.page, 'Sagt mens telefonen sov')).toHaveCount(1, {
    timeout: 15_000,
  });
  await expect(chatField(student.page)).toHaveValue('Halvt skrevet');
  await openPanel(teacher.page, 'Folk');
  await expect(groupOf(teacher.page, student.name)).toHaveText('Hjemme, 1');
  await expect(rowOf(teacher.page, student.name)).not.toContainText('Mistet linja');
});

test('X11 an open document that slept is whole when it wakes, and takes one’s next words', async ({
  school,
  cast,
  student,
  secondStudent,
}) => {
  test.setTimeout(120_000);
  student.watch.expect(lineFails);
  const group = await documents.groupOf(school, cast);
  await documents.makeDocument(student.page, 'Lokket igjen', group.name);
  await documents.write(student.page, 'Før søvnen.');
  await documents.openFromList(secondStudent, 'Lokket igjen');
  await expect(documents.text(secondStudent.page)).toContainText('Før søvnen.');
  const device = await student.context.newCDPSession(student.page);
  await device.send('Debugger.enable');
  await device.send('Debugger.pause');
  await documents.write(secondStudent.page, 'Skrevet mens den sov.');
  await expect(documents.saved(secondStudent.page)).toBeVisible();
  // Longer than a line may be silent.
  await delay(35_000);
  await device.send('Debugger.resume');

  const mine = documents.text(student.page);
  await expect(mine).toContainText('Skrevet mens den sov.', { timeout: 15_000 });
  await expect(mine).toContainText('Før søvnen.');
  await documents.write(student.page, 'Våken igjen.');
  await expect(documents.saved(student.page)).toBeVisible({ timeout: 15_000 });
  await expect(documents.text(secondStudent.page).getByRole('paragraph')).toHaveText([
    'Før søvnen.',
    'Skrevet mens den sov.',
    /^Våken igjen\./,
  ]);
});

test('F8 a reload keeps what is unsent and what is half written', async ({
  teacher,
  student,
  session,
}) => {
  student.watch.expect(lineFails);
  await join(teacher, session);
  await join(student, session);
  await withoutNetwork(student, async () => {
    await say(student.page, 'Sendt uten nett');
    await expect(messagesWith(student.page, 'Sendt uten nett')).toContainText('Ikke sendt ennå.');
    await chatField(student.page).fill('Halvt skrevet');
    await chatField(student.page).blur();
    await expect.poll(() => keptOnDevice(student)).toBe(2);
  });
  await student.page.reload();
  await expect(messagesWith(teacher.page, 'Sendt uten nett')).toHaveCount(1);
  await expect(messagesWith(student.page, 'Sendt uten nett')).toHaveCount(1);
  await expect(chatField(student.page)).toHaveValue('Halvt skrevet');
});

test('F8 F13 a change of one’s own words without network is kept, said, and made once the line is back', async ({
  teacher,
  student,
  session,
}) => {
  student.watch.expect(lineFails);
  await join(teacher, session);
  await join(student, session);
  await say(student.page, 'Hie alle');
  await expect(messagesWith(teacher.page, 'Hie alle')).toHaveCount(1);
  await withoutNetwork(student, async () => {
    await expect(student.page.getByText('Frakoblet.')).toBeVisible();
    await choose(student.page, 'Hie alle', 'Endre');
    await chatField(student.page).fill('Hei alle');
    await student.page.getByRole('button', { name: 'Lagre' }).click();
    await expect(messagesWith(student.page, 'Hei alle')).toContainText('Endringen er ikke sendt');
    await chatField(student.page).fill('Noe nytt på gang');
    await student.page.getByRole('button', { name: 'Rekk opp hånda' }).click();
    await expect(student.page.getByRole('button', { name: 'Venter på nett' })).toBeVisible();
  });
  await expect(messagesWith(teacher.page, 'Hei alle')).toContainText('endret');
  await expect(messagesWith(student.page, 'Hei alle')).not.toContainText('ikke sendt');
  await expect(chatField(student.page), 'what was begun meanwhile').toHaveValue('Noe nytt på gang');
  await expect(handButton(student.page, 1)).toBeVisible();
});

test('F8 a change that was begun goes on after a reload', async ({ student, session }) => {
  student.watch.expect(lineFails);
  await join(student, session);
  await say(student.page, 'Hie alle');
  await choose(student.page, 'Hie alle', 'Endre');
  await chatField(student.page).fill('Hei alle samm');
  await chatField(student.page).blur();
  await expect.poll(() => keptOnDevice(student)).toBe(1);
  await student.page.reload();
  await expect(student.page.getByText('Du endrer meldingen din')).toBeVisible();
  await expect(chatField(student.page)).toHaveValue('Hei alle samm');
  await student.page.getByRole('button', { name: 'Avbryt' }).click();
  await expect(chatField(student.page)).toHaveValue('');
  await expect.poll(() => keptOnDevice(student)).toBe(0);
});

test('F8 without network the room says so, and goes on by itself', async ({
  teacher,
  student,
  session,
}) => {
  student.watch.expect(lineFails);
  await join(teacher, session);
  await join(student, session);
  await withoutNetwork(student, async () => {
    await expect(student.page.getByText('Frakoblet.')).toBeVisible();
    await expect(student.page.getByText('Det sendes når nettet er tilbake.')).toBeVisible();
    await expectSpoken(student.page, 'Forbindelsen er borte.');
    await say(student.page, 'Fra skogen');
  });
  await expect(messagesWith(teacher.page, 'Fra skogen')).toHaveCount(1);
  await expect(student.page.getByText('Frakoblet.')).toHaveCount(0);
  await expectSpoken(student.page, 'Du er tilkoblet igjen.');
});

test('F8 whoever leaves the room without network comes to Nå, not to a fault', async ({
  student,
  session,
}) => {
  student.watch.expect(lineFails);
  // By its address, so that nothing of Nå has been fetched before.
  await join(student, session);
  await withoutNetwork(student, async () => {
    await student.page.getByRole('button', { name: 'Gå ut' }).click();
    await expect(student.page).toHaveURL('/');
    await expect(student.page.getByRole('navigation')).toBeVisible();
    await expect(student.page.getByText('Noe gikk galt')).toHaveCount(0);
  });
  await expect(student.page.getByRole('button', { name: /meny/ })).toBeVisible();
});

test('F8 signing out with something unsent asks first', async ({ student, session }) => {
  student.watch.expect(lineFails);
  await join(student, session);
  await chatField(student.page).fill('Noe jeg ikke vil miste');
  await expect.poll(() => keptOnDevice(student)).toBe(1);
  await student.page.getByRole('link', { name: 'Mellom, til Nå' }).click();
  // A new page takes the focus, also from a menu that somebody opens before it stands.
  await expect(student.page.getByRole('heading', { level: 1 })).toBeFocused();
  const signOut = async () => {
    await student.page.getByRole('button', { name: /meny/ }).click();
    await student.page.getByRole('menuitem', { name: 'Logg ut' }).click();
  };
  await signOut();
  const question = student.page.getByRole('dialog');
  await expect(question).toContainText('Noe jeg ikke vil miste');
  await question.getByRole('button', { name: 'Bli her' }).click();
  await expect(question).toHaveCount(0);
  await expect(student.page).toHaveURL('/');
  await expect(student.page.getByRole('button', { name: /meny/ })).toBeFocused();

  await signOut();
  await question.getByRole('button', { name: 'Logg ut likevel' }).click();
  await expect(student.page).toHaveURL('/logg-inn');
  expect(await keptOnDevice(student)).toBe(0);
});

test('F8 whoever signs out leaves nothing on the device, though the page hears of it by another way first', async ({
  student,
  session,
}) => {
  student.watch.expect(/status of 401/);
  const { page } = student;
  await join(student, session);
  await chatField(page).fill('Noe jeg ikke vil miste');
  await expect.poll(() => keptOnDevice(student)).toBe(1);
  await page.getByRole('link', { name: 'Mellom, til Nå' }).click();
  await page.route('**/api/auth/sign-out', async (route) => {
    const answer = await route.fetch();
    // A question of the page's own is answered with "signed out" before the sign-out is.
    const told = page.waitForResponse('**/api/door');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await (await told).finished();
    const drawn = () => new Promise((done) => requestAnimationFrame(done));
    await page.evaluate(drawn);
    await page.evaluate(drawn);
    await route.fulfill({ response: answer });
  });
  await page.getByRole('button', { name: /meny/ }).click();
  await page.getByRole('menuitem', { name: 'Logg ut' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Logg ut likevel' }).click();
  await expect(page).toHaveURL('/logg-inn');
  expect(await keptOnDevice(student)).toBe(0);
});

/** The browser's own "no network", as in flight mode. Chromium lets open sockets be, so that the page must act itself. */
async function withoutNetwork({ context }: Person, work: () => Promise<void>): Promise<void> {
  await context.setOffline(true);
  await work();
  await context.setOffline(false);
}

/** How many unsent calls and drafts lie encrypted on the device. */
function keptOnDevice({ page }: Person): Promise<number> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('mellom-device');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const count = (store: string) =>
      new Promise<number>((resolve) => {
        const request = database.transaction(store).objectStore(store).count();
        request.onsuccess = () => resolve(request.result);
      });
    const kept = (await count('calls')) + (await count('drafts'));
    database.close();
    return kept;
  });
}
