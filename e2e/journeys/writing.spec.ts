import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { groupOf, makeDocument, paste, photo, pinTools, saved, text, write } from '../documents.ts';
import { expect, test } from '../people.ts';
import { join, openSheet } from '../room.ts';

const phoneOf = (width: number, height: number) => ({
  viewport: { width, height },
  hasTouch: true,
  isMobile: true,
});

const LONG = Array.from({ length: 60 }, (_, at) => `<p>Avsnitt ${at + 1} om makt.</p>`).join('');

async function expectInsideScreen(page: Page, part: Locator): Promise<void> {
  const box = await part.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

for (const [width, height] of [
  [320, 640],
  [360, 740],
] as const) {
  test(`F52 the note of a session keeps its width when one writes, ${width} px`, async ({
    enter,
    cast,
    session,
  }) => {
    const phone = await enter(cast.student, phoneOf(width, height));
    const { page } = phone;
    await join(phone, session);
    await openSheet(page, 'Dokument');
    await page.getByRole('button', { name: 'Åpne det felles notatet' }).click();
    await page.getByRole('button', { name: 'Skriv', exact: true }).click();
    await write(page, 'Innsyn er en rett som alle pasienter har, også når de er innlagt.');
    await expectInsideScreen(page, text(page));
    await expectInsideScreen(page, page.getByRole('button', { name: 'Ferdig', exact: true }));
    const tools = page.getByRole('toolbar', { name: 'Verktøy for teksten' });
    await expectInsideScreen(page, tools);
    await expect(tools, 'it scrolls, and hints at it').toHaveAttribute('data-more', 'after');
    await tools.getByRole('button', { name: 'Sitat' }).focus();
    await expect(tools).toHaveAttribute('data-more', 'both');
    await tools.getByRole('button', { name: 'Angre' }).focus();
    await page.keyboard.press('End');
    await expect(tools).toHaveAttribute('data-more', 'before');
  });
}

/** How far the line that the caret is in is under what lies over the text; more than nothing is hidden. */
const hiddenPx = (page: Page) =>
  page.evaluate(() => {
    const over = document.querySelector('[data-signs]') ?? document.querySelector('[data-one-row]');
    const covered = over?.getBoundingClientRect().bottom ?? 0;
    const caret = getSelection()?.getRangeAt(0);
    if (!caret) throw new Error('there is no caret');
    const line =
      caret.getClientRects()[0] ?? caret.startContainer.parentElement?.getBoundingClientRect();
    return covered - (line?.top ?? 0);
  });

const stateInSight = (page: Page, words: RegExp) => page.getByRole('main').getByText(words).last();

for (const screen of ['a desktop', 'a desktop with its tools pinned', 'a phone'] as const) {
  test(`DOC-26 whether it is saved is in sight far down a long text, and over no line one writes in, on ${screen}`, async ({
    enter,
    cast,
  }) => {
    const person = await enter(cast.student, screen === 'a phone' ? phoneOf(360, 740) : undefined);
    const { page } = person;
    person.watch.expect(/ERR_INTERNET_DISCONNECTED|WebSocket/);
    const write = page.getByRole('button', { name: 'Skriv', exact: true });
    await makeDocument(page, 'Langt', 'Bare for deg');
    if (screen === 'a phone') await write.click();
    if (screen === 'a desktop with its tools pinned') await pinTools(page);
    await paste(page, LONG);
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Sist.');
    await expect(saved(page), 'it has scrolled away').not.toBeInViewport();
    await expect(stateInSight(page, /^Lagret$/)).toBeInViewport({ ratio: 1 });
    const last = text(page).getByRole('paragraph').last();
    const before = await last.boundingBox();

    await person.context.setOffline(true);
    await expect(stateInSight(page, /^Frakoblet/)).toBeInViewport({ ratio: 1 });
    const after = await last.boundingBox();
    // What stands over it has grown by a part of a pixel too: a browser scrolls by whole ones.
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0)), 'the text has not moved').toBeLessThan(1);
    await person.context.setOffline(false);
    await expect(page.getByText(/^Frakoblet/)).toHaveCount(0, { timeout: 20_000 });

    // Upwards, to where the next line is under the upper edge.
    const scrolled = await page.evaluate(() => scrollY);
    for (let line = 0; line < 30 && (await page.evaluate(() => scrollY)) === scrolled; line += 1)
      await page.keyboard.press('ArrowUp');
    for (let line = 0; line < 3; line += 1) await page.keyboard.press('ArrowUp');
    await page.keyboard.type('x');
    await expect(stateInSight(page, /^Lagret$/)).toBeInViewport({ ratio: 1 });
    expect(await hiddenPx(page)).toBeLessThanOrEqual(0);
    await person.context.setOffline(true);
    await expect(stateInSight(page, /^Frakoblet/)).toBeInViewport({ ratio: 1 });
    await page.keyboard.type('y');
    expect(await hiddenPx(page), 'without a network').toBeLessThanOrEqual(0);
  });
}

