import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  expectPictures,
  expectSilence,
  expectSound,
  keepRoom,
  mediaAt,
  simulate,
  WITH_DEVICES,
} from '../media.ts';
import type { Person } from '../people.ts';
import { expectSpoken, messagesWith, openPanel, rowOf, say } from '../room.ts';
import type { OwnSchool } from '../school.ts';
import { camera, enterRoom, microphone, needMedia, watchFrames } from '../seminar.ts';
import { lineFails } from './line-fails.ts';
import { expect, test } from './train.ts';

test.use({ launchOptions: WITH_DEVICES });

test.beforeEach(async ({ school }) => {
  test.setTimeout(400_000);
  await needMedia(school.url);
  // The list of a room is read every twenty seconds; everything else is much sooner.
  test.setTimeout(150_000);
});

/** Notes on the page when any of these words are shown, however shortly. */
async function noteWords({ page }: Person, words: RegExp): Promise<() => Promise<boolean>> {
  await page.evaluate((pattern) => {
    new MutationObserver(() => {
      if (new RegExp(pattern).test(document.querySelector('main')?.textContent ?? ''))
        document.body.dataset.sawWords = 'yes';
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  }, words.source);
  return () => page.evaluate(() => document.body.dataset.sawWords === 'yes');
}

test('X6 the signalling line is cut, or closed by the media library: pictures go on, and no banner is shown', async ({
  traveller,
  teacher,
  session,
  drop,
}) => {
  await keepRoom(traveller.page);
  const signalled: string[] = [];
  traveller.page.on('websocket', (socket) => {
    const { pathname } = new URL(socket.url());
    if (pathname.startsWith('/rtc')) signalled.push(pathname);
  });
  await enterRoom(teacher, session);
  await enterRoom(traveller, session);
  await camera(teacher).click();
  await microphone(teacher).click();
  await expectPictures(traveller.page);
  const sawTrouble = await noteWords(traveller, /Lyden er borte|Kobler til lyden/);
  const cutIt = async () => drop(/^\/rtc/);
  for (const fault of [cutIt, cutIt, () => simulate(traveller.page, 'signal-reconnect')]) {
    const opened = signalled.length;
    const watched = watchFrames(traveller);
    await fault();
    await delay(4_000);
    // Ten frames a second; a busy machine may hold one back for a while.
    expect(await watched.stop(), 'pictures stood still for so many ms').toBeLessThan(2_000);
    expect(signalled.length, 'the line was really made anew').toBeGreaterThan(opened);
  }
  await expectSound(traveller.page);
  expect(await sawTrouble()).toBe(false);

  // The line that came back carries signalling: what is new is heard of.
  await microphone(traveller).click();
  await expectSound(teacher.page);
});

/** A killed one says nothing. One that is told twice to stop says goodbye to everybody, as at an update. */
const ENDINGS = [
  { how: 'killed', signals: ['SIGKILL'] },
  { how: 'told to stop', signals: ['SIGTERM', 'SIGTERM'] },
] as const;

for (const { how, signals } of ENDINGS) {
  test(`X5 F8 LiveKit is ${how}: everybody is back, muted stays muted, and attendance has one gap`, async ({
    school,
    teacher,
    student,
    secondStudent,
    session,
  }) => {
    const everybody = [teacher, student, secondStudent];
    for (const person of everybody) {
      person.watch.expect(lineFails);
      await enterRoom(person, session);
    }
    await microphone(teacher).click();
    await camera(teacher).click();
    await camera(student).click();
    // On and off again: what must not come back by itself.
    await microphone(student).click();
    await expectSound(teacher.page);
    await microphone(student).click();
    await expect(microphone(student)).toHaveText('Mikrofon av');
    for (const { page } of everybody) await expectPictures(page);
    const seen = () => school.planning.visits(session);
    await expect
      .poll(async () => (await seen()).map(({ sid }) => sid), { timeout: 30_000 })
      .toEqual([expect.any(String), expect.any(String), expect.any(String)]);

    const pid = Number(await readFile(path.join(school.dataDir, 'livekit/livekit.pid'), 'utf8'));
    for (const signal of signals) {
      process.kill(pid, signal);
      await delay(100);
    }
    await say(teacher.page, 'Chatten går uten lyd');
    await expect(messagesWith(student.page, 'Chatten går uten lyd')).toHaveCount(1);
    await expect.poll(() => mediaAt(school.url), { timeout: 30_000 }).toBe('ready');
    const healthyAt = performance.now();
    await Promise.all(everybody.map(({ page }) => expectPictures(page)));
    // Promised within 10 s, and 3 to 7 where this was measured: no margin for less; as much again for a machine that others use too.
    expect(performance.now() - healthyAt).toBeLessThan(20_000);
    await expectSound(student.page);
    await expect(microphone(student), 'nobody is unmuted by a restart').toHaveText('Mikrofon av');
    // A line to a server that had just begun may not be answered, and is then made anew (DEVICE-5).
    await expect(microphone(teacher)).toHaveText('Mikrofon på', { timeout: 20_000 });
    await microphone(teacher).click();
    await expectSilence(secondStudent.page);

    // Two lists in a row close the old visits.
    await expect
      .poll(async () => (await seen()).filter(({ leftAt }) => leftAt !== null).length, {
        timeout: 60_000,
      })
      .toBe(3);
    const visits = await seen();
    for (const { personId, name } of everybody) {
      const mine = visits.filter((visit) => visit.personId === personId);
      expect(mine, `${name}: one visit before, one after`).toHaveLength(2);
      const [before, after] = mine;
      expect(before?.leftAt).toBeLessThanOrEqual(after?.joinedAt ?? 0);
      expect([after?.leftAt, after?.sid]).toEqual([null, expect.any(String)]);
    }
  });
}

test('DEVICE-5 ROOM-5 LiveKit hangs: the microphone says that nothing is sent, everybody hears of it, and it is on again by itself', async ({
  school,
  teacher,
  student,
  session,
}) => {
  for (const person of [teacher, student]) {
    person.watch.expect(lineFails);
    await enterRoom(person, session);
  }
  await microphone(student).click();
  await expectSound(teacher.page);
  await expect(microphone(student)).toHaveText('Mikrofon på');
  const pid = Number(await readFile(path.join(school.dataDir, 'livekit/livekit.pid'), 'utf8'));
  process.kill(pid, 'SIGSTOP');
  const hungAt = performance.now();
  await expect(microphone(student)).toHaveText('Sendes ikke', { timeout: 20_000 });
  // Promised within four seconds; without a look of our own the browser believes in its line for eleven.
  expect(performance.now() - hungAt).toBeLessThan(8_000);
  await expectSpoken(student.page, 'Lyden din går ikke fram.');
  await expect(microphone(teacher), 'whoever is silent has nothing to hear of').toHaveText(
    /Mikrofon av|Ingen lyd/,
  );
  const gone = teacher.page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: 'Lyden er borte et øyeblikk.' });
  await expect(gone).toBeVisible();
  await expect(gone, 'nobody was to hear the teacher').not.toContainText('hører deg ikke');
  // Promised within five seconds; before it is given up it would be eleven.
  expect(performance.now() - hungAt).toBeLessThan(9_000);
  const tile = teacher.page.locator('#stage [data-person]').filter({ hasText: student.called });
  await expect(tile, 'nobody is said to be heard who is not').toContainText('uten lyd her', {
    timeout: 1_000,
  });
  await expect(tile).not.toContainText('mikrofon på');

  await expect(microphone(student)).toHaveText('Mikrofon på', { timeout: 60_000 });
  await expectSound(teacher.page);
  await expectSpoken(student.page, 'Lyden er tilbake.');
  const said = await student.page.evaluate(() => window.saidAloud);
  const times = (words: string) => said.filter((one) => one.includes(words)).length;
  expect(times('Lyden er borte. De andre hører deg ikke nå.'), 'it interrupts once').toBe(1);
  expect(times('Mikrofon og kamera er av.'), 'only as one first came in').toBe(1);
});

