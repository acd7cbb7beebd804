import type { Locator } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { type Cast, expect, test } from '../people.ts';
import type { PlannedPerson } from '../planning.ts';
import { chatField, join, openPanel, openSheet, queue, raiseHand, untilHeeded } from '../room.ts';
import type { School } from '../school.ts';
import type { Line } from '../seats.ts';
import { brokenWords, uncovered } from './targets.ts';

test('F10 the name of the other teacher is read in whole words beside what can be done', async ({
  enter,
  school,
  cast,
}) => {
  const solveig = await school.planning.person({ name: 'Solveig Haugen', role: 'teacher' });
  const { cohort, teacher } = cast;
  const session = await school.planning.session({ cohort, teachers: [teacher, solveig] });
  const leads = await enter(teacher);
  await join(leads, session);
  await join(await enter(solveig), session);
  const { page } = leads;
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    await (width < 896 ? openSheet(page, 'Folk') : openPanel(page, 'Folk'));
    const row = page.getByRole('listitem').filter({ hasText: 'Gi ledelsen' });
    await expect(row).toBeVisible();
    expect(await brokenWords(row), `${width} px`).toEqual([]);
    const name = await row.getByText('Solveig Haugen', { exact: true }).first().boundingBox();
    expect(name?.width, `${width} px`).toBeGreaterThan(110);
    if (width < 896) continue;
    // Beside each other: none falls to a line of its own.
    const tops = await row
      .getByRole('button')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(tops).toHaveLength(2);
    expect(new Set(tops).size, `${width} px`).toBe(1);
  }
});

const PAUSE = ['Det går fint', 'Se til meg', 'Vil snakke'] as const;

/** Low windows of a desktop: small laptops, and a larger one at 150 % zoom. */
const LOW = [
  [910, 512],
  [910, 560],
  [1093, 600],
  [1280, 600],
] as const;

test('F10 F11 F78 each row of the people and of the queue is heard as one sentence, its buttons apart', async ({
  teacher,
  student,
  session,
}) => {
  for (const one of [teacher, student]) await join(one, session);
  await raiseHand(student.page);
  await openPanel(teacher.page, 'Folk');
  const row = teacher.page.getByRole('listitem', {
    name: /^Kari Nilsen\. (Mikrofon av\. )?Hånda er oppe, nummer 1\.$/,
  });
  await expect(row).toBeVisible();
  await expect(queue(teacher.page)).toMatchAriaSnapshot(`
    - list:
      - listitem:
        - text: "Nummer 1: Kari, nå nettopp."
        - button "Gi ordet til Kari"
        - button "Senk hånda til Kari"
  `);
});

