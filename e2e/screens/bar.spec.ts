import { expect, test } from '../people.ts';
import { join, openPanel, raiseHand, say } from '../room.ts';
import { needMedia } from '../seminar.ts';
import { sidewaysPx } from './targets.ts';

const item = (title: string, minutes: number) =>
  ({ title, about: '', minutes, kind: title === 'Pause' ? 'pause' : 'item' }) as const;
/** As many as there is room for with every name whole, at 1280 px. */
const SEVEN_ITEMS = [
  item('Innsjekk', 10),
  item('Innledning', 20),
  item('Vi leser sammen', 30),
  item('Pause', 10),
  item('Grupperom', 40),
  item('Runde', 30),
  item('Utsjekk', 10),
];

/** From the narrowest phone to a large screen, with the widths in between where layouts change hands. */
const WIDTHS = [320, 360, 480, 768, 896, 1024, 1100, 1200, 1280, 1440];
/** What is left of a desktop at 400 % zoom (WCAG 1.4.10), and a phone on its side. */
const LOW = [
  [320, 256],
  [640, 360],
] as const;
const high = (width: number) => [width, 800] as const;
/** An icon and two lines of words; the next step of the agenda may take three lines. */
const LINES_MAX = 3;

/** What the bar of a phone tells of what lies behind it: behind "Mer" where there is sound, else on the panel itself. */
const NEWS = {
  one: /^(Mer, 1 melding|Samtale, 1 ny)$/,
  more: /^(Mer, 2 meldinger og 1 hånd oppe|Samtale, 2 nye)$/,
};

test('F7 every control of the room keeps its words whole at every width, with news and without', async ({
  teacher,
  student,
  session,
}) => {
  const { page } = teacher;
  await page.setViewportSize({ width: 320, height: 800 });
  for (const one of [teacher, student]) await join(one, session);
  await expect(page.getByRole('button', { name: /^(Begynn|Start|Neste)/ })).toBeVisible();
  await say(student.page, 'Hei');
  await expect(page.getByRole('button', { name: NEWS.one })).toBeVisible();
  await say(student.page, 'Er det noen her?');
  await raiseHand(student.page);
  await expect(page.getByRole('button', { name: NEWS.more })).toBeVisible();
  for (const [width, height] of [...WIDTHS.map(high), ...LOW]) {
    await page.setViewportSize({ width, height });
    const torn = await page.locator('#controls button').evaluateAll((buttons, linesMax) => {
      const range = document.createRange();
      /** A word that stands on two lines was broken in the middle. */
      const brokenIn = (node: Text) =>
        [...node.data.matchAll(/[\p{L}\p{N}]+/gu)].filter(({ 0: word, index }) => {
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
        });
      return buttons.flatMap((button) => {
        const walker = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
        const broken: string[] = [];
        while (walker.nextNode()) broken.push(...brokenIn(walker.currentNode as Text).flat());
        const lineHeight = Number.parseFloat(getComputedStyle(button).lineHeight);
        const tall = button.scrollHeight > lineHeight * linesMax + 40;
        const cut = button.scrollWidth > button.clientWidth + 1;
        return broken.length > 0 || tall || cut ? [`${button.textContent}: ${broken}`] : [];
      });
    }, LINES_MAX);
    expect(torn, `${width} × ${height} px`).toEqual([]);
  }
});

for (const locale of ['nb-NO', 'nn-NO', 'en-GB'])
  test(`F7 F80 on a desktop the words of every control stand on one line, in ${locale}`, async ({
    enter,
    cast,
  }) => {
    for (const person of [cast.teacher, cast.student]) {
      const { page } = await enter(person, { locale, viewport: { width: 1280, height: 800 } });
      const widths = locale === 'nb-NO' ? [1280, 1024] : [1280];
      await page.goto(cast.session.path);
      await expect(page.locator('#controls button').last()).toBeVisible();
      await expect(page.getByRole('tablist')).toBeVisible();
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        // What is always one press away is a sentence, and stands on two.
        const broken = await page
          .locator('#controls button:not([data-where] *)')
          .evaluateAll((buttons) =>
            buttons
              .filter((button) => {
                const range = document.createRange();
                range.selectNodeContents(button.querySelector('span:last-of-type') ?? button);
                const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
                return new Set(tops).size > 1;
              })
              .map((button) => button.textContent),
          );
        expect(broken, `${width} px`).toEqual([]);
      }
    }
  });

test('F6 F7 the bar of whoever only listens has no empty place, and says so when there is no sound', async ({
  student,
  school,
  session,
}) => {
  await needMedia(school.url);
  const { page } = student;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.routeWebSocket(/\/rtc/, (line) => void line.close());
  student.watch.expect(/WebSocket|rtc/);
  await page.goto(`${session.path}/sjekk`);
  await page.getByRole('radio', { name: 'Bare lytte' }).check();
  await page.getByRole('link', { name: 'Gå inn' }).click();
  const controls = page.locator('#controls button');
  await expect(controls).toHaveCount(4);
  const boxes = await controls.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  expect(boxes[3]?.right).toBeGreaterThan(350);
  expect(new Set(boxes.map(({ width }) => Math.round(width / 2))).size).toBe(1);
  await expect(controls.first()).toHaveAccessibleName(
    'Ingen lyd. Trykk når du vil kunne snakke eller vises.',
  );
});