test('DEVICE-5 a line whose counters stand still, as when the media server answers nothing on it, is made anew, by itself', async ({
  teacher,
  student,
  session,
}) => {
  for (const person of [teacher, student]) await enterRoom(person, session);
  await microphone(student).click();
  await expectSound(teacher.page);
  await expect(microphone(student)).toHaveText('Mikrofon på');
  // The counters of the lines that there are stand still from now on.
  await student.page.evaluate(() => {
    const { mediaLines } = window as unknown as { mediaLines: RTCPeerConnection[] };
    for (const sender of mediaLines.flatMap((line) => line.getSenders())) {
      const last = sender.getStats();
      sender.getStats = () => last;
    }
  });
  await expect(microphone(student)).toHaveText('Sendes ikke');
  await expect(microphone(student)).toHaveText('Mikrofon på', { timeout: 20_000 });
  await expectSound(teacher.page);
});

test('F8 «Prøv nå» tries at once each time it is pressed, and comes back when the way is open', async ({
  traveller,
  teacher,
  session,
  drop,
  shut,
}) => {
  test.setTimeout(240_000);
  await enterRoom(teacher, session);
  await enterRoom(traveller, session);
  await microphone(teacher).click();
  await expectSound(traveller.page);
  let tries = 0;
  traveller.page.on('request', (request) => {
    if (request.url().endsWith('/api/query/seminar-room/join')) tries += 1;
  });
  shut(/^\/rtc/);
  drop(/^\/rtc/);
  const tryNow = traveller.page.getByRole('button', { name: 'Prøv nå' });
  for (let press = 0; press < 3; press++) {
    // Sound goes on, and the library tries for most of a minute by itself, before anybody is troubled.
    await expect(tryNow).toBeVisible({ timeout: 90_000 });
    const before = tries;
    await tryNow.click();
    await expect.poll(() => tries, { message: 'a try' }).toBeGreaterThan(before);
  }
  shut(null);
  // The automatic way may be there first.
  await tryNow.click({ timeout: 2_000 }).catch(() => undefined);
  await expectSound(traveller.page);
  await expect(traveller.page.getByText('Lyden er borte et øyeblikk.')).toHaveCount(0);
  await expect(microphone(traveller), 'as it was').toHaveText('Mikrofon av');
});

