import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { findLiveKit } from '../../server/platform/livekit/program.ts';
import { expectPictures, expectSilence, expectSound, WITH_DEVICES } from '../media.ts';
import { canMakeNamespaces, type Namespace, openNamespace } from '../network-namespace.ts';
import { type OwnLiveKit, openOwnLiveKit } from '../own-livekit.ts';
import { test as base, expect } from '../people.ts';
import { groupOf, openPanel, rowOf } from '../room.ts';
import { openOwnSchool } from '../school.ts';
import { camera, enterRoom, microphone, needMedia } from '../seminar.ts';
import { lineFails } from './line-fails.ts';

const DOWN_MS = 8_000;
const CHROMIUM =
  process.env.WHOLE_CHROMIUM_PATH ?? process.env.CHROMIUM_PATH ?? chromium.executablePath();

const test = base.extend<{ livekit: OwnLiveKit }, { namespace: Namespace }>({
  namespace: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's form
    async ({}, use) => {
      const namespace = await openNamespace(CHROMIUM);
      await use(namespace);
      await namespace.close();
    },
    { scope: 'worker' },
  ],
  browser: [
    async ({ playwright, namespace }, use) => {
      const browser = await playwright.chromium.launch({
        ...WITH_DEVICES,
        executablePath: namespace.chromium,
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  livekit: async ({ namespace }, use) => {
    const livekit = await openOwnLiveKit((rtc) => {
      rtc.node_ip = namespace.outside;
      rtc.ips.includes = [`${namespace.outside}/32`];
    });
    await use(livekit);
    await livekit.close();
  },
  school: async ({ livekit, namespace }, use) => {
    const school = await openOwnSchool({ env: livekit.env });
    await namespace.lead(livekit.serverPort);
    await use(school);
    await school.close();
  },
});

const here = canMakeNamespaces() && existsSync(CHROMIUM) && findLiveKit() !== null;
if (!here && process.env.TEST_WORKER_INDEX === undefined) {
  process.stdout.write(
    '\n!! SKIPPED: a pulled cable. It takes Linux, root, `ip netns`, Chromium and LiveKit.\n',
  );
}
test.skip(!here, 'no network namespaces, Chromium or LiveKit here');

test('F8 eight seconds without any network: a banner, then pictures, the same roster, and muted stays muted', async ({
  namespace,
  school,
  teacher,
  student,
  session,
}) => {
  test.setTimeout(150_000);
  await needMedia(school.url);
  for (const person of [teacher, student]) {
    person.watch.expect(lineFails);
    await enterRoom(person, session);
    await camera(person).click();
  }
  await microphone(teacher).click();
  await microphone(student).click();
  await expectSound(teacher.page);
  await microphone(student).click();
  await expect(microphone(student)).toHaveText('Mikrofon av');
  for (const { page } of [teacher, student]) await expectPictures(page);

  namespace.cable(false);
  await expect(
    student.page.getByText(/Lyden er borte|Kobler til igjen|Frakoblet/).first(),
  ).toBeVisible({ timeout: DOWN_MS });
  await delay(DOWN_MS);
  namespace.cable(true);
  for (const { page } of [teacher, student]) await expectPictures(page);
  await expectSound(student.page);
  for (const { page } of [teacher, student]) {
    await expect(page.getByText(/Lyden er borte|Kobler til igjen|Frakoblet/)).toHaveCount(0, {
      timeout: 30_000,
    });
  }
  await openPanel(teacher.page, 'Folk');
  await expect(groupOf(teacher.page, student.name)).toHaveText('Hjemme, 1');
  await expect(rowOf(teacher.page, student.name)).not.toContainText('Mistet linja');
  await expect(microphone(student), 'nobody is unmuted by coming back').toHaveText('Mikrofon av');
  await microphone(teacher).click();
  await expectSilence(student.page);
});
