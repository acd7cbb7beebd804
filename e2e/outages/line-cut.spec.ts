import { setTimeout as delay } from 'node:timers/promises';
import { expectAccessible } from '../axe.ts';
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
