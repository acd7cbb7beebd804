import { expect, test } from 'vitest';
import { seminarRoomChannel } from '#shared/features/seminar-room/channel.ts';
import type { MediaState } from '../../platform/livekit/media-server.ts';
import { enter, planSession } from '../../testing/planned-session.ts';
import { createWorld } from '../../testing/world.ts';

const READY: MediaState = { status: 'ready' };
const NOT_SET_UP: MediaState = { status: 'absent', why: 'not-set-up' };

/** A session whose screens heard last how media was `before` our server was away. */
async function overARestart(
  before: MediaState,
  work: (restart: (now: MediaState) => Promise<unknown[]>) => Promise<void>,
): Promise<void> {
  let state = before;
  const media = { state: () => state, endpoint: () => null, whenChanged: () => undefined };
  const world = await createWorld({ media });
  const { steward } = world.slices.seminarRoom;
  try {
    const { sessionId, kari } = await planSession(world);
    await enter(world, sessionId, kari);
    const first = await world.line(kari).subscribe(seminarRoomChannel, sessionId);
    expect(first).toMatchObject({ ok: true, snapshot: { media: before } });
    const after = first.ok ? first.revision : 0;
    await work(async (now) => {
      state = now;
      steward.start();
      await steward.reconcileNow();
      const missed = await world.line(kari).subscribe(seminarRoomChannel, sessionId, after);
      if (!missed.ok || !('revisions' in missed)) throw new Error('nothing to catch up on');
      return missed.revisions.flatMap(({ facts }) => facts);
    });
  } finally {
    await steward.stop();
    await world.close();
  }
}

test.each([
  ['was being built, and is ready', { status: 'building', progress: 0.1 }, READY],
  ['was not set up, and is ready', NOT_SET_UP, READY],
  ['was ready, and is gone', READY, NOT_SET_UP],
] as const)(
  'X5 MEDIA-3 screens that waited over a restart of our server hear how media is now: it %s',
  async (_what, before, now) => {
    await overARestart(before, async (restart) => {
      expect(await restart(now)).toEqual([{ type: 'media-changed', media: now }]);
    });
  },
);

test('X1 that nobody has looked yet whether it answers takes the sound from nobody', async () => {
  await overARestart(READY, async (restart) => {
    expect(await restart({ status: 'down' })).toEqual([]);
  });
});
