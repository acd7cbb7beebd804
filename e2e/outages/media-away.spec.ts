import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findLiveKit } from '../../server/platform/livekit/program.ts';
import { expectPictures, expectSound, mediaAt, WITH_DEVICES } from '../media.ts';
import { test as base, expect, type Person } from '../people.ts';
import { messagesWith, queue, raiseHand, say, untilHeeded } from '../room.ts';
import { openOwnSchool } from '../school.ts';
import { camera, enterRoom, microphone, needMedia } from '../seminar.ts';
import { lineFails } from './line-fails.ts';

type MediaHost = {
  /** A folder for PATH, with a LiveKit that can be kept from starting. */
  readonly folder: string;
  readonly keepAway: () => Promise<void>;
  readonly giveBack: () => Promise<void>;
};

const test = base.extend<{ mediaHost: MediaHost }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's form
  mediaHost: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mellom-media-host-'));
    const away = path.join(folder, 'away');
    const program = findLiveKit();
    if (program !== null) {
      const file = path.join(folder, 'livekit-server');
      await writeFile(file, `#!/bin/sh\n[ -e '${away}' ] && exit 1\nexec '${program}' "$@"\n`);
      await chmod(file, 0o700);
    }
    await use({
      folder,
      keepAway: () => writeFile(away, ''),
      giveBack: () => rm(away),
    });
    await rm(folder, { recursive: true });
  },
  school: async ({ mediaHost }, use) => {
    const search = [mediaHost.folder, process.env.PATH].join(path.delimiter);
    const school = await openOwnSchool({ env: { PATH: search } });
    await use(school);
    await school.close();
  },
});

test.use({ launchOptions: WITH_DEVICES });

/** Longer than livekit-client itself tries to come back. */
const AWAY_MS = 50_000;
const SAID = /Lyden er borte et øyeblikk|Lyd og bilde svarer ikke akkurat nå|Kobler til lyden/;

type Watched = { firstAt: number; longestGapMs: number };

/** Notes in the page when the outage is first said on the screen, and for how long it was then not said though it lasted. */
async function watchBanner({ page }: Person): Promise<() => Promise<Watched>> {
  await page.evaluate((pattern) => {
    const said = new RegExp(pattern);
    const watched = { firstAt: 0, longestGapMs: 0 };
    (window as unknown as { watched: Watched }).watched = watched;
    let lastAt = 0;
    setInterval(() => {
      const now = Date.now();
      const stands = [...document.querySelectorAll<HTMLElement>('main [role="status"]')].some(
        (one) => said.test(one.textContent ?? '') && one.checkVisibility(),
      );
      if (!stands) return;
      watched.firstAt ||= now;
      if (lastAt > 0) watched.longestGapMs = Math.max(watched.longestGapMs, now - lastAt);
      lastAt = now;
    }, 50);
  }, SAID.source);
  return () => page.evaluate(() => (window as unknown as { watched: Watched }).watched);
}