test('F11 F13 with a long queue the heading, the way out and the field to write in stay whole', async ({
  teacher,
  school,
  cast,
  sitWithHandsUp,
}) => {
  test.setTimeout(120_000);
  const { page } = teacher;
  const lines: Line[] = [];
  const students = await studentsOf(school, cast, 13);
  await join(teacher, cast.session);
  for (const hands of [0, 2, 13]) {
    lines.push(...(await sitWithHandsUp(cast.session, students.slice(lines.length, hands))));
    await expect(queue(page).getByRole('listitem')).toHaveCount(hands);
    for (const [width, height] of LOW) {
      await page.setViewportSize({ width, height });
      const at = `${hands} hands, ${width} × ${height} px`;
      expect(await uncovered(chatField(page)), at).toBe(true);
      if (hands === 0) continue;
      for (const name of ['Gi ordet til neste', 'Steng køen'])
        expect(await uncovered(queue(page).getByRole('button', { name })), at).toBe(true);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const name of ['Gi ordet til neste', 'Steng køen'])
    expect(await uncovered(queue(page).getByRole('button', { name })), name).toBe(true);

  await page.setViewportSize({ width: 360, height: 740 });
  await openSheet(page, 'Folk');
  const sheet = page.getByRole('dialog');
  const inSheet = [
    sheet.getByRole('heading', { name: 'Folk' }),
    ...['Lukk', 'Gi ordet til neste', 'Steng køen'].map((name) =>
      sheet.getByRole('button', { name }),
    ),
  ];
  for (const part of inSheet) expect(await uncovered(part), `${part}`).toBe(true);
  const last = sheet.getByRole('button', { name: 'Gi ordet til Elev13', exact: true });
  await last.scrollIntoViewIfNeeded();
  expect(await uncovered(last), 'the queue scrolls by itself').toBe(true);
  for (const part of inSheet) expect(await uncovered(part), `${part}`).toBe(true);
});

test('HAND-10 F11 F13 a queue of any length leaves the chat three messages, and opens at a press', async ({
  teacher,
  student,
  school,
  cast,
  sitWithHandsUp,
}) => {
  test.setTimeout(180_000);
  for (const one of [teacher, student]) {
    await join(one, cast.session);
    await openPanel(one.page, 'Samtale');
  }
  const others = await studentsOf(school, cast, 12);
  await sitWithHandsUp(cast.session, others.slice(0, 6));
  await raiseHand(student.page);
  await sitWithHandsUp(cast.session, others.slice(6));
  await untilHeeded(teacher.page);
  await queue(teacher.page).getByRole('button', { name: 'Gi ordet til neste' }).click();
  for (const { page } of [teacher, student]) {
    await expect(queue(page).getByRole('listitem')).toHaveCount(12);
    await expect(queue(page)).toContainText('har ordet');
    const height = async () =>
      (await page.getByRole('region', { name: 'Meldinger' }).boundingBox())?.height;
    for (const [width, least] of [
      ['1280 × 800', 180],
      ['1366 × 650', 180],
      ['1024 × 500', 60],
    ] as const) {
      const [wide, high] = width.split(' × ').map(Number);
      await page.setViewportSize({ width: wide ?? 0, height: high ?? 0 });
      await expect.poll(height, { message: width }).toBeGreaterThanOrEqual(least);
      expect(await uncovered(chatField(page)), width).toBe(true);
    }
    await page.setViewportSize({ width: 1366, height: 650 });
    const all = queue(page).getByRole('button', { name: '12 hender oppe' });
    const folded = await height();
    await all.click();
    await expect(all).toHaveAttribute('aria-expanded', 'true');
    await expect.poll(height).toBeLessThan(folded ?? 0);
    await expectAccessible(page, 'the whole queue');
    await all.click();
    await expect.poll(height).toBe(folded);
  }
});

/** How much of something can be seen within what scrolls around it. */
const seenPart = (place: Locator) =>
  place.evaluate((element) => {
    const [own, list] = [element, element.parentElement as HTMLElement].map((one) =>
      one.getBoundingClientRect(),
    ) as [DOMRect, DOMRect];
    const seen = Math.min(own.bottom, list.bottom) - Math.max(own.top, list.top);
    return Math.max(0, seen) / own.height;
  });

test('F11 the queue says how many hands are up, and its last row fades while there are more below', async ({
  teacher,
  school,
  cast,
  sitWithHandsUp,
}) => {
  test.setTimeout(120_000);
  const { page } = teacher;
  await join(teacher, cast.session);
  const students = await studentsOf(school, cast, 8);
  await sitWithHandsUp(cast.session, students.slice(0, 1));
  await expect(queue(page).getByRole('listitem')).toHaveCount(1);
  await expect(queue(page)).not.toContainText('oppe');
  await sitWithHandsUp(cast.session, students.slice(1));
  await expect(queue(page).getByText('8 hender oppe', { exact: true })).toBeVisible();
  const list = queue(page).getByRole('list');
  const mask = () => list.evaluate((rows) => getComputedStyle(rows).maskImage);
  expect(await seenPart(list.getByRole('listitem').last()), 'there are more').toBe(0);
  await expect.poll(mask).toContain('gradient');
  await list.getByRole('listitem').last().scrollIntoViewIfNeeded();
  await expect.poll(mask, 'at the end nothing fades').toBe('none');
  await queue(page).getByRole('button', { name: 'Gi ordet til neste' }).click();
  await expect(queue(page).getByText('7 hender oppe', { exact: true })).toBeVisible();
});

test('F11 on a phone the sheet of people begins with its title, and the queue in it has a whole row', async ({
  teacher,
  school,
  cast,
  sitWithHandsUp,
}) => {
  test.setTimeout(120_000);
  const { page } = teacher;
  await join(teacher, cast.session);
  await sitWithHandsUp(cast.session, await studentsOf(school, cast, 3));
  for (const [width, height] of [
    [320, 568],
    [360, 740],
  ] as const) {
    const at = `${width} × ${height}`;
    await page.setViewportSize({ width, height });
    await openSheet(page, 'Folk');
    const sheet = page.getByRole('dialog');
    const inSheet = sheet.getByRole('region', { name: 'Hvem har ordet' });
    await expect(inSheet.getByRole('listitem')).toHaveCount(3);
    const [whole, close, said] = await Promise.all(
      [sheet, sheet.getByRole('button', { name: 'Lukk' }), inSheet].map((one) => one.boundingBox()),
    );
    expect((close?.y ?? 0) - (whole?.y ?? 0), `${at}: the way out is at the top`).toBeLessThan(32);
    expect(said?.y, at).toBeGreaterThanOrEqual((close?.y ?? 0) + (close?.height ?? 0));
    expect(await seenPart(inSheet.getByRole('listitem').first()), at).toBeCloseTo(1, 1);
    for (const name of ['Gi ordet til neste', 'Steng køen'])
      expect(await uncovered(inSheet.getByRole('button', { name })), `${at}: ${name}`).toBe(true);
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
  }
});

test('F11 on a phone every sheet says who has the word, ends one’s own, and leaves the field to write in whole', async ({
  teacher,
  student,
  session,
}) => {
  await join(teacher, session);
  await join(student, session);
  const { page } = student;
  const sheet = page.getByRole('dialog');
  const head = sheet.getByRole('region', { name: 'Hvem har ordet' });
  await page.setViewportSize({ width: 360, height: 640 });
  await openSheet(page, 'Samtale');
  await expect(head).toHaveText('Ingen har ordet.');
  await page.keyboard.press('Escape');
  await raiseHand(page);
  await openSheet(page, 'Samtale');
  await expect(head).toContainText('Du er nummer 1.');
  await untilHeeded(teacher.page);
  const before = await chatField(page).boundingBox();
  await queue(teacher.page).getByRole('button', { name: 'Gi ordet til Kari' }).click();
  await expect(head).toContainText('Du har ordet.');
  expect(await chatField(page).boundingBox(), 'nothing moves').toEqual(before);
  for (const [width, height] of [
    [740, 360],
    [640, 400],
    [320, 568],
    [360, 640],
  ] as const) {
    const at = `${width} × ${height}`;
    await page.setViewportSize({ width, height });
    expect(await uncovered(chatField(page)), at).toBe(true);
    expect(await uncovered(head.getByRole('button', { name: 'Ferdig' })), at).toBe(true);
    await expectAccessible(page, `the chat and one’s own word, ${at}`);
  }
  for (const name of ['Agenda', 'Folk']) {
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await openSheet(page, name);
    await expect(head, name).toContainText('Du har ordet');
    expect(await uncovered(head.getByRole('button', { name: 'Ferdig' })), name).toBe(true);
  }
  await untilHeeded(page);
  await head.getByRole('button', { name: 'Ferdig' }).click();
  await expect(head).toContainText('Ingen har ordet');
  await expect(queue(teacher.page)).toContainText('Ingen har ordet');
});

test('F11 whoever stands far back in the queue sees their own place, and their own row', async ({
  student,
  teacher,
  school,
  cast,
  sitWithHandsUp,
}) => {
  test.setTimeout(120_000);
  const { page } = student;
  await join(student, cast.session);
  await join(teacher, cast.session);
  const others = await studentsOf(school, cast, 12);
  await sitWithHandsUp(cast.session, others.slice(0, 6));
  await raiseHand(page);
  const place = queue(page).getByText('Du er nummer 7.', { exact: true });
  const row = queue(page).getByRole('listitem').filter({ hasText: /^7Du/ });
  for (const [width, height] of [[1280, 800], ...LOW] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => uncovered(row), { message: `${width} × ${height}` }).toBe(true);
    expect(await uncovered(place), `${width} × ${height}`).toBe(true);
    expect(await uncovered(chatField(page)), `${width} × ${height}`).toBe(true);
  }
  await sitWithHandsUp(cast.session, others.slice(6));
  await untilHeeded(teacher.page);
  await queue(teacher.page).getByRole('button', { name: 'Gi ordet til neste' }).click();
  await expect(queue(page).getByText('Du er nummer 6.', { exact: true })).toBeVisible();
  const moved = queue(page).getByRole('listitem').filter({ hasText: /^6Du/ });
  await expect.poll(() => uncovered(moved), 'the queue moves up').toBe(true);
});

