import { findLiveKit } from '../../server/platform/livekit/program.ts';
import { WITH_DEVICES } from '../media.ts';
import { openRelayedLiveKit, type RelayedLiveKit } from '../own-livekit.ts';
import { test as base } from '../people.ts';
import { openOwnSchool } from '../school.ts';

/** A school whose sound and pictures go through a relay of ours. */
export const test = base.extend<{ livekit: RelayedLiveKit }>({
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
});

/** For a spec of it: devices that are not real, and a LiveKit that is, or the spec is left out. */
export function useRelay(): void {
  test.use({ launchOptions: WITH_DEVICES });
  test.skip(
    findLiveKit() === null && process.env.REQUIRE_MEDIA !== '1',
    'there is no LiveKit here, to be put behind a relay',
  );
}
