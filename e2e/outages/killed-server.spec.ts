import { test as base, expect } from '../people.ts';
import { chatField, handButton, join, messages, messagesWith, raiseHand, say } from '../room.ts';
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

test('X1 kill -9 while people type and queue loses nothing that was acknowledged', async ({
  ownSchool,
  teacher,
  student,
  secondStudent,
  session,
}) => {
  test.setTimeout(180_000);
  const everybody = [teacher, student, secondStudent];
  for (const person of everybody) {
    person.watch.expect(lineFails);
    await join(person, session);
  }
  await raiseHand(student.page);
  await expect(handButton(student.page, 1)).toBeVisible();
  await raiseHand(secondStudent.page);
  await expect(handButton(secondStudent.page, 2)).toBeVisible();

  const written: string[] = [];
  for (const round of [1, 2]) {
    for (const nth of [1, 2, 3]) {
      const text = `Melding ${round}.${nth} fra Kari.`;
      written.push(text);
      await say(student.page, text);
    }
    await chatField(secondStudent.page).fill(`Halvt skrevet ${round}`);
    await ownSchool.kill9();
    const unsent = `Skrevet uten server ${round}.`;
    written.push(unsent);
    await say(student.page, unsent);
    await expect(messagesWith(student.page, unsent)).toContainText('Ikke sendt ennå.');
    await ownSchool.startAgain();

    for (const { page } of everybody) {
      for (const text of written)
        await expect(messagesWith(page, text)).toHaveCount(1, { timeout: 30_000 });
      await expect(messages(page).getByText(/Sender …|Ikke (sendt|lagret) ennå/)).toHaveCount(0);
    }
    await expect(handButton(student.page, 1)).toBeVisible();
    await expect(handButton(secondStudent.page, 2)).toBeVisible();
    await expect(chatField(secondStudent.page)).toHaveValue(`Halvt skrevet ${round}`);
  }
  const order = (page: typeof teacher.page) =>
    messages(page)
      .getByRole('listitem')
      .getByText(/^(Melding|Skrevet) /)
      .allInnerTexts();
  expect(await order(teacher.page), 'one order for all').toEqual(written);
  expect(await order(secondStudent.page)).toEqual(written);
});
