import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { type Bot, disposeBots, enterAsBot } from '../bots.ts';
import { expectPictures, expectSound, pictureBytes } from '../media.ts';
import { expect, type Person, test } from '../people.ts';
import { expectSpoken, join, openPanel, queue, raiseHand, rowOf, untilHeeded } from '../room.ts';
import { type Line, signIn, takeSeat } from '../seats.ts';
import { enterRoom, microphone, refuseDevices, useMedia } from '../seminar.ts';
import { bar, large, pickFromTile, press } from '../stage.ts';

useMedia();

test('STAGE-1 STAGE-2 one’s own pin stands before the spotlight, on one’s own screen alone', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  for (const one of [teacher, student, secondStudent]) await enterRoom(one, session);
  const viewer = student;
  await expect(large(viewer, 'Vist stort')).toContainText(teacher.called);

  await pickFromTile(viewer, secondStudent, 'Fest for meg');
  await expect(large(viewer, 'Festet for deg')).toContainText(secondStudent.called);
  await expectSpoken(viewer.page, `${secondStudent.called} er festet, bare for deg.`);
  const itsButton = large(viewer, 'Festet for deg').getByRole('button');
  await expect(itsButton, 'the focus goes with the tile').toBeFocused();
  await expectAccessible(viewer.page, 'somebody pinned');

  await openPanel(teacher.page, 'Folk');
  const row = rowOf(teacher.page, student.name);
  await row.getByRole('button', { name: /^Valg/ }).click();
  await row.getByRole('button', { name: 'Løft fram for alle' }).click();
  await expect(large(secondStudent, 'Løftet fram for alle')).toContainText(student.called);
  const other = rowOf(teacher.page, secondStudent.name);
  await other.getByRole('button', { name: /^Valg/ }).click();
  await expect(
    other.getByRole('button', { name: /^Fest for meg/ }),
    'nobody else hears of it',
  ).toBeVisible();
  await expect(large(viewer, 'Festet for deg')).toContainText(secondStudent.called);
  await row.getByRole('button', { name: /^Valg/ }).click();
  await row.getByRole('button', { name: /^Løftet fram/ }).click();
  await viewer.page.reload();
  await expect(large(viewer, 'Festet for deg')).toContainText(secondStudent.called);

  await press(secondStudent, /^Gå ut/);
  await expect(large(viewer, 'Vist stort')).toContainText(teacher.called);
  await join(secondStudent, session);
  await expect(large(viewer, 'Festet for deg')).toContainText(secondStudent.called);

  await openPanel(viewer.page, 'Folk');
  await rowOf(viewer.page, secondStudent.name)
    .getByRole('button', { name: /^Løsne for meg/ })
    .click();
  await expect(large(viewer, 'Vist stort')).toContainText(teacher.called);
});

test('STAGE-1 a pin wins over a spotlight that comes after it', async ({
  teacher,
  student,
  secondStudent,
  thirdStudent,
  session,
}) => {
  for (const one of [teacher, student, secondStudent, thirdStudent]) await enterRoom(one, session);
  await pickFromTile(student, secondStudent, 'Fest for meg');
  await pickFromTile(teacher, thirdStudent, 'Løft fram for alle');
  await expect(large(secondStudent, 'Løftet fram for alle')).toContainText(thirdStudent.called);
  await expect(large(student, 'Festet for deg')).toContainText(secondStudent.called);
  await pickFromTile(student, secondStudent, 'Løsne for meg');
  await expect(large(student, 'Løftet fram for alle')).toContainText(thirdStudent.called);

  // Where all are alike, whoever is lifted forward stands first, and larger; and the teacher was told that it was done.
  await expectSpoken(teacher.page, `${thirdStudent.called} er løftet fram for alle.`);
  const { page } = secondStudent;
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
    [740, 360],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.getByRole('radio', { name: 'Alle', exact: true }).check();
    const tiles = page.getByRole('region', { name: 'Alle i rommet' }).getByRole('listitem');
    await expect(tiles.first()).toContainText(thirdStudent.called);
    const area = async (index: number) => {
      const box = await tiles.nth(index).boundingBox();
      return (box?.width ?? 0) * (box?.height ?? 0);
    };
    expect(await area(0), `${width} × ${height}`).toBeGreaterThan(1.5 * (await area(1)));
  }
});

