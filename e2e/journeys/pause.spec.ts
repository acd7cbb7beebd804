import type { Page } from '@playwright/test';
import { expectAccessible } from '../axe.ts';
import { expectSilence, expectSound } from '../media.ts';
import { expect, type Person, test } from '../people.ts';
import {
  expectSpoken,
  handButton,
  join,
  messages,
  messagesWith,
  openPanel,
  raiseHand,
  rowOf,
  say,
} from '../room.ts';
import { camera, enterRoom, microphone, useMedia } from '../seminar.ts';

useMedia();

const SAID = 'Se til meg';
const scene = ({ page }: Person) => page.getByRole('main');

/** What of the page's own microphone and camera is really open, and on. To be asked for before the page is opened. */
async function keepOwnTracks({ page }: Person): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const opened: MediaStreamTrack[] = [];
    (window as unknown as { opened: MediaStreamTrack[] }).opened = opened;
    const { mediaDevices } = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wish) => {
      const stream = await ask(wish);
      opened.push(...stream.getTracks());
      return stream;
    };
  });
  return () =>
    page.evaluate(() =>
      (window as unknown as { opened: MediaStreamTrack[] }).opened
        .filter((track) => track.readyState === 'live' && track.enabled)
        .map((track) => track.kind),
    );
}

/** Everything that the page's own line is told. To be called before the page is opened. */
function keepFrames({ page }: Person): string[] {
  const frames: string[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => frames.push(String(payload)));
  });
  return frames;
}

const pause = ({ page }: Person) => page.getByRole('button', { name: 'Pause', exact: true });
const onPause = ({ page }: Person) => page.getByRole('heading', { name: 'Du har pause' });
const tile = (page: Page, name: string) =>
  page.locator('#stage').getByRole('listitem').filter({ hasText: name });

