import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../people.ts';
import { chatField, join, openSheet, untilHeeded } from '../room.ts';
import type { Line } from '../seats.ts';
import { needMedia } from '../seminar.ts';
import { uncovered } from './targets.ts';

test('F7 in a low window the menu of a small tile lies beside its name', async ({
  teacher,
  school,
  cast,
  session,
  sitWithHandsUp,
}) => {
  await needMedia(school.url);
  const { page } = teacher;
  await join(teacher, session);
  const others = [cast.secondTeacher, cast.student, cast.secondStudent, cast.thirdStudent];
  await sitWithHandsUp(session, others);
  const menus = page.getByRole('main').getByRole('button', { name: /^Valg for/ });
  for (const height of [512, 560]) {
    await page.setViewportSize({ width: 910, height });
    await expect(menus).toHaveCount(others.length);
    for (const menu of await menus.all()) {
      const told = await menu.evaluate((button) => {
        const its = button.getBoundingClientRect();
        const name = button.closest('[data-person]')?.querySelector('p')?.getBoundingClientRect();
        const apart = !name || name.right <= its.left + 1 || name.top >= its.bottom - 1;
        const middle = document.elementFromPoint(its.x + its.width / 2, its.y + its.height / 2);
        return { apart, pressed: middle !== null && button.contains(middle) };
      });
      expect(told, `${height} px`).toEqual({ apart: true, pressed: true });
    }
  }
});

/** Windows that are low or narrow, and as high as a face must be in them to be one. */
const FACES = [
  { width: 740, height: 360, atLeast: 60, view: 'Den som snakker' },
  { width: 740, height: 360, atLeast: 100, view: 'Alle' },
  { width: 1024, height: 500, atLeast: 72, view: 'Den som snakker' },
  { width: 1024, height: 500, atLeast: 72, view: 'Alle' },
  { width: 1280, height: 480, atLeast: 72, view: 'Den som snakker' },
  { width: 1280, height: 480, atLeast: 72, view: 'Ark og ansikter' },
  { width: 1280, height: 480, atLeast: 72, view: 'Alle' },
  { width: 360, height: 740, atLeast: 70, view: 'Alle' },
  { width: 768, height: 1024, atLeast: 130, view: 'Den som snakker' },
  { width: 768, height: 1024, atLeast: 130, view: 'Alle' },
];

test('F7 in a low window and on a tablet every face is a face, and whole', async ({
  teacher,
  school,
  cast,
  session,
  sitWithHandsUp,
}) => {
  await needMedia(school.url);
  const { page } = teacher;
  await join(teacher, session);
  const others = [cast.secondTeacher, cast.student, cast.secondStudent, cast.thirdStudent];
  await sitWithHandsUp(session, others);
  const faces = page.locator('#stage [data-person]');
  for (const { width, height, atLeast, view } of FACES) {
    const where = `${view}, ${width} × ${height}`;
    await page.setViewportSize({ width, height });
    await page.getByRole('main').getByRole('radio', { name: view }).check();
    // Oneself is among all, and the large one among those of the speaker.
    await expect(faces, where).toHaveCount(
      width === 360 || width === 740 || view !== 'Alle' ? 4 : 5,
    );
    for (const face of await faces.all()) {
      const box = await face.boundingBox();
      expect(box?.height, where).toBeGreaterThanOrEqual(atLeast);
      expect(box?.width, where).toBeGreaterThanOrEqual(72);
      await expect(face, where).toBeInViewport({ ratio: 0.99 });
    }
  }
});

/** A camera is as wide as this for its height. */
const WIDE_PICTURE = 16 / 9;

test('F24 F7 whoever is large is by far the largest, and keeps most of a wide picture', async ({
  teacher,
  school,
  cast,
  session,
  sitWithHandsUp,
}) => {
  await needMedia(school.url);
  const { page } = teacher;
  await join(teacher, session);
  const stage = page.locator('#stage');
  const lines: Line[] = [];
  for (const others of [
    [cast.student, cast.secondStudent],
    [cast.secondTeacher, cast.thirdStudent],
  ]) {
    lines.push(...(await sitWithHandsUp(session, others)));
    for (const [width, height] of [
      [360, 740],
      [740, 360],
      [768, 1024],
      [1024, 768],
      [1280, 800],
      [1280, 1024],
      [1680, 1000],
    ] as const) {
      const where = `${lines.length + 1} people, ${width} × ${height}`;
      await page.setViewportSize({ width, height });
      await expect(stage.locator('[data-person]'), where).toHaveCount(lines.length);
      const large = await stage.locator('[data-large]').boundingBox();
      const small = await stage.locator('[data-person]:not([data-large])').first().boundingBox();
      if (!large || !small) throw new Error(`${where}: nobody is seen`);
      const shape = large.width / large.height / WIDE_PICTURE;
      expect(Math.min(shape, 1 / shape), `${where}: of a wide picture`).toBeGreaterThan(0.67);
      const times = (large.width * large.height) / (small.width * small.height);
      expect(times, `${where}: larger`).toBeGreaterThan(2.5);
    }
  }
});

