import { expectAccessible } from '../axe.ts';
import { expect, type Person, test } from '../people.ts';
import { expectSpoken, join, openPanel, openSheet, untilHeeded } from '../room.ts';
import { chooseOption } from '../seats.ts';

const HOW = 'Hvordan har du det akkurat nå?';

const screen = ({ page }: Person, question = HOW) => page.getByRole('region', { name: question });
const button = (person: Person, name: string | RegExp) => person.page.getByRole('button', { name });

async function beginToAsk({ page }: Person, as: 'Innsjekk' | 'Avstemning') {
  await openPanel(page, 'Agenda');
  await page.getByRole('button', { name: 'Avstemning eller innsjekk' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText(as, { exact: true }).click();
  return sheet;
}

test('F38 POLL-2 POLL-4 POLL-5 POLL-6 a check-in is answered once by each, seen by nobody until it is closed, and then as a whole', async ({
  teacher,
  student,
  secondStudent,
  cast,
  session,
  sitWithHandsUp,
}) => {
  const everybody = [teacher, student, secondStudent];
  for (const one of everybody) await join(one, session);
  const lines = await sitWithHandsUp(session, [cast.thirdStudent, cast.secondTeacher]);
  const sheet = await beginToAsk(teacher, 'Innsjekk');
  await expect(sheet.getByLabel('Spørsmålet')).toHaveValue(HOW);
  await expectAccessible(teacher.page, 'a check-in that is begun');
  await sheet.getByRole('button', { name: 'Spør alle' }).click();
  for (const one of everybody) await expect(screen(one)).toBeVisible();
  await expectSpoken(student.page, `Innsjekk: ${HOW}`);
  await expect(screen(student)).toContainText('Ingen ser hva du svarer, heller ikke underviserne');
  await expectAccessible(student.page, 'a check-in');

  await button(student, 'Send svar').click();
  await expect(screen(student).getByText('Velg et svar først.')).toBeVisible();
  // By the keyboard: into the scale, and along it.
  await screen(student).getByRole('radio', { name: /^1/ }).focus();
  await student.page.keyboard.press('ArrowRight');
  await student.page.keyboard.press('ArrowRight');
  await expect(screen(student).getByRole('radio', { name: /^3/ })).toBeChecked();
  await button(student, 'Send svar').click();
  await expect(screen(student).getByText('Takk, svaret ditt er telt.')).toBeVisible();
  await expect(screen(secondStudent).getByText('Takk, svaret ditt er telt.')).toHaveCount(0);
  await student.page.reload();
  await expect(screen(student).getByText('Takk, svaret ditt er telt.'), 'also later').toBeVisible();
  for (const line of lines) await chooseOption(line, session, 2);
  await screen(secondStudent).getByRole('radio', { name: /^5/ }).check();
  await button(secondStudent, 'Send svar').click();
  await expect(screen(teacher)).toContainText('4 av 5 har svart');
  await screen(teacher).getByRole('radio', { name: /^3/ }).check();
  await button(teacher, 'Send svar').click();
  await expect(screen(student)).toContainText('5 av 5 har svart');
  for (const one of everybody)
    await expect(screen(one).getByRole('table'), 'not while it is open').toHaveCount(0);

  await expect(button(student, 'Avslutt innsjekken')).toHaveCount(0);
  await button(teacher, 'Avslutt innsjekken').click();
  for (const one of everybody)
    await expect(screen(one).getByRole('row', { name: /^3/ })).toContainText('4');
  await expect(screen(student).getByRole('row', { name: /^5/ }), 'one is not told').toContainText(
    '1–2',
  );
  await expectSpoken(student.page, 'Innsjekken er avsluttet.');
  await expectAccessible(student.page, 'what came of a check-in');
  await untilHeeded(teacher.page);
  await button(teacher, 'Legg bort').click();
  for (const one of everybody) await expect(screen(one)).toHaveCount(0);
});

test('F15 POLL-3 POLL-7 on a phone a poll by name says so before, is changed until it is closed, and its teacher sees who answered what', async ({
  teacher,
  cast,
  enter,
  session,
}) => {
  const question = 'Når passer det best?';
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const student = await enter(cast.student, phone);
  for (const one of [teacher, student]) await join(one, session);
  const sheet = await beginToAsk(teacher, 'Avstemning');
  await sheet.getByRole('button', { name: 'Spør alle' }).click();
  await expect(sheet.getByText('Skriv hva du vil spørre om.')).toBeVisible();
  await sheet.getByLabel('Spørsmålet', { exact: true }).fill(question);
  await sheet.getByLabel('Svaralternativ 1', { exact: true }).fill('Mandag');
  await sheet.getByLabel('Svaralternativ 2', { exact: true }).fill('Tirsdag');
  await sheet.getByText('Med navn', { exact: true }).click();
  await sheet.getByRole('button', { name: 'Spør alle' }).click();

  await expect(screen(student, question)).toContainText('Underviserne ser hva hver enkelt svarer');
  await screen(student, question).getByRole('radio', { name: 'Mandag' }).check();
  await button(student, 'Send svar').click();
  await expect(screen(student, question)).toContainText('Du svarte: Mandag');
  await expectAccessible(student.page, 'a poll on a phone');
  await button(student, 'Endre svaret').click();
  await screen(student, question).getByRole('radio', { name: 'Tirsdag' }).check();
  await button(student, 'Send svar').click();
  await expect(screen(student, question)).toContainText('Du svarte: Tirsdag');
  const wide = await student.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);

  await button(teacher, 'Avslutt avstemningen').click();
  await expect(screen(student, question)).toContainText('Færre enn fem har svart');
  await screen(teacher, question).getByText('Hvem svarte hva').click();
  await expect(screen(teacher, question)).toContainText(/Kari.*Tirsdag/s);
  await expect(screen(student, question).getByText('Hvem svarte hva')).toHaveCount(0);
  // The others go on as they were: the chat is within reach on a phone too.
  await openSheet(student.page, 'Samtale');
});

test('F15 F8 POLL-4 what one answers while the line is away is counted once when it is back', async ({
  teacher,
  student,
  session,
}) => {
  student.watch.expect(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  for (const one of [teacher, student]) await join(one, session);
  const sheet = await beginToAsk(teacher, 'Innsjekk');
  await sheet.getByRole('button', { name: 'Spør alle' }).click();
  await screen(student).getByRole('radio', { name: /^2/ }).check();
  await student.context.setOffline(true);
  await button(student, 'Send svar').click();
  await expect(screen(student)).toContainText('sendes når linja er tilbake');
  await student.context.setOffline(false);
  await expect(screen(student).getByText(/svaret ditt (er|var alt) telt/i)).toBeVisible({
    timeout: 20_000,
  });
  await expect(screen(teacher)).toContainText('1 av 2 har svart');
});

test('F15 POLL-10 a question is made ready on the session’s page, and asked in the session by one press', async ({
  teacher,
  student,
  session,
}) => {
  const question = 'Hva vil dere snakke mer om?';
  const { page } = teacher;
  await page.goto(`${session.path}/om`);
  await page.getByRole('button', { name: 'Vis spørsmålene' }).click();
  const part = page.getByRole('region', { name: 'Spørsmål til økten' });
  await part.getByRole('button', { name: 'Avstemning', exact: true }).click();
  await part.getByLabel('Spørsmålet', { exact: true }).fill(question);
  await part.getByLabel('Slik svarer de').selectOption('text');
  await expectAccessible(page, 'making a question ready');
  await part.getByRole('button', { name: 'Gjør klart', exact: true }).click();
  await expect(part.getByRole('listitem').filter({ hasText: question })).toContainText(
    'Avstemning, egne ord, anonymt',
  );
  await expectSpoken(page, 'Spørsmålet er klart.');
  await student.page.goto(`${session.path}/om`);
  await expect(student.page.getByText('Spørsmål til økten')).toHaveCount(0);

  for (const one of [teacher, student]) await join(one, session);
  const sheet = await beginToAsk(teacher, 'Innsjekk');
  await expectAccessible(page, 'a question that stands ready');
  await sheet.getByRole('button', { name: `Spør alle «${question}»` }).click();
  await expect(screen(student, question)).toBeVisible();
  await expect(page.getByRole('heading', { name: question })).toBeFocused();
  // On a low phone what sends it does not lie over what is written.
  await student.page.setViewportSize({ width: 360, height: 640 });
  const words = student.page.getByRole('textbox', { name: 'Svar med egne ord' });
  await words.fill('Håp');
  const [field, send] = [
    await words.boundingBox(),
    await button(student, 'Send svar').boundingBox(),
  ];
  expect(send?.y).toBeGreaterThanOrEqual((field?.y ?? 0) + (field?.height ?? 0));
  await button(student, 'Send svar').click();
  await expect(screen(student, question)).toContainText('Takk, svaret ditt er telt.');
  await page.getByRole('textbox', { name: 'Svar med egne ord' }).fill('Uferdig');
  await button(teacher, 'Avslutt avstemningen').click();
  await expect(screen(teacher, question)).toContainText('Dette ble ikke telt: Uferdig');
  await openPanel(page, 'Agenda');
  await expect(button(teacher, 'Start en runde'), 'behind it nobody would see it').toHaveCount(0);
});

test('F15 POLL-1 of two teachers who are about to ask, the other is told, and keeps what was written', async ({
  teacher,
  secondTeacher,
  session,
}) => {
  for (const one of [teacher, secondTeacher]) await join(one, session);
  const { page } = secondTeacher;
  await openPanel(page, 'Agenda');
  await button(secondTeacher, 'Start en runde').click();
  await page.getByLabel('Spørsmålet i ringen').fill('Hva tenker du?');
  await page.keyboard.press('Escape');
  const theirs = await beginToAsk(secondTeacher, 'Avstemning');
  await theirs.getByLabel('Spørsmålet', { exact: true }).fill('Hva med lunsj?');
  const sheet = await beginToAsk(teacher, 'Innsjekk');
  await sheet.getByRole('button', { name: 'Spør alle' }).click();
  await expect(screen(secondTeacher)).toBeVisible();
  await expect(theirs).toHaveCount(0);
  const told = 'En annen underviser spurte om noe i mellomtiden.';
  await expectSpoken(secondTeacher.page, told);
  await expect(screen(teacher)).toBeVisible();
  const heard = await teacher.page.evaluate(() => window.saidAloud.join(' '));
  expect(heard, 'not to whoever asked').not.toContain(told);
  await button(teacher, 'Avslutt innsjekken').click();
  await untilHeeded(secondTeacher.page);
  await button(secondTeacher, 'Legg bort').click();
  await beginToAsk(secondTeacher, 'Avstemning');
  await expect(theirs.getByLabel('Spørsmålet', { exact: true })).toHaveValue('Hva med lunsj?');
  await page.keyboard.press('Escape');
  await button(secondTeacher, 'Start en runde').click();
  await expect(page.getByLabel('Spørsmålet i ringen')).toHaveValue('Hva tenker du?');
});