test('F11 the queue says who has lost the line, before the word is given to an empty chair', async ({
  teacher,
  cast,
  session,
  sitWithHandsUp,
}) => {
  await join(teacher, session);
  const lines = await sitWithHandsUp(session, [cast.student, cast.secondStudent]);
  const [gone, here] = [/Kari/, /Ola/].map((name) =>
    queue(teacher.page).getByRole('listitem').filter({ hasText: name }),
  );
  await expect(here as Locator).toContainText('nå nettopp');
  lines[0]?.io.engine.close();
  await expect(gone as Locator).toContainText('mistet linja');
  await expect(here as Locator).not.toContainText('mistet linja');
});

test('F11 to oneself the word is given in the right case', async ({ teacher, session }) => {
  await join(teacher, session);
  await raiseHand(teacher.page);
  const own = queue(teacher.page).getByRole('listitem');
  await expect(own.getByRole('button', { name: 'Senk hånda di', exact: true })).toBeVisible();
  await untilHeeded(teacher.page);
  await own.getByRole('button', { name: 'Gi ordet til deg', exact: true }).click();
  await expect(queue(teacher.page)).toContainText('Du har ordet');
});

/** More students of the cast's cohort. */
async function studentsOf(school: School, { cohort }: Cast, count: number) {
  const people: PlannedPerson[] = [];
  for (let nth = 1; nth <= count; nth += 1) {
    const name = `Elev${nth} Haugerud`;
    people.push(await school.planning.person({ name, role: 'student', cohort }));
  }
  return people;
}