test('STAGE-3 a tile stays under the pointer though another has the word, and under one who leaves', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  for (const one of [teacher, student, secondStudent]) await enterRoom(one, session);
  const stage = large(student, 'Vist stort');
  await expect(stage).toContainText(teacher.called);
  const tile = student.page.locator('[data-person]').filter({ hasText: secondStudent.called });
  await tile.hover();
  await raiseHand(secondStudent.page);
  await expect(queue(teacher.page).getByRole('listitem')).toHaveCount(1);
  await untilHeeded(teacher.page);
  await queue(teacher.page)
    .getByRole('button', { name: /^Gi ordet/ })
    .first()
    .click();
  await expect(tile).toContainText('har ordet');
  await expect(stage).toContainText(teacher.called);
  await student.page.mouse.move(0, 0);
  await expect(stage).toContainText(secondStudent.called, { timeout: 15_000 });

  const teacherTile = student.page.locator('[data-person]').filter({ hasText: teacher.called });
  await teacherTile.hover();
  await press(teacher, /^Gå ut/);
  await expect(teacherTile).toContainText('har gått ut');
  await student.page.mouse.move(0, 0);
  await expect(teacherTile).toHaveCount(0);
});

test('STAGE-3 somebody who comes makes no face smaller that one is about to press', async ({
  teacher,
  student,
  secondStudent,
  thirdStudent,
  session,
}) => {
  for (const one of [teacher, student, secondStudent]) await enterRoom(one, session);
  const tile = student.page.locator('[data-person]').filter({ hasText: secondStudent.called });
  await tile.hover();
  const before = await tile.boundingBox();
  await join(thirdStudent, session);
  await expect(student.page.getByRole('button', { name: 'Se 1 til' })).toBeVisible();
  await tile.hover();
  const { y, width } = (await tile.boundingBox()) ?? {};
  expect({ y, width }).toEqual({ y: before?.y, width: before?.width });
  await student.page.mouse.move(0, 0);
  await expect(
    student.page.locator('[data-person]').filter({ hasText: thirdStudent.called }),
  ).toBeVisible({ timeout: 15_000 });
});

test('STAGE-9 a notice moves nothing on the stage, and covers nothing that can be pressed', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  for (const one of [teacher, student, secondStudent]) await enterRoom(one, session);
  const { page } = student;
  const notice = page.getByRole('status').filter({ hasText: 'har låst mikrofonene' });
  for (const width of [320, 360, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const before = await pressable(page);
    await press(teacher, /^For alle/);
    await teacher.page.getByRole('button', { name: /^Lås mikrofonene/ }).click();
    await expect(notice).toBeVisible();
    const after = await pressable(page);
    expect(after.covered, `${width} px wide`).toEqual([]);
    expect(after.places, `${width} px wide`).toEqual(before.places);
    await press(teacher, /^For alle/);
    await teacher.page.getByRole('button', { name: /^Åpne mikrofonene/ }).click();
    await expect(notice).toBeHidden();
    await page.getByRole('status').filter({ hasText: 'åpne' }).getByRole('button').click();
  }
});

