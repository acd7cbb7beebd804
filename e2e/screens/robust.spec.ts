import { expectAccessible } from '../axe.ts';
import { mediaAt } from '../media.ts';
import { expect, test } from '../people.ts';
import {
  chatField,
  expectInRoom,
  expectSpoken,
  join,
  messages,
  messagesWith,
  openPanel,
  openSheet,
  say,
} from '../room.ts';
import { brokenWords, sidewaysPx, spilled, uncovered } from './targets.ts';
import { XSS } from './xss-strings.ts';

test('F78 at 200 % zoom everything is there, and nothing goes sideways', async ({
  student,
  session,
}) => {
  // A window of 1280 × 800 at 200 % has room for this many CSS pixels.
  await student.page.setViewportSize({ width: 640, height: 400 });
  for (const path of ['/', '/konto', `${session.path}/om`]) {
    await student.page.goto(path);
    await expect(student.page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await sidewaysPx(student.page), path).toBe(0);
  }
  await student.page.goto(session.path);
  await expectInRoom(student.page);
  expect(await sidewaysPx(student.page)).toBe(0);
  await openSheet(student.page, 'Samtale');
  await say(student.page, 'Skrevet ved 200 %');
  await expect(messagesWith(student.page, 'Skrevet ved 200 %')).toBeInViewport();
  await expect(chatField(student.page)).toBeInViewport({ ratio: 1 });
});

test('F78 text at double size wraps and is not cut', async ({ student, session }) => {
  await student.page.setViewportSize({ width: 1280, height: 800 });
  await join(student, session);
  await student.page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expect(chatField(student.page)).toBeInViewport();
  await expect(student.page.getByRole('button', { name: 'Gå ut' })).toBeInViewport({ ratio: 1 });
  expect(await sidewaysPx(student.page)).toBe(0);
});

test('F78 text at double size covers no control of a teacher, and cuts no word', async ({
  teacher,
  student,
  session,
}) => {
  const { page } = teacher;
  await page.setViewportSize({ width: 1280, height: 800 });
  await join(teacher, session);
  await join(student, session);
  await page.getByRole('button', { name: 'Start: Innsjekk' }).click();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  const controls = page.getByRole('region', { name: 'Kontroller' }).getByRole('button');
  await expect(controls.filter({ hasText: 'Neste: Vi leser sammen' })).toBeVisible();
  for (const control of await controls.all())
    expect(await uncovered(control), await control.innerText()).toBe(true);
  const tabs = page.getByRole('tablist', { name: /./ }).getByRole('tab');
  for (const tab of await tabs.all()) {
    expect(await brokenWords(tab)).toEqual([]);
    expect(await uncovered(tab), await tab.innerText()).toBe(true);
  }
  const beyond = await page
    .locator('header li')
    .evaluateAll((items) =>
      items
        .filter((item) => item.getBoundingClientRect().right > innerWidth + 1)
        .map((item) => item.textContent),
    );
  expect(beyond, 'the thread of the agenda').toEqual([]);
  expect(await sidewaysPx(page)).toBe(0);
});

for (const [width, height] of [
  [320, 640],
  [360, 740],
] as const) {
  for (const role of ['student', 'teacher'] as const) {
    test(`F78 text at double size on a ${role}’s phone of ${width} px covers no control of the room, and cuts no word`, async ({
      teacher,
      student,
      school,
      session,
    }) => {
      await join(teacher, session);
      await join(student, session);
      const viewsCount = (await mediaAt(school.url)) === 'ready' ? 4 : 0;
      await teacher.page.getByRole('button', { name: 'Start: Innsjekk' }).click();
      await expectSpoken(student.page, 'Nå: Innsjekk');
      const { page } = { student, teacher }[role];
      await page.setViewportSize({ width, height });
      const controls = page.getByRole('region', { name: 'Kontroller' }).getByRole('button');
      const views = page.getByRole('radio').locator('xpath=ancestor::label');
      const now = page.getByRole('banner').getByText('Innsjekk', { exact: true }).first();
      for (const at of ['150%', '200%']) {
        await page.evaluate((to) => {
          document.documentElement.style.fontSize = to;
        }, at);
        await expect(controls.filter({ hasText: 'Rekk opp hånda' })).toBeVisible();
        await expect(views).toHaveCount(viewsCount);
        const names = await controls.allInnerTexts();
        const seen = await Promise.all((await controls.all()).map(uncovered));
        expect
          .soft(
            names.filter((_, nth) => !seen[nth]),
            `${at}: covered`,
          )
          .toEqual([]);
        expect.soft(await spilled(controls), at).toEqual([]);
        const shown = await Promise.all(
          (await controls.all()).map((control) => control.evaluate(showsWords)),
        );
        expect
          .soft(
            names.filter((_, nth) => !shown[nth]),
            `${at}: without words`,
          )
          .toEqual([]);
        const bar = await page.getByRole('region', { name: 'Kontroller' }).boundingBox();
        // A teacher's has their step in it too.
        expect.soft((bar?.height ?? height) / height, `${at}: the bar`).toBeLessThan(0.5);
        for (const view of await views.all()) {
          await view.evaluate((one) => one.scrollIntoView({ block: 'center' }));
          expect.soft(await uncovered(view), `${at}: ${await view.innerText()}`).toBe(true);
        }
        expect.soft(await spilled(views), at).toEqual([]);
        expect.soft(await now.evaluate(isCut), `${at}: what we do now`).toBe(false);
        expect.soft(await sidewaysPx(page), at).toBe(0);
      }
    });
  }
}

