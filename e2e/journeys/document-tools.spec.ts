import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import {
  groupOf,
  makeDocument,
  openFromList,
  paste,
  photo,
  pinTools,
  saved,
  text,
  write,
} from '../documents.ts';
import { expect, test } from '../people.ts';
import { expectSpoken, join, openPanel } from '../room.ts';

const tools = (page: Page) => page.getByRole('toolbar', { name: 'Verktøy for teksten' });

async function boxOf(of: Locator) {
  const box = await of.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

async function expectInWindow(page: Page, of: Locator): Promise<void> {
  const { x, y, right, bottom } = await boxOf(of);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  expect(x).toBeGreaterThanOrEqual(0);
  expect(y).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(width);
  expect(bottom).toBeLessThanOrEqual(height);
}

/** Many lines, so that the last of those seen lies at the lower edge of the window. */
async function writeLines(page: Page, count: number): Promise<void> {
  await text(page).click();
  for (let line = 1; line <= count; line += 1) {
    await page.keyboard.insertText(`Linje ${line}`);
    if (line < count) await page.keyboard.press('Enter');
  }
}

test('F51 DOC-45 the tools for selected words stay inside the window, and over no row of a table', async ({
  student,
}) => {
  const { page } = student;
  await makeDocument(page, 'Nederst', 'Bare for deg');
  await writeLines(page, 30);
  await page.keyboard.press('Control+Home');
  await page.evaluate(() => scrollTo(0, 0));
  const lines = text(page).getByRole('paragraph');
  const heights = await lines.evaluateAll((all) =>
    all.map((line) => line.getBoundingClientRect().bottom),
  );
  const lastSeen = lines.nth(heights.filter((bottom) => bottom <= 800).length - 1);
  await lastSeen.dblclick({ position: { x: 10, y: 10 } });
  await expect(tools(page)).toBeVisible();
  await expectInWindow(page, tools(page));
  const bar = await boxOf(tools(page));
  expect(bar.bottom, 'above the words').toBeLessThanOrEqual((await boxOf(lastSeen)).y);

  await lines.nth(2).dblclick({ position: { x: 10, y: 10 } });
  await expect
    .poll(async () => (await boxOf(tools(page))).y, 'else under them')
    .toBeGreaterThan((await boxOf(lines.nth(2))).bottom);

  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+F10');
  await tools(page).getByRole('button', { name: 'Tabell' }).click();
  const table = text(page).getByRole('table');
  for (const row of [0, 1, 2]) {
    await table.getByRole('row').nth(row).locator('th, td').first().click();
    await expect(tools(page).getByRole('button', { name: 'Ny rad' })).toBeVisible();
    const under = await boxOf(tools(page));
    expect(under.y, `row ${row}`).toBeGreaterThanOrEqual((await boxOf(table)).bottom);
    const next = text(page).locator('.tableWrapper + *');
    expect(under.bottom, 'and over no line').toBeLessThanOrEqual((await boxOf(next)).y);
    const last = await boxOf(tools(page).getByRole('button').last());
    expect(under.right - last.right, 'as wide as its buttons').toBeLessThan(24);
  }
  await pinTools(page);
  await table.getByRole('row').nth(2).locator('td').first().click();
  const pinned = tools(page).getByRole('button', { name: 'Ny rad' });
  await expect(pinned).toBeVisible();
  expect((await boxOf(pinned)).y).toBeGreaterThanOrEqual((await boxOf(table)).bottom);

  // Where the room under it is out of sight they lie on its last rows, and over no line above it.
  const below = (await boxOf(table)).bottom - 800;
  await page.evaluate((by) => scrollBy(0, by), below + 30);
  await table.getByRole('row').first().locator('th, td').first().click();
  await expect.poll(async () => (await boxOf(pinned)).bottom).toBeLessThanOrEqual(800);
  expect((await boxOf(pinned)).y).toBeGreaterThanOrEqual(
    (await boxOf(table.getByRole('row').first())).bottom,
  );
});

test('F51 DOC-32 DOC-45 DOC-51 a picture, a note and a table are offered on an empty line, and by Alt F10 for this once', async ({
  student,
}) => {
  const { page } = student;
  await makeDocument(page, 'Tom linje', 'Bare for deg');
  await text(page).focus();
  const offer = page.getByRole('button', { name: 'Sett inn', exact: true });
  await expect(offer).toBeVisible();
  await expectAccessible(page, 'an empty line');
  await page.keyboard.type('Ord');
  await expect(offer).toHaveCount(0);

  await page.keyboard.press('Alt+F10');
  const bold = tools(page).getByRole('button', { name: 'Fet' });
  await expect(bold).toBeFocused();
  const ring = () => bold.evaluate((tool) => getComputedStyle(tool).outlineStyle);
  expect(await ring(), 'where the focus is, is seen').toBe('solid');
  for (const name of ['Tabell', 'Bilde', 'Fotnote', 'Sitat', 'Sjekkliste'])
    await expect(tools(page).getByRole('button', { name, exact: true })).toBeVisible();
  await expectInWindow(page, tools(page));
  await expectAccessible(page, 'tools that were asked for');
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await expect(tools(page), 'nothing is pinned').toHaveCount(0);

  await page.keyboard.press('Enter');
  await expect(offer).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(offer).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tools(page).getByRole('button').first()).toBeFocused();
  await tools(page).getByRole('button', { name: 'Sjekkliste' }).press('Enter');
  await expect(text(page).getByRole('checkbox')).toHaveCount(1);
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(text(page).getByRole('checkbox'), 'DOC-51').toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(text(page).getByRole('checkbox')).not.toBeChecked();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await offer.click();
  await tools(page).getByRole('button', { name: 'Tabell' }).click();
  await expect(text(page).getByRole('table')).toBeVisible();
  await expect(tools(page).getByRole('button', { name: 'Ny rad' })).toBeVisible();
});