test('F24 a tile with room for it says in words how one is heard, and that it is pinned', async ({
  teacher,
  school,
  cast,
  session,
  sitWithHandsUp,
}) => {
  await needMedia(school.url);
  const { page } = teacher;
  await join(teacher, session);
  await sitWithHandsUp(session, [cast.student, cast.secondStudent]);
  await page.getByRole('tab', { name: /^Folk/ }).click();
  await page
    .getByRole('button', { name: /^Valg for bildet av/ })
    .last()
    .click();
  await page.getByRole('menuitem', { name: 'Fest for meg' }).click();
  const large = page.locator('#stage [data-large]');
  const small = page.locator('#stage [data-person]:not([data-large])');
  for (const [width, height] of [
    [1280, 800],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await widthOf(large, 'ikke i lyden'), `${width} px`).toBeGreaterThan(60);
    expect(await widthOf(large, 'festet for deg'), `${width} px`).toBeGreaterThan(60);
    const inWords = (await widthOf(small, 'ikke i lyden')) ?? 0;
    // Under the name where a tile has the height for it; else the name has the room.
    expect(inWords > 60, `${width} px: a small tile`).toBe(width === 1280);
    expect(await small.locator('b').evaluate((b) => b.scrollWidth <= b.clientWidth + 1)).toBe(true);
  }
});

const widthOf = async (tile: Locator, words: string) =>
  (await tile.getByText(words).first().boundingBox())?.width;

test('F7 the choice of view is as high as a finger needs, on a desktop too', async ({
  student,
  school,
  session,
}) => {
  await needMedia(school.url);
  await join(student, session);
  const views = student.page.getByRole('main').getByRole('radio');
  for (const height of [800, 480]) {
    await student.page.setViewportSize({ width: 1280, height });
    await expect(views, `${height} px`).toHaveCount(4);
    for (const view of await views.all()) {
      const which = `${await view.locator('xpath=ancestor::label').innerText()}, ${height} px`;
      expect((await view.boundingBox())?.height, which).toBeGreaterThanOrEqual(44);
    }
  }
});

test('F9 where a low window has no room for what one does now, one press leads to it, and covers nothing', async ({
  teacher,
  student,
  school,
  session,
}) => {
  await needMedia(school.url);
  const { page } = student;
  await join(teacher, session);
  await join(student, session);
  await teacher.page.getByRole('button', { name: 'Start: Innsjekk' }).click();
  const way = page.getByRole('main').getByRole('button', { name: 'Les alt' });
  const text = page.getByText('Ett ord om hvordan du kommer.');
  await expect(text, 'it stands where there is room').toBeVisible();
  await expect(way).toHaveCount(0);
  for (const [width, height] of [
    [640, 400],
    [740, 360],
  ] as const) {
    const at = `${width} × ${height}`;
    await page.setViewportSize({ width, height });
    expect(await uncovered(way), at).toBe(true);
    const left = page.getByRole('banner').getByText('igjen').first();
    expect(await uncovered(left), `${at}: how long is left`).toBe(true);
    await way.click();
    await expect(page.getByRole('dialog').filter({ has: text }), at).toBeVisible();
    expect(await uncovered(page.getByRole('dialog').getByText(/^Ett ord om/)), at).toBe(true);
    await page.keyboard.press('Escape');
    await expect(way, 'the focus comes back').toBeFocused();
  }
});