test('X5 F8 LiveKit is away for most of a minute: said within 3 s and all the while, chat and hands go on, and it heals by itself', async ({
  school,
  mediaHost,
  teacher,
  student,
  session,
}) => {
  test.setTimeout(400_000);
  await needMedia(school.url);
  test.setTimeout(180_000);
  for (const person of [teacher, student]) {
    person.watch.expect(lineFails);
    await enterRoom(person, session);
  }
  await microphone(teacher).click();
  await camera(student).click();
  await expectSound(student.page);
  await expectPictures(teacher.page);
  const watched = [await watchBanner(teacher), await watchBanner(student)];

  await mediaHost.keepAway();
  const pid = Number(await readFile(path.join(school.dataDir, 'livekit/livekit.pid'), 'utf8'));
  process.kill(pid, 'SIGKILL');
  const goneAt = Date.now();
  for (const { page } of [teacher, student])
    await expect(
      page.getByRole('main').getByRole('status').filter({ hasText: SAID }),
    ).toBeVisible();

  await say(teacher.page, 'Vi skriver så lenge');
  await expect(messagesWith(student.page, 'Vi skriver så lenge')).toHaveCount(1);
  await raiseHand(student.page);
  await expect(queue(teacher.page).getByRole('listitem')).toHaveCount(1);
  await untilHeeded(teacher.page);
  await queue(teacher.page).getByRole('button', { name: 'Gi ordet til neste' }).click();
  await expect(queue(student.page)).toContainText('Du har ordet');
  await delay(AWAY_MS - (Date.now() - goneAt));

  await mediaHost.giveBack();
  await expect.poll(() => mediaAt(school.url), { timeout: 30_000 }).toBe('ready');
  const healthyAt = Date.now();
  await expectSound(student.page);
  await expectPictures(teacher.page);
  // Promised within 10 s; as much again for a machine that others use too.
  expect(Date.now() - healthyAt, 'back by itself').toBeLessThan(20_000);
  await expect(microphone(teacher)).toHaveText('Mikrofon på');
  await expect(camera(student)).toHaveText('Kamera på');
  await expect(microphone(student), 'nobody is unmuted by an outage').toHaveText('Mikrofon av');
  for (const result of watched) {
    const { firstAt, longestGapMs } = await result();
    expect(firstAt - goneAt, 'said').toBeLessThan(3_000);
    expect(longestGapMs, 'it stands all the while').toBeLessThan(1_000);
  }
  for (const { page } of [teacher, student])
    await expect(page.getByText(SAID).filter({ visible: true })).toHaveCount(0);
});

test('X5 CLOSED-6 STAGE-9 what is said while LiveKit is away stands beside the mark of a closed room, and covers no title', async ({
  school,
  mediaHost,
  teacher,
  session,
}) => {
  test.setTimeout(400_000);
  await needMedia(school.url);
  test.setTimeout(180_000);
  teacher.watch.expect(lineFails);
  await enterRoom(teacher, session);
  const { page } = teacher;
  await page.getByRole('button', { name: 'For alle', exact: true }).click();
  await page.getByRole('button', { name: /^Lukk rommet/ }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: 'Lukk rommet', exact: true }).click();
  await sheet.getByRole('button', { name: 'Lukk', exact: true }).click();
  await expect(microphone(teacher)).toHaveText('Mikrofon av', { timeout: 20_000 });

  await mediaHost.keepAway();
  const pid = Number(await readFile(path.join(school.dataDir, 'livekit/livekit.pid'), 'utf8'));
  process.kill(pid, 'SIGKILL');
  const notice = page.getByRole('main').getByRole('status').filter({ hasText: SAID });
  await expect(notice).toContainText('Lyd og bilde svarer ikke akkurat nå', { timeout: 20_000 });
  const tryNow = notice.getByRole('button', { name: 'Prøv nå' });
  const mark = page.getByRole('button', { name: /^Lukket rom/ });
  for (const [width, height] of [
    [320, 640],
    [360, 740],
    [740, 360],
    [768, 1024],
    [1024, 500],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    const size = `${width} × ${height}`;
    const edges = async () => {
      const [press, beside] = [await tryNow.boundingBox(), await mark.boundingBox()];
      return (beside?.x ?? 0) - ((press?.x ?? 0) + (press?.width ?? 0));
    };
    // The ring of what has the focus stands 5 px out.
    await expect.poll(edges, `${size}: between the press and the mark`).toBeGreaterThan(5);
    await tryNow.click({ trial: true, timeout: 5_000 });
    await mark.click({ trial: true, timeout: 5_000 });
    if (width < 1024) continue;
    const underTop = async () => {
      const [under, top] = [
        await notice.boundingBox(),
        await page.getByRole('banner').boundingBox(),
      ];
      return (under?.y ?? 0) - ((top?.y ?? 0) + (top?.height ?? 0));
    };
    await expect.poll(underTop, `${size}: between the title and the notice`).toBeGreaterThan(-1);
  }
});
