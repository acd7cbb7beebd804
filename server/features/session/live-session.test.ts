import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { raiseHand } from '#shared/features/session/hand-queue/commands.ts';
import { enter, planSession } from '../../testing/planned-session.ts';
import { somebodyWaits } from '../../testing/somebody-waits.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { lockLive } from './live-session.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('a seat that ends while a call waits for the session gives that call nothing', async () => {
  const { sessionId, kari } = await planSession(world);
  await enter(world, sessionId, kari);
  const { waiting } = await world.test.database.transaction(async (tx) => {
    await lockLive(tx, sessionId);
    const call = world.call(kari, raiseHand, { sessionId });
    await somebodyWaits(world.test.database);
    await tx.execute(sql`
      update seat set left_at = now()
      where session_id = ${sessionId} and person_id = ${kari.personId}`);
    // In an object, or the transaction would wait for the call that waits for it.
    return { waiting: call };
  });
  expect(await waiting).toEqual({ ok: false, refusal: 'not-joined' });
});

test('what others have changed while a call waits is what it decides on', async () => {
  const { sessionId, kari, ola } = await planSession(world);
  await enter(world, sessionId, kari);
  const { waiting } = await world.test.database.transaction(async (tx) => {
    await lockLive(tx, sessionId);
    const call = world.call(kari, raiseHand, { sessionId });
    await somebodyWaits(world.test.database);
    const hands = JSON.stringify([{ personId: ola.personId, at: 1 }]);
    await tx.execute(sql`
      update session_live set hand_queue = jsonb_set(hand_queue, '{hands}', ${hands}::jsonb)
      where session_id = ${sessionId}`);
    return { waiting: call };
  });
  expect(await waiting).toMatchObject({ ok: true, value: { place: 2 } });
});
