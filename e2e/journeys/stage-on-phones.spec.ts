import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { lineFails } from '../outages/line-fails.ts';
import { expect, type Person, test } from '../people.ts';
import { expectSpoken, openSheet, raiseHand } from '../room.ts';
import { sidewaysPx, smallTargets, uncovered } from '../screens/targets.ts';
import { enterRoom, useMedia } from '../seminar.ts';
import { bar, large, pickFromTile, press } from '../stage.ts';

useMedia();

/** Room for what follows the size of a window to follow it. */
async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

const PHONES = [
  { width: 320, height: 640 },
  { width: 360, height: 740 },
  { width: 390, height: 844 },
] as const;
const ON_ITS_SIDE = { width: 740, height: 360 } as const;
const VIEWS = ['Den som snakker', 'Alle', 'Ark og ansikter', 'Bare lyd'] as const;

test('STAGE-4 STAGE-8 STAGE-12 on phones, upright and on their side, every layout fits, nothing said of whoever is large is cut, and the bar keeps its place', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  for (const one of [teacher, student, secondStudent]) await enterRoom(one, session);
  const { page } = student;
  await resize(page, { width: 320, height: 568 });
  const plate = large(student, 'Vist stort').locator('p');
  await expect(plate).toContainText('leder');
  const cut = () =>
    plate.evaluate((words) =>
      [...words.querySelectorAll('b, span')]
        .filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.textContent),
    );
  await expect.poll(cut).toEqual([]);

  await press(teacher, /^Kamera av/);
  for (const size of [...PHONES, ON_ITS_SIDE]) {
    await resize(page, size);
    await expectEveryViewFits(student, size);
  }
  await expectFacesHaveTheHeight(student);
  for (const size of PHONES) {
    await resize(page, size);
    await expectSheetOverFaces(student);
  }
  await openSheet(page, 'Folk');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^Fest for meg.*${teacher.name}`) })
    .click();
  await expectSpoken(page, `${teacher.name} er festet, bare for deg.`);
});

async function expectEveryViewFits(
  person: Person,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<void> {
  const { page } = person;
  for (const view of VIEWS) {
    await page.getByRole('radio', { name: view, exact: true }).check();
    await page.mouse.move(0, 0);
    const where = `${view}, ${width} × ${height}`;
    expect.soft(await sidewaysPx(page), `${where}: sideways`).toBe(0);
    expect.soft(await smallTargets(page, 44), `${where}: targets`).toEqual([]);
    const box = await bar(person).boundingBox();
    expect.soft((box?.y ?? 0) + (box?.height ?? 0), `${where}: the bar`).toBeCloseTo(height, 0);
    await expectAccessible(page, where);
  }
}

/** On a phone on its side. */
async function expectFacesHaveTheHeight(person: Person): Promise<void> {
  const { page } = person;
  await page.getByRole('radio', { name: 'Den som snakker' }).check();
  const { width, height } = ON_ITS_SIDE;
  const face = await page.locator('[data-large]').boundingBox();
  expect(face?.height, 'the faces have the height').toBeGreaterThan((2 / 3) * height);
  const column = await bar(person).boundingBox();
  expect(column?.height, 'the controls stand in a column').toBeGreaterThan(column?.width ?? 0);
  expect((column?.x ?? 0) + (column?.width ?? 0), 'at the side').toBeCloseTo(width, 0);
  const agenda = page.getByRole('banner').getByText(/^(Ikke i gang ennå|Først: Innsjekk)$/);
  await expect(agenda).toHaveCount(2);
  for (const words of await agenda.all()) expect(await uncovered(words)).toBe(true);
  const plan = await page.getByRole('banner').getByRole('region').boundingBox();
  expect(plan?.height, 'the agenda is as high as one control').toBeLessThan(50);
}

/** On one that is held upright. */
async function expectSheetOverFaces(person: Person): Promise<void> {
  const { page } = person;
  await page.getByRole('radio', { name: 'Ark og ansikter' }).check();
  const sheet = await page.getByRole('main').getByRole('article').boundingBox();
  const face = await page.locator('[data-person]').first().boundingBox();
  expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBeLessThanOrEqual((face?.y ?? 0) + 1);
  await expect(page.getByRole('separator', { name: 'Bredden på arket' })).toHaveCount(0);
  const plate = await page.locator('[data-person] p').first().boundingBox();
  const foot = (await bar(person).boundingBox())?.y ?? 0;
  expect((plate?.y ?? 0) + (plate?.height ?? 0), 'the name is whole').toBeLessThanOrEqual(foot);
}

/** Whoever is large is higher than each of the others, and twice as much to look at; and all of them are whole. */
async function expectClearlyLargest(page: Page, where: string): Promise<void> {
  const main = await page.getByRole('main').boundingBox();
  const foot = (main?.y ?? 0) + (main?.height ?? 0);
  const boxes = await page
    .getByRole('main')
    .locator('[data-person]')
    .evaluateAll((tiles) =>
      tiles.map((tile) => {
        const { width, height, bottom } = tile.getBoundingClientRect();
        return { large: tile.matches('[data-large]'), area: width * height, height, bottom };
      }),
    );
  const [large] = boxes.filter((box) => box.large);
  const small = boxes.filter((box) => !box.large);
  expect.soft(small.length, where).toBeGreaterThan(0);
  for (const box of boxes) expect.soft(box.bottom, where).toBeLessThanOrEqual(foot);
  for (const { height, area } of small) {
    expect.soft(height, `${where}: a face is seen`).toBeGreaterThanOrEqual(72);
    expect.soft(large?.height, `${where}: higher`).toBeGreaterThan(1.1 * height);
    expect.soft(large?.area, `${where}: larger`).toBeGreaterThan(2 * area);
  }
}

const TEACHERS_PHONES = [
  { width: 320, height: 640 },
  { width: 360, height: 640 },
  { width: 360, height: 660 },
] as const;

test('STAGE-8 on a teacher’s phone whoever is large is clearly the largest, also when somebody waits for the word', async ({
  teacher,
  student,
  secondStudent,
  cast,
  school,
  session,
  sitWithHandsUp,
}) => {
  for (const one of [student, secondStudent, teacher]) await enterRoom(one, session);
  await press(secondStudent, /^Kamera av/);
  const { page } = teacher;
  await resize(page, TEACHERS_PHONES[0]);
  const onEach = async (what: string, look = expectClearlyLargest) => {
    for (const size of TEACHERS_PHONES) {
      await resize(page, size);
      await look(page, `${what}, ${size.width} × ${size.height}`);
    }
  };
  const line = page.getByRole('region', { name: 'Hvem har ordet' });
  const faces = page.getByRole('main').locator('[data-person]');
  await expect(faces).toHaveCount(2);
  await onEach('nobody waits');
  await raiseHand(student.page);
  await expect(line.getByRole('button', { name: 'Gi ordet' })).toBeVisible();
  await onEach('one waits');
  await pickFromTile(teacher, secondStudent, 'Fest for meg');
  await expect(large(teacher, 'Festet for deg')).toContainText(secondStudent.called);
  await onEach('a camera is pinned');
  await raiseHand(secondStudent.page);
  await expect(line).toContainText('2 hender oppe');
  await onEach('two wait');
  // With the focus on a tile nobody would come in beside it.
  await line.getByRole('button', { name: 'Gi ordet' }).focus();
  await onEach('targets', async (_, where) =>
    expect.soft(await smallTargets(page, 44), where).toEqual([]),
  );
  const more = ['Solveig Lie', 'Amund Berg'].map((name) =>
    school.planning.person({ name, role: 'student', cohort: cast.cohort }),
  );
  for (const somebody of [cast.thirdStudent, ...(await Promise.all(more))]) {
    const before = await faces.count();
    await sitWithHandsUp(session, [somebody]);
    if (before < 4) await expect(faces).toHaveCount(before + 1);
    else await expect(page.getByRole('button', { name: 'Se 2 til' })).toBeVisible();
    await onEach(`${somebody.name} waits too`);
  }
  teacher.watch.expect(lineFails);
  await teacher.context.setOffline(true);
  await expect(page.getByRole('status').filter({ hasText: 'Frakoblet.' })).toBeVisible();
  await onEach('under a notice');
  await teacher.context.setOffline(false);
});

test('STAGE-8 on a teacher’s phone the names under small faces are whole, and so is what is said there', async ({
  teacher,
  student,
  school,
  cast,
  session,
  sitWithHandsUp,
}) => {
  await enterRoom(student, session);
  await enterRoom(teacher, session);
  const { page } = teacher;
  await resize(page, PHONES[0]);
  const solveig = { name: 'Solveig Lie', role: 'student', cohort: cast.cohort } as const;
  await sitWithHandsUp(session, [
    cast.secondStudent,
    await school.planning.person(solveig),
    cast.thirdStudent,
  ]);
  await expect(page.getByRole('region', { name: 'Hvem har ordet' })).toContainText('3 hender');
  const small = page.getByRole('main').locator('[data-person]:not([data-large])');
  await expect(small).toHaveCount(3);
  for (const size of PHONES.slice(0, 2)) {
    await resize(page, size);
    await expectClearlyLargest(page, `three wait, ${size.width}`);
    await expect(small.filter({ hasText: 'Solveig' })).toContainText('hånd 2');
    const main = await page.getByRole('main').boundingBox();
    const foot = (main?.y ?? 0) + (main?.height ?? 0);
    for (const face of await small.all()) {
      const told = await face.evaluate((tile) => {
        const plate = tile.querySelector('p') as HTMLElement;
        const name = plate.querySelector('b') as HTMLElement;
        return {
          foot: plate.getBoundingClientRect().bottom,
          cut: name.scrollWidth > name.clientWidth + 1,
          spills: [...plate.querySelectorAll('*')].some(
            (one) => one.getBoundingClientRect().bottom > tile.getBoundingClientRect().bottom + 1,
          ),
        };
      });
      const who = `${await face.innerText()}, ${size.width}`;
      expect.soft(told.foot, who).toBeLessThanOrEqual(foot);
      expect.soft(told, who).toMatchObject({ cut: false, spills: false });
    }
  }
});