test('STAGE-9 CLOSED-6 F28 a room that is closed and opened moves nothing on the stage, with the key and without', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  for (const one of [teacher, student, secondStudent]) await enterRoom(one, session);
  const { page } = student;
  await refuseDevices(page);
  const mark = page.getByRole('button', { name: /^Lukket rom/ });
  const notice = page.getByRole('status').filter({ hasText: 'har lukket rommet' });
  const inSheet = (name: string) =>
    teacher.page.getByRole('dialog').getByRole('button', { name, exact: true });
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 640 });
    const before = await settled(page);
    await press(teacher, /^For alle/);
    await teacher.page.getByRole('button', { name: /^Lukk rommet/ }).click();
    await inSheet('Lukk rommet').click();
    await expect(notice).toBeVisible();
    expect((await settled(page)).covered, `${width} px wide`).toEqual([]);
    await expect.poll(() => inSight(mark), `${width} px wide: that it is closed`).toBe(true);
    const recorded = page.getByRole('banner').getByText(/Ingenting tas opp/);
    await expect.poll(() => inSight(recorded), `${width} px wide: that nothing is`).toBe(true);
    await expect.poll(() => gapOver(notice), `${width} px wide: an empty strip`).toBeLessThan(2);
    // On the narrowest phone the title gives way to three lines of words, and the way home with it.
    const placesNow = async () => (await pressable(page)).places.filter(isNotHome);
    await expect.poll(placesNow, `${width} px wide`).toEqual(before.places.filter(isNotHome));

    await notice.getByRole('button', { name: 'Lukk', exact: true }).click();
    await expect(mark, 'the way to the key stays').toBeVisible();
    await expect.poll(() => pressable(page), `${width} px wide, put away`).toEqual(before);
    const key = await teacher.page
      .getByRole('dialog')
      .getByText(/^([0-9A-Z]{4}-){6}/)
      .innerText();
    await mark.click();
    await page.getByLabel('Nøkkel').fill(key);
    await page.getByRole('button', { name: 'Bli med i lyden' }).click();
    await expect(mark).toHaveAccessibleName(/(\d{4} ){3}\d{4}$/);
    await expect.poll(() => pressable(page), `${width} px wide, with the key`).toEqual(before);

    const another = page.getByRole('status').filter({ hasText: 'slipper oss ikke til mikrofonen' });
    await microphone(student).click();
    await expect(another).toBeVisible();
    await expect.poll(() => inSight(mark), `${width} px wide, beside another notice`).toBe(true);
    expect((await pressable(page)).covered, `${width} px wide, another notice`).toEqual([]);
    await another.getByRole('button', { name: 'Lukk', exact: true }).click();
    await inSheet('Åpne rommet igjen').click();
    await expect(mark).toHaveCount(0);
  }
});

test('STAGE-9 the question to unmute moves nothing on a phone, and leaves what we do now in sight', async ({
  teacher,
  student,
  session,
}) => {
  for (const one of [teacher, student]) await enterRoom(one, session);
  await press(teacher, /^Start/);
  await untilHeeded(teacher.page);
  await press(teacher, /^Neste/);
  const { page } = student;
  const now = page.getByRole('banner').getByText('Vi leser sammen', { exact: true }).first();
  await expect(now).toBeVisible();
  await openPanel(teacher.page, /^Folk/);
  const row = rowOf(teacher.page, student.name);
  await row.getByRole('button', { name: /^Valg/ }).click();
  const notice = page.getByRole('status').filter({ hasText: 'ber deg slå på mikrofonen' });
  for (const width of [320, 360, 412]) {
    await page.setViewportSize({ width, height: 740 });
    const before = await settled(page);
    await row.getByRole('button', { name: /^Be om mikrofon/ }).click();
    await expect(notice).toBeVisible();
    expect(await settled(page), `${width} px wide`).toEqual(before);
    await expect.poll(() => inSight(now), `${width} px wide: what we do now`).toBe(true);
    await notice.getByRole('button', { name: 'Ikke nå' }).click();
    await expect(notice).toHaveCount(0);
  }
});