test('F9 at 200 % zoom the name of the item is whole, or one press away, and every control of the bar is in the window', async ({
  teacher,
  student,
  school,
  cast,
}) => {
  await needMedia(school.url);
  const long = 'Vi leser hele fortellingen om igjen med nye øyne og skriver ned ordene som åpner';
  const session = await school.planning.session({
    ...{ cohort: cast.cohort, teachers: [cast.teacher], startsInMinutes: -60 },
    agenda: [
      { title: 'Vi leser sammen', about: 'Ord som åpner.', minutes: 10, kind: 'item' },
      { title: 'Pause', about: '', minutes: 10, kind: 'pause' },
      { title: long, about: '', minutes: 20, kind: 'item' },
      { title: 'Utsjekk', about: '', minutes: 10, kind: 'item' },
    ],
    current: { position: 0, forMinutes: 25 },
  });
  for (const one of [teacher, student]) await join(one, session);
  const name = (page: Page, words: string) =>
    page.getByRole('banner').getByRole('region').getByRole('paragraph').getByText(words);
  const isCut = (words: Locator) =>
    words.evaluate((element) => element.scrollWidth > element.clientWidth + 1);
  const both = [teacher.page, student.page];
  for (const page of both) await page.setViewportSize({ width: 640, height: 400 });
  for (const { words, next, cut } of [
    { words: 'Vi leser sammen', next: 'Neste: Pause', cut: false },
    { words: 'Pause', next: 'Vis pausen for alle', cut: false },
    { words: long, next: 'Neste: Utsjekk', cut: true },
  ]) {
    await expect(teacher.page.getByRole('button', { name: next })).toBeVisible();
    for (const page of both) {
      await expect(name(page, words)).toBeVisible();
      expect(await isCut(name(page, words)), words).toBe(cut);
      const way = page.getByRole('main').getByRole('button', { name: 'Les alt' });
      await expect(way).toHaveCount(1);
      const time = page.getByRole('banner').getByText(/(min|minutt) igjen|over tida/);
      expect(await uncovered(time.first()), words).toBe(true);
      for (const [width, height] of [
        [740, 360],
        [640, 400],
      ] as const) {
        await page.setViewportSize({ width, height });
        for (const control of await page.locator('#controls button').all())
          await expect(control, `${width} px: ${await control.innerText()}`).toBeInViewport({
            ratio: 0.99,
          });
      }
    }
    await untilHeeded(teacher.page);
    if (next === 'Vis pausen for alle') {
      await openSheet(teacher.page, 'Agenda');
      await expect(teacher.page.getByRole('dialog').getByText(/^Reis deg/)).toBeVisible();
      await teacher.page.getByRole('button', { name: /^Gå hit til Vi leser hele/ }).click();
      await teacher.page.keyboard.press('Escape');
    } else if (!cut) await teacher.page.getByRole('button', { name: next }).click();
  }
  await student.page.getByRole('button', { name: 'Les alt' }).click();
  await expect(student.page.getByRole('dialog').getByText(long).first()).toBeInViewport({
    ratio: 1,
  });
});

test('F10 below a desktop the room shows what it is called, and who leads and is in, as far as there is room', async ({
  teacher,
  student,
  session,
}) => {
  for (const one of [teacher, student]) await join(one, session);
  const top = teacher.page.getByRole('banner');
  const inLine = top.getByText(`i ${session.title}`);
  await teacher.page.setViewportSize({ width: 360, height: 740 });
  expect(await uncovered(inLine), 'before it has begun').toBe(true);
  await teacher.page.getByRole('button', { name: 'Start: Innsjekk' }).click();
  await expect(top.getByText('1 av 4')).toBeVisible();
  for (const [width, height] of [
    [360, 740],
    [740, 360],
  ] as const) {
    const at = `${width} × ${height}`;
    await teacher.page.setViewportSize({ width, height });
    expect(await uncovered(inLine), at).toBe(true);
    expect(await uncovered(top.getByText('1 av 4')), at).toBe(true);
    expect(await uncovered(top.getByText('2 er inne, du leder')), at).toBe(true);
  }
  for (const width of [600, 768]) {
    await teacher.page.setViewportSize({ width, height: 900 });
    await expect(inLine, `${width} px`).toBeHidden();
    expect(await uncovered(top.getByRole('heading', { level: 1 })), `${width} px`).toBe(true);
    expect(await uncovered(top.getByText(/du leder\. 2 er inne\./)), `${width} px`).toBe(true);
  }
});

test('F8 without a line the notice in the sheet of a phone leaves the room to the chat', async ({
  student,
  session,
}) => {
  const { page, context, watch } = student;
  watch.expect(/ERR_INTERNET_DISCONNECTED|WebSocket/);
  await page.setViewportSize({ width: 360, height: 740 });
  await join(student, session);
  await openSheet(page, 'Samtale');
  await context.setOffline(true);
  const notice = page.getByRole('dialog').getByRole('status').filter({ hasText: 'Frakoblet' });
  await expect(notice).toBeVisible();
  const box = await notice.boundingBox();
  expect(box?.height).toBeLessThan(90);
  expect(await uncovered(chatField(page))).toBe(true);
  await context.setOffline(false);
  await expect(notice).toHaveCount(0);
});

test('F9 in a low window what we do now stays in sight beside a notice that stays', async ({
  school,
  student,
  session,
}) => {
  await needMedia(school.url);
  await join(student, session);
  const second = await student.context.newPage();
  await second.setViewportSize({ width: 683, height: 384 });
  await second.goto(session.path);
  const notice = second.locator('strong', { hasText: 'Lyden er i en annen fane.' });
  await expect(notice).toBeVisible({ timeout: 20_000 });
  const name = second.locator('[data-part="name"]');
  await expect(name).toBeInViewport({ ratio: 1 });
  const [over, under] = [await name.boundingBox(), await notice.boundingBox()];
  expect((over?.y ?? 0) + (over?.height ?? 0)).toBeLessThanOrEqual(under?.y ?? 0);
});
