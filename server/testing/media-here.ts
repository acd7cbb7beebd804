import { test } from 'vitest';
import { findLiveKit } from '../platform/livekit/program.ts';

/**
 * Is there a LiveKit to test with? Without one its tests are skipped, and say so; `REQUIRE_MEDIA=1`, which continuous
 * integration sets, makes that a failure.
 */
export const MEDIA_HERE = findLiveKit() !== null;

if (!MEDIA_HERE) {
  const what = 'there is no LiveKit here: run tools/livekit-build.ts, which wants Go';
  if (process.env.REQUIRE_MEDIA === '1') {
    test('a media server to test with', () => {
      throw new Error(what);
    });
  } else process.stderr.write(`\n!! SKIPPED: tests of sound and picture: ${what}.\n`);
}
