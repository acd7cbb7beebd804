import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { readLetter } from '../mailbox.ts';
import { expect, openBrowser, test } from '../people.ts';
import {
  expectInRoom,
  expectSpoken,
  join,
  openPanel,
  openSheet,
  untilSheetsAreAway,
} from '../room.ts';

const CARD = 'Trenger du noen å snakke med?';
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
/** A browser without a network says so by itself. */
const NO_NETWORK = /ERR_INTERNET_DISCONNECTED/;

const corner = (page: Page) => page.getByRole('button', { name: CARD });
const card = (page: Page) => page.getByRole('dialog', { name: CARD });
/** Fetched with the page: what this browser keeps of the school's part. */
const keptCard = (page: Page) =>
  page.evaluate(() => localStorage.getItem('mellom.support-card') ?? '');

async function expectNoSideways(page: Page): Promise<void> {
  const over = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(over).toBeLessThanOrEqual(0);
}

test('F41 SUPPORT-1 SUPPORT-4 SUPPORT-5 SUPPORT-6 the administration changes the card by form and keyboard, and everybody reads it', async ({
  browser,
  school,
  enter,
}) => {
  test.setTimeout(120_000);
  const admin = await enter(await school.planning.person({ name: 'Gunn Strand', role: 'admin' }));
  const other = await enter(await school.planning.person({ name: 'Else Vik', role: 'admin' }));
  const { page } = admin;
  await page.goto('/');
  await corner(page).click();
  await card(page).getByRole('link', { name: 'Endre kortet' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Endre kortet' })).toBeVisible();
  await expect(card(page)).toHaveCount(0);
  // Whatever an earlier run has left.
  const rows = page.getByRole('group');
  await expect(page.getByRole('button', { name: 'Legg til en' })).toBeVisible();
  while ((await rows.count()) > 0)
    await rows
      .first()
      .getByRole('button', { name: /^Fjern/ })
      .click();

  const fill = async (nth: number, name: string, number: string) => {
    await page.getByRole('button', { name: 'Legg til en' }).click();
    await expect(rows.nth(nth).getByLabel('Hvem svarer')).toBeFocused();
    await rows.nth(nth).getByLabel('Hvem svarer').fill(name);
    await rows.nth(nth).getByLabel('Telefonnummer').fill(number);
  };
  await fill(0, 'Vakttelefonen', 'ring meg');
  await fill(1, 'Tone Grav, studierådgiver', '00 00 00 01');
  await page.getByRole('button', { name: 'Lagre kortet' }).click();
  await expect(page.getByText('Skriv et nummer med 3 til 15 sifre')).toBeVisible();
  await expect(rows.first().getByLabel('Telefonnummer')).toBeFocused();
  await rows.first().getByLabel('Telefonnummer').fill('00 00 00 02');

  // By the keyboard alone: the focus goes along with the row.
  await rows
    .nth(1)
    .getByRole('button', { name: /^Flytt opp/ })
    .focus();
  await page.keyboard.press('Enter');
  await expectSpoken(page, 'Tone Grav, studierådgiver er nå nummer 1 av 2.');
  await expect(rows.first().getByRole('button', { name: /^Flytt ned/ })).toBeFocused();
  await expectAccessible(page, 'the form of the card');

  // Somebody else began from the same card.
  await other.page.goto('/snakke-med');
  await expect(other.page.getByRole('button', { name: 'Legg til en' })).toBeVisible();
  await page.getByRole('button', { name: 'Lagre kortet' }).click();
  await expectSpoken(page, 'Kortet er lagret.');
  await other.page.getByRole('button', { name: 'Legg til en' }).click();
  await other.page.getByRole('group').last().getByLabel('Hvem svarer').fill('Rektor');
  await other.page.getByRole('group').last().getByLabel('Telefonnummer').fill('00 00 00 03');
  await other.page.getByRole('button', { name: 'Lagre kortet' }).click();
  await expect(other.page.getByText('Noen andre har endret kortet.')).toBeVisible();
  await expect(other.page.getByRole('heading', { name: 'Slik står det nå' })).toBeVisible();
  await expectAccessible(other.page, 'the form of a card that was changed meanwhile');

  // Without a sign-in, in three languages.
  const anybody = await openBrowser(browser, school.url);
  await anybody.page.goto('/logg-inn');
  await expect.poll(() => keptCard(anybody.page)).toContain('Tone Grav');
  await corner(anybody.page).click();
  const links = card(anybody.page).getByRole('link');
  await expect(links).toHaveText([
    /^Ring 113/,
    /^Ring 116 117/,
    /^Ring 116 123/,
    /^Ring 22 40 00 40/,
    /^Ring 00 00 00 01/,
    /^Ring 00 00 00 02/,
  ]);
  await expect(links.nth(3)).toHaveAttribute('href', 'tel:22400040');
  await expect(card(anybody.page).getByRole('button', { name: 'Meld fra om noe' })).toHaveCount(0);
  await expectAccessible(anybody.page, 'the card at the front door');
  await anybody.page.keyboard.press('Escape');
  for (const [language, title, call] of [
    ['Nynorsk', 'Treng du nokon å snakke med?', 'Ring 113'],
    ['English', 'Need somebody to talk to?', 'Call 113'],
  ] as const) {
    await anybody.page.getByRole('button', { name: language }).click();
    await anybody.page.getByRole('button', { name: title }).click();
    const dialog = anybody.page.getByRole('dialog', { name: title });
    await expect(dialog.getByRole('link').first()).toContainText(call);
    await anybody.page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await anybody.context.close();
});

test('F41 SUPPORT-7 at the front door the focus is back where it was, however early the card was opened', async ({
  browser,
  school,
}) => {
  const anybody = await openBrowser(browser, school.url);
  const { page } = anybody;
  for (const by of ['mouse', 'keyboard'] as const) {
    // Before the page has stood for two seconds, when the card comes by itself.
    await page.goto('/logg-inn');
    await corner(page).focus();
    await (by === 'mouse' ? corner(page).click() : page.keyboard.press('Enter'));
    await expect(card(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card(page)).toHaveCount(0);
    await expect(corner(page)).toBeFocused();
  }
  await anybody.context.close();
});

test('F41 SUPPORT-3 SUPPORT-7 the card opens by keyboard, without a network and without a word to anybody, in the frame, the room and on a phone', async ({
  student,
  enter,
  cast,
  session,
}) => {
  test.setTimeout(120_000);
  const { page, context } = student;
  student.watch.expect(NO_NETWORK);
  await page.goto('/');
  await expect.poll(() => keptCard(page)).toContain('version');
  const asked: string[] = [];
  context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await context.setOffline(true);
  await corner(page).focus();
  await page.keyboard.press('Enter');
  await expect(card(page).getByRole('link', { name: /^Ring 113/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(corner(page)).toBeFocused();
  const fetchedAgain = page.waitForRequest('**/api/support-card');
  await context.setOffline(false);
  await fetchedAgain;
  asked.length = 0;
  await corner(page).click();
  await expect(card(page).getByText('Ingen får vite at du har åpnet dette kortet.')).toBeVisible();
  await expectAccessible(page, 'the card in the frame');
  expect(
    asked.filter((path) => path.includes('support') || path.startsWith('/api/command')),
  ).toEqual([]);
  await page.keyboard.press('Escape');

  // Bottom left on a desktop, frame and room alike.
  // In one step: a page that takes the place of another has a corner of its own.
  const box = async (of: Page) => {
    await expect(corner(of)).toBeVisible();
    return corner(of).evaluate((one) => one.getBoundingClientRect().toJSON() as DOMRect);
  };
  const inFrame = await box(page);
  await join(student, session);
  const inRoom = await box(page);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  for (const { x, y } of [inFrame, inRoom]) {
    expect(x).toBeLessThan(width / 4);
    expect(y).toBeGreaterThan((height * 3) / 4);
  }
  await corner(page).click();
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expectInRoom(page);

  // Top right on a phone, and nothing wider than it.
  const phone = await enter(cast.secondStudent, PHONE);
  const onTop = async () => {
    const { x, y, width: wide } = await box(phone.page);
    expect(x + wide).toBeGreaterThan(300);
    expect(y).toBeLessThan(40);
    await expectNoSideways(phone.page);
  };
  await phone.page.goto('/');
  await onTop();
  await join(phone, session);
  await onTop();
  await expectAccessible(phone.page, 'the room with its corner on a phone');
  await corner(phone.page).click();
  await expect(card(phone.page).getByRole('link', { name: /^Ring 113/ })).toBeVisible();
  await expectNoSideways(phone.page);
  await phone.page.keyboard.press('Escape');
  await expectInRoom(phone.page);
  await untilSheetsAreAway(phone.page);
  await phone.page.goto('/finnes-ikke');
  await onTop();
});

/** All that this browser keeps, as text. */
const onDevice = (page: Page) =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const text = (value: unknown): string =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value)
        ? new TextDecoder().decode(value)
        : typeof value === 'object' && value !== null
          ? Object.values(value).map(text).join(' ')
          : String(value);
    const kept = Object.values(localStorage).concat(Object.values(sessionStorage));
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames)
        kept.push(text(await done(database.transaction(store).objectStore(store).getAll())));
      database.close();
    }
    return kept.join('\n');
  });

// The school names one reader: never at the same time.
test.describe('concerns', () => {
  test.describe.configure({ mode: 'default' });

  test('CONCERN-1 CONCERN-2 CONCERN-3 CONCERN-4 CONCERN-8 a concern about a session goes to the one who is named, and to nobody else', async ({
    school,
    enter,
    student,
    teacher,
    session,
  }) => {
    test.setTimeout(120_000);
    const admin = await enter(await school.planning.person({ name: 'Gunn Strand', role: 'admin' }));
    const named = await school.planning.person({ name: 'Tone Grav', role: 'studyAdviser' });
    const words = 'Noen lo da jeg fortalte om innleggelsen.';
    await admin.page.goto('/snakke-med');
    const choice = admin.page.getByLabel('Hvem leser det noen melder fra om?');
    await choice.selectOption({ value: named.personId });
    await admin.page.getByRole('button', { name: 'Lagre hvem som leser' }).click();
    await expectSpoken(admin.page, 'Lagret hvem som leser.');

    const reader = await enter(named);
    await reader.page.goto('/');
    await expect(reader.page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(reader.page.getByText(/meldt til deg/)).toHaveCount(0);

    const { page } = student;
    await page.goto(`${session.path}/om`);
    await page.getByRole('button', { name: 'Meld fra om noe' }).click();
    const form = page.getByRole('dialog', { name: 'Meld fra om noe' });
    await expect(form.getByText('Tone Grav leser det du skriver, og ingen andre.')).toBeVisible();
    await form.getByRole('button', { name: 'Send' }).click();
    await expect(form.getByText('Skriv noen ord først.')).toBeVisible();
    await form.getByLabel('Hva har skjedd?').fill(words);
    await expect(form.getByLabel(/Det gjelder økten/)).toBeChecked();
    await expectAccessible(page, 'reporting a concern');

    // Begun, and left: it is there again.
    await page.waitForTimeout(600);
    await page.reload();
    await corner(page).click();
    await card(page).getByRole('button', { name: 'Meld fra om noe' }).click();
    await expect(form.getByLabel('Hva har skjedd?')).toHaveValue(words);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Meld fra om noe' }).click();
    await form.getByRole('button', { name: 'Send' }).click();
    await expect(form.getByRole('heading', { name: 'Sendt til Tone Grav.' })).toBeFocused();
    await form.getByRole('link', { name: 'Meldt fra' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Meldt fra' })).toBeVisible();
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByText(new RegExp(`Økten «${session.title}»`))).toBeVisible();
    await expectAccessible(page, 'what one has reported');

    const letter = await readLetter(school.dataDir, named.email, 'Noen har meldt fra til deg');
    expect(letter).toContain('/meldt-fra');
    for (const told of ['innleggelsen', student.name, session.title])
      expect(letter).not.toContain(told);
    await expectSpoken(reader.page, '1 ting er meldt til deg');
    const news = reader.page.getByRole('link', { name: /1 ting er meldt til deg/ });
    await expect(reader.page.getByText(words)).toHaveCount(0);
    await expectAccessible(reader.page, 'Nå with something that was reported');
    await news.click();
    const received = reader.page.getByRole('region', { name: 'Meldt til deg' });
    await expect(received.getByText(words)).toBeVisible();
    await expect(received.getByText(student.name, { exact: true })).toBeVisible();
    await expect(received.getByText(/ \d{4}, \d\d:\d\d$/).first()).toBeVisible();
    await expect(
      received.getByRole('link', { name: `Begynn en e-post til ${student.name}` }),
    ).toHaveAttribute('href', /^mailto:\?/);
    await expectAccessible(reader.page, 'what was reported to one');
    await reader.page.goto('/');
    await expect(reader.page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(news, 'read').toHaveCount(0);
    for (const somebody of [teacher, admin]) {
      await somebody.page.goto('/meldt-fra');
      await expect(
        somebody.page.getByRole('heading', { name: 'Det du har meldt fra om' }),
      ).toBeVisible();
      await expect(somebody.page.getByText(words)).toHaveCount(0);
    }
  });

  test('CONCERN-7 what is being written stays on the device, sealed, and goes when the line is back', async ({
    school,
    enter,
    student,
  }) => {
    test.setTimeout(120_000);
    const admin = await enter(await school.planning.person({ name: 'Gunn Strand', role: 'admin' }));
    const named = await school.planning.person({ name: 'Tone Grav', role: 'studyAdviser' });
    await admin.page.goto('/snakke-med');
    await admin.page
      .getByLabel('Hvem leser det noen melder fra om?')
      .selectOption({ value: named.personId });
    await admin.page.getByRole('button', { name: 'Lagre hvem som leser' }).click();
    await expectSpoken(admin.page, 'Lagret hvem som leser.');

    const words = 'Kanarifuglen sang i runden.';
    const { page, context } = student;
    student.watch.expect(NO_NETWORK);
    await page.goto('/');
    const form = page.getByRole('dialog', { name: 'Meld fra om noe' });
    const open = async () => {
      await corner(page).click();
      await card(page).getByRole('button', { name: 'Meld fra om noe' }).click();
      await expect(form.getByText('Tone Grav leser det du skriver')).toBeVisible();
    };
    await open();
    await form.getByLabel('Hva har skjedd?').fill(words);
    await page.waitForTimeout(800);
    expect(await onDevice(page), 'sealed').not.toContain('Kanarifuglen');
    await page.reload();
    await open();
    await expect(form.getByLabel('Hva har skjedd?')).toHaveValue(words);

    const reader = await enter(named);
    const received = reader.page.getByText(words);
    await context.setOffline(true);
    await form.getByRole('button', { name: 'Send' }).click();
    await page.waitForTimeout(1_000);
    expect(await onDevice(page), 'sealed while it waits').not.toContain('Kanarifuglen');
    await reader.page.goto('/meldt-fra');
    await expect(reader.page.getByRole('heading', { name: 'Meldt til deg' })).toBeVisible();
    await expect(received).toHaveCount(0);
    await context.setOffline(false);
    await expect(form.getByRole('heading', { name: 'Sendt til Tone Grav.' })).toBeVisible({
      timeout: 30_000,
    });
    await reader.page.reload();
    await expect(received).toHaveCount(1);
  });
});

test('F40 AGREE-1 AGREE-2 AGREE-4 AGREE-6 AGREE-7 a student and a teacher write how they want it to be, and it is read at the door and in the room', async ({
  student,
  secondStudent,
  teacher,
  enter,
  cast,
  session,
}) => {
  test.setTimeout(120_000);
  const about = `${session.path}/om`;
  const title = 'Slik vil vi ha det sammen';
  const part = (page: Page) => page.getByRole('region', { name: title });
  const text = (page: Page) => part(page).getByLabel('Slik vil vi ha det');
  const { page } = student;
  await page.goto(about);
  await expect(part(page).getByText('Dere har ikke skrevet noe sammen ennå.')).toBeVisible();
  await part(page).getByRole('button', { name: 'Skriv det første' }).click();
  await expect(text(page)).toBeFocused();
  await text(page).fill('Alle kan si pass.');
  await expectAccessible(page, 'writing the agreement');
  await part(page).getByRole('button', { name: 'Lagre for alle' }).click();
  await expectSpoken(page, 'Lagret. Det gjelder for alle fra nå av.');
  await expect(part(page).getByRole('button', { name: 'Endre' })).toBeFocused();

  // Two begin from the same text: who is late is told, and loses nothing.
  for (const somebody of [secondStudent, teacher]) {
    await somebody.page.goto(about);
    await part(somebody.page).getByRole('button', { name: 'Endre' }).click();
  }
  await text(teacher.page).fill('Alle kan si pass.\nVi spør før vi gir råd.');
  await part(teacher.page).getByRole('button', { name: 'Lagre for alle' }).click();
  await expect(part(teacher.page).getByText(`av ${teacher.name}`)).toBeVisible();
  await text(secondStudent.page).fill('Alle kan si pass.\nStille er også å være med.');
  await part(secondStudent.page).getByRole('button', { name: 'Lagre for alle' }).click();
  await expect(part(secondStudent.page).getByText('Noen andre har endret teksten.')).toBeVisible();
  await expect(part(secondStudent.page).getByText('Vi spør før vi gir råd.')).toBeVisible();
  await expect(text(secondStudent.page)).toHaveValue(/Stille er også å være med/);
  await expectAccessible(secondStudent.page, 'an agreement that was changed meanwhile');
  await text(secondStudent.page).fill(
    'Alle kan si pass.\nVi spør før vi gir råd.\nStille er også å være med.',
  );
  await part(secondStudent.page).getByRole('button', { name: 'Lagre for alle' }).click();
  await expect(part(secondStudent.page).getByText(`av ${secondStudent.name}`)).toBeVisible();

  await page.reload();
  await part(page).getByRole('button', { name: 'Vis alle versjoner' }).click();
  await expect(part(page).getByRole('heading', { level: 3 })).toHaveText([
    /Versjon 3.*gjelder nå/,
    'Versjon 2',
    'Versjon 1',
  ]);
  await expectAccessible(page, 'all versions of an agreement');

  // What is begun and not saved is there after a reload, until it is thrown away.
  await part(page).getByRole('button', { name: 'Endre' }).click();
  await text(page).fill('Alle kan si pass, også i runden.');
  await page.waitForTimeout(600);
  await page.reload();
  await expect(part(page).getByText(/^Du har begynt på en endring/)).toBeVisible();
  await part(page).getByRole('button', { name: 'Skriv videre' }).click();
  await expect(text(page)).toHaveValue('Alle kan si pass, også i runden.');
  await part(page).getByRole('button', { name: 'Avbryt' }).click();
  await expect(part(page).getByRole('button', { name: 'Endre' })).toBeVisible();
  await page.reload();
  await expect(part(page).getByRole('button', { name: 'Endre' })).toBeVisible();

  // In the room, over it: the seat is kept.
  await join(student, session);
  await openPanel(page, 'Agenda');
  await page.getByRole('tabpanel').getByRole('button', { name: title }).click();
  const sheet = (of: Page) => of.getByRole('dialog', { name: title });
  await expect(sheet(page).getByText('Stille er også å være med.')).toBeVisible();
  await expectAccessible(page, 'the agreement in the room');
  // Closed at once after the last letter.
  await sheet(page).getByRole('button', { name: 'Endre' }).click();
  await sheet(page).getByLabel('Slik vil vi ha det').fill('Alle kan si pass, alltid.');
  await page.keyboard.press('Escape');
  await page.getByRole('tabpanel').getByRole('button', { name: title }).click();
  await sheet(page).getByRole('button', { name: 'Skriv videre' }).click();
  await expect(sheet(page).getByLabel('Slik vil vi ha det')).toHaveValue(
    'Alle kan si pass, alltid.',
  );
  await page.keyboard.press('Escape');
  await expectInRoom(page);
  const phone = await enter(cast.thirdStudent, PHONE);
  await join(phone, session);
  await openSheet(phone.page, 'Agenda');
  await phone.page.getByRole('dialog').getByRole('button', { name: title }).click();
  await expect(sheet(phone.page).getByText('Stille er også å være med.')).toBeVisible();
  await expectNoSideways(phone.page);
});
