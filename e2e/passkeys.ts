import { expect, type Page } from '@playwright/test';

/** A phone or computer that has passkeys, and whose owner always says yes. */
export async function giveAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** At the door of a real school: whoever works there makes a passkey, and keeps the sheet. */
export async function setUpAtDoor(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Gjør innloggingen tryggere' })).toBeVisible();
  await page.getByRole('button', { name: 'Lag en passnøkkel' }).click();
  await page.getByLabel('Hva skal den hete?').fill('Telefonen min');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Jeg har tatt vare på dem' }).click();
}
