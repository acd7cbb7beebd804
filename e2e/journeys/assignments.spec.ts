import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../axe.ts';
import { groupOf, paste, photo, pinTools, saved, text, write } from '../documents.ts';
import { readLetter } from '../mailbox.ts';
import { expect, type Person, test } from '../people.ts';
import { expectSpoken } from '../room.ts';

const button = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true });

/** Finds an assignment as a student does: from Nå. */
async function openFromNow({ page }: Person, title: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: new RegExp(title) }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

async function setByForm({ page }: Person, title: string): Promise<void> {
  await page.goto('/oppgaver');
  await page.getByRole('link', { name: 'Ny oppgave' }).click();
  await page.getByRole('button', { name: 'Gi oppgaven' }).click();
  await expect(page.getByLabel('Hva heter oppgaven?')).toBeFocused();
  // The day is missed, the time is not: they stay in line all the same.
  const tops = ['Frist, dag', 'Klokkeslett'].map(async (label) => {
    const box = await page.getByLabel(label).boundingBox();
    return Math.round(box?.y ?? 0);
  });
  const [day, time] = await Promise.all(tops);
  expect(day).toBe(time);
  await page.getByLabel('Hva heter oppgaven?').fill(title);
  await page.getByLabel('Oppgaveteksten').fill('Velg et møte der noen bestemte mer enn de sa.');
  await page.getByLabel('Hva du ser etter').fill('Situasjonen er tydelig.\nForslaget kan brukes.');
  const inThreeDays = new Date(Date.now() + 3 * 24 * 60 * 60_000).toISOString().slice(0, 10);
  await page.getByLabel('Frist, dag').fill(inThreeDays);
  await expectAccessible(page, 'the form for an assignment');
  await page.getByRole('button', { name: 'Gi oppgaven' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test('F55 F56 a group of three writes, confirms and hands in; the receipt comes by mail, and can be checked; one takes it back', async ({
  school,
  cast,
  teacher,
  student,
  secondStudent,
  thirdStudent,
}) => {
  test.setTimeout(180_000);
  const title = 'Makt i møtet';
  const members = [cast.student, cast.secondStudent, cast.thirdStudent];
  const group = await groupOf(school, cast, ...members);
  await setByForm(teacher, title);
  await expect(teacher.page.getByText('ingen har bekreftet')).toBeVisible();
  await expect(teacher.page.getByText('Har ikke begynt').first()).toBeVisible();
  // Everything on the page ends at one edge.
  const edges = await teacher.page
    .locator('article > header, ol[aria-labelledby="criteria"], section[aria-labelledby="papers"]')
    .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().right)));
  expect(edges).toHaveLength(3);
  expect(new Set(edges).size).toBe(1);
  await teacher.page.goto('/oppgaver');
  await expect(teacher.page.getByText('0 av 1 har levert').first()).toBeVisible();
  // The button over the list pushes none of its rows in.
  const ends = await teacher.page.locator('main li').evaluateAll((rows) =>
    rows.map((row) => {
      const list = row.parentElement?.getBoundingClientRect().right ?? 0;
      return Math.round(list - (row.lastElementChild?.getBoundingClientRect().right ?? 0));
    }),
  );
  expect(new Set(ends)).toEqual(new Set([0]));
  await teacher.page.getByRole('link', { name: new RegExp(title) }).click();
  await expect(teacher.page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await openFromNow(student, title);
  await student.page.getByRole('link', { name: 'Åpne teksten' }).click();
  await expect(saved(student.page)).toBeVisible();
  await write(student.page, 'Makten lå i hvem som hadde lest journalen.');
  await expect(saved(student.page)).toBeVisible();
  await student.page.getByRole('link', { name: `Oppgaven: ${title}` }).click();

  await openFromNow(secondStudent, title);
  // What a press takes away with it leaves the focus in its place, at the heading.
  const handingIn = (of: Person) =>
    of.page.getByRole('heading', { name: `Levering for ${group.name}` });
  await button(student, 'Bekreft for deg').press('Enter');
  await expect(student.page.getByText('Bekreftet i dag')).toBeVisible();
  await expect(handingIn(student)).toBeFocused();
  await button(student, 'Trekk bekreftelsen').press('Enter');
  await expect(student.page.getByText('Bekreftet i dag')).toHaveCount(0);
  await expect(handingIn(student)).toBeFocused();
  // A press that comes as the button turns is not heeded.
  await expect(async () => {
    await button(student, 'Bekreft for deg').click();
    await expect(student.page.getByText('Bekreftet i dag')).toBeVisible({ timeout: 1_500 });
  }).toPass();
  await expectSpoken(secondStudent.page, `${student.name} har bekreftet.`);
  await expect(secondStudent.page.getByText('1 av 3 har bekreftet')).toBeVisible();
  await button(secondStudent, `${group.name} og underviserne ser dette`).click();
  await expect(secondStudent.page.getByRole('dialog').getByText(teacher.name)).toBeVisible();
  await secondStudent.page.keyboard.press('Escape');
  await expect(secondStudent.page.getByText('Bekreftet i dag')).toBeVisible();
  await expectAccessible(secondStudent.page, 'an assignment under way');
  await button(secondStudent, 'Bekreft for deg').click();
  await expect(secondStudent.page.getByText('Bekreftet i dag')).toHaveCount(2);

  // The third changes a word: the others have said yes to an earlier text.
  await openFromNow(thirdStudent, title);
  await thirdStudent.page.getByRole('link', { name: 'Les teksten først' }).click();
  await expect(saved(thirdStudent.page)).toBeVisible();
  await write(thirdStudent.page, 'Og i hvem som satt nærmest døra.');
  await expect(saved(thirdStudent.page)).toBeVisible();
  await student.page.goto('/');
  await expect(student.page.getByText('Endret siden du bekreftet')).toBeVisible();
  await student.page.goto('/oppgaver');
  await expect(student.page.getByText('Endret siden du bekreftet')).toBeVisible();
  await teacher.page.reload();
  await expect(teacher.page.getByText('ingen har bekreftet')).toBeVisible();
  await openFromNow(student, title);
  await expect(student.page.getByText('Endret siden')).toHaveCount(2);
  await button(student, 'Bekreft for deg').click();
  await expect(student.page.getByText('Endret siden')).toHaveCount(1);
  await openFromNow(secondStudent, title);
  await button(secondStudent, 'Bekreft for deg').click();
  await expect(secondStudent.page.getByText('Endret siden')).toHaveCount(0);

  // One writes on in another window while the third hands in.
  await secondStudent.page.getByRole('link', { name: 'Åpne teksten' }).click();
  await expect(text(secondStudent.page)).toHaveAttribute('contenteditable', 'true');
  await openFromNow(thirdStudent, title);
  await button(thirdStudent, 'Bekreft og lever').click();
  await expectAccessible(thirdStudent.page, 'the question before handing in');
  await thirdStudent.page.getByRole('dialog').getByRole('button', { name: 'Lever' }).click();
  const receipt = thirdStudent.page.getByRole('region', { name: `${title}, ${group.name}` });
  await expect(receipt.getByText('Levert', { exact: true }).first()).toBeVisible();
  await expect(receipt.getByRole('heading')).toBeFocused();
  await expect(text(secondStudent.page)).toHaveAttribute('contenteditable', 'false');
  await expect(secondStudent.page.getByText('Teksten er låst slik den ble levert')).toBeVisible();
  await expectAccessible(thirdStudent.page, 'a receipt');

  // The fingerprint, on the screen, in the mail and of the file.
  const shown = (await receipt.locator('code').innerText()).replaceAll(/\s/gu, '');
  expect(shown).toMatch(/^[0-9a-f]{64}$/u);
  for (const { email } of members) {
    const letter = await readLetter(school.dataDir, email, 'Kvittering for innlevering');
    expect(letter.replaceAll(/\s/gu, '')).toContain(shown);
    for (const { name } of members) expect(letter).toContain(name);
    expect(letter).not.toContain('journalen');
  }
  await button(thirdStudent, 'Kontroller selv').click();
  await expect(thirdStudent.page.getByText('Det stemmer.')).toBeVisible();
  const downloading = thirdStudent.page.waitForEvent('download');
  await button(thirdStudent, 'Last ned teksten').click();
  const file = await (await downloading).path();
  expect(
    createHash('sha256')
      .update(await readFile(file))
      .digest('hex'),
  ).toBe(shown);
  await thirdStudent.page.getByLabel('Kontroller en fil du har').setInputFiles(file);
  await expect(
    thirdStudent.page.getByRole('dialog').getByText(/er det som ble levert, til siste tegn/),
  ).toBeVisible();
  // A command is for whoever asks for one, on whatever machine.
  const sheet = thirdStudent.page.getByRole('dialog');
  await expect(sheet.getByText('sha256sum')).toBeHidden();
  await sheet.getByText('Regn ut uten nettleseren').click();
  await expect(sheet.getByText('Get-FileHash')).toBeVisible();
  await expectAccessible(thirdStudent.page, 'checking for oneself');
  await thirdStudent.page.keyboard.press('Escape');

  // The teacher reads what was handed in.
  await teacher.page.reload();
  await teacher.page.getByRole('link', { name: new RegExp(group.name) }).click();
  await expect(teacher.page.getByText('Og i hvem som satt nærmest døra.')).toBeVisible();
  await expectAccessible(teacher.page, 'what was handed in');

  // Another member takes it back, and the text is open again.
  await secondStudent.page.goto('/oppgaver');
  await secondStudent.page.getByRole('link', { name: new RegExp(title) }).click();
  await button(secondStudent, 'Ta tilbake før fristen').click();
  await button(secondStudent, 'Ta tilbake').click();
  await expect(secondStudent.page.getByText('Har ikke bekreftet ennå')).toHaveCount(3);
  await expect(handingIn(secondStudent)).toBeFocused();
  await expectSpoken(thirdStudent.page, `${secondStudent.name} har tatt leveringen tilbake.`);
  const takenBack = thirdStudent.page
    .getByText(`Tatt tilbake av ${secondStudent.name} i dag`)
    .filter({ visible: true });
  await expect(takenBack).toBeVisible();
  await thirdStudent.page.reload();
  await expect(takenBack).toBeVisible();
  await secondStudent.page.getByRole('link', { name: 'Les teksten først' }).click();
  await expect(text(secondStudent.page)).toHaveAttribute('contenteditable', 'true');
  // DOC-54: both hang among the versions of the text, with a way to the receipt.
  await secondStudent.page.getByRole('link', { name: 'Versjoner' }).click();
  await expect(secondStudent.page.getByRole('link', { name: /^Levert .*Se kvitt/ })).toBeVisible();
  await expectAccessible(secondStudent.page, 'the versions of what was handed in');
  await secondStudent.page.getByRole('link', { name: /^Levering tatt tilbake/ }).click();
  await expect(secondStudent.page.getByText(shown.slice(0, 4)).first()).toBeVisible();
  teacher.watch.expect(/status of 404/);
  await teacher.page.reload();
  await expect(teacher.page.getByText('Denne finner vi ikke')).toBeVisible();
});

test('F56 what is handed in late is accepted and marked', async ({
  school,
  cast,
  teacher,
  student,
}) => {
  const title = 'Et møte der du ble hørt';
  const plan = { cohort: cast.cohort, by: cast.teacher, title };
  const assignmentId = await school.planning.assignment({ ...plan, dueInHours: -3 });
  await openFromNow(student, title);
  await button(student, 'Begynn å skrive').click();
  await expect(saved(student.page)).toBeVisible();
  await write(student.page, 'Hun ventet til jeg var ferdig.');
  await expect(saved(student.page)).toBeVisible();
  await student.page.getByRole('link', { name: `Oppgaven: ${title}` }).click();
  await button(student, 'Lever').click();
  const question = student.page.getByRole('dialog');
  await expect(
    question.getByText('merket som levert etter fristen, og kan ikke tas tilbake.'),
  ).toBeVisible();
  await question.getByRole('button', { name: 'Lever' }).click();
  await expect(
    student.page.getByText('Levert etter fristen', { exact: true }).first(),
  ).toBeVisible();
  await expect(button(student, 'Ta tilbake før fristen')).toBeHidden();
  // The bow is drawn whole beside the words, also where the receipt is narrow.
  for (const width of [1280, 390, 320]) {
    await student.page.setViewportSize({ width, height: 800 });
    const receipt = student.page.getByRole('region', { name: title });
    const words = await receipt.getByText('Levert etter fristen', { exact: true }).boundingBox();
    const bow = await receipt.locator('path[d^="M150"]').boundingBox();
    const box = await receipt.boundingBox();
    if (!words || !bow || !box) throw new Error('the receipt is not drawn');
    expect(bow.x).toBeGreaterThan(words.x + words.width);
    expect(bow.x + bow.width).toBeLessThan(box.x + box.width);
  }
  await student.page.setViewportSize({ width: 1280, height: 800 });

  await teacher.page.goto(`/oppgave/${assignmentId}`);
  await expect(
    teacher.page.getByText('Levert etter fristen', { exact: true }).first(),
  ).toBeVisible();
  await teacher.page.getByRole('link', { name: new RegExp(student.name) }).click();
  await expect(teacher.page.getByText('Hun ventet til jeg var ferdig.')).toBeVisible();

  // ASG-4: what is wrong stands at its field, until it is mended there.
  await teacher.page.goto(`/oppgave/${assignmentId}/endre`);
  const day = teacher.page.getByLabel('Frist, dag');
  await day.fill('2020-01-01');
  await button(teacher, 'Lagre endringene').click();
  await expect(day).toBeFocused();
  await expect(day).toHaveAttribute('aria-invalid', 'true');
  await expect(day).toHaveAccessibleDescription('Fristen er allerede ute. Velg en senere.');
  await expect(teacher.page.getByRole('alert')).toHaveCount(1);
  await day.fill(new Date(Date.now() + 3 * 24 * 60 * 60_000).toISOString().slice(0, 10));
  await expect(day).not.toHaveAttribute('aria-invalid');
  await button(teacher, 'Lagre endringene').click();
  await expect(teacher.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
});

test('F56 ASG-20 one asks the others to wait; they see it, and may hand in all the same', async ({
  school,
  cast,
  student,
  secondStudent,
}) => {
  const title = 'Når vi er uenige';
  await groupOf(school, cast, cast.student, cast.secondStudent);
  const plan = { cohort: cast.cohort, by: cast.teacher, title };
  await school.planning.assignment({ ...plan, dueInHours: 20, mode: 'group' });
  await openFromNow(student, title);
  await button(student, 'Begynn å skrive').click();
  await expect(saved(student.page)).toBeVisible();
  await write(student.page, 'Begge meningene står.');
  await expect(saved(student.page)).toBeVisible();
  await student.page.getByRole('link', { name: `Oppgaven: ${title}` }).click();

  await openFromNow(secondStudent, title);
  await button(secondStudent, 'Be om å vente').click();
  await expect(secondStudent.page.getByText(/^Du ber de andre vente, i dag/)).toBeVisible();
  await expectSpoken(student.page, `${secondStudent.name} ber dere vente med å levere.`);
  await expect(student.page.getByText(/^Ber dere vente, i dag/)).toBeVisible();
  await expectAccessible(student.page, 'somebody asks to wait');
  await expect(button(secondStudent, 'Ikke vent på meg')).toBeFocused();
  await button(secondStudent, 'Ikke vent på meg').click();
  await expect(student.page.getByText(/^Ber dere vente/)).toHaveCount(0);
  await button(secondStudent, 'Be om å vente').click();

  await expect(student.page.getByText(/^Ber dere vente/)).toBeVisible();
  await button(student, 'Lever uten å vente').click();
  const question = student.page.getByRole('dialog');
  await expect(question.getByText(`${secondStudent.name} ber dere vente.`)).toBeVisible();
  await expectAccessible(student.page, 'the question while somebody asks to wait');
  await question.getByRole('button', { name: 'Lever' }).click();
  await expect(student.page.getByText('Levert', { exact: true }).first()).toBeVisible();
});

test('F56 ASG-9 the page follows what others write, and a press that was meant for another step does nothing', async ({
  school,
  cast,
  teacher,
  student,
  secondStudent,
}) => {
  test.setTimeout(120_000);
  const title = 'Mens vi skriver';
  await groupOf(school, cast, cast.student, cast.secondStudent);
  const plan = { cohort: cast.cohort, by: cast.teacher, title };
  const id = await school.planning.assignment({ ...plan, dueInHours: 20, mode: 'group' });
  await teacher.page.goto(`/oppgave/${id}`);
  await openFromNow(student, title);
  const { page } = student;
  await expect(page.getByText('Ingen har begynt ennå.')).toBeVisible();
  await button(student, 'Begynn å skrive').click();
  await expect(saved(page)).toBeVisible();
  await page.getByRole('link', { name: `Oppgaven: ${title}` }).click();
  await expect(page.getByText('Arket er tomt ennå. Det låses')).toBeVisible();
  // There is no such button before there are words.
  await expect(page.getByText(/^Når dere har skrevet, kan dere levere uten å vente/)).toBeVisible();
  await expect(button(student, 'Lever uten å vente')).toHaveCount(0);
  await page.getByRole('link', { name: 'Åpne teksten' }).click();
  await write(page, 'Første utkast.');
  await expect(saved(page)).toBeVisible();
  await page.getByRole('link', { name: `Oppgaven: ${title}` }).click();

  // "Bekreft for deg" turns into "Lever nå": whoever presses on as it turns has asked for nothing.
  await expect(button(student, 'Bekreft for deg')).toBeVisible();
  await page.evaluate(() => {
    const next = () =>
      [...document.querySelectorAll('button')].find((each) => each.textContent === 'Lever nå');
    new MutationObserver((_, watching) => {
      const found = next();
      if (!found) return;
      watching.disconnect();
      found.addEventListener('click', () => Object.assign(window, { pressed: true }));
      found.click();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await button(student, 'Bekreft for deg').click();
  await expect(button(student, 'Lever nå')).toBeFocused();
  const pressed = () => page.evaluate(() => (window as unknown as { pressed?: true }).pressed);
  await expect.poll(pressed, 'it was pressed as it turned').toBe(true);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('1 av 2 har bekreftet')).toBeVisible();
  await expect(page.getByText(/^Nå kan dere levere uten å vente/)).toBeVisible();
  await expect(teacher.page.getByText('1 av 2 har bekreftet')).toBeVisible({ timeout: 9_000 });

  // What was opened from the page stays open while the page is asked for anew.
  await page.getByRole('button', { name: /underviserne ser dette$/ }).click();
  await openFromNow(secondStudent, title);
  await secondStudent.page.getByRole('link', { name: 'Les teksten først' }).click();
  await write(secondStudent.page, 'Og en setning til.');
  await expect(page.getByText(/^Bekreftet .* Endret siden$/)).toBeAttached({ timeout: 9_000 });
  await expect(page.getByText('1 av 2 har bekreftet')).toHaveCount(0);
  await expect(page.getByText('Det står 6 ord i teksten.')).toBeAttached();
  await expect(page.getByRole('dialog', { name: 'Hvem kan se dette?' })).toBeVisible();
});

test('F56 ASG-11 a text that changes while one is asked is neither confirmed nor handed in by the answer', async ({
  school,
  cast,
  student,
  secondStudent,
}) => {
  test.setTimeout(120_000);
  const title = 'Mens jeg blir spurt';
  await groupOf(school, cast, cast.student, cast.secondStudent);
  const plan = { cohort: cast.cohort, by: cast.teacher, title };
  await school.planning.assignment({ ...plan, dueInHours: 30, mode: 'group' });
  await openFromNow(secondStudent, title);
  await button(secondStudent, 'Begynn å skrive').click();
  await write(secondStudent.page, 'Det første vi ble enige om.');
  await expect(saved(secondStudent.page)).toBeVisible();
  await secondStudent.page.getByRole('link', { name: `Oppgaven: ${title}` }).click();
  await button(secondStudent, 'Bekreft for deg').click();
  await expect(secondStudent.page.getByText('Bekreftet i dag')).toBeVisible();

  await openFromNow(student, title);
  await button(student, 'Bekreft og lever').click();
  const { page } = student;
  await expect(page.getByRole('dialog', { name: 'Vil du levere?' })).toBeVisible();
  await secondStudent.page.getByRole('link', { name: 'Åpne teksten' }).click();
  await write(secondStudent.page, 'Og en setning til.');
  await expect(saved(secondStudent.page)).toBeVisible();

  const changed = page.getByRole('dialog', { name: 'Teksten er endret' });
  await expect(changed).toBeVisible();
  await expect(changed.getByRole('button', { name: /Lever|Bekreft/u })).toHaveCount(0);
  await expectAccessible(page, 'a text that changed under the question');
  await changed.getByRole('link', { name: 'Les teksten' }).click();
  await expect(text(page)).toContainText('Og en setning til.');
  await page.getByRole('link', { name: `Oppgaven: ${title}` }).click();
  await expect(page.getByText('Har ikke bekreftet ennå')).toHaveCount(1);
  await button(student, 'Bekreft for deg').click();
  await expect(page.getByText('1 av 2 har bekreftet')).toBeVisible();
});

test('ASG-22 a student in no group is told so on Nå, in the list and on the page, with whom to ask', async ({
  school,
  cast,
  teacher,
  student,
}) => {
  const title = 'Uten gruppe';
  await groupOf(school, cast, cast.secondStudent);
  const plan = { cohort: cast.cohort, by: cast.teacher, title };
  await school.planning.assignment({ ...plan, dueInHours: 26, mode: 'group' });
  const { page } = student;
  const said = new RegExp(`Du er ikke i noen gruppe ennå\\. Spør .*${teacher.name}`, 'u');
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Dette gjenstår' })).toContainText(said);
  await page.goto('/oppgaver');
  await expect(page.getByRole('list', { name: 'Skal leveres' })).toContainText(said);
  await page.getByRole('link', { name: new RegExp(title) }).click();
  const why = page.getByRole('region', { name: 'Du er ikke i noen gruppe ennå' });
  await expect(why).toContainText(teacher.name);
  await expectAccessible(page, 'an assignment of groups, for a student in none');
});

test('F56 ASG-19 the pictures of a text are handed in with it, and the teacher sees them', async ({
  school,
  cast,
  teacher,
  student,
}) => {
  const title = 'Rommet der vi møttes';
  const plan = { cohort: cast.cohort, by: cast.teacher, title };
  const assignmentId = await school.planning.assignment({ ...plan, dueInHours: 48 });
  await openFromNow(student, title);
  await button(student, 'Begynn å skrive').click();
  await expect(saved(student.page)).toBeVisible();
  await write(student.page, 'Stolene sto i ring.');
  await student.page.keyboard.press('Enter');
  await paste(
    student.page,
    '<table><tr><td>Vi</td><td>De</td></tr><tr><td></td><td></td></tr></table>',
  );
  const written = await text(student.page).getByRole('table').boundingBox();
  await text(student.page).getByText('Stolene sto i ring.').click();
  await pinTools(student.page);
  await button(student, 'Bilde').click();
  const sheet = student.page.getByRole('dialog', { name: 'Bilde' });
  await sheet.locator('input[type=file]').setInputFiles(await photo({ width: 900 }));
  await sheet.getByLabel('Hva viser bildet?').fill('Åtte stoler i ring');
  await expect(sheet.getByText('Bildet er framme.')).toBeVisible();
  await sheet.getByRole('button', { name: 'Sett inn' }).click();
  await expect(text(student.page).getByRole('img', { name: 'Åtte stoler i ring' })).toBeVisible();
  await expect(saved(student.page)).toBeVisible();
  await student.page.getByRole('link', { name: `Oppgaven: ${title}` }).click();
  await button(student, 'Lever').click();
  await student.page.getByRole('dialog').getByRole('button', { name: 'Lever' }).click();
  await expect(student.page.getByText('Levert', { exact: true }).first()).toBeVisible();

  await teacher.page.goto(`/oppgave/${assignmentId}`);
  await teacher.page.getByRole('link', { name: new RegExp(student.name) }).click();
  const seen = teacher.page.getByRole('img', { name: 'Åtte stoler i ring' });
  await expect.poll(() => seen.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(900);
  // DOC-52: a table as it was written.
  const table = teacher.page.getByRole('table');
  await expect(table).toHaveCSS('border-collapse', 'collapse');
  const read = await table.boundingBox();
  const column = await teacher.page.getByText('Stolene sto i ring.').boundingBox();
  expect(Math.abs((read?.width ?? 0) - (column?.width ?? 0))).toBeLessThanOrEqual(1);
  expect(Math.abs((read?.height ?? 0) - (written?.height ?? 0))).toBeLessThanOrEqual(2);
  await expectAccessible(teacher.page, 'what was handed in with a picture');
});