test('STAGE-9 a long notice on a narrow phone leaves what we do now in sight', async ({
  teacher,
  student,
  session,
}) => {
  for (const one of [teacher, student]) await enterRoom(one, session);
  await press(teacher, /^Start/);
  const { page } = student;
  const now = page.getByRole('banner').getByText('Innsjekk', { exact: true }).first();
  await expect(now).toBeVisible();
  await refuseDevices(page);
  await microphone(student).click();
  const notice = page.getByRole('status').filter({ hasText: 'slipper oss ikke til mikrofonen' });
  await expect(notice).toBeVisible();
  for (const [width, height] of [
    [320, 640],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect
      .poll(async () => {
        const over = await notice.boundingBox();
        const line = await now.boundingBox();
        return (over?.y ?? 0) - ((line?.y ?? 0) + (line?.height ?? 0));
      }, `${width} × ${height}: between what we do now and the notice`)
      .toBeGreaterThanOrEqual(0);
    const { covered } = await pressable(page);
    expect(covered, `${width} px wide`).toEqual([]);
  }
});

/** Whether something is seen where it stands: nothing lies over it. */
const inSight = (one: Locator) =>
  one.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });

/** How far a notice stands from what we do now, over it; nothing beside that, on a desktop. */
const gapOver = (notice: Locator) =>
  notice.evaluate((element) => {
    const { bottom } =
      document.querySelector('header')?.lastElementChild?.getBoundingClientRect() ?? {};
    return element.getBoundingClientRect().top - (bottom ?? 0);
  });

const isNotHome = (place: string) => !place.startsWith('Mellom, til Nå');

/** Once it stands as it did a moment ago: a window that has just got another size has not always been laid out. */
async function settled(page: Page): ReturnType<typeof pressable> {
  let last = await pressable(page);
  await expect
    .poll(
      async () => {
        const before = JSON.stringify(last);
        last = await pressable(page);
        return JSON.stringify(last) === before;
      },
      { intervals: [300] },
    )
    .toBe(true);
  return last;
}

/** Where everything stands that could be pressed beside a notice, and what of it lies under something else. */
const pressable = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('#stage button, header a')];
    const free = all.filter(
      (one) =>
        !one.closest('[role="status"]') &&
        !/^(Les alt|Lukket)/.test(one.textContent ?? '') &&
        // What gives way to a long notice is not covered: it is not there.
        one.checkVisibility({ visibilityProperty: true }),
    );
    const nameOf = (one: HTMLElement) => one.getAttribute('aria-label') ?? one.textContent ?? '';
    const covered = free.filter((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return !one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    return {
      places: free.map((one) => {
        const { left, top } = one.getBoundingClientRect();
        return `${nameOf(one)} ${Math.round(left)} ${Math.round(top)}`;
      }),
      covered: covered.map(nameOf),
    };
  });

test('STAGE-4 the sheet beside the faces is moved by keys, pointer and press, and stays over a reload', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  const { page } = student;
  await page.getByRole('radio', { name: 'Ark og ansikter' }).check();
  const edge = page.getByRole('separator', { name: 'Bredden på arket' });
  const sheet = page.getByRole('main').getByRole('article');
  await expect(edge).toHaveAttribute('aria-valuenow', '66');
  const before = (await sheet.boundingBox())?.width ?? 0;

  await page.getByRole('radio', { name: 'Ark og ansikter' }).focus();
  for (
    let tabs = 0;
    tabs < 4 && !(await edge.evaluate((it) => it === document.activeElement));
    tabs += 1
  )
    await page.keyboard.press('Tab');
  await expect(edge, 'reached by the keyboard').toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(edge).toHaveAttribute('aria-valuenow', '58');
  await expect(edge).toHaveAttribute('aria-valuetext', '58 prosent');
  expect((await sheet.boundingBox())?.width).toBeLessThan(before - 40);
  await expectAccessible(page, 'sheet beside faces');

  await page.reload();
  await expect(edge).toHaveAttribute('aria-valuenow', '58');

  const box = await edge.boundingBox();
  if (!box) throw new Error('no edge');
  await page.mouse.move(box.x + box.width / 2, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 150, box.y + 60, { steps: 5 });
  await page.mouse.up();
  const drawn = Number(await edge.getAttribute('aria-valuenow'));
  expect(drawn).toBeGreaterThan(66);
  await edge.click();
  await expect(edge).toHaveAttribute('aria-valuenow', '82');
});

