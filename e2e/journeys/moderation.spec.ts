import type { Locator } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { expectSound } from '../media.ts';
import { expect, test } from '../people.ts';
import { expectInRoom, expectSpoken, join, openPanel, openSheet, rowOf } from '../room.ts';
import { uncovered } from '../screens/targets.ts';
import { enterRoom, microphone, useMedia } from '../seminar.ts';

useMedia();

/** What a browser says by itself of a line that is not let in. */
const TURNED_AWAY = /status of 40[134].* at \/rtc\/|\/rtc\/.* HTTP Authentication failed/;

test('REMOVE-5 REMOVE-6 taken out: undone, let in again from the list, and kept out over a reload until then', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  // Whoever is taken out knocks once more, and is turned away.
  student.watch.expect(TURNED_AWAY);
  const { page } = teacher;
  const out = student.page.getByRole('heading', { name: 'Berit Aune har tatt deg ut av økten' });
  const back = student.page.getByRole('heading', { name: 'Du kan komme inn igjen' });
  const comeBack = async () => {
    await expect(back).toBeVisible({ timeout: 20_000 });
    await expect(student.page.getByText('Berit Aune har sluppet deg inn igjen.')).toBeVisible();
    await student.page.getByRole('button', { name: 'Bli med igjen' }).click();
    await expectInRoom(student.page);
  };
  const remove = async () => {
    const row = rowOf(page, student.name);
    await row.getByRole('button', { name: /^Valg/ }).click();
    await row.getByRole('button', { name: 'Fjern fra økten' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Fjern/ })
      .click();
  };
  await openPanel(page, 'Folk');

  await microphone(student).click();
  await expectSpoken(student.page, 'Mikrofonen er på.');
  await remove();
  await expect(out).toBeVisible();
  await expectSpoken(student.page, 'Du er ute av økten. Mikrofon og kamera er av.');
  await expect(student.page.getByText('Mikrofonen er på.'), 'it is not so any more').toHaveCount(0);
  // From the moment of a question on: asked every five seconds, the next would come too late.
  await student.page.waitForResponse(/own-removal/);
  await page.getByRole('button', { name: 'Angre' }).click();
  await expect(back, 'heard of within a second or so').toBeVisible({ timeout: 3_500 });
  await expect(page.getByText('Kari kan komme inn igjen.').first()).toBeVisible();
  await comeBack();

  await remove();
  await expect(out).toBeVisible();
  await student.page.reload();
  await expect(out, 'kept out over a reload').toBeVisible();
  await expect(student.page.getByText(/ta kontakt med Berit Aune/)).toBeVisible();
  await expectAccessible(student.page, 'taken out');
  for (const outside of [`${session.path}/om`, '/']) {
    await student.page.goto(outside);
    await expect(
      student.page.getByText(/Berit Aune har tatt deg ut av økten\. Det var klokka \d\d:\d\d\./),
    ).toBeVisible();
    await expect(student.page.getByText('bare de den er planlagt for')).toHaveCount(0);
  }
  await student.page.goto(session.path);
  await expect(out).toBeVisible();
  await expect(student.page.getByText('Det er ikke skrevet noen grunn.')).toBeVisible();
  await expectAccessible(student.page, 'taken out without words');
  await student.page
    .getByRole('main')
    .getByRole('button', { name: 'Trenger du noen å snakke med?' })
    .click();
  await expect(
    student.page.getByRole('dialog').getByRole('link', { name: /^Ring/ }).first(),
  ).toBeVisible();
  await student.page.keyboard.press('Escape');
  await student.page.getByRole('main').getByRole('button', { name: 'Meld fra om noe' }).click();
  await expect(student.page.getByRole('dialog', { name: 'Meld fra om noe' })).toBeVisible();
  await student.page.keyboard.press('Escape');
  const keptOut = page.getByRole('region', { name: 'Tatt ut, 1' });
  await expect(keptOut).toContainText(/Klokka \d\d:\d\d, av deg/);
  await expect(rowOf(page, student.name), 'in one place alone').toHaveCount(1);
  await expect(page.getByRole('region', { name: /^Har gått ut/ })).toHaveCount(0);
  await expectAccessible(page, 'the list of who is kept out');
  await keptOut.getByRole('button', { name: 'Slipp inn igjen' }).click();
  await expect(keptOut).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Angre' }), 'it is undone').toHaveCount(0);
  await comeBack();

  await page.getByRole('button', { name: 'Vis loggen' }).click();
  const log = page.getByRole('region', { name: 'Logg' });
  await expect(log.getByText('Du tok Kari Nilsen ut av økten.')).toHaveCount(2);
  await expect(log.getByText('Du slapp Kari Nilsen inn igjen.')).toHaveCount(2);
  await expectAccessible(page, 'the log');
  await openPanel(student.page, 'Folk');
  await expect(student.page.getByRole('button', { name: 'Vis loggen' })).toHaveCount(0);
});

