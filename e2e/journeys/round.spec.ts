import type { Locator } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { expect, type Person, test } from '../people.ts';
import { expectSpoken, join, openPanel, openSheet } from '../room.ts';

const PROMPT = 'Hvilket ord vil du ta med deg videre fra i dag?';

const screen = ({ page }: Person) => page.getByRole('region', { name: PROMPT });
const dock = (person: Person, name: string) =>
  screen(person).getByRole('heading', { name, exact: true });
const button = (person: Person, name: string | RegExp) =>
  screen(person).getByRole('button', { name });
const seats = (person: Person) =>
  screen(person).getByRole('list', { name: 'Ringen, i rekkefølge' }).getByRole('listitem');

async function start(teacher: Person): Promise<void> {
  const { page } = teacher;
  await openPanel(page, 'Agenda');
  await page.getByRole('button', { name: 'Start en runde' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Start runden' }).click();
  await expect(sheet.getByText('Skriv hva dere skal svare på.')).toBeVisible();
  await sheet.getByRole('button', { name: 'Avslutning' }).click();
  await expect(sheet.getByLabel('Spørsmålet i ringen')).toHaveValue('Hva tar du med deg herfra?');
  await expectAccessible(page, 'a round that is begun');
  await sheet.getByLabel('Spørsmålet i ringen').fill(PROMPT);
  await keepAndUse(sheet);
  await sheet.getByRole('button', { name: 'Start runden' }).click();
}

/** What is written is kept, and begun from again. */
async function keepAndUse(sheet: Locator): Promise<void> {
  await sheet.getByRole('button', { name: 'Ta vare på som mal' }).click();
  await sheet.getByLabel('Navn på malen').fill('Ett ord');
  await sheet.getByRole('button', { name: 'Ta vare på', exact: true }).click();
  await sheet.getByText('Malene mine').click();
  await sheet.getByLabel('Spørsmålet i ringen').fill('Noe annet');
  await sheet.getByRole('button', { name: 'Ett ord', exact: true }).click();
  await expect(sheet.getByLabel('Spørsmålet i ringen')).toHaveValue(PROMPT);
}

test('F35 ROUND-1 ROUND-2 ROUND-3 ROUND-20 everybody has the word in turn, passes unseen, and has it again', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  const everybody = [teacher, student, secondStudent];
  for (const one of everybody) await join(one, session);
  await start(teacher);
  for (const one of everybody) await expect(screen(one)).toBeVisible();
  await expect(dock(teacher, 'Du har ordet')).toBeVisible();
  await expect(dock(student, 'Du er neste')).toBeVisible();
  await expect(dock(secondStudent, 'Turen din kommer')).toBeVisible();
  await expect(seats(student)).toHaveCount(3);
  await expect(seats(secondStudent).nth(0)).toContainText('har ordet');
  await expectSpoken(student.page, 'Du er neste.');
  for (const one of [teacher, student]) await expectAccessible(one.page, 'a round');

  // Said ahead and taken back; then to have it later.
  const pass = button(student, 'Pass');
  await pass.click();
  await expect(pass).toHaveAttribute('aria-pressed', 'true');
  await expect(screen(student).getByText('Ordet går videre når turen')).toBeVisible();
  await pass.click();
  await expect(pass).toHaveAttribute('aria-pressed', 'false');
  await button(student, 'Kom tilbake til meg').click();
  await button(teacher, 'Ferdig, gi ordet til Kari').click();
  // It has gone on by itself, and looks to the others like any turn that has been.
  await expect(dock(secondStudent, 'Du har ordet')).toBeVisible();
  await expect(seats(secondStudent).filter({ hasText: 'Kari' })).toContainText('neste');
  await expectSpoken(secondStudent.page, 'Du har ordet.');

  const heard = await student.page.evaluate(() => window.saidAloud.join(' '));
  expect(heard, 'what goes on by itself is not called up').not.toContain('Du har ordet.');

  await button(secondStudent, 'Pass').click();
  await expect(dock(student, 'Du har ordet')).toBeVisible();
  await expect(dock(secondStudent, 'Du har hatt turen din')).toBeVisible();
  await button(student, 'Ferdig').click();
  for (const one of everybody) await expect(dock(one, 'Alle har hatt turen')).toBeVisible();

  await screen(teacher).getByText('For deg som underviser').click();
  await expect(button(student, 'Avslutt runden')).toHaveCount(0);
  await button(teacher, 'Avslutt runden').click();
  for (const one of everybody) await expect(screen(one)).toHaveCount(0);
  await expect(student.page.getByText('Runden er over.').first()).toBeVisible();
});

test('F36 ROUND-5 ROUND-6 on a phone a turn is written, kept over a reload, and seen by all until the round is over', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  const { page } = student;
  await page.setViewportSize({ width: 360, height: 740 });
  for (const one of [teacher, student]) await join(one, session);
  await start(teacher);
  await expect(dock(student, 'Du er neste')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 640 });
  for (const seen of ['question', 'holder'] as const) {
    const heading = screen(student).getByRole('heading', { name: PROMPT });
    const holder = screen(student).locator('p').filter({ hasText: 'har ordet' });
    await expect(seen === 'question' ? heading : holder.last(), seen).toBeInViewport({ ratio: 1 });
  }
  await openSheet(page, 'Samtale');
  const inChat = page.getByRole('dialog').getByRole('region', { name: 'Hvem har ordet' });
  await expect(inChat).toContainText(`Berit har ordet. ${PROMPT}`);
  await expect(inChat).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await button(student, 'Skriv i stedet').click();
  await screen(student).getByLabel('Vises for ringen når du deler').fill('Åpner.');
  await expect(screen(student).getByText('Du kan dele når du har ordet.')).toBeVisible();
  await expectAccessible(page, 'a turn that is written');
  await page.reload();
  await expect(screen(student).getByLabel('Vises for ringen når du deler')).toHaveValue('Åpner.');

  // Whoever comes late stands last.
  await join(secondStudent, session);
  await expect(seats(secondStudent)).toHaveCount(3);
  await expect(seats(secondStudent).last()).toContainText('Du');
  await button(teacher, 'Ferdig, gi ordet til Kari').click();
  await button(student, 'Del med ringen').click();
  await expect(screen(teacher).getByText('Åpner.')).toBeVisible();
  await expect(dock(secondStudent, 'Du har ordet')).toBeVisible();
  await expectAccessible(page, 'a round on a phone');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);

  // A teacher lets the word go on from somebody who has stepped away with it.
  await screen(teacher).getByText('For deg som underviser').click();
  await button(teacher, 'La ordet gå videre fra Ola').click();
  await expect(dock(secondStudent, 'Du har ordet'), 'nobody else is left').toBeVisible();
  await button(teacher, 'Avslutt runden').click();
  await expect(screen(student)).toHaveCount(0);
  await openSheet(page, 'Samtale');
  await expect(page.getByText('Åpner.')).toHaveCount(0);
});