test('X1 our server is killed: sound and pictures go on, and the seat is back', async ({
  school,
  traveller,
  teacher,
  session,
}) => {
  const ours = school as OwnSchool;
  for (const person of [teacher, traveller]) {
    person.watch.expect(lineFails);
    await enterRoom(person, session);
    await camera(person).click();
  }
  await microphone(teacher).click();
  for (const { page } of [teacher, traveller]) await expectPictures(page);

  const watched = watchFrames(traveller);
  await ours.kill9();
  await delay(3_000);
  const stoodStillMs = await watched.stop();
  expect(stoodStillMs, 'pictures do not pass through us').toBeLessThan(2_000);
  await expectSound(traveller.page);
  await ours.startAgain();
  await say(teacher.page, 'Vi er her igjen');
  await expect(messagesWith(traveller.page, 'Vi er her igjen')).toHaveCount(1, { timeout: 30_000 });
  await expect.poll(() => mediaAt(school.url), { timeout: 30_000 }).toBe('ready');
  await openPanel(teacher.page, 'Folk');
  await expect(rowOf(teacher.page, traveller.name)).not.toContainText('Mistet linja', {
    timeout: 30_000,
  });
  for (const { page } of [teacher, traveller]) await expectPictures(page);
  await expectSound(traveller.page);
  await expect(microphone(traveller)).toHaveText('Mikrofon av');
  await microphone(traveller).click();
  await expectSound(teacher.page);
});