test('REMOVE-5 let in again before the page has learned that one was out, and told so in words meanwhile', async ({
  teacher,
  student,
  session,
}) => {
  await join(teacher, session);
  await join(student, session);
  student.watch.expect(TURNED_AWAY);
  const { page } = student;
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const asked = page.waitForRequest(/own-removal/);
  await page.route(/own-removal/, async (route) => {
    await answered;
    await route.continue();
  });
  await openPanel(teacher.page, 'Folk');
  await rowOf(teacher.page, student.name).getByRole('button', { name: /^Valg/ }).click();
  await rowOf(teacher.page, student.name).getByRole('button', { name: 'Fjern fra økten' }).click();
  const sheet = teacher.page.getByRole('dialog');
  await sheet.getByRole('button', { name: /^Fjern/ }).click();
  await asked;
  await expect(page.getByText('Du er ikke inne i økten nå. Vi finner ut hvorfor …')).toBeVisible();
  const shapes = page
    .getByRole('status')
    .filter({ hasText: 'Vi finner ut' })
    .locator('span')
    .last();
  await expect(shapes, 'as wide as what comes').toBeVisible();
  await teacher.page
    .getByRole('region', { name: 'Tatt ut, 1' })
    .getByRole('button', { name: 'Slipp inn igjen' })
    .click();
  await expect(teacher.page.getByRole('region', { name: 'Tatt ut, 1' })).toHaveCount(0);
  answer();
  await expect(page.getByText('Berit Aune har sluppet deg inn igjen.')).toBeVisible();
  await page.getByRole('button', { name: 'Bli med igjen' }).click();
  await expectInRoom(page);
});

test('ROOM-7 REMOVE-1 what a teacher can do with one person begins alike, and all of it comes in sight', async ({
  teacher,
  student,
  session,
}) => {
  for (const one of [teacher, student]) await enterRoom(one, session);
  const { page } = teacher;
  for (const [width, height] of [
    [1366, 768],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height });
    await (width < 896 ? openSheet(page, 'Folk') : openPanel(page, 'Folk'));
    const row = page
      .getByRole(width < 896 ? 'dialog' : 'tabpanel')
      .getByRole('listitem')
      .filter({ hasText: student.name });
    await row.getByRole('button', { name: /^Valg/ }).click();
    const [first, last] = [/^Fest for meg/, /^Fjern fra økten/].map((name) =>
      row.getByRole('button', { name }),
    ) as [Locator, Locator];
    await expect(first).toBeInViewport({ ratio: 1 });
    // Of an ordinary window; a phone shows at least that it is there.
    await expect(last).toBeInViewport({ ratio: width < 896 ? 0.1 : 1 });
    // The name has the room first, and stays while one goes on to the last and back, which it covers no more than that.
    for (const choice of [last, first]) {
      await choice.focus();
      await expect(choice).toBeInViewport({ ratio: 0.95 });
      // Pressed where it stands: nothing lies over it.
      await choice.click({ trial: true, timeout: 5_000 });
      expect(await uncovered(row.getByText(student.name, { exact: true }))).toBe(true);
    }
    const rows = row.getByRole('button', { name: /: / });
    const boxes = await rows.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).map(({ left, height }) => ({ left, height })),
    );
    expect(boxes).toHaveLength(9);
    await expect(rows.locator('svg'), 'the words of all begin alike').toHaveCount(9);
    // Two short ones share a row.
    expect(boxes.filter(({ left }) => left !== boxes[0]?.left)).toHaveLength(1);
    for (const box of boxes) {
      expect(box.height).toBeGreaterThanOrEqual(44);
      expect(box.height).toBeLessThanOrEqual(48);
    }
  }
  await page.getByRole('button', { name: /^Fjern fra økten/ }).click();
  const colour = (what: Locator) => what.evaluate((one) => getComputedStyle(one).color);
  const leaves = page.getByText('Gå ut', { exact: true }).first();
  expect(
    await colour(page.getByRole('dialog').getByRole('button', { name: /^Fjern/ })),
    'what takes somebody out looks like it',
  ).toBe(await colour(leaves));
});