test('DOC-4 a freeze is in sight far down a long text', async ({
  school,
  cast,
  student,
  teacher,
}) => {
  const group = await groupOf(school, cast, cast.student);
  const path = await makeDocument(student.page, 'Langt og frosset', group.name);
  await paste(student.page, LONG);
  await student.page.keyboard.press('Control+End');
  await student.page.keyboard.type(' Sist.');
  await teacher.page.goto(path);
  await teacher.page.getByRole('button', { name: 'Mer om dokumentet' }).click();
  await teacher.page.getByRole('menuitem', { name: 'Frys dokumentet' }).click();
  await expect(stateInSight(student.page, /^Frosset/)).toBeInViewport({ ratio: 1 });
});

test('IMG-7 a picture that was chosen by keyboard asks for its words, and asks on until it has them', async ({
  student,
}) => {
  const { page } = student;
  await makeDocument(page, 'Et bilde', 'Bare for deg');
  let arrive = () => {};
  const mayArrive = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/image', async (route) => {
    await mayArrive;
    await route.continue();
  });
  await pinTools(page);
  await page.getByRole('button', { name: 'Bilde', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Bilde' });
  const choose = sheet.getByRole('button', { name: 'Velg et bilde' });
  await expect(choose).toBeFocused();
  const chooser = page.waitForEvent('filechooser');
  await choose.press('Enter');
  await (await chooser).setFiles(await photo());
  await expect(sheet.getByLabel('Hva viser bildet?')).toBeFocused();

  await sheet.getByRole('button', { name: 'Sett inn' }).click();
  const missing = sheet.getByText('Skriv hva bildet viser, eller');
  await expect(missing).toBeVisible();
  arrive();
  await expect(sheet.getByText('Bildet er framme.')).toBeVisible();
  await expect(missing, 'nobody has answered it').toBeVisible();
});

test('DOC-32 whoever may write hears on a phone how to begin', async ({ enter, cast }) => {
  const { page } = await enter(cast.student, phoneOf(360, 740));
  await makeDocument(page, 'Les først', 'Bare for deg');
  await expect(text(page)).toHaveAccessibleDescription(/Trykk Skriv/);
});

/** Redo as a browser on a Mac reports it, and every browser with Caps Lock on: with a small z. */
const redoWithSmallLetter = (page: Page) =>
  text(page).evaluate((element) => {
    const pressed = { key: 'z', code: 'KeyZ', keyCode: 90, ctrlKey: true, shiftKey: true };
    element.dispatchEvent(
      new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true }),
    );
  });

test('F43 redo with nothing to redo takes nothing away', async ({ student }) => {
  const { page } = student;
  await makeDocument(page, 'Gjør om', 'Bare for deg');
  await write(page, 'Mine ord.');
  await redoWithSmallLetter(page);
  await expect(text(page)).toHaveText('Mine ord.');
  await page.keyboard.press('Control+z');
  await expect(text(page)).not.toContainText('Mine ord.');
  await redoWithSmallLetter(page);
  await expect(text(page)).toContainText('Mine ord.');
});

test('F43 undoing and redoing the first words leaves the text as it was', async ({ student }) => {
  const { page } = student;
  await makeDocument(page, 'De første ordene', 'Bare for deg');
  await write(page, 'Mine ord.');
  await page.keyboard.press('Control+z');
  await expect(text(page)).not.toContainText('Mine ord.');
  await page.keyboard.press('Control+y');
  await expect(text(page).getByRole('paragraph')).toHaveText(['Mine ord.']);
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(text(page).getByRole('paragraph')).toHaveText(['Mine ord.']);
});

test('F52 a wide table scrolls in its own frame on a phone, and keeps its words whole', async ({
  enter,
  cast,
}) => {
  const { page } = await enter(cast.student, phoneOf(360, 740));
  await makeDocument(page, 'Tabellen', 'Bare for deg');
  await page.getByRole('button', { name: 'Skriv', exact: true }).click();
  const row = (of: string) =>
    `<tr>${['Situasjon', 'Behandler', 'Pårørende', 'Innleggelse', 'Etterpå', 'Følger'].map((word) => `<${of}>${word}</${of}>`).join('')}</tr>`;
  await paste(page, `<table>${row('th')}${row('td')}</table>`);
  const word = text(page).getByRole('cell').getByText('Innleggelse').last();
  const lines = await word.evaluate((paragraph) => {
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    return range.getClientRects().length;
  });
  expect(lines).toBe(1);
  await expectInsideScreen(page, text(page));
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth),
    'the page itself does not scroll sideways',
  ).toBeLessThanOrEqual(360);
  await word.scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Ferdig', exact: true }).click();
  await expect(text(page).getByRole('group', { name: 'Tabell' })).toHaveAttribute('tabindex', '0');
  await expectAccessible(page, 'a wide table on a phone');
});