test('F13 F14 an answer from the teachers moves nothing over the chat, which fits one row on a phone', async ({
  teacher,
  student,
  session,
}) => {
  for (const one of [teacher, student]) await join(one, session);
  const { page } = student;
  const placesOf = async (...names: readonly (string | RegExp)[]) => {
    const boxes = names.map((name) => page.getByRole('button', { name }).last().boundingBox());
    return Promise.all(boxes);
  };
  const tools = () => placesOf(/^Skriv til underviserne/, 'Reager', 'Søk', 'Valg for samtalen');
  const answer = async (text: string) => {
    await openPanel(teacher.page, /^Til deg/);
    await teacher.page.getByRole('button', { name: 'Svar Kari' }).click();
    await teacher.page.getByLabel('Svar til Kari').fill(text);
    await teacher.page.getByRole('button', { name: 'Send' }).last().click();
  };

  await page.setViewportSize({ width: 1280, height: 760 });
  await openPanel(page, /^Samtale/);
  await page.getByRole('button', { name: /^Skriv til underviserne/ }).click();
  await page.getByLabel('Melding til underviserne').fill('Hei');
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const before = await tools();
  await answer('Ja');
  const withOne = page.getByRole('button', { name: 'Skriv til underviserne, 1 nytt svar' });
  await expect(withOne).toBeVisible();
  await expect.poll(tools).toEqual(before);

  await page.setViewportSize({ width: 360, height: 760 });
  await openSheet(page, 'Samtale');
  const rows = async () =>
    new Set((await tools()).map((box) => box && Math.round(box.y + box.height / 2))).size;
  await expect.poll(rows, 'the sheet comes up, and all of it stands on one row').toBe(1);
  for (const box of await tools()) expect(box && box.x + box.width).toBeLessThanOrEqual(360);
});

test('F37 on a phone an answer from the teachers moves no choice of a pause', async ({
  teacher,
  student,
  session,
}) => {
  for (const one of [teacher, student]) await join(one, session);
  const { page } = student;
  await page.setViewportSize({ width: 360, height: 760 });
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const choices = PAUSE.map((name) => page.getByRole('button', { name }));
  await choices[1]?.click();
  await openPanel(teacher.page, /^Til deg/);
  const place = () => Promise.all(choices.map((one) => one.boundingBox()));
  await expect(teacher.page.getByRole('button', { name: 'Skriv til Kari' })).toBeVisible();
  const before = await place();
  await teacher.page.getByRole('button', { name: 'Skriv til Kari' }).click();
  await teacher.page.getByLabel('Svar til Kari').fill('Jeg ser til deg.');
  await teacher.page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Skriv til underviserne/ })).toBeVisible();
  expect(await place()).toEqual(before);
});