test('DOC-46 one writes on where something was undone, and behind what came back', async ({
  student,
}) => {
  const { page } = student;
  await makeDocument(page, 'Angre', 'Bare for deg');
  const end = text(page).getByRole('paragraph').last();
  const pause = () => page.waitForTimeout(600);
  await text(page).click();
  await page.keyboard.type('Først. ');
  await pause();
  await page.keyboard.type('INGRID1');
  await page.keyboard.press('Control+z');
  await expect(end).toHaveText('Først. ');
  await page.keyboard.press('Control+y');
  await expect(end).toHaveText('Først. INGRID1');
  await page.keyboard.type('X');
  await expect(end).toHaveText('Først. INGRID1X');

  await pause();
  await page.keyboard.type('YY');
  await page.keyboard.press('Alt+F10');
  await tools(page).getByRole('button', { name: 'Angre' }).press('Enter');
  await expect(end).toHaveText('Først. INGRID1X');
  await page.keyboard.press('Alt+F10');
  await tools(page).getByRole('button', { name: 'Gjør om' }).press('Enter');
  await expect(end).toHaveText('Først. INGRID1XYY');
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('Z');
  await expect(end).toHaveText('Først. INGRID1XYYZ');

  // Far from where one has gone since.
  await pause();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Sist.');
  await pause();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+z');
  await page.keyboard.type('Q');
  await expect(end).toHaveText('Først. INGRID1XYYZQ');
});

test('F52 DOC-32 on a phone the caret is in the text after «Skriv», and the focus on «Skriv» after «Ferdig»', async ({
  enter,
  cast,
  student,
}) => {
  const path = await makeDocument(student.page, 'Fokus', 'Bare for deg');
  await write(student.page, 'Fra før.');
  await expect(saved(student.page)).toBeVisible();
  const { page } = await enter(cast.student, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await page.goto(path);
  await expect(text(page)).toContainText('Fra før.');
  const start = page.getByRole('button', { name: 'Skriv', exact: true });
  await start.tap();
  await expect(text(page)).toBeFocused();
  await page.keyboard.type(' Og nå.');
  await expect(text(page)).toContainText(/Fra før\..*Og nå\./);
  await page.getByRole('button', { name: 'Ferdig', exact: true }).tap();
  await expect(start).toBeFocused();
});

test('F44 DOC-47 a name at another’s caret is short, and unfolds when they move and not when I write', async ({
  school,
  cast,
  student,
  secondStudent,
}) => {
  const group = await groupOf(school, cast, cast.student, cast.secondStudent);
  const { page } = student;
  await makeDocument(page, 'Navnet', group.name);
  await write(page, 'Kari skriver.');
  await openFromList(secondStudent, 'Navnet');
  await write(secondStudent.page, 'Ola sitter stille.');
  const caret = text(page).locator('[data-client]');
  const pennant = caret.locator(':scope > *');
  await expect(caret).toHaveAttribute('title', 'Ola Berg');
  await expect
    .poll(() => pennant.evaluate((name) => (name as HTMLElement).innerText.trim()))
    .toMatch(/^Ola/);
  await expect(pennant).toBeHidden({ timeout: 10_000 });

  await page.evaluate(() => {
    Object.assign(window, { seen: 0 });
    const look = () => {
      for (const one of document.querySelectorAll('[data-client] > *'))
        if (getComputedStyle(one).visibility !== 'hidden') Object.assign(window, { seen: 1 });
      requestAnimationFrame(look);
    };
    look();
  });
  await text(page).getByRole('paragraph').last().click();
  await page.keyboard.press('Home');
  await page.keyboard.type('Jeg skriver i samme linje, ', { delay: 20 });
  await page.keyboard.press('Control+z');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('Og på en annen. ', { delay: 20 });
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (window as unknown as { seen: number }).seen)).toBe(0);
  await secondStudent.page.keyboard.press('ArrowLeft');
  await expect(pennant, 'they have moved').toBeVisible();
});