test('F24 F22 a document lies on the sheet beside the faces, is written there, and comes back to its panel', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  const { page } = student;
  const openNote = async (one: Person['page']) => {
    await openPanel(one, 'Dokument');
    await one.getByRole('button', { name: 'Åpne det felles notatet' }).click();
  };
  await openNote(page);
  await page.getByRole('button', { name: 'Legg på arket' }).click();
  await expect(page.getByRole('radio', { name: 'Ark og ansikter' })).toBeChecked();
  await expect(page.getByText('Dokumentet ligger på arket')).toBeVisible();
  const onSheet = page.getByRole('main').getByRole('region', { name: 'Dokument' });
  await onSheet.getByRole('textbox').click();
  await page.keyboard.type('Skrevet ved siden av ansiktene.');
  await openNote(teacher.page);
  await expect(
    teacher.page.getByRole('tabpanel').getByText('Skrevet ved siden av ansiktene.'),
  ).toBeVisible();
  await expectAccessible(page, 'a document beside the faces');

  await page.getByRole('button', { name: 'Hent det hit' }).click();
  await expect(onSheet).toHaveCount(0);
  await expect(
    page.getByRole('tabpanel').getByText('Skrevet ved siden av ansiktene.'),
  ).toBeVisible();
});

test('STAGE-6 a window of its own shows a face, has one’s own controls, and closes with the room', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  await press(teacher, /^Kamera av/);
  await expectPictures(student.page);
  await press(student, /^Mer/);
  await student.page.getByRole('button', { name: /^Eget vindu/ }).click();

  const inside = <Found>(ask: (document: Document) => Found) =>
    student.page.evaluate(
      `(${ask})(window.documentPictureInPicture.window?.document ?? new Document())`,
    ) as Promise<Found>;
  await expect
    .poll(() => inside((own) => [...own.querySelectorAll('li')].map((tile) => tile.textContent)))
    .toEqual([expect.stringContaining(teacher.called)]);
  // Its pictures move, in the looks of our own stylesheets.
  await expect
    .poll(() => inside((own) => own.querySelector('video')?.videoWidth ?? 0))
    .toBeGreaterThan(0);
  const time = () => inside((own) => own.querySelector('video')?.currentTime ?? 0);
  const at = await time();
  await expect.poll(time).toBeGreaterThan(at);
  expect(
    await inside((own) => getComputedStyle(own.querySelector('main') as Element).display),
    'our stylesheets hold there',
  ).toBe('flex');

  const [small] = student.context.pages().filter((page) => page !== student.page);
  if (!small) throw new Error('no window of its own');
  await expectAccessible(small, 'the own window');
  await inside((own) =>
    [...own.querySelectorAll('button')].find((one) => one.textContent === 'Mikrofon av')?.click(),
  );
  await expect(bar(student).getByRole('button', { name: 'Mikrofon på' })).toBeVisible();
  await expectSound(teacher.page);
  await press(student, /^Gå ut/);
  await expect
    .poll(() => student.page.evaluate('documentPictureInPicture.window === null'))
    .toBe(true);
});

test('STAGE-6 without windows of our own the largest picture goes out alone, and nothing is offered without one', async ({
  teacher,
  student,
  session,
}) => {
  await student.page.addInitScript(() => {
    Reflect.deleteProperty(window, 'documentPictureInPicture');
  });
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  await press(student, /^Mer/);
  await expect(student.page.getByRole('button', { name: /^Velg mikrofon/ })).toBeVisible();
  await expect(student.page.getByRole('button', { name: /^Eget vindu/ })).toHaveCount(0);
  await student.page.keyboard.press('Escape');

  await press(teacher, /^Kamera av/);
  await expectPictures(student.page);
  await press(student, /^Mer/);
  await student.page.getByRole('button', { name: /^Eget vindu/ }).click();
  await expect
    .poll(() => student.page.evaluate(() => document.pictureInPictureElement?.tagName))
    .toBe('VIDEO');
  await press(student, /^Gå ut/);
  await expect.poll(() => student.page.evaluate(() => document.pictureInPictureElement)).toBe(null);
});