test('F51 the text stays where it is when the caret comes into a table', async ({ student }) => {
  const { page } = student;
  await makeDocument(page, 'Står stille', 'Bare for deg');
  await pinTools(page);
  await paste(page, '<p>Først.</p><table><tr><td>Her</td><td>Der</td></tr></table><p>Sist.</p>');
  const first = text(page).getByText('Først.');
  await first.click();
  const tools = page.getByRole('toolbar', { name: 'Verktøy for teksten' });
  await expect(tools.getByRole('button', { name: 'Ny rad' })).toHaveCount(0);
  const before = await first.boundingBox();
  await text(page).getByRole('cell').first().click();
  await expect(tools.getByRole('button', { name: 'Ny rad' })).toBeInViewport({ ratio: 1 });
  expect((await first.boundingBox())?.y).toBe(before?.y);
  await tools.getByRole('button', { name: 'Ny rad' }).click();
  await expect(text(page).getByRole('row')).toHaveCount(2);
});

test('F52 on a small phone the text begins in the upper half, and the document is given a name', async ({
  enter,
  cast,
}) => {
  const { page } = await enter(cast.student, phoneOf(320, 640));
  await makeDocument(page, 'Makt og språk i journalen', 'Bare for deg');
  const box = await text(page).boundingBox();
  expect(box?.y).toBeLessThan(640 / 2);
  await page.getByRole('button', { name: 'Endre navn' }).click();
  await page.getByLabel('Navn på dokumentet').fill('Makt');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Makt', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Endre navn' })).toBeFocused();
});

test('DOC-29 a second document opens without a complaint about mail addresses', async ({
  student,
}) => {
  const { page } = student;
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await makeDocument(page, 'Det ene', 'Bare for deg');
  // What looks like an address is looked for from here on.
  await write(page, 'Skriv til post@example.org i dag.');
  await expect(text(page).getByRole('link')).toHaveAttribute('href', 'mailto:post@example.org');
  await expect(saved(page)).toBeVisible();
  await page.getByRole('link', { name: 'Dokumenter', exact: true }).click();
  await page.getByRole('link', { name: 'Det ene' }).click();
  await expect(text(page)).toContainText('post@example.org');
  expect(said.filter((one) => one.includes('linkify'))).toEqual([]);
});

test('F43 another name reaches those who have the document open', async ({
  school,
  cast,
  student,
  secondStudent,
}) => {
  const group = await groupOf(school, cast, cast.student, cast.secondStudent);
  const path = await makeDocument(student.page, 'Arbeidstittel', group.name);
  await secondStudent.page.goto(path);
  await expect(saved(secondStudent.page)).toBeVisible();
  await student.page.getByRole('button', { name: 'Endre navn' }).click();
  await student.page.getByLabel('Navn på dokumentet').fill('Makt i journalen');
  await student.page.keyboard.press('Enter');
  await expect(
    secondStudent.page.getByRole('heading', { level: 1, name: 'Makt i journalen' }),
  ).toBeVisible();
  await expect(secondStudent.page).toHaveTitle(/Makt i journalen/);
});

test('F52 DOC-26 DOC-32 while one writes on a phone, what is not needed for that steps aside', async ({
  enter,
  cast,
  session,
}) => {
  const phone = await enter(cast.student, phoneOf(360, 740));
  const { page } = phone;
  const begin = page.getByRole('button', { name: 'Skriv', exact: true });
  const done = page.getByRole('button', { name: 'Ferdig', exact: true });
  const places = page.getByRole('navigation', { name: 'Hovedmeny' });
  await makeDocument(page, 'På bussen', 'Bare for deg');
  await expect(places).toBeVisible();
  await begin.click();
  await paste(page, LONG);
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Sist.');
  await expect(places).toBeHidden();
  await expect(stateInSight(page, /^Lagret$/)).toBeInViewport({ ratio: 1 });
  const tools = await page.getByRole('toolbar', { name: 'Verktøy for teksten' }).boundingBox();
  const mark = await stateInSight(page, /^Lagret$/).boundingBox();
  expect(mark?.x, 'beside the tools').toBeGreaterThanOrEqual((tools?.x ?? 0) + (tools?.width ?? 0));
  expect(mark?.y, 'in their row').toBeLessThan((tools?.y ?? 0) + (tools?.height ?? 0));
  await expectAccessible(page, 'writing on a phone');
  await done.click();
  await expect(places).toBeVisible();

  await join(phone, session);
  await openSheet(page, 'Dokument');
  await page.getByRole('button', { name: 'Åpne det felles notatet' }).click();
  const readers = page.getByRole('button', { name: 'Hvem kan se dette?' });
  await expect(readers).toBeVisible();
  await begin.click();
  await expect(readers).toBeHidden();
  expect((await text(page).boundingBox())?.y, 'in the upper half').toBeLessThan(740 / 2);
  await done.click();
  await expect(readers).toBeVisible();
});