/** Not only heard: what is cut to a pixel is for a screen reader. */
function showsWords(control: Element): boolean {
  const texts = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
  while (texts.nextNode())
    if ((texts.currentNode.parentElement?.offsetHeight ?? 0) > 14) return true;
  return false;
}

const isCut = (element: Element) => element.scrollWidth > element.clientWidth + 1;

test('F78 forced colours keep every control and the focus visible', async ({
  student,
  session,
}) => {
  await student.page.emulateMedia({ forcedColors: 'active' });
  await join(student, session);
  await expectAccessible(student.page, 'the room in forced colours');
  const send = student.page.getByRole('button', { name: 'Send', exact: true });
  await chatField(student.page).focus();
  await student.page.keyboard.press('Tab');
  await expect(send).toBeFocused();
  const edges = await send.evaluate((element) => {
    const style = getComputedStyle(element);
    return { outline: style.outlineStyle, border: style.borderTopStyle };
  });
  expect(edges).toEqual({ outline: expect.not.stringMatching('none'), border: 'solid' });
});

test('F79 with reduced motion nothing moves', async ({ student, teacher, session }) => {
  await student.page.emulateMedia({ reducedMotion: 'reduce' });
  await student.page.setViewportSize({ width: 360, height: 740 });
  await join(student, session);
  await join(teacher, session);
  await openSheet(student.page, 'Folk');
  const moving = () =>
    student.page.evaluate(() =>
      document
        .getAnimations()
        .filter((one) => Number(one.effect?.getComputedTiming().duration) > 20)
        .map((one) => (one as CSSAnimation).animationName ?? 'transition'),
    );
  expect(await moving()).toEqual([]);
  await teacher.page.getByRole('button', { name: 'Start: Innsjekk' }).click();
  await expectSpoken(student.page, 'Nå: Innsjekk');
  expect(await moving()).toEqual([]);
});

test('F13 a chat of a thousand rows opens, goes back to its start, and still takes words', async ({
  enter,
  cast,
  school,
}) => {
  const long = await school.planning.session({
    cohort: cast.cohort,
    teachers: [cast.teacher],
    chat: Array.from({ length: 1000 }, (_, nth) => ({
      by: nth % 2 ? cast.student : cast.secondStudent,
      text: `Rad ${nth + 1}.`,
    })),
  });
  const student = await enter(cast.student);
  await join(student, long);
  await expect(messagesWith(student.page, 'Rad 1000.')).toBeInViewport();
  const earlier = student.page.getByRole('button', { name: 'Vis tidligere meldinger' });
  while (await earlier.isVisible()) {
    const before = await messages(student.page).getByRole('listitem').count();
    await earlier.click();
    await expect
      .poll(() => messages(student.page).getByRole('listitem').count())
      .toBeGreaterThan(before);
  }
  await expect(messages(student.page).getByText(/^Rad \d+\.$/)).toHaveCount(1000);
  await say(student.page, 'Rad tusen og én');
  await expect(messagesWith(student.page, 'Rad tusen og én')).toBeInViewport();
});

const NAMES = [
  `${'Aleksandra-Wilhelmine '.repeat(9)}Å`.trim(),
  'مريم العلي',
  'Ka\u200bri\u200d \u202eneslin\u202c',
  '<img src=x onerror="window.pwned=1">',
  'Áhkká-Ŋuvvá 李小龍 Ørsæther',
];

test('F80 names of every script and length stay within their place', async ({
  enter,
  school,
  cast,
  session,
}) => {
  const people = [];
  for (const name of NAMES) {
    const somebody = await enter(
      await school.planning.person({ name, role: 'student', cohort: cast.cohort }),
    );
    await join(somebody, session);
    await say(somebody.page, 'Hei');
    people.push(somebody);
  }
  const [first] = people;
  if (!first) throw new Error('nobody came');
  await openPanel(first.page, 'Folk');
  for (const name of NAMES)
    await expect(first.page.getByText(name, { exact: true }).first()).toBeAttached();
  for (const width of [1280, 320]) {
    await first.page.setViewportSize({ width, height: 740 });
    expect(await sidewaysPx(first.page), `${width} px`).toBe(0);
  }
  await expectAccessible(first.page, 'the room with long names');
  await first.page.goto('/');
  await expect(first.page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await sidewaysPx(first.page), 'Nå').toBe(0);
});

test('F13 forty ways to smuggle a script through the chat come out as text', async ({
  teacher,
  student,
  session,
}) => {
  await join(teacher, session);
  await join(student, session);
  for (const text of XSS) await say(student.page, text);
  await expect(messages(teacher.page).getByRole('listitem')).toHaveCount(XSS.length, {
    timeout: 30_000,
  });
  const shown = await messages(teacher.page)
    .getByRole('listitem')
    .evaluateAll((rows) => rows.map((row) => row.querySelectorAll('p')[1]?.textContent));
  expect(shown).toEqual([...XSS]);
  for (const { page } of [teacher, student])
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
});