test('F37 one press and sound and picture are off; each sees what is theirs to see, and nobody else the choice', async ({
  teacher,
  secondTeacher,
  student,
  secondStudent,
  session,
}) => {
  const tracks = await keepOwnTracks(student);
  const frames = keepFrames(secondStudent);
  for (const one of [teacher, secondTeacher, student, secondStudent]) await enterRoom(one, session);
  await microphone(student).click();
  await camera(student).click();
  await expectSound(teacher.page);
  await expect.poll(async () => (await tracks()).sort()).toEqual(['audio', 'video']);
  await raiseHand(student.page);
  await expect(handButton(student.page, 1)).toBeVisible();

  await pause(student).click();
  await expect(onPause(student)).toBeFocused();
  await expect.poll(tracks, 'nothing of one’s own is on').toEqual([]);
  await expectSilence(teacher.page);
  await expect(microphone(student), 'nothing to turn on').toHaveCount(0);
  await student.page.keyboard.press('Control+d');
  await expect.poll(tracks, 'no shortcut turns anything on').toEqual([]);
  await expect(handButton(student.page, 1), 'the place is kept').toBeVisible();
  await expect(student.page.getByText('Du regnes som til stede i 20 minutter til.')).toBeVisible();
  await expectAccessible(student.page, 'a quiet pause');

  await expect(tile(secondStudent.page, 'Kari')).toContainText('pause');
  await expect(tile(secondStudent.page, 'Kari').locator('video')).toHaveCount(0);

  await student.page.getByRole('button', { name: SAID, exact: true }).click();
  await expect(scene(student).getByText(`Berit og Odd kan se «${SAID}».`)).toBeVisible();
  for (const { page } of [teacher, secondTeacher]) {
    await expectSpoken(page, `Kari sier «${SAID}».`);
    await openPanel(page, 'Til deg, 1');
    const section = page.getByRole('region', { name: 'Stille pause, 1' });
    await expect(section).toContainText('Kari');
    await expect(section).toContainText(`«${SAID}.»`);
  }
  await expectAccessible(teacher.page, 'the teachers’ part of a quiet pause');
  await openPanel(secondStudent.page, 'Folk');
  await expect(rowOf(secondStudent.page, student.name)).toContainText('Pause.');
  await expect(secondStudent.page.getByText('Stille pause')).toHaveCount(0);
  await expect(secondStudent.page.getByText(SAID)).toHaveCount(0);
  await openPanel(secondStudent.page, 'Samtale');
  await expect(messages(secondStudent.page).getByRole('listitem')).toHaveCount(0);
  for (const { page } of [teacher, secondStudent]) {
    const said = await page.evaluate(() => window.saidAloud.join('\n'));
    expect(said).not.toMatch(/pause/iu);
  }
  expect(frames.join('\n'), 'the frames are heard').toContain('pause-started');
  expect(frames.join('\n')).not.toMatch(/check-on|want-to|"choice"|pause-choice/u);

  await student.page.reload();
  await expect(onPause(student), 'a reload ends no pause').toBeVisible();
  await expect(student.page.getByRole('button', { name: SAID, exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await student.page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(student.page, 'a quiet pause on a phone');
  const wide = await student.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);

  await student.page.getByRole('button', { name: 'Kom tilbake', exact: true }).click();
  await expect(onPause(student)).toHaveCount(0);
  await expect(pause(student)).toBeFocused();
  await expect(microphone(student), 'nothing comes on').toHaveText('Mikrofon av');
  await expect(camera(student)).toHaveText('Kamera av');
  await expect(teacher.page.getByText(/^Stille pause/)).toHaveCount(0);
  await expect(tile(secondStudent.page, 'Kari')).not.toContainText('pause');
});

test('F37 PAUSE-4 TEAM-2 a wish is counted whatever the teacher has open, and a teacher writes first', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  const frames = keepFrames(secondStudent);
  for (const one of [teacher, student, secondStudent]) await enterRoom(one, session);
  await openPanel(teacher.page, 'Agenda');
  await pause(student).click();
  await expect(onPause(student)).toBeVisible();
  const toYou = teacher.page.getByRole('tab', { name: /^Til deg/ });
  await expect(toYou, 'a pause asks nothing of anybody').toHaveText('Til deg');

  const wish = student.page.getByRole('button', { name: 'Vil snakke', exact: true });
  await wish.click();
  await expect(scene(student).getByText('Berit kan se «Vil snakke».')).toBeVisible();
  await expect(toYou).toHaveText('Til deg, 1');
  await expectSpoken(teacher.page, 'Kari sier «Vil snakke». Se «Til deg».');
  await toYou.click();
  await teacher.page.getByRole('button', { name: 'Skriv til Kari' }).click();
  await teacher.page.getByLabel('Svar til Kari').fill('Skal vi ta en prat nå?');
  await teacher.page.keyboard.press('Enter');
  await expectAccessible(teacher.page, 'a line that a teacher begins');

  await expectSpoken(student.page, 'Berit har svart deg.');
  // The button says it itself, and no notice lies over it.
  await expect(student.page.getByRole('region', { name: 'Beskjed' })).toHaveCount(0);
  await onPause(student).waitFor();
  await student.page
    .getByRole('region', { name: 'Du har pause' })
    .getByRole('button', { name: 'Skriv til underviserne, 1 nytt svar' })
    .click();
  await expect(student.page.getByRole('dialog').getByText('Skal vi ta en prat nå?')).toBeVisible();
  await student.page.keyboard.press('Escape');
  // The line does not close under what one is writing when the person is back.
  await teacher.page.getByLabel('Svar til Kari').fill('Og en ting til');
  await student.page.getByRole('button', { name: 'Kom tilbake', exact: true }).click();
  await expect(teacher.page.getByText('Er tilbake fra pausen', { exact: true })).toBeVisible();
  await teacher.page.getByLabel('Svar til Kari').press('Enter');
  await expect(toYou).toHaveText('Til deg');
  expect(frames.join('\n')).not.toMatch(/want-to|"choice"|team-line-written/u);
});

test('F37 PAUSE-4 nobody is promised a teacher who is not in', async ({
  teacher,
  student,
  session,
}) => {
  for (const one of [teacher, student]) await enterRoom(one, session);
  await pause(student).click();
  await student.page.getByRole('button', { name: SAID, exact: true }).click();
  await expect(scene(student).getByText(`Berit kan se «${SAID}».`)).toBeVisible();
  await teacher.page.getByRole('button', { name: 'Gå ut' }).click();
  const about = scene(student).getByText(
    'Ingen underviser er inne akkurat nå. «Se til meg» står her',
  );
  await expect(about).toContainText('under «Trenger du noen å snakke med?»');
});

test('F37 PAUSE-8 on the smallest phone, with the hand up, the way back and all choices are in sight', async ({
  teacher,
  student,
  secondStudent,
  session,
}) => {
  const { page } = student;
  for (const one of [teacher, student, secondStudent]) await enterRoom(one, session);
  await openPanel(teacher.page, 'Agenda');
  await raiseHand(page);
  await expect(handButton(page, 1)).toBeVisible();
  await pause(student).click();
  for (const [width, height] of [
    [360, 740],
    [320, 568],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const name of ['Kom tilbake', 'Det går fint', SAID, 'Vil snakke']) {
      const button = page.getByRole('button', { name, exact: true });
      await expect(button, `${name} at ${width}`).toBeInViewport({ ratio: 1 });
      // Nothing of it lies under the line of the queue, or the bar.
      await button.click({ trial: true });
    }
    const scrolled = await page
      .getByRole('region', { name: 'Du har pause' })
      .evaluate((screen) => screen.parentElement?.scrollTop);
    expect(scrolled, 'without scrolling').toBe(0);
  }

  // The tabs of whoever teaches stand on one line, with counts at two of them.
  await page.getByRole('button', { name: 'Vil snakke', exact: true }).click();
  await say(secondStudent.page, 'Hei alle');
  for (const name of ['Til deg, 1', 'Samtale, 1 ny']) {
    const tab = teacher.page.getByRole('tab', { name, exact: true });
    const lines = await tab.evaluate((one) => {
      const words = document.createRange();
      words.selectNodeContents(one);
      return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size;
    });
    expect(lines, name).toBe(1);
  }
});

test('F37 PAUSE-8 in place of the stage a calm screen with one way back; chat, people, documents and the hand stay within reach', async ({
  teacher,
  student,
  session,
}) => {
  for (const one of [teacher, student]) await join(one, session);
  const { page } = student;
  await pause(student).click();
  await expect(onPause(student)).toBeFocused();
  await expect(page.locator('#stage').getByRole('listitem'), 'no tiles').toHaveCount(0);
  const back = page.getByRole('button', { name: 'Kom tilbake', exact: true });
  await expect(back).toHaveCount(1);

  await openPanel(page, 'Samtale');
  await say(page, 'Jeg leser med');
  await openPanel(teacher.page, /^Samtale/);
  await expect(messagesWith(teacher.page, 'Jeg leser med')).toHaveCount(1);
  await openPanel(page, 'Folk');
  await expect(rowOf(page, teacher.name)).toBeVisible();
  await openPanel(page, 'Dokument');
  await expect(page.getByRole('tabpanel', { name: /^Dokument/ })).toBeVisible();
  await raiseHand(page);
  await expect(handButton(page, 1)).toBeVisible();
  await expect(onPause(student), 'none of it ends the pause').toBeVisible();

  await back.press('Enter');
  await expect(onPause(student)).toHaveCount(0);
  await expect(handButton(page, 1), 'the place is kept').toBeVisible();
});

test('F37 PAUSE-5 who presses twice is on pause, and meets nothing that slid under the hand', async ({
  student,
  session,
}) => {
  await enterRoom(student, session);
  const before = await pause(student).boundingBox();
  await pause(student).dblclick();
  await expect(onPause(student)).toBeVisible();
  await expect(student.page.getByRole('dialog')).toHaveCount(0);
  const support = student.page.getByRole('button', { name: 'Trenger du noen å snakke med?' });
  expect((await support.boundingBox())?.x).toBeGreaterThan((before?.x ?? 0) + (before?.width ?? 0));
});
