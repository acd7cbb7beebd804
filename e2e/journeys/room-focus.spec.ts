import type { Locator } from '@playwright/test';
import { expect, type Person, test } from '../people.ts';
import {
  chatField,
  expectSpoken,
  handButton,
  openPanel,
  queue,
  raiseHand,
  rowOf,
  untilHeeded,
} from '../room.ts';
import { sidewaysPx } from '../screens/targets.ts';
import { camera, enterRoom, microphone, useMedia } from '../seminar.ts';

useMedia();

/** Presses a button as the keyboard does. */
async function pressByKey(button: Locator): Promise<void> {
  // What rests can have the focus too, and does nothing.
  await expect(button).toBeEnabled();
  await button.focus();
  await button.press('Enter');
}

test('STAGE-10 F78 whoever takes somebody out by keyboard stands at the way back, and whoever answers stays on the stage', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  await enterRoom(teacher, session);
  for (const one of [student, secondStudent]) await enterRoom(one, session);
  student.watch.expect(/status of 40[134].* at \/rtc\/|\/rtc\/.* HTTP Authentication failed/);
  const { page } = teacher;
  await openPanel(page, 'Folk');

  await raiseHand(student.page);
  await handButton(student.page, 1).waitFor();
  await raiseHand(secondStudent.page);
  const waits = queue(page).getByRole('listitem');
  await expect(waits).toHaveCount(2);
  await untilHeeded(page);
  await pressByKey(waits.first().getByRole('button', { name: /^Gi ordet/ }));
  await expect(waits).toHaveCount(1);
  await expect(waits.first(), 'the next in line, and not a button').toBeFocused();
  await untilHeeded(page);
  await pressByKey(queue(page).getByRole('button', { name: /til neste$/ }));
  await expect(waits).toHaveCount(0);
  await expect(queue(page)).toBeFocused();

  const row = rowOf(page, secondStudent.name);
  await pressByKey(row.getByRole('button', { name: /^Valg/ }));
  await pressByKey(row.getByRole('button', { name: /^Be om mikrofon/ }));
  const decline = secondStudent.page.getByRole('button', { name: 'Ikke nå' });
  await pressByKey(decline);
  await expect(decline).toHaveCount(0);
  await expect(secondStudent.page.getByRole('main')).toBeFocused();
  await expect(microphone(secondStudent)).toHaveText('Mikrofon av');

  const gone = rowOf(page, student.name);
  await pressByKey(gone.getByRole('button', { name: /^Valg/ }));
  await pressByKey(gone.getByRole('button', { name: /^Fjern fra økten/ }));
  await pressByKey(page.getByRole('dialog').getByRole('button', { name: /^Fjern/ }));
  const undo = page.getByRole('button', { name: 'Angre' });
  await expect(undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(undo).toHaveCount(0);
  await expect(page.getByRole('main')).toBeFocused();
});

test('STAGE-10 CLOSED-7 whoever closes the room by keyboard stands at the link, hears where, and leaves by Escape', async ({
  teacher,
  session,
}) => {
  await enterRoom(teacher, session);
  const { page } = teacher;
  const forAll = page.getByRole('button', { name: 'For alle', exact: true });
  const sheet = page.getByRole('dialog');
  await pressByKey(forAll);
  await pressByKey(sheet.getByRole('button', { name: /^Lukk rommet/ }));
  await expect(sheet.getByRole('button', { name: /^Lukk/ }), 'one button closes').toHaveCount(1);
  await expect(sheet.getByRole('button', { name: 'Ikke nå' })).toBeVisible();
  await pressByKey(sheet.getByRole('button', { name: 'Lukk rommet' }));
  await expect(sheet.getByRole('button', { name: 'Kopier lenken' })).toBeFocused();
  await expectSpoken(page, 'Rommet er lukket. Her står fingeravtrykket');
  for (const live of await page.locator('[aria-live][aria-atomic]').all())
    await expect(live.locator('xpath=ancestor-or-self::*[@aria-hidden="true"]')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(sheet.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(forAll).toBeFocused();
});

test('STAGE-3 what a person does moves none of the choices for them, and changes none under the finger', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  const { page } = teacher;
  await openPanel(page, 'Folk');
  const row = rowOf(page, student.name);
  await row.getByRole('button', { name: /^Valg/ }).click();
  const mute = row.getByRole('button', { name: `Demp: ${student.name}` });
  const ask = row.getByRole('button', { name: /bedt? om mikrofon|^Be om mikrofon/ });
  const stopCamera = row.getByRole('button', { name: `Stopp kameraet: ${student.name}` });
  // The keyboard brings what it comes to into sight, which would be moving nothing either.
  await stopCamera.evaluate((button) => button.scrollIntoView({ block: 'nearest' }));
  const before = await placesOf(row);
  expect(before.join(), 'all of them, with the name').toContain(`Fjern fra økten: ${student.name}`);
  const unmoved = async (after: string) =>
    expect((await placesOf(row)).map(placeAlone), after).toEqual(before.map(placeAlone));
  await expect(mute).toBeDisabled();
  await expect(stopCamera).toBeDisabled();

  await pressByKey(ask);
  await expect(ask).toHaveAccessibleName(/^Du har bedt om mikrofon/);
  await unmoved('asked');
  await student.page.getByRole('button', { name: 'Slå på', exact: true }).click();
  await expect(mute).toBeEnabled();
  await camera(student).click();
  await expect(stopCamera).toBeEnabled();
  await raiseHand(student.page);
  await expect(row).toContainText(/[Hh]ånda? /);
  await unmoved('answered, with a camera and a hand');
  await expect(ask, 'the focus stays').toBeFocused();

  await pressByKey(mute);
  await expect(mute).toBeDisabled();
  await expect(mute).toBeFocused();
  await page.keyboard.press('Enter');
  await pressByKey(stopCamera);
  await expect(stopCamera).toBeDisabled();
  await expect(stopCamera).toBeFocused();
  await expect(camera(student)).toHaveText('Kamera av');
  await unmoved('muted, and the camera stopped');
});

const tileMenu = ({ page }: Person, { called }: Person) =>
  page.getByRole('button', { name: `Valg for bildet av ${called}` });

async function stopFromTile(teacher: Person, whom: Person): Promise<void> {
  await tileMenu(teacher, whom).click();
  await teacher.page.getByRole('menuitem', { name: 'Stopp kameraet' }).click();
}

test('ROOM-7 a teacher mutes somebody and stops their camera from their picture', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  await microphone(student).click();
  await camera(student).click();
  const item = (name: string) => teacher.page.getByRole('menuitem', { name });
  await tileMenu(teacher, student).click();
  await item('Demp').click();
  await expect(microphone(student)).toHaveText('Mikrofon av');
  await stopFromTile(teacher, student);
  await expect(camera(student)).toHaveText('Kamera av');
  await tileMenu(teacher, student).click();
  for (const name of ['Demp', 'Stopp kameraet']) await expect(item(name)).toBeDisabled();
});

