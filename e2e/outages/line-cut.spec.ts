import { setTimeout as delay } from 'node:timers/promises';
import { expectAccessible } from '../axe.ts';
import { groupOf, makeDocument, openFromList, saved, text, write } from '../documents.ts';
import {
  chatField,
  expectInRoom,
  handButton,
  join,
  messagesWith,
  openPanel,
  raiseHand,
  rowOf,
  say,
} from '../room.ts';
import { expect, test } from './train.ts';

/** The banner that says in words how the line is. */
const TROUBLE = /Kobler til igjen|Frakoblet/;

test('X6 a line that is gone for a second changes nothing that one sees', async ({
  traveller,
  teacher,
  session,
  cut,
  mend,
}) => {
  await join(teacher, session);
  await join(traveller, session);
  await chatField(traveller.page).fill('Halvt skrevet');
  // Notes the banner also where it would be gone again before anybody looks.
  await traveller.page.evaluate((pattern) => {
    const watcher = new MutationObserver(() => {
      if (new RegExp(pattern).test(document.querySelector('main')?.textContent ?? ''))
        document.body.dataset.sawTrouble = 'yes';
    });
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
  }, TROUBLE.source);
  for (const fault of ['silent', 'reset'] as const) {
    cut(fault);
    await delay(1_000);
    mend();
    await say(teacher.page, `Etter ${fault}`);
    await expect(messagesWith(traveller.page, `Etter ${fault}`)).toHaveCount(1);
  }
  await expect(chatField(traveller.page)).toHaveValue('Halvt skrevet');
  await expect(traveller.page.locator('body[data-saw-trouble]')).toHaveCount(0);
});

