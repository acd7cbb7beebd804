import { findLiveKit } from '../../server/platform/livekit/program.ts';
import { WITH_DEVICES } from '../media.ts';
import { openRelayedLiveKit, type RelayedLiveKit } from '../own-livekit.ts';
import { test as base } from '../people.ts';
import { openOwnSchool } from '../school.ts';
import { enterRoom, needMedia } from '../seminar.ts';
import type { Lines } from '../udp-relay.ts';

type Relayed = {
  readonly livekit: RelayedLiveKit;
  /** The student's lines, when teacher and student are in the room: to be spoilt. */
  readonly lines: Lines;
};

/** A school whose sound and pictures go through a relay of ours. */
export const test = base.extend<Relayed>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's form
  livekit: async ({}, use) => {
    const livekit = await openRelayedLiveKit();
    await use(livekit);
    await livekit.close();
  },
  school: async ({ livekit }, use) => {
    const school = await openOwnSchool({ env: livekit.env });
    await use(school);
    await school.close();
  },
  lines: async ({ livekit, school, teacher, student, session }, use) => {
    await needMedia(school.url);
    await enterRoom(teacher, session);
    const lines = livekit.relay.whoComesNow();
    await enterRoom(student, session);
    await use(lines);
  },
});

/** For a spec of it: devices that are not real, and a LiveKit that is, or the spec is left out. */
export function useRelay(): void {
  test.use({ launchOptions: WITH_DEVICES });
  test.describe.configure({ timeout: 150_000 });
  test.skip(
    findLiveKit() === null && process.env.REQUIRE_MEDIA !== '1',
    'there is no LiveKit here, to be put behind a relay',
  );
}
