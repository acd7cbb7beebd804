import { expectAccessible } from '../axe.ts';
import { makeDocument, saved, text, write } from '../documents.ts';
import { expect, test } from '../people.ts';
import { expectSpoken, join } from '../room.ts';

test('X15 DOC-38 a new version offers itself, and waits for words that are not saved', async ({
  student,
  session,
}) => {
  const { page, context } = student;
  student.watch.expect(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  await page.clock.install();
  const path = await makeDocument(page, 'Midt i en setning', 'Bare for deg');
  await write(page, 'Først dette.');
  await expect(saved(page)).toBeVisible();

  // From now on the server's page is made of other files.
  let isNew = false;
  let asked = 0;
  await context.route(
    (url) => url.pathname === '/',
    async (route) => {
      // A part that is late asks for no more than whether the server is there.
      const asksForPage =
        route.request().resourceType() === 'fetch' && route.request().method() === 'GET';
      if (!asksForPage) return route.continue();
      asked += 1;
      const answer = await route.fetch();
      const body = await answer.text();
      const newer = body.replace(/\/assets\/index-[\w-]+\.js/u, '/assets/index-newer.js');
      await route.fulfill({ response: answer, body: isNew ? newer : body });
    },
  );
  const comeBack = async () => {
    await page.clock.fastForward('02:00');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  };
  const banner = page.getByText('En ny versjon av Mellom er klar.');
  const ask = page.getByRole('button', { name: 'Bytt nå' });
  await comeBack();
  await expect.poll(() => asked).toBe(1);
  await expect(banner).toHaveCount(0);

  isNew = true;
  // Somebody who is writing is left in peace; the next page tells of it.
  await text(page).click();
  await comeBack();
  await expect.poll(() => asked).toBe(2);
  await expect(banner).toHaveCount(0);
  await page.getByRole('link', { name: 'Dokumenter', exact: true }).click();
  await expect(banner.first()).toBeVisible();
  await expectSpoken(page, 'En ny versjon av Mellom er klar.');
  await expectAccessible(page, 'a new version');

  await page.getByRole('link', { name: /Midt i en setning/ }).click();
  await expect(text(page)).toContainText('Først dette.');
  await context.setOffline(true);
  await write(page, 'Og så dette.');
  await page.evaluate(() => Object.assign(window, { sameVersion: true }));
  await ask.click();
  await expect(page.getByText('Vi bytter når det du har skrevet, er lagret.')).toBeVisible();
  await page.clock.runFor(3_000);
  expect(await page.evaluate(() => 'sameVersion' in window)).toBe(true);
  await context.setOffline(false);
  await expect
    .poll(async () => {
      await page.clock.runFor(1_000).catch(() => undefined);
      return page.evaluate(() => 'sameVersion' in window).catch(() => true);
    })
    .toBe(false);
  expect(new URL(page.url()).pathname).toBe(path);
  await expect(text(page)).toContainText('Og så dette.');

  await join(student, session);
  await comeBack();
  await expect(banner).toHaveCount(0);
});