test('F78 on a phone a person’s portrait covers no word of what went wrong', async ({
  enter,
  cast,
}) => {
  const { page, watch } = await enter(cast.student, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  watch.expect(/status of 404|WebSocket/);
  await page.goto('/dokument/0192f0c0-0000-7000-8000-000000000000');
  const problem = page.getByRole('alert').filter({ hasText: 'Vi finner ikke dokumentet' });
  await expect(problem).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Dokument' })).toBeVisible();
  const portrait = await boxOf(page.getByRole('button', { name: /^Kari/ }));
  expect((await boxOf(problem)).y).toBeGreaterThanOrEqual(portrait.bottom);
  await expectAccessible(page, 'a document that is not found');
});

const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoNormal>Tre ting:<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Første punkt</p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span></span><![endif]>Under det</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Andre punkt</p>
<p class=MsoNormal>Og i rekkefølge:</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span>Spørre</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp; </span></span>Lytte</p>
<p class=MsoNormal>Uten stil:</p>
<p class=MsoListParagraph>·       Løst punkt</p>
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Kapittel fem</p></div></div>
<!--EndFragment--></body></html>`;

test('DOC-30 lists and notes from Word are lists and notes, and a picture that is left out is spoken of', async ({
  student,
}) => {
  const { page } = student;
  await makeDocument(page, 'Fra Word', 'Bare for deg');
  await paste(page, FROM_WORD);
  const lists = text(page).locator(':scope > ul, :scope > ol');
  await expect(lists).toHaveText(['Første punktUnder detAndre punkt', 'SpørreLytte', 'Løst punkt']);
  await expect(lists.nth(0).locator(':scope > li')).toHaveCount(2);
  await expect(lists.nth(0).locator('li > ul > li')).toHaveText('Under det');
  expect(await lists.evaluateAll((all) => all.map(({ tagName }) => tagName))).toEqual([
    'UL',
    'OL',
    'UL',
  ]);
  await expect(page.getByRole('region', { name: 'Fotnoter' })).toContainText('Kapittel fem');
  await expect(text(page)).not.toContainText('[1]');
  const note = text(page).getByRole('button', { name: 'Fotnote 1' });
  await expect(note).toBeVisible();
  const taken = await note.locator('..').evaluate((mark) => mark.getBoundingClientRect().width);
  expect(taken, 'no wide gap in the words').toBeLessThanOrEqual(16);

  await page.keyboard.press('Control+End');
  await paste(page, '<p>Se her: <img src="https://example.org/x.png" alt="Et kart"></p>');
  await expect(text(page)).toContainText('Se her:');
  await expect(page.getByRole('main').getByText(/^Et bilde ble ikke med/)).toBeVisible();
  await expectSpoken(page, 'Et bilde ble ikke med');
});

test('IMG-7 the picture is seen where its words are asked for', async ({ student }) => {
  const { page } = student;
  await makeDocument(page, 'Med bilde', 'Bare for deg');
  await text(page).focus();
  await page.getByRole('button', { name: 'Sett inn', exact: true }).click();
  await tools(page).getByRole('button', { name: 'Bilde' }).click();
  const sheet = page.getByRole('dialog', { name: 'Bilde' });
  const choose = sheet.getByRole('button', { name: 'Velg et bilde' });
  await expect(choose).toBeVisible();
  const room = await choose.evaluate(
    (button) =>
      button.getBoundingClientRect().top -
      (button.closest('form')?.parentElement?.getBoundingClientRect().top ?? 0),
  );
  expect(room, 'the ring is not cut off').toBeGreaterThanOrEqual(5);
  await sheet.locator('input[type=file]').setInputFiles(await photo());
  const shown = sheet.locator('form img');
  const width = () => shown.evaluate((img) => (img as HTMLImageElement).naturalWidth);
  await expect.poll(width).toBe(90);
  await sheet.getByLabel('Hva viser bildet?').fill('En dør');
  await sheet.getByRole('button', { name: 'Sett inn' }).click();
  await text(page).getByRole('button', { name: 'Viser: En dør' }).click();
  await expect.poll(width).toBe(90);
});

test('F44 DOC-47 the name at another’s caret covers no word, wide or narrow', async ({
  school,
  cast,
  student,
  secondStudent,
}) => {
  const group = await groupOf(school, cast, cast.student, cast.secondStudent);
  test.setTimeout(120_000);
  const { page } = student;
  await makeDocument(page, 'Navnet i teksten', group.name);
  await text(page).click();
  const words = 'Behandleren sier nei, og Siri blir stille mens navnet hennes står i journalen. ';
  await page.keyboard.insertText(words.repeat(6));
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(words.repeat(3));
  await expect(saved(page)).toBeVisible();
  await openFromList(secondStudent, 'Navnet i teksten');
  const first = text(secondStudent.page).getByRole('paragraph').first();
  await expect(first).toContainText(words);
  const pennant = text(page).locator('[data-client] > *');
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 });
    for (const [x, line] of [
      [40, 0],
      [300, 1],
      [200, 2],
      [500, 3],
    ] as const) {
      await first.click({ position: { x, y: 14 + 27 * line } });
      await expect(pennant).toBeVisible();
      expect(await coveredWords(page), `${width} px, line ${line}`).toEqual([]);
      await expectInWindow(page, pennant);
      await expect(pennant).toBeHidden({ timeout: 10_000 });
    }
  }
});

/** The words that a name at a caret lies over: over their letters, not the empty rim of their boxes. */
const coveredWords = (page: Page) =>
  page.evaluate(async () => {
    // As it is drawn, and not in the middle of a move.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const names = [...document.querySelectorAll('[data-client] > *')].map((name) =>
      name.getBoundingClientRect(),
    );
    const walker = document.createTreeWalker(
      document.querySelector('.ProseMirror') as Element,
      NodeFilter.SHOW_TEXT,
    );
    const range = document.createRange();
    const covered: string[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      if (node.parentElement?.closest('[data-client]')) continue;
      for (const { 0: word, index } of node.data.matchAll(/\S+/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        for (const box of range.getClientRects())
          for (const name of names)
            if (
              name.left < box.right &&
              name.right > box.left &&
              name.top < box.bottom - 2 &&
              name.bottom > box.top + 4
            )
              covered.push(word);
      }
    }
    return covered;
  });

test('F52 DOC-45 pinned tools are one row in the panel of a session and on its sheet, and the note is in sight under them', async ({
  student,
  session,
}) => {
  const { page } = student;
  await page.setViewportSize({ width: 1366, height: 768 });
  await makeDocument(page, 'Festet', 'Bare for deg');
  await pinTools(page);
  await join(student, session);
  await openPanel(page, 'Dokument');
  await page.getByRole('button', { name: 'Åpne det felles notatet' }).click();
  await write(page, 'En linje.');
  const line = text(page).getByText('En linje.');
  const expectOneRow = async () => {
    expect((await boxOf(tools(page))).height).toBeLessThan(70);
    await expect(line).toBeInViewport({ ratio: 1 });
    expect((await boxOf(line)).y).toBeGreaterThanOrEqual((await boxOf(tools(page))).bottom);
  };
  await expectOneRow();
  // Each tool that the arrows come to lies whole in the row, clear of what stands at its end.
  await page.keyboard.press('Alt+F10');
  const names = await tools(page).getByRole('button').allInnerTexts();
  expect(names.length).toBeGreaterThan(8);
  for (const name of names) {
    const tool = tools(page).getByRole('button', { name, exact: true });
    await expect(tool).toBeFocused();
    const [own, row] = [await boxOf(tool), await boxOf(tools(page))];
    expect(own.x, name).toBeGreaterThanOrEqual(row.x - 1);
    expect(own.right, name).toBeLessThanOrEqual(row.right + 1);
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Legg på arket' }).click();
  await expect(line).toBeVisible();
  await expectOneRow();
});