test('STAGE-5 beside a shared screen no word of a tile is cut, of whom is pinned or lifted forward neither', async ({
  school,
  cast,
  enter,
  teacher,
  student,
  secondStudent,
  session,
}) => {
  const { cohort } = cast;
  const planned = { name: 'Margrethe Hansen', role: 'student', cohort } as const;
  const named = await enter(await school.planning.person(planned));
  for (const one of [teacher, student, secondStudent, named]) await enterRoom(one, session);
  await press(teacher, /^Mer/);
  await teacher.page.getByRole('button', { name: /^Del skjerm/ }).click();
  const { page } = student;
  await expectPictures(page);
  await pickFromTile(student, teacher, 'Fest for meg');
  await pickFromTile(teacher, named, 'Løft fram for alle');
  const tiles = page.getByRole('region', { name: 'Folk på scenen' }).getByRole('listitem');
  await expect(tiles.filter({ hasText: 'festet for deg' })).toContainText('deler skjerm');
  await expect(tiles.filter({ hasText: 'løftet fram' })).toContainText(named.called);
  for (const [width, height] of [
    [1366, 768],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height });
    const cut = () =>
      tiles.locator('p :is(b, span)').evaluateAll((all) =>
        all
          .filter((one) => getComputedStyle(one).overflow === 'hidden')
          .filter((one) => getComputedStyle(one).clipPath === 'none')
          .filter((one) => one.scrollWidth > one.clientWidth)
          .map((one) => one.textContent),
      );
    await expect.poll(cut, `${width} × ${height}`).toEqual([]);
  }
});

test('STAGE-5 STAGE-11 two share their screens with sound, each fills the page, a press switches, and each ends where it was stopped', async ({
  teacher,
  secondTeacher,
  student,
  session,
}) => {
  for (const one of [teacher, secondTeacher, student]) await enterRoom(one, session);
  const share = async (person: Person) => {
    await press(person, /^Mer/);
    await person.page.getByRole('button', { name: /^Del skjerm/ }).click();
    await expect(person.page.getByRole('region', { name: 'Du deler skjermen' })).toContainText(
      'Du deler skjermen. Her vises den ikke',
    );
  };
  const screenOf = ({ called }: Person) =>
    student.page.getByRole('main').getByRole('region', { name: `Skjermen til ${called}` });

  await share(teacher);
  await expect(screenOf(teacher)).toBeVisible();
  await expectSpoken(student.page, `${teacher.called} deler skjermen`);
  await expectPictures(student.page);
  await expectSound(student.page);
  await expect(teacher.page.locator('#stage video'), 'no mirror in a mirror').toHaveCount(0);
  await expectAccessible(student.page, 'a shared screen');

  const turn = screenOf(teacher).getByRole('button');
  for (const [width, height] of [
    [390, 844],
    [740, 360],
    [1280, 800],
  ] as const) {
    await student.page.setViewportSize({ width, height });
    await turn.click();
    await expect(turn, 'the focus stays').toBeFocused();
    const picture = await student.page.locator('[data-screen]').boundingBox();
    const controls = await bar(student).boundingBox();
    // All but the controls, and on a desktop the panel.
    const free = width * height - (controls?.width ?? 0) * (controls?.height ?? 0);
    const share = ((picture?.width ?? 0) * (picture?.height ?? 0)) / free;
    expect(share, `${width} × ${height}`).toBeGreaterThan(width > 1000 ? 0.7 : 0.97);
    await expect(bar(student).getByRole('button', { name: /^Mikrofon/ })).toBeInViewport();
    await expectAccessible(student.page, `a shared screen that fills ${width} × ${height}`);
    await student.page.keyboard.press('Escape');
    await expect(turn).toHaveText('Vis stort');
    await expect(turn).toBeFocused();
    await expect(student.page.getByRole('radio', { name: 'Alle' })).toBeVisible();
  }
  await expectAccessible(teacher.page, 'one’s own shared screen');

  await share(secondTeacher);
  const other = student.page.getByRole('button', { name: `Skjermen til ${secondTeacher.called}` });
  await expect(other).toBeVisible();
  await expect(other, 'it looks like what it is').not.toHaveCSS(
    'border-top-color',
    'rgba(0, 0, 0, 0)',
  );
  await expect(screenOf(teacher), 'the first is not pushed away').toBeVisible();
  await other.click();
  await expect(screenOf(secondTeacher)).toBeVisible();
  await expect
    .poll(() => student.page.evaluate(() => document.querySelectorAll('body > audio').length))
    .toBe(2);
  // The one who shares sees the other's.
  await expect(
    teacher.page.getByRole('region', { name: `Skjermen til ${secondTeacher.called}` }),
  ).toBeVisible();

  await student.page.getByRole('radio', { name: 'Bare lyd' }).check();
  await expect(student.page.locator('#stage').getByText(/deler skjermen\./)).toHaveText(
    `${teacher.called} og ${secondTeacher.called} deler skjermen.`,
  );
  await student.page.getByRole('button', { name: 'Vis skjerm og bilder' }).click();

  await secondTeacher.page.getByRole('button', { name: 'Stopp delingen' }).click();
  await expect(screenOf(teacher)).toBeVisible();
  await teacher.page.getByRole('button', { name: 'Stopp delingen' }).click();
  await expect(student.page.locator('[data-screen]')).toHaveCount(0);
  await expect(large(student, 'Vist stort')).toBeVisible();
});

