import { expectAccessible } from '../axe.ts';
import { expect, type Person, test } from '../people.ts';
import { expectSpoken, join, openPanel, openSheet, untilHeeded } from '../room.ts';

const TITLE = 'Makt og språk';
const FIRST = 'Hva er en dialog?';
const SECOND = 'Hva hører til aktiv lytting?';

const sheet = ({ page }: Person) => page.getByRole('dialog', { name: TITLE });
const button = (person: Person, name: string | RegExp) => person.page.getByRole('button', { name });

/** Two questions, of which the second has two right answers; the explanation is to the first. */
async function writeQuiz({ page }: Person): Promise<void> {
  const part = page.getByRole('region', { name: 'Quiz til økten' });
  await part.getByLabel('Navn på quizen').fill(TITLE);
  const first = part.getByRole('group', { name: 'Spørsmål 1', exact: true });
  await first.getByLabel('Spørsmålet', { exact: true }).fill(FIRST);
  await first.getByLabel('Svaralternativ 1', { exact: true }).fill('At én får rett');
  await first.getByLabel('Svaralternativ 2', { exact: true }).fill('At begge blir hørt');
  await part.getByRole('button', { name: 'Gjør klart', exact: true }).click();
  await expect(first.getByText('Kryss av for minst ett svar som stemmer.')).toBeVisible();
  await first.getByRole('checkbox', { name: 'Svaralternativ 2 stemmer' }).check();
  await first.getByLabel('Forklaring').fill('I en dialog er det plass til begge.');
  await part.getByRole('button', { name: 'Legg til et spørsmål' }).click();
  const second = part.getByRole('group', { name: 'Spørsmål 2', exact: true });
  await second.getByLabel('Spørsmålet', { exact: true }).fill(SECOND);
  await second.getByLabel('Svaralternativ 1', { exact: true }).fill('Å spørre');
  await second.getByLabel('Svaralternativ 2', { exact: true }).fill('Å avbryte');
  await second.getByRole('button', { name: 'Legg til et svaralternativ' }).click();
  await second.getByLabel('Svaralternativ 3', { exact: true }).fill('Å gjenta');
  for (const nth of [1, 3])
    await second.getByRole('checkbox', { name: `Svaralternativ ${nth} stemmer` }).check();
  await expectAccessible(page, 'making a quiz');
  await part.getByRole('button', { name: 'Gjør klart', exact: true }).click();
  await expect(part.getByRole('listitem').filter({ hasText: TITLE })).toContainText('2 spørsmål');
}

test('F16 QUIZ-3 QUIZ-4 QUIZ-5 a quiz made ahead is opened, taken on a phone at one’s own pace, also without a line, and taken again', async ({
  teacher,
  cast,
  enter,
  session,
}) => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const student = await enter(cast.student, phone);
  student.watch.expect(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  await teacher.page.goto(`${session.path}/om`);
  await button(teacher, 'Vis quizene').click();
  await writeQuiz(teacher);

  for (const one of [teacher, student]) await join(one, session);
  await openPanel(teacher.page, 'Agenda');
  await button(teacher, 'Quiz').click();
  await button(teacher, `Åpne for alle «${TITLE}»`).click();
  await expectSpoken(student.page, `En quiz er åpnet: ${TITLE}. Du tar den når du vil.`);
  await button(student, 'Ta quizen').click();
  await expect(sheet(student).getByRole('heading', { name: FIRST })).toBeFocused();
  await expect(sheet(student)).toContainText('ingen ser hvem som svarte hva');
  await expectAccessible(student.page, 'a quiz on a phone');
  await button(student, 'Svar').click();
  await expect(sheet(student)).toContainText('Velg et svar først.');
  await sheet(student).getByRole('radio', { name: 'At én får rett' }).check();
  await button(student, 'Svar').click();
  await expect(sheet(student)).toContainText('Her er det noe annet som stemmer.');
  await expect(sheet(student)).toContainText('I en dialog er det plass til begge.');
  await expectAccessible(student.page, 'an answer with its explanation');

  // The questions are here: the rest goes without a line, and is counted when it is back.
  await student.context.setOffline(true);
  await untilHeeded(student.page);
  await button(student, 'Neste spørsmål').click();
  await expect(sheet(student).getByRole('heading', { name: SECOND })).toBeFocused();
  for (const name of ['Å spørre', 'Å gjenta'])
    await sheet(student).getByRole('checkbox', { name }).check();
  await button(student, 'Svar').click();
  await expect(sheet(student)).toContainText('Det stemmer.');
  await expect(sheet(student)).toContainText('telles når linja er tilbake');
  await student.context.setOffline(false);
  await untilHeeded(student.page);
  await button(student, 'Til slutten').click();
  await expect(sheet(student)).toContainText('1 av 2 stemte.');
  await expect(sheet(student).getByText('telles når linja er tilbake')).toHaveCount(0, {
    timeout: 20_000,
  });
  const wide = await student.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);

  await button(teacher, 'Se quizen').first().click();
  await expect(sheet(teacher)).toContainText(/Spørsmål 1: 1.*Spørsmål 2: 1/s, { timeout: 10_000 });
  await button(student, 'Ta den på nytt').click();
  await sheet(student).getByRole('radio', { name: 'At begge blir hørt' }).check();
  await button(student, 'Svar').click();
  await expect(sheet(student)).toContainText('Det stemmer.');
  await student.page.reload();
  await openSheet(student.page, 'Agenda');
  await button(student, `Se quizen «${TITLE}»`).click();
  await expect(sheet(student), 'where one was').toContainText('Det stemmer.');

  await button(teacher, 'Avslutt quizen').click();
  await expect(sheet(teacher)).toContainText('Færre enn fem har svart.');
  await expect(sheet(teacher), 'the second try is nobody’s').toContainText('1 har svart');
  await expectAccessible(teacher.page, 'what came of a quiz');
  await expect(sheet(student)).not.toContainText('har svart');
});