test('F78 the ring of every control of the bar is whole, and lies on no neighbour', async ({
  teacher,
  student,
  session,
}) => {
  for (const one of [teacher, student]) await join(one, session);
  for (const { page } of [teacher, student])
    for (const [width, height] of [...[320, 360, 768, 1024, 1280, 1440].map(high), ...LOW]) {
      await page.setViewportSize({ width, height });
      const buttons = page.locator('#controls button');
      // The keyboard comes first: only then does a button that gets the focus show it.
      await page.keyboard.press('Shift');
      const cut: string[] = [];
      for (const button of await buttons.all()) {
        await button.focus();
        cut.push(...(await button.evaluate(ringTrouble)));
      }
      expect(cut, `${width} × ${height} px`).toEqual([]);
    }
});

/** What is wrong with the ring around a button that has the focus: not there, on a neighbour, or beyond the screen. */
function ringTrouble(button: Element): string[] {
  const name = button.textContent ?? '';
  const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(button);
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return [`${name}: no ring`];
  const reach = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
  const box = button.getBoundingClientRect();
  const [left, right] = [box.left - reach, box.right + reach];
  const [top, bottom] = [box.top - reach, box.bottom + reach];
  const beyond = left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
  const covered = [...document.querySelectorAll('#controls button')].filter((other) => {
    const its = other.getBoundingClientRect();
    const apart = its.right <= left || its.left >= right || its.bottom <= top || its.top >= bottom;
    return other !== button && !apart;
  });
  return [
    ...(beyond ? [`${name}: beyond the screen`] : []),
    ...covered.map((other) => `${name}: on ${other.textContent}`),
  ];
}

test('at the top of a wide window the title of the item that is on stays whole, also when it runs over', async ({
  school,
  cast,
  enter,
}) => {
  const session = await school.planning.session({
    cohort: cast.cohort,
    teachers: [cast.teacher],
    startsInMinutes: -80,
    agenda: SEVEN_ITEMS,
    current: { position: 2, forMinutes: 42 },
  });
  // Whoever leads has the most words before it.
  const teacher = await enter(cast.teacher);
  const { page } = teacher;
  await join(teacher, session);
  const plan = page.getByRole('banner').getByRole('region', { name: 'Plan for økten' });
  await expect(plan).toContainText(/1\d min over tida/);
  const titles = plan.getByText('Vi leser sammen');
  await expect(titles).toHaveCount(2);
  for (const width of [1200, 1280, 1366, 1600]) {
    await page.setViewportSize({ width, height: 800 });
    for (const title of await titles.all()) {
      const cutPx = await title.evaluate((words) => {
        const box = (words.closest('p') ?? words.parentElement) as HTMLElement;
        return box.scrollWidth - box.clientWidth;
      });
      expect.soft(cutPx, `${width} px`).toBeLessThanOrEqual(0);
    }
    expect.soft(await sidewaysPx(page), `${width} px: sideways`).toBe(0);
  }
});

test('F9 at the top of a wide window nothing moves while the time of an item goes, and every name is whole', async ({
  school,
  cast,
  enter,
}) => {
  const session = await school.planning.session({
    cohort: cast.cohort,
    teachers: [cast.teacher],
    startsInMinutes: -30,
    agenda: SEVEN_ITEMS,
    current: { position: 2, forMinutes: 0 },
  });
  const teacher = await enter(cast.teacher);
  const { page } = teacher;
  await join(teacher, session);
  const banner = page.getByRole('banner');
  const plan = banner.getByRole('region', { name: 'Plan for økten' });
  const placed = async () => ({
    banner: await banner.boundingBox(),
    items: await plan.getByRole('listitem').evaluateAll((items) =>
      items.map((item) => {
        const { left, width, height } = item.getBoundingClientRect();
        return [item.querySelector('span span')?.textContent, left, width, height];
      }),
    ),
    cut: await plan.getByRole('listitem').evaluateAll((items) =>
      items
        .map((item) => item.querySelector('span') as HTMLElement)
        .filter((title) => title.scrollWidth > title.clientWidth)
        .map((title) => title.textContent),
    ),
  });
  await expect(plan).toContainText(/(29|30) min igjen/);
  // The letters that everything is measured with may be on their way.
  await expect.poll(async () => (await placed()).cut).toEqual([]);
  const before = await placed();
  expect(before.banner?.height).toBe(84);

  await openPanel(page, 'Agenda');
  const editor = page.getByRole('region', { name: 'Endre agendaen' });
  await page.getByRole('button', { name: 'Endre agendaen' }).click();
  await editor.getByRole('button', { name: 'Endre Vi leser sammen' }).click();
  await editor.getByLabel('Minutter', { exact: true }).fill('1');
  await editor.getByRole('button', { name: 'Lagre', exact: true }).click();
  await expect(plan).toContainText(/Under 1 min igjen|min over tida/);
  expect(await placed()).toEqual(before);
});