test('STAGE-5 F6 in sound only one line says that a screen is shared, and a press leads to it', async ({
  teacher,
  student,
  session,
}) => {
  for (const one of [teacher, student]) await enterRoom(one, session);
  const { page } = student;
  await page.getByRole('radio', { name: 'Bare lyd' }).check();
  await press(teacher, /^Mer/);
  await teacher.page.getByRole('button', { name: /^Del skjerm/ }).click();
  const screen = page
    .getByRole('main')
    .getByRole('region', { name: `Skjermen til ${teacher.called}` });
  await expect(screen).toContainText('I bare lyd vises ingen skjerm.');
  await expect(page.locator('[data-screen]'), 'no empty sheet').toHaveCount(0);
  expect((await screen.boundingBox())?.height, 'one line').toBeLessThan(70);
  await expect(large(student, 'Vist stort')).toBeVisible();
  await expectAccessible(page, 'a shared screen in sound only');
  await screen.getByRole('button', { name: 'Vis skjerm og bilder' }).press('Enter');
  await expect(screen.getByRole('button'), 'the focus goes to what it brought').toBeFocused();
  await expectPictures(page);
});

test('STAGE-7 the screen stays awake in the room, and may sleep when one has left', async ({
  student,
  session,
}) => {
  await student.page.addInitScript(() => {
    const locks: WakeLockSentinel[] = [];
    (window as unknown as { locks: WakeLockSentinel[] }).locks = locks;
    const ask = navigator.wakeLock.request.bind(navigator.wakeLock);
    navigator.wakeLock.request = async (type) => {
      const lock = await ask(type);
      locks.push(lock);
      return lock;
    };
  });
  const held = () =>
    student.page.evaluate(() =>
      (window as unknown as { locks: WakeLockSentinel[] }).locks.map(({ released }) => !released),
    );
  await enterRoom(student, session);
  await expect.poll(held).toEqual([true]);
  await press(student, /^Gå ut/);
  await expect.poll(held).toEqual([false]);
});

test('F24 a tile says that somebody lost the line, and when they are back', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  const tile = teacher.page.locator('[data-person]').filter({ hasText: student.called });
  await expect(tile).toBeVisible();
  student.watch.expect(/ERR_INTERNET_DISCONNECTED/);
  await student.context.setOffline(true);
  await expect(tile).toContainText('mistet linja', { timeout: 45_000 });
  await student.context.setOffline(false);
  await expect(tile).not.toContainText('mistet linja', { timeout: 30_000 });
});

