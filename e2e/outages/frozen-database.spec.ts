import path from 'node:path';
import type { Page } from '@playwright/test';
import { processesOn } from '../../server/testing/run-server.ts';
import { expectAccessible } from '../axe.ts';
import { makeDocument, saved, text, write } from '../documents.ts';
import { test as base, expect } from '../people.ts';
import { expectInRoom, handButton, join, messagesWith, raiseHand, say } from '../room.ts';
import { type OwnSchool, openOwnSchool } from '../school.ts';
import { lineFails } from './line-fails.ts';

const test = base.extend<{ ownSchool: OwnSchool }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's form
  ownSchool: async ({}, use) => {
    const school = await openOwnSchool();
    await use(school);
    await school.close();
  },
  school: ({ ownSchool }, use) => use(ownSchool),
});

/** Three seconds, and what a busy machine takes to draw it. */
const TOLD_WITHIN_MS = 5_000;

test('X3 while the database hangs the room says that nothing is stored yet, and then stores it', async ({
  ownSchool,
  teacher,
  student,
  session,
}) => {
  for (const person of [teacher, student]) {
    person.watch.expect(lineFails);
    await join(person, session);
  }
  const { page } = student;
  const banner = page.getByRole('main').getByText('Vi prøver igjen av oss selv.');
  const hand = page.getByRole('button', { name: 'Ikke lagret ennå' });
  const goOn = await freeze(ownSchool);
  try {
    await say(page, 'Blir dette lagret?');
    await raiseHand(page);
    await expect(banner).toBeVisible({ timeout: 15_000 });
    await expect(messagesWith(page, 'Blir dette lagret?')).toContainText('Ikke lagret ennå.');
    await expect(hand).toBeVisible();
  } finally {
    goOn();
  }
  await expect(handButton(page, 1)).toBeVisible({ timeout: 30_000 });
  await expect(banner).toHaveCount(0);
  for (const each of [teacher, student]) {
    const message = messagesWith(each.page, 'Blir dette lagret?');
    await expect(message).toHaveCount(1, { timeout: 30_000 });
    await expect(message).not.toContainText('Ikke lagret ennå.');
  }
});

test('X3 whoever joins while the database hangs reads that it takes long, and comes in by themselves', async ({
  ownSchool,
  student,
  session,
}) => {
  const { page } = student;
  student.watch.expect(lineFails);
  await page.goto('/');
  const comeIn = page.getByRole('link', { name: 'Bli med' });
  await expect(comeIn).toBeVisible();
  const goOn = await freeze(ownSchool);
  try {
    await comeIn.click();
    await expect(page.getByText('Det tar lengre tid enn det pleier.')).toBeVisible({
      timeout: TOLD_WITHIN_MS,
    });
    await expect(page).toHaveURL(new RegExp(`${session.path}$`, 'u'));
    await expect(page.getByRole('main').getByText('Vi prøver fortsatt')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Til Nå' })).toBeVisible();
  } finally {
    goOn();
  }
  await expectInRoom(page);
});

test('X3 DOC-26 while the database hangs an open document says that nothing is stored yet, and has every word afterwards', async ({
  ownSchool,
  student,
}) => {
  test.setTimeout(120_000);
  student.watch.expect(lineFails);
  const { page } = student;
  await makeDocument(page, 'Mens den hang', 'Bare for deg');
  await write(page, 'Skrevet før.');
  await expect(saved(page)).toBeVisible();
  const goOn = await freeze(ownSchool);
  try {
    await write(page, 'Skrevet mens den hang.');
    await expect(saved(page)).toHaveCount(0);
    await noteWhenSaid(page, 'Lagret');
    await expect(page.getByText('Ikke lagret ennå', { exact: true }).first()).toBeVisible({
      timeout: 30_000,
    });
    await write(page, 'Og ett avsnitt til.');
    await expectAccessible(page, 'a document that is not saved yet');
    await expect(page.getByText('Ikke lagret ennå', { exact: true }).first()).toBeVisible();
    expect(await page.evaluate(() => document.body.dataset.said ?? 'never')).toBe('never');
  } finally {
    goOn();
  }
  await expect(saved(page)).toBeVisible({ timeout: 60_000 });
  // A device that is not marked as one's own keeps no copy: what stands there now is the server's.
  await page.reload();
  await expect(text(page).getByRole('paragraph')).toHaveText([
    'Skrevet før.',
    'Skrevet mens den hang.',
    'Og ett avsnitt til.',
  ]);
});

/** Notes also what would be gone again before anybody looks: that the page says exactly this, seen or not. */
const noteWhenSaid = (page: Page, words: string) =>
  page.evaluate((said) => {
    new MutationObserver(() => {
      const each = document.querySelectorAll('main *');
      if ([...each].some(({ textContent }) => textContent === said))
        document.body.dataset.said = said;
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, words);

/** The database's processes stand still, until what is returned is called. */
async function freeze({ dataDir }: OwnSchool): Promise<() => void> {
  const database = await processesOn(path.join(dataDir, 'postgres'));
  expect(database.length).toBeGreaterThan(0);
  for (const pid of database) process.kill(pid, 'SIGSTOP');
  return () => {
    for (const pid of database) process.kill(pid, 'SIGCONT');
  };
}