test('STAGE-3 on a phone a camera that the teacher stops, moves nothing', async ({
  teacher,
  student,
  session,
}) => {
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  const { page } = student;
  await page.setViewportSize({ width: 360, height: 740 });
  const tile = page.locator('[data-person]').filter({ hasText: teacher.called });
  const self = page.getByRole('button', { name: 'Vis meg selv' });
  const before = await tile.boundingBox();
  await expect(self).toBeDisabled();
  await expect(self).toHaveAccessibleName('Vis meg selv. Kameraet er av');
  await expect(self.getByText('Kameraet er av'), 'the reason is in sight').toBeInViewport();
  await expect(self, 'no stop on the way while it does nothing').toHaveJSProperty('tabIndex', -1);
  await microphone(student).click();
  await camera(student).click();
  await expect(self).toBeEnabled();
  await page.getByRole('radio', { name: 'Alle' }).check();
  await expect(
    page.locator('[data-person]').filter({ hasText: 'Du' }).getByText('de andre ser deg'),
    'a drawing stands for one’s own picture',
  ).toBeVisible();
  await page.getByRole('radio', { name: 'Den som snakker' }).check();
  await expect(self).toHaveJSProperty('tabIndex', 0);
  expect(await tile.boundingBox()).toEqual(before);
  for (const [width, height, linesMax] of [
    [320, 740, 2],
    [360, 740, 2],
    [740, 360, 1],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await sidewaysPx(page), `${width} px wide`).toBe(0);
    expect(await linesOf(self), `${width} px wide`).toBeLessThanOrEqual(linesMax);
  }
  await page.setViewportSize({ width: 360, height: 740 });

  await stopFromTile(teacher, student);
  await expect(camera(student)).toHaveText('Kamera av');
  await expect(self).toBeDisabled();
  expect(await tile.boundingBox()).toEqual(before);
});

/** On how many lines the words of a button stand. */
const linesOf = (button: Locator) =>
  button.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element.querySelector('span span') as HTMLElement);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  });

test('F78 the keys for the chat and for the people lead there, and leave nothing in wait for a narrow window', async ({
  student,
  session,
}) => {
  await enterRoom(student, session);
  const { page } = student;
  await page.getByRole('button', { name: 'Gå ut' }).focus();
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByRole('tab', { name: 'Folk' })).toBeFocused();
  await page.keyboard.press('Control+Shift+M');
  await expect(chatField(page)).toBeFocused();
  await page.setViewportSize({ width: 700, height: 800 });
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Gå ut' }).focus();
  await page.keyboard.press('Control+Shift+M');
  await expect(page.getByRole('dialog', { name: 'Samtale' })).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Mer', exact: true }).click();
  await page.keyboard.press('Control+Shift+M');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(chatField(page)).toBeFocused();
});

/** Where each button of a row stands, and how large it is. */
const placesOf = (row: Locator) =>
  row.getByRole('button').evaluateAll((buttons) =>
    buttons.map((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      const place = [left, top, width, height].map(Math.round).join(' ');
      return `${place} ${button.getAttribute('aria-label') ?? button.textContent}`;
    }),
  );

const placeAlone = (place: string): string => place.split(' ').slice(0, 4).join(' ');

test('STAGE-10 whoever turns the pages by keyboard stands there still at the last one, and turns back from it', async ({
  school,
  cast,
  teacher,
  student,
  session,
  sitWithHandsUp,
}) => {
  await sitWithHandsUp(session, [cast.secondStudent, cast.thirdStudent]);
  const extra = { name: 'Solveig Lie', role: 'student', cohort: cast.cohort } as const;
  await sitWithHandsUp(session, [await school.planning.person(extra)]);
  const { page } = student;
  await page.setViewportSize({ width: 390, height: 844 });
  await enterRoom(teacher, session);
  await enterRoom(student, session);
  await page.getByRole('radio', { name: 'Alle', exact: true }).check();
  const place = page.getByText(/^Side \d av 2$/);
  for (const { name, at } of [
    { name: 'Neste', at: 'Side 2 av 2' },
    { name: 'Forrige', at: 'Side 1 av 2' },
  ]) {
    const turn = page.getByRole('button', { name, exact: true });
    await pressByKey(turn);
    await expect(place).toHaveText(at);
    await expect(turn, 'says that it leads nowhere').toBeDisabled();
    await expect(turn, 'and has the focus still').toBeFocused();
    await turn.press('Enter');
    await expect(place).toHaveText(at);
  }
});