test('STAGE-3 ROOM-7 one person at a time has their choices unfolded, with the name in sight, and Escape folds them away', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  for (const one of [teacher, student, secondStudent]) await enterRoom(one, session);
  const { page } = teacher;
  for (const [width, height] of [
    [1366, 500],
    [360, 560],
  ] as const) {
    await page.setViewportSize({ width, height });
    await (width < 896 ? openSheet(page, 'Folk') : openPanel(page, 'Folk'));
    const place = page.getByRole(width < 896 ? 'dialog' : 'tabpanel');
    const choicesOf = ({ name }: typeof student) =>
      place.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: /^Valg/ });
    const unfolded = place.getByRole('button', { name: /^Fjern fra økten/ });
    for (const one of [student, secondStudent]) {
      await choicesOf(one).click();
      await expect(unfolded, 'never two in one list').toHaveCount(1);
      await expect(unfolded).toHaveAccessibleName(new RegExp(one.name));
      await expect(
        place.getByRole('listitem').filter({ hasText: one.name }).getByText(one.name).first(),
        `${width} × ${height}: whom it concerns`,
      ).toBeInViewport({ ratio: 1 });
      await expect(choicesOf(one)).toBeInViewport({ ratio: 1 });
    }
    await unfolded.focus();
    await page.keyboard.press('Escape');
    await expect(unfolded).toHaveCount(0);
    await expect(choicesOf(secondStudent), 'and the list is open still').toBeFocused();
  }
});