test('F24 F78 nothing of another tile lies on the open menu of one', async ({
  school,
  cast,
  teacher,
  session,
}) => {
  const lines: Line[] = [];
  try {
    for (let nth = 1; nth <= 5; nth += 1) {
      const name = `Sitter${nth} Hansen`;
      const person = await school.planning.person({ name, role: 'student', cohort: cast.cohort });
      lines.push(await takeSeat(school, await signIn(school, person), session));
    }
    await enterRoom(teacher, session);
    const { page } = teacher;
    await page.getByRole('radio', { name: 'Alle', exact: true }).check();
    for (const [width, height] of [
      [1280, 800],
      [768, 1024],
      [360, 740],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page
        .getByRole('button', { name: /^Valg for bildet av/ })
        .first()
        .click();
      const menu = page.getByRole('menu');
      await expect(menu.getByRole('menuitem').last()).toBeVisible();
      const on = await menu.evaluate((paper) => {
        const { left, top, right, bottom } = paper.getBoundingClientRect();
        const lies: string[] = [];
        for (let x = left + 4; x < right - 4; x += 8)
          for (let y = top + 4; y < bottom - 4; y += 8) {
            const found = document.elementFromPoint(x, y);
            if (found && !paper.contains(found)) lies.push(found.outerHTML.slice(0, 80));
          }
        return [...new Set(lies)];
      });
      expect(on, `at ${width} px`).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(menu).toHaveCount(0);
    }
  } finally {
    for (const line of lines) line.disconnect();
  }
});

test('F24 of eight cameras only those on the page come in, and a page that was left goes quiet', async ({
  school,
  cast,
  student,
  session,
}) => {
  test.setTimeout(180_000);
  const bots: Bot[] = [];
  try {
    for (let nth = 1; nth <= 8; nth += 1) {
      const name = `Bot${nth} Hansen`;
      const person = await school.planning.person({ name, role: 'student', cohort: cast.cohort });
      bots.push(await enterAsBot(school, person, session));
    }
    await student.page.setViewportSize({ width: 390, height: 844 });
    await enterRoom(student, session);
    const { page } = student;
    await page.getByRole('radio', { name: 'Alle', exact: true }).check();
    await expect(page.getByText('Side 1 av 3')).toBeVisible();

    const onPage = async () => {
      await expect(page.locator('#stage li video')).toHaveCount(4);
      return page.locator('#stage li video').evaluateAll((videos) =>
        videos.map((video) => {
          const { srcObject } = video as HTMLVideoElement;
          return srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0]?.id : undefined;
        }),
      );
    };
    /** Whose bytes grow within two seconds. */
    const growing = async () => {
      const before = await pictureBytes(page);
      await page.waitForTimeout(2_000);
      const after = await pictureBytes(page);
      return Object.keys(after).filter((id) => (after[id] ?? 0) > (before[id] ?? 0));
    };
    /** Asked together, each time anew: a tile is there before its picture is. */
    const expectOnlyThePage = () =>
      expect(async () => {
        const grow = (await growing()).sort();
        expect(grow).toHaveLength(4);
        expect(grow).toEqual((await onPage()).sort());
      }).toPass({ timeout: 75_000 });

    // Eight lines come up at once: until then the media server may hold pictures back.
    await expectOnlyThePage();
    const first = await onPage();
    await page.getByRole('button', { name: 'Neste' }).click();
    await expect(page.getByText('Side 2 av 3')).toBeVisible();
    // One look, when it is to be quiet: one that is repeated would find quiet some time.
    await page.waitForTimeout(3_000);
    expect(
      (await growing()).filter((id) => first.includes(id)),
      'off the page',
    ).toEqual([]);
    await expectOnlyThePage();

    await page.getByRole('radio', { name: 'Bare lyd' }).check();
    await page.waitForTimeout(3_000);
    expect(await growing(), 'sound only').toEqual([]);
  } finally {
    for (const bot of bots) await bot.leave();
    await disposeBots();
  }
});