test('F52 the line one writes in is not under the dock of a phone, nor a cell under its tools', async ({
  enter,
  cast,
  student,
}) => {
  const lowerEdge = async (part: Locator) => {
    const box = await part.boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  const topOf = async (part: Locator) => (await part.boundingBox())?.y ?? 0;
  const phone = await enter(cast.student, phoneOf(360, 740));
  await makeDocument(phone.page, 'Nederst', 'Bare for deg');
  await phone.page.getByRole('button', { name: 'Skriv', exact: true }).click();
  await paste(phone.page, LONG);
  await phone.page.keyboard.press('Control+End');
  await phone.page.keyboard.type(' Sist.');
  const done = phone.page.getByRole('button', { name: 'Ferdig', exact: true });
  expect(await lowerEdge(text(phone.page).getByRole('paragraph').last())).toBeLessThan(
    await topOf(done),
  );

  const { page } = student;
  await makeDocument(page, 'Nederst i tabellen', 'Bare for deg');
  await pinTools(page);
  await paste(page, `${LONG}<table><tr><td>Her</td><td>Der</td></tr></table>`);
  const cell = text(page).getByRole('cell').last();
  await cell.click();
  await page.keyboard.type(' nå');
  await expect(cell).toBeInViewport({ ratio: 0.8 });
  expect(await lowerEdge(page.getByRole('button', { name: 'Ny rad' }))).toBeLessThan(
    await topOf(text(page).getByRole('table')),
  );
});

test('DOC-30 the first heading of a pasted page is the top one here', async ({ student }) => {
  const { page } = student;
  await makeDocument(page, 'Fra en side', 'Bare for deg');
  await paste(page, '<h1>Makt</h1><p>I møtet.</p><h2>Språk</h2>');
  await expect(text(page).getByRole('heading', { level: 2 })).toHaveText('Makt');
  await expect(text(page).getByRole('heading', { level: 3 })).toHaveText('Språk');
});

test('F78 DOC-7 the sheets of a new document and of who sees it begin where one writes, or at their title, and not at the way out', async ({
  student,
  secondStudent,
  cast,
}) => {
  const { page } = student;
  await page.goto('/dokumenter');
  await page.getByRole('button', { name: 'Nytt dokument' }).click();
  const making = page.getByRole('dialog', { name: 'Nytt dokument' });
  await expect(making.getByLabel('Navn', { exact: true })).toBeFocused();
  await making.getByRole('button', { name: 'Lag dokumentet' }).click();
  await expect(making.getByText('Gi dokumentet et navn.')).toBeVisible();
  await expect(making.getByLabel('Navn', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(making).toHaveCount(0);

  const path = await makeDocument(page, 'Hvem ser', 'Bare for deg');
  const readersOf = async (whose: Page) => {
    await whose.getByRole('button', { name: 'Hvem kan se dette?' }).click();
    return whose.getByRole('dialog', { name: 'Hvem kan se dette?' });
  };
  const own = await readersOf(page);
  await expect(own.getByLabel('Hvem vil du dele med?')).toBeFocused();
  await own.getByLabel('Hvem vil du dele med?').selectOption('Noen andre, med e-postadresse');
  await own.getByLabel(/E-postadressen/).fill(cast.secondStudent.email);
  await page.keyboard.press('Enter');
  await expect(own.getByRole('listitem').filter({ hasText: secondStudent.name })).toBeVisible();

  // Who reads has nothing to fill in there.
  await secondStudent.page.goto(path);
  const seen = await readersOf(secondStudent.page);
  await expect(seen.getByRole('listitem').filter({ hasText: student.name })).toBeVisible();
  await expect(seen).toBeFocused();
  await secondStudent.page.keyboard.press('Tab');
  await expect(seen.getByRole('button', { name: 'Lukk' })).toBeFocused();
});