test('REMOVE-6 another teacher sees at once who is taken out and let in again', async ({
  teacher,
  secondTeacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await join(secondTeacher, session);
  await join(student, session);
  student.watch.expect(TURNED_AWAY);
  const { page } = teacher;
  for (const one of [teacher, secondTeacher]) await openPanel(one.page, 'Folk');
  // What is asked for at intervals alone would take up to ten seconds.
  const atOnce = { timeout: 4_000 };
  const seen = secondTeacher.page.getByRole('region', { name: 'Tatt ut, 1' });
  for (let round = 0; round < 2; round++) {
    const row = rowOf(page, student.name);
    await row.getByRole('button', { name: /^Valg/ }).click();
    await row.getByRole('button', { name: 'Fjern fra økten' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Fjern/ })
      .click();
    await expect(seen).toBeVisible(atOnce);
    await expect(rowOf(secondTeacher.page, student.name)).toHaveCount(1);
    await seen.getByRole('button', { name: 'Slipp inn igjen' }).click();
    await expect(page.getByRole('region', { name: 'Tatt ut, 1' })).toHaveCount(0, atOnce);
    await expect(page.getByRole('button', { name: 'Angre' }), 'it is undone').toHaveCount(0);
    await student.page.getByRole('button', { name: 'Bli med igjen' }).click({ timeout: 20_000 });
    await expectInRoom(student.page);
  }
});

/** Whether it lies over the button of a tile, wherever one comes: the button is brought under it. */
const liesOverTiles = (strip: Locator) =>
  strip.evaluate((element) => {
    const button = document.querySelector<HTMLElement>('#stage [data-person] button');
    const from = button?.getBoundingClientRect();
    const to = element.getBoundingClientRect();
    if (!button || !from) return false;
    button.style.translate = `${to.left - from.left}px ${to.top - from.top}px`;
    element.style.pointerEvents = 'auto';
    const seen = document.elementFromPoint(to.left + 20, to.top + to.height / 2);
    button.style.translate = '';
    element.style.pointerEvents = '';
    return element.contains(seen);
  });

test('ROOM-7 ROOM-10 who was muted, and how many, is seen and heard', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  await enterRoom(teacher, session);
  for (const one of [student, secondStudent]) {
    await enterRoom(one, session);
    await microphone(one).click();
    await expectSound(one === student ? teacher.page : student.page);
  }
  const { page } = teacher;
  await openPanel(page, 'Folk');
  const row = rowOf(page, student.name);
  await row.getByRole('button', { name: /^Valg/ }).click();
  await row.getByRole('button', { name: 'Demp' }).click();
  const said = page.getByText('Kari er dempet.', { exact: true }).last();
  await expect(said).toBeVisible();
  for (const size of [{ width: 390, height: 844 }, page.viewportSize()]) {
    if (size) await page.setViewportSize(size);
    const box = await said.boundingBox();
    const top = await page.getByRole('main').boundingBox();
    const bar = await page.getByRole('region', { name: 'Kontroller' }).boundingBox();
    expect(box?.y ?? 0, 'over nothing of the agenda').toBeGreaterThan((top?.y ?? 0) + 120);
    expect((box?.y ?? 0) + (box?.height ?? 0), 'nor of the bar').toBeLessThan(bar?.y ?? 0);
    expect(await liesOverTiles(said), 'over the buttons of the tiles').toBe(true);
  }
  await expectSpoken(page, 'Kari er dempet.');
  await expect(microphone(student)).toHaveText('Mikrofon av');

  const muteAll = async (said: string) => {
    await page.getByRole('button', { name: 'For alle', exact: true }).click();
    await page.getByRole('button', { name: /^Demp alle/ }).click();
    await expect(page.getByText(said).last()).toBeVisible();
    await expectSpoken(page, said);
  };
  await muteAll('1 er dempet.');
  await expect(microphone(secondStudent)).toHaveText('Mikrofon av');
  await expectSpoken(secondStudent.page, 'Berit dempet mikrofonen din.');
  await muteAll('Ingen hadde mikrofonen på.');
  const notice = student.page.getByRole('status').filter({ hasText: 'dempet mikrofonen din' });
  await expect(notice, 'it ends by itself, so that what waits behind it shows').toHaveCount(0, {
    timeout: 20_000,
  });
  await expect(microphone(student), 'though it is still so').toHaveText('Mikrofon av');
});

test('REMOVE-5 LOBBY-9 on a phone what was done among the people is undone there, over whatever is scrolled', async ({
  teacher,
  student,
  session,
}) => {
  const { page } = teacher;
  await page.setViewportSize({ width: 360, height: 740 });
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  student.watch.expect(TURNED_AWAY);
  await openSheet(page, 'Folk');
  const people = page.getByRole('dialog', { name: /^Folk/ });
  // Thirty people may lie between the top and what is done for them all.
  await people.getByRole('button', { name: 'Dør, logg og gjester' }).click();
  await expect(people.getByRole('region', { name: 'For underviserne' })).toBeFocused();
  await expect(people.getByRole('button', { name: 'Lås døra' })).toBeInViewport();
  const row = people.getByRole('listitem').filter({ hasText: student.name }).first();
  const undo = people.getByRole('button', { name: 'Angre', exact: true });
  const choose = async (what: RegExp) => {
    await row.getByRole('button', { name: /^Valg/ }).click();
    await row.getByRole('button', { name: what }).click();
  };

  await choose(/^Fjern fra økten/);
  await page
    .getByRole('dialog', { name: /^Fjern/ })
    .getByRole('button', { name: /^Fjern/ })
    .click();
  await expect(undo).toBeInViewport();
  await expect(undo, 'what had the focus is gone').toBeFocused();
  await expectAccessible(page, 'a removal to be undone in a sheet');
  await undo.click();
  await expect(undo).toHaveCount(0);
  await student.page.getByRole('button', { name: 'Bli med igjen' }).click({ timeout: 20_000 });
  await expectInRoom(student.page);

  await choose(/^Send tilbake til venterommet/);
  await expect(undo).toBeInViewport();
  await undo.click();
  await expectInRoom(student.page);
  await expect(people.getByRole('listitem').filter({ hasText: student.name })).toHaveCount(1);
});
