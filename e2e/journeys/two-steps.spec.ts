import type { Page } from '@playwright/test';
import { codeOf, stepAt } from '../../server/features/identity/second-factor/totp.ts';
import { expectAccessible } from '../axe.ts';
import { takeMailedCode } from '../mailbox.ts';
import { giveAuthenticator } from '../passkeys.ts';
import { expect, openBrowser, type Person, test } from '../people.ts';
import { openOwnSchool, type School } from '../school.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The app on the phone, given the letters that stand under the square. */
async function appGiven(page: Page) {
  const letters = (await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/).innerText()).replaceAll(
    ' ',
    '',
  );
  const bits = [...letters]
    .map((one) => LETTERS.indexOf(one).toString(2).padStart(5, '0'))
    .join('');
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  let used = 0;
  return {
    /** One that has not been used: the next one is taken ahead of its time, as a phone's clock may be. */
    code(): string {
      used = Math.max(used + 1, stepAt(Date.now()));
      return codeOf(Buffer.from(bytes), used);
    },
  };
}

async function showMailedCode(page: Page, school: School, email: string): Promise<void> {
  await page.goto('/logg-inn');
  await page.getByLabel('E-postadressen din').fill(email);
  await page.getByRole('button', { name: 'Send meg en kode' }).click();
  await page.getByLabel('Koden på 8 sifre').fill(await takeMailedCode(school.dataDir, email));
  await page.keyboard.press('Enter');
}

async function signOut({ page, called }: Pick<Person, 'page' | 'called'>): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${called}.*meny`) }).click();
  await page.getByRole('menuitem', { name: 'Logg ut' }).click();
  await expect(page.getByLabel('E-postadressen din')).toBeVisible();
}

test('F85 SIGN-28 SIGN-30 SIGN-36 codes of an app, a sheet and a passkey are set up, shown at the door, and taken away', async ({
  student,
  school,
}) => {
  const { page } = student;
  student.watch.expect(/status of (401|403)/);
  await giveAuthenticator(page);
  await page.goto('/konto');
  await page.getByRole('button', { name: 'Sett opp en app' }).click();
  await expect(page.getByRole('img', { name: 'En rute som appen leser' })).toBeVisible();
  await expectAccessible(page, 'setting up an app');
  const app = await appGiven(page);
  const first = page.getByLabel('Koden som appen viser nå');
  await first.fill('123');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Koden stemmer ikke.')).toBeVisible();
  await first.fill(app.code());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ta vare på kodene' })).toBeFocused();
  const codes = page.getByText(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/);
  await expect(codes).toHaveCount(10);
  await expectAccessible(page, 'the sheet of codes');
  const onPaper = await codes.first().innerText();
  await page.getByRole('button', { name: 'Jeg har tatt vare på dem' }).click();
  await page.getByRole('button', { name: 'Lag en passnøkkel' }).click();
  await page.getByLabel('Hva skal den hete?').fill('Telefonen min');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Telefonen min')).toBeVisible();
  await expectAccessible(page, 'own second factors');

  await signOut(student);
  await showMailedCode(page, school, student.email);
  const second = page.getByLabel('Koden fra appen');
  await expect(second).toBeFocused();
  await expectAccessible(page, 'the second step');
  await second.fill('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Koden stemmer ikke.')).toBeVisible();
  // A reload while one looks for the phone keeps the step.
  await page.reload();
  await expect(second).toBeFocused();
  await page.getByRole('button', { name: 'Bruk en kode fra arket' }).click();
  await page.getByLabel('En kode fra arket ditt').fill(onPaper.toUpperCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(student.called);

  await signOut(student);
  await page.getByRole('button', { name: 'Bruk passnøkkel' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(student.called);

  await school.planning.signedInLongAgo(student);
  await page.goto('/konto');
  await page.getByRole('button', { name: 'Endre navn på Telefonen min' }).click();
  await expect(page.getByLabel('Hva skal den hete?')).toHaveValue('Telefonen min');
  await page.getByLabel('Hva skal den hete?').fill('Den gamle telefonen');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Ta bort Den gamle telefonen' }).click();
  await expect(page.getByRole('heading', { name: 'Vis hvem du er' })).toBeVisible();
  await expectAccessible(page, 'showing again who one is');
  await page.getByLabel('Koden fra appen').fill(app.code());
  await page.keyboard.press('Enter');
  await expect(page.getByText('Den gamle telefonen')).toHaveCount(0);
  await expect(page.getByText('9 koder er ubrukt.')).toBeVisible();
});

test('F85 SIGN-27 whoever works at a real school sets up a second factor at the door', async ({
  browser,
}) => {
  const school = await openOwnSchool({ env: { DEMO: 'off' } });
  const { page, context, watch } = await openBrowser(browser, school.url);
  try {
    watch.expect(/status of 401/);
    await giveAuthenticator(page);
    const teacher = await school.planning.person({ name: 'Berit Aune', role: 'teacher' });
    await showMailedCode(page, school, teacher.email);
    await expect(page.getByRole('heading', { name: 'Gjør innloggingen tryggere' })).toBeVisible();
    await expectAccessible(page, 'the door for who must have a second factor');
    await page.getByRole('button', { name: 'Sett opp en app' }).click();
    const app = await appGiven(page);
    await expectAccessible(page, 'setting up an app at the door');
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await page.goto('/dokumenter');
    await expect(page.getByRole('heading', { name: 'Gjør innloggingen tryggere' })).toBeVisible();
    await page.getByRole('button', { name: 'Lag en passnøkkel' }).click();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Gi passnøkkelen et navn.')).toBeVisible();
    await page.getByLabel('Hva skal den hete?').fill('PC-en på kontoret');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Jeg har tatt vare på dem' }).click();
    await expect(page).toHaveURL('/dokumenter');
    expect(app.code()).toMatch(/^\d{6}$/);
    expect(watch.complaints()).toEqual([]);
  } finally {
    await context.close();
    await school.close();
  }
});
