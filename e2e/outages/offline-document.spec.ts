import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { makeDocument, photo, pinTools, saved, text, write } from '../documents.ts';
import { expect, openBrowser, signInByCode, test } from '../people.ts';
import { type OwnSchool, openOwnSchool } from '../school.ts';

test.describe.configure({ timeout: 180_000 });

type Device = Omit<Awaited<ReturnType<typeof openBrowser>>, 'watch'> & {
  readonly school: OwnSchool;
};

/** Somebody at the list of documents on a device of their own, which opens pages without a server; the school can be killed. */
async function onOwnDevice(
  browser: Browser,
  act: (device: Device) => Promise<void>,
): Promise<void> {
  const school = await openOwnSchool();
  const person = await school.planning.person({ name: 'Kari Nilsen', role: 'teacher' });
  const { context, page, watch } = await openBrowser(browser, school.url);
  try {
    watch.expect(/ERR_CONNECTION_REFUSED|WebSocket|Failed to load|ERR_FAILED/);
    await signInByCode(context, school, person.email);
    await page.goto('/dokumenter');
    await page.getByLabel('Dette er min egen enhet').check();
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state))
      .toBe('activated');
    await act({ school, context, page });
    expect(watch.complaints()).toEqual([]);
  } finally {
    await context.close();
    await school.close();
  }
}

/** Waits until these words lie in a document on this device: it may be half a second behind. */
const expectKept = (page: Page, words: string) =>
  expect.poll(() => page.evaluate(keptDocuments)).toContain(words);

/** All bytes of the documents on this device, whose texts are sealed under a key that cannot leave it. */
async function keptDocuments(): Promise<string> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  type Sealed = { id: string; iv: BufferSource; text: BufferSource };
  const database = await asked(indexedDB.open('mellom-device'));
  const stores = database.transaction(['keys', 'documents']);
  const [[key], documents] = (await Promise.all([
    asked(stores.objectStore('keys').getAll()),
    asked(stores.objectStore('documents').getAll()),
  ])) as [[CryptoKey], Sealed[]];
  database.close();
  const opened = documents.map(async ({ id, iv, text }) => {
    const additionalData = new TextEncoder().encode(`documents ${id}`);
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, text);
    return atob(JSON.parse(new TextDecoder().decode(bytes)).state ?? '');
  });
  return (await Promise.all(opened)).join('\n');
}

/** How many records of a kind lie on this device, whosever they are; `clear` takes them away. */
const lying = (page: Page, kind: string, clear = false) =>
  page.evaluate(
    ([store, isClearing]) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('mellom-device');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const records = opening.result.transaction(store, 'readwrite').objectStore(store);
          const counting = records.count();
          if (isClearing) records.clear();
          records.transaction.oncomplete = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
    [kind, clear] as const,
  );

test('F49 a document that was opened before opens after a cold start without a server, and merges', async ({
  browser,
}) => {
  await onOwnDevice(browser, async ({ school, context, page }) => {
    const path = await makeDocument(page, 'På toget', 'Bare for deg');
    await write(page, 'Skrevet hjemme.');
    await expect(saved(page)).toBeVisible();
    await expectKept(page, 'Skrevet hjemme.');
    await page.close();

    await school.kill9();
    const cold = await context.newPage();
    await cold.goto(path);
    await expect(cold.getByRole('heading', { level: 1, name: 'På toget' })).toBeVisible();
    await expect(text(cold)).toContainText('Skrevet hjemme.');
    await expect(cold.getByRole('main').getByText(/^Frakoblet: det du skriver/)).toBeVisible();
    await write(cold, 'Skrevet i tunnelen.');
    await expectKept(cold, 'Skrevet i tunnelen.');
    // Whoever begins at Nå is told what there is.
    await cold.goto('/');
    const fault = cold.getByRole('main').getByRole('alert');
    await expect(fault).toContainText(
      'Dokumentene du har åpnet på denne enheten, kan du lese og skrive i nå.',
    );
    await expectAccessible(cold, 'Nå without a server, on a device with documents');
    await fault.getByRole('link', { name: 'Åpne dokumentene' }).click();
    await expect(cold).toHaveURL('/dokumenter');
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
  });
});

test('F49 Nå offers no documents without a server where none were opened', async ({ browser }) => {
  await onOwnDevice(browser, async ({ school, page }) => {
    await school.kill9();
    await page.goto('/');
    const fault = page.getByRole('main').getByRole('alert');
    await expect(fault.getByRole('button', { name: 'Prøv igjen' })).toBeVisible();
    await expect(fault.getByRole('link')).toHaveCount(0);
  });
});

test('F49 a document that was opened before shows its pictures without a server, or their words, until one signs out', async ({
  browser,
}) => {
  await onOwnDevice(browser, async ({ school, context, page }) => {
    const path = await makeDocument(page, 'Med bilde', 'Bare for deg');
    await write(page, 'Skrevet hjemme.');
    await pinTools(page);
    await page.getByRole('button', { name: 'Bilde', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: 'Bilde' });
    const chooser = page.waitForEvent('filechooser');
    await sheet.getByRole('button', { name: 'Velg et bilde' }).click();
    await (await chooser).setFiles(await photo());
    await sheet.getByLabel('Hva viser bildet?').fill('Et tre');
    await expect(sheet.getByText('Bildet er framme.')).toBeVisible();
    await sheet.getByRole('button', { name: 'Sett inn' }).click();
    await expect(saved(page)).toBeVisible();
    await expect.poll(() => lying(page, 'picture-marks')).toBe(1);
    await expectKept(page, 'Et tre');
    await page.close();

    await school.kill9();
    const cold = await context.newPage();
    // What the browser itself still holds is gone after a day.
    const devTools = await context.newCDPSession(cold);
    await devTools.send('Network.clearBrowserCache');
    await cold.goto(path);
    const tree = text(cold).getByRole('img', { name: 'Et tre' });
    await expect(tree).toBeVisible();
    await expect
      .poll(() => tree.evaluate((picture) => (picture as HTMLImageElement).naturalWidth))
      .toBe(90);

    await lying(cold, 'pictures', true);
    await cold.reload();
    await expect(text(cold).getByText('Et tre. Bildet vises når du er på nett.')).toBeVisible();
    await expect(tree).toBeHidden();

    await school.startAgain();
    await cold.reload();
    await expect(tree).toBeVisible();
    await expect(saved(cold)).toBeVisible({ timeout: 30_000 });
    await cold.getByRole('button', { name: /din meny/ }).click();
    await cold.getByRole('menuitem', { name: 'Logg ut' }).click();
    await expect(cold).toHaveURL('/logg-inn');
    expect(await lying(cold, 'pictures')).toBe(0);
    expect(await lying(cold, 'picture-marks')).toBe(0);
  });
});
