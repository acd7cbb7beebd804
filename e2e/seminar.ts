import type { Page } from '@playwright/test';
import { inbound, keepLines, mediaAt, WITH_DEVICES } from './media.ts';
import { expect, type Person, test } from './people.ts';
import type { PlannedSession } from './planning.ts';
import { join } from './room.ts';

/** For a spec of seminar rooms: devices that are not real, and a media server that is, or the spec is left out, loudly. */
export function useMedia({ args = [] }: { readonly args?: readonly string[] } = {}): void {
  test.use({ launchOptions: { ...WITH_DEVICES, args: [...(WITH_DEVICES.args ?? []), ...args] } });

  test.beforeEach(async ({ school }) => {
    // The first of them may have to wait for LiveKit to be built.
    test.setTimeout(400_000);
    await needMedia(school.url);
    test.setTimeout(120_000);
  });
}

const controls = ({ page }: Person) => page.getByRole('region', { name: 'Kontroller' });

export const microphone = (person: Person) =>
  controls(person).getByRole('button', { name: /^(Mikrofon|Ingen lyd|Sendes)/ });
export const camera = (person: Person) => controls(person).getByRole('button', { name: /^Kamera/ });

/** Comes in and waits until sound is there; nothing of one's own is on. */
export async function enterRoom(person: Person, session: PlannedSession): Promise<void> {
  await keepLines(person.page);
  await join(person, session);
  await expect(microphone(person)).toHaveText('Mikrofon av', { timeout: 20_000 });
}

/** From now on the browser lets nobody at a camera or a microphone, on this page and after a reload of it. */
export async function refuseDevices(page: Page): Promise<void> {
  const refuse = () => {
    const refused = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    // The empty page before the first has no devices.
    if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia = refused;
  };
  await page.addInitScript(refuse);
  await page.evaluate(refuse);
}

/** Skips the test, and says so, where there is no media server to test with; `REQUIRE_MEDIA=1` makes that a failure. */
export async function needMedia(url: string): Promise<void> {
  const media = await mediaAt(url);
  if (media === 'ready') return;
  expect(process.env.REQUIRE_MEDIA, `media is ${media}, and REQUIRE_MEDIA=1`).not.toBe('1');
  process.stdout.write(`\n!! SKIPPED: seminar rooms. Media is ${media}.\n`);
  test.skip(true, `media is ${media}`);
}

/** Watches a page's pictures until `stop`, which answers how long they once stood still, in milliseconds. */
export function watchFrames({ page }: Person): { readonly stop: () => Promise<number> } {
  let going = true;
  const watched = (async () => {
    let longestMs = 0;
    let frames = (await inbound(page)).framesDecoded;
    let movedAt = performance.now();
    while (going) {
      await page.waitForTimeout(100);
      const now = (await inbound(page)).framesDecoded;
      longestMs = Math.max(longestMs, performance.now() - movedAt);
      if (now === frames) continue;
      frames = now;
      movedAt = performance.now();
    }
    return longestMs;
  })();
  return {
    stop: () => {
      going = false;
      return watched;
    },
  };
}
