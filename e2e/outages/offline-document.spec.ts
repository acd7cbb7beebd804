import { makeDocument, saved, text, write } from '../documents.ts';
import { takeMailedCode } from '../mailbox.ts';
import { expect, openBrowser, test } from '../people.ts';
import { openOwnSchool } from '../school.ts';

test('F49 a document that was opened before opens after a cold start without a server, and merges', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const school = await openOwnSchool();
  const person = await school.planning.person({ name: 'Kari Nilsen', role: 'teacher' });
  const { context, page, watch } = await openBrowser(browser, school.url);
  try {
    watch.expect(/ERR_CONNECTION_REFUSED|WebSocket|Failed to load|ERR_FAILED/);
    const post = (path: string, data: object) =>
      context.request.post(path, { headers: { 'x-mellom': '1' }, data });
    await post('/api/auth/email-otp/send-verification-otp', { email: person.email });
    const otp = await takeMailedCode(school.dataDir, person.email);
    await post('/api/auth/sign-in/email-otp', { email: person.email, otp });

    await page.goto('/dokumenter');
    await page.getByLabel('Dette er min egen enhet').check();
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state))
      .toBe('activated');
    const path = await makeDocument(page, 'På toget', 'Bare for deg');
    await write(page, 'Skrevet hjemme.');
    await expect(saved(page)).toBeVisible();
    await page.waitForTimeout(1_000);
    await page.close();

    await school.kill9();
    const cold = await context.newPage();
    await cold.goto(path);
    await expect(cold.getByRole('heading', { level: 1, name: 'På toget' })).toBeVisible();
    await expect(text(cold)).toContainText('Skrevet hjemme.');
    await expect(cold.getByRole('main').getByText(/^Frakoblet: det du skriver/)).toBeVisible();
    await write(cold, 'Skrevet i tunnelen.');
    await cold.waitForTimeout(1_000);
    await cold.goto('/dokumenter');
    const isNew = cold.getByRole('button', { name: 'Nytt dokument' });
    await expect(isNew).toHaveAccessibleDescription(/når du er på nett igjen/);
    await cold.getByRole('link', { name: /På toget/ }).click();
    await expect(text(cold)).toContainText('Skrevet i tunnelen.');

    await school.startAgain();
    await expect(saved(cold)).toBeVisible({ timeout: 30_000 });
    const elsewhere = await browser.newContext({
      baseURL: school.url,
      storageState: { ...(await context.storageState()), origins: [] },
    });
    const fresh = await elsewhere.newPage();
    await fresh.goto(path);
    await expect(text(fresh)).toContainText('Skrevet i tunnelen.');
    expect((await text(fresh).innerText()).match(/hjemme/g)).toHaveLength(1);
    await elsewhere.close();
    expect(watch.complaints()).toEqual([]);
  } finally {
    await context.close();
    await school.close();
  }
});