test('X6 a document’s line that is gone for a second changes nothing that one sees', async ({
  traveller,
  secondStudent,
  school,
  cast,
  cut,
  mend,
}) => {
  const group = await groupOf(school, cast);
  const { page } = traveller;
  await makeDocument(page, 'I svingen', group.name);
  await write(page, 'Start.');
  await expect(saved(page)).toBeVisible();
  await openFromList(secondStudent, 'I svingen');
  await expect(text(secondStudent.page)).toContainText('Start.');
  await page.evaluate(() => {
    const watcher = new MutationObserver(() => {
      const said = document.querySelector('main')?.innerText ?? '';
      if (/Kobler til|Frakoblet|Ikke lagret/.test(said)) document.body.dataset.sawTrouble = said;
    });
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  for (const fault of ['silent', 'reset'] as const) {
    cut(fault);
    // Mended by the clock: a busy machine may take longer to write than the line is away.
    const mended = delay(1_000).then(mend);
    await Promise.all([
      write(page, `Skrevet uten linje: ${fault}.`),
      write(secondStudent.page, `Hjemme: ${fault}.`),
      mended,
    ]);
    await expect(text(page)).toContainText(`Hjemme: ${fault}.`);
    await expect(text(secondStudent.page)).toContainText(`Skrevet uten linje: ${fault}.`);
    await expect(saved(page)).toBeVisible();
  }
  expect(await page.evaluate(() => document.body.dataset.sawTrouble ?? 'nothing')).toBe('nothing');
  expect(await page.evaluate(() => window.saidAloud.join(' '))).not.toMatch(
    /Frakoblet|Tilkoblet igjen/,
  );
});

for (const fault of ['silent', 'reset'] as const) {
  test(`F8 outside the room, behind a ${fault} line, a press says why nothing comes, and it comes when the line is back`, async ({
    traveller,
    cut,
    mend,
  }) => {
    test.setTimeout(150_000);
    const { page } = traveller;
    // Nothing is fetched ahead of a press where every byte is paid for.
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    );
    await page.goto('/');
    const hello = page.getByRole('heading', { level: 1 });
    await expect(hello).toContainText('Kari');
    await expect(page.getByRole('link', { name: 'Bli med' })).toBeVisible();
    cut(fault);
    await page.getByRole('link', { name: 'Oppgaver' }).click();
    if (fault === 'silent') await expect(page.getByText('Henter siden …')).toBeVisible();
    const why = page.getByRole('status').filter({ hasText: 'Vi får ikke kontakt med Mellom.' });
    await expect(why).toBeVisible({ timeout: 20_000 });
    await expectAccessible(page, 'a page that does not come');
    // Longer than all that is tried while the server answers.
    await delay(12_000);
    await expect(hello, 'the page that was open stays').toContainText('Kari');
    mend();
    await expect(hello).toHaveText('Oppgaver', { timeout: 30_000 });
    await expect(why).toHaveCount(0);
    const looks = await page.evaluate(() =>
      [...document.querySelectorAll('link')]
        .filter((link) => link.rel === 'stylesheet' && link.sheet === null)
        .map((link) => link.href),
    );
    expect(looks, 'every style sheet came too').toEqual([]);
  });
}

test('F8 without a line the pages one press from Nå are there all the same', async ({
  traveller,
  cut,
}) => {
  test.setTimeout(150_000);
  const { page } = traveller;
  await page.goto('/');
  // The last that is fetched ahead.
  await page.waitForFunction(
    () =>
      performance
        .getEntriesByType('resource')
        .some(({ name }) => /AboutSession-[\w-]+\.js/u.test(name)),
    undefined,
    { timeout: 100_000 },
  );
  await delay(1_000);
  cut('silent');
  await page.getByRole('link', { name: 'Oppgaver' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Oppgaver', { timeout: 3_000 });
});

const DROPS = [
  { fault: 'silent', forMs: 30_000 },
  { fault: 'deaf', forMs: 12_000 },
  { fault: 'reset', forMs: 12_000 },
] as const;

for (const { fault, forMs } of DROPS) {
  test(`X6 F8 after ${forMs / 1000} seconds of a ${fault} line one has the same seat and place`, async ({
    traveller,
    teacher,
    secondStudent,
    session,
    cut,
    mend,
  }) => {
    test.setTimeout(150_000);
    await join(teacher, session);
    await join(secondStudent, session);
    await join(traveller, session);
    await openPanel(teacher.page, 'Folk');
    await raiseHand(traveller.page);
    await expect(handButton(traveller.page, 1)).toBeVisible();
    await raiseHand(secondStudent.page);
    await expect(handButton(secondStudent.page, 2)).toBeVisible();

    const cutAt = performance.now();
    cut(fault);
    // The promise is ten seconds; a hang is what a test can tell.
    await expect(rowOf(teacher.page, traveller.name)).toContainText(
      'Mistet linja. Plassen holdes',
      {
        timeout: 30_000,
      },
    );
    await expect(traveller.page.getByText('Kobler til igjen …')).toBeVisible({ timeout: 30_000 });
    await expect(traveller.page.getByText('Plassen din er trygg, også i køen.')).toBeVisible();
    await say(traveller.page, 'Skrevet i tunnelen');
    await expect(messagesWith(traveller.page, 'Skrevet i tunnelen')).toContainText(
      'Ikke sendt ennå.',
    );
    await chatField(traveller.page).fill('Halvt skrevet i tunnelen');
    await expectAccessible(traveller.page, 'the room without a line');
    await openPanel(teacher.page, 'Samtale');
    await say(teacher.page, 'Sagt mens du var borte');
    await delay(Math.max(0, forMs - (performance.now() - cutAt)));
    mend();

    await expect(messagesWith(traveller.page, 'Sagt mens du var borte')).toHaveCount(1, {
      timeout: 30_000,
    });
    await expect(messagesWith(teacher.page, 'Skrevet i tunnelen')).toHaveCount(1);
    await expect(messagesWith(traveller.page, 'Skrevet i tunnelen')).toHaveCount(1);
    await expect(messagesWith(traveller.page, 'Skrevet i tunnelen')).not.toContainText(
      'Ikke sendt',
    );
    await expect(handButton(traveller.page, 1)).toBeVisible();
    await expect(chatField(traveller.page)).toHaveValue('Halvt skrevet i tunnelen');
    await openPanel(teacher.page, 'Folk');
    await expect(rowOf(teacher.page, traveller.name)).not.toContainText('Mistet linja');
    await expect(traveller.page.getByText(TROUBLE)).toHaveCount(0);
  });
}

test('X6 whoever is away for more than a minute loses the seat, in words, and no text', async ({
  traveller,
  teacher,
  secondStudent,
  session,
  cut,
  mend,
}) => {
  test.setTimeout(180_000);
  await join(teacher, session);
  await join(secondStudent, session);
  await join(traveller, session);
  await raiseHand(traveller.page);
  await raiseHand(secondStudent.page);
  await expect(handButton(secondStudent.page, 2)).toBeVisible();
  cut('silent');
  await expect(traveller.page.getByText('Kobler til igjen …')).toBeVisible({ timeout: 30_000 });
  await say(traveller.page, 'Sendt uten linje');
  await chatField(traveller.page).fill('Halvt skrevet');
  await expect(handButton(secondStudent.page, 1), 'the seat and the hand are given up').toBeVisible(
    {
      timeout: 120_000,
    },
  );
  mend();

  await expect(
    traveller.page.getByRole('heading', { name: 'Du var borte i over ett minutt' }),
  ).toBeVisible({
    timeout: 30_000,
  });
  await expect(traveller.page.getByText('Det du har skrevet, ligger her ennå.')).toBeVisible();
  await expectAccessible(traveller.page, 'the lost seat');
  await traveller.page.getByRole('button', { name: 'Bli med igjen' }).click();
  await expectInRoom(traveller.page);
  await expect(chatField(traveller.page)).toHaveValue('Halvt skrevet');
  await expect(messagesWith(teacher.page, 'Sendt uten linje')).toHaveCount(1);
  await expect(messagesWith(traveller.page, 'Sendt uten linje')).toHaveCount(1);
  await expect(traveller.page.getByRole('button', { name: 'Rekk opp hånda' })).toBeVisible();
});
