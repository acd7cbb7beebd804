import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { homePage } from '#shared/features/programme/calendar/queries.ts';
import { postMessage } from '#shared/features/session/chat/commands.ts';
import { endSession, undoEnding } from '#shared/features/session/ending/commands.ts';
import { raiseHand } from '#shared/features/session/hand-queue/commands.ts';
import { sessionLog } from '#shared/features/session/moderation/queries.ts';
import { joinSession } from '#shared/features/session/roster/commands.ts';
import { sessionDoor } from '#shared/features/session/roster/queries.ts';
import { SECOND_MS } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { makeLog } from '../../../platform/log.ts';
import { enter, planSession, read } from '../../../testing/planned-session.ts';
import { somebodyWaits } from '../../../testing/somebody-waits.ts';
import { createWorld, type World } from '../../../testing/world.ts';
import { moveSession } from '../../programme/public.ts';
import { makeSeatKeeper } from '../roster/seat-keeper.ts';
import { seatedIn } from '../roster/seated.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const over = { ok: false, refusal: 'session-over' };
const ended = { ok: false, refusal: 'session-ended' };

const seated = async (sessionId: SessionId) =>
  (await world.test.database.transaction((tx) => seatedIn(tx, [sessionId]))).length;

/** Anne ends a session in which Kari and Ola sit. */
async function ending() {
  const session = await planSession(world);
  const { sessionId, anne, kari, ola } = session;
  const lines = [];
  for (const one of [anne, kari, ola]) lines.push(await enter(world, sessionId, one));
  expect(await world.call(anne, endSession, { sessionId })).toMatchObject({ ok: true });
  return { ...session, lines };
}

async function pass(ms: number): Promise<void> {
  world.clock.advance(ms);
  await world.slices.session.tick();
}

test('END-1 after ten seconds everybody has left, and nothing new begins', async () => {
  const { sessionId, anne, kari, lines } = await ending();
  await world.call(kari, raiseHand, { sessionId });
  await pass(9.9 * SECOND_MS);
  expect(await seated(sessionId)).toBe(3);
  expect(await world.call(kari, postMessage, { sessionId, text: 'Ha det' })).toMatchObject({
    ok: true,
  });

  await pass(0.1 * SECOND_MS);
  expect(await seated(sessionId)).toBe(0);
  const { rows } = await world.test.database.execute<{ facts: { type: string }[] }>(sql`
    select facts from fact where channel = 'session' and id = ${sessionId}
    order by revision desc limit 1`);
  expect(rows[0]?.facts.map(({ type }) => type).sort()).toEqual([
    'hand-lowered',
    'lead-vacated',
    ...Array(3).fill('participant-left'),
    'session-ended',
  ]);
  expect(await world.call(kari, postMessage, { sessionId, text: 'Hallo?' })).toMatchObject(over);
  expect(await world.call(kari, joinSession, { sessionId })).toMatchObject(ended);
  expect(await world.call(anne, joinSession, { sessionId })).toMatchObject(ended);
  expect(await world.call(anne, undoEnding, { sessionId })).toMatchObject(over);
  expect(await world.call(anne, endSession, { sessionId })).toMatchObject(over);
  expect(await world.ask(kari, sessionDoor, { sessionId })).toMatchObject({
    value: { door: 'session-ended', presentCount: 0, leadName: null },
  });
  for (const line of lines) {
    await world.channels.recheck(line.connection);
    expect(line.closed).toEqual([{ channel: 'session', id: sessionId }]);
  }
});

test('END-1 an ended session is past, whatever was planned', async () => {
  const { kari } = await ending();
  expect(await world.ask(kari, homePage, {})).toMatchObject({
    value: { next: { status: 'live' } },
  });
  await pass(10 * SECOND_MS);
  expect(await world.ask(kari, homePage, {})).toMatchObject({ value: { next: null } });
});

test('END-2 any teacher takes it back, and everybody stays', async () => {
  const { sessionId, bjorn, lines } = await ending();
  await enter(world, sessionId, bjorn);
  await pass(9 * SECOND_MS);
  expect(await world.call(bjorn, undoEnding, { sessionId })).toMatchObject({ ok: true });
  await pass(60 * SECOND_MS);
  expect(await seated(sessionId)).toBe(4);
  const [first] = lines;
  if (!first) throw new Error('nobody listens');
  expect((await read(first, sessionId)).state.ending).toEqual({ status: 'none' });
});

test('END-2 ended again after that, the ten seconds are new ones', async () => {
  const { sessionId, anne } = await ending();
  await pass(9 * SECOND_MS);
  await world.call(anne, undoEnding, { sessionId });
  await world.call(anne, endSession, { sessionId });
  await pass(9 * SECOND_MS);
  expect(await seated(sessionId)).toBe(3);
  await pass(SECOND_MS);
  expect(await seated(sessionId)).toBe(0);
});

test('END-3 who ended it, and who took it back, is in the log', async () => {
  const { sessionId, anne } = await ending();
  await world.call(anne, endSession, { sessionId });
  await world.call(anne, undoEnding, { sessionId });
  const by = { personId: anne.personId, displayName: 'Anne Moen' };
  expect(await world.ask(anne, sessionLog, { sessionId })).toMatchObject({
    value: {
      entries: [
        { act: 'ending-undone', by, about: null },
        { act: 'ending-begun', by, about: null },
      ],
    },
  });
});

test('END-3 a teacher who is not here ends nothing, nor takes anything back', async () => {
  const { sessionId, bjorn } = await ending();
  const absent = { ok: false, refusal: 'not-joined' };
  expect(await world.call(bjorn, endSession, { sessionId })).toMatchObject(absent);
  expect(await world.call(bjorn, undoEnding, { sessionId })).toMatchObject(absent);
});

/** Another server over the same rows, as after a start. */
function nextServer() {
  const { clock, unitOfWork } = world;
  return makeSeatKeeper({ clock, unitOfWork, log: makeLog('error') });
}

test.each([3, 30])(
  'END-4 killed in the middle and back after %i seconds, it ends',
  async (away) => {
    const { sessionId, anne } = await ending();
    world.clock.advance(away * SECOND_MS);
    const next = nextServer();
    await next.recover();
    expect(await seated(sessionId)).toBe(away < 10 ? 3 : 0);
    world.clock.advance(10 * SECOND_MS);
    await next.tick();
    expect(await seated(sessionId)).toBe(0);
    expect(await world.call(anne, joinSession, { sessionId })).toMatchObject(ended);
  },
);

test('END-4 killed in the middle, it can still be taken back in time', async () => {
  const { sessionId, anne } = await ending();
  const next = nextServer();
  await next.recover();
  world.clock.advance(5 * SECOND_MS);
  expect(await world.call(anne, undoEnding, { sessionId })).toMatchObject({ ok: true });
  world.clock.advance(20 * SECOND_MS);
  await next.tick();
  expect(await seated(sessionId)).toBe(3);
});

test('END-5 whoever waited at the door while it ended is told so', async () => {
  const { sessionId, siri } = await ending();
  world.clock.advance(10 * SECOND_MS);
  let joining: Promise<unknown> | undefined;
  await world.test.database.transaction(async (tx) => {
    await tx.execute(sql`select from session_live where session_id = ${sessionId} for update`);
    joining = world.call(siri, joinSession, { sessionId });
    await somebodyWaits(world.test.database);
    // What the keeper does when it comes first.
    await tx.execute(sql`update session set ended_at = now() where id = ${sessionId}`);
  });
  expect(await joining).toMatchObject(ended);
  await world.slices.session.tick();
  expect(await seated(sessionId)).toBe(0);
});

test('END-6 moved to another time it has not ended', async () => {
  const { sessionId, kari } = await ending();
  await pass(10 * SECOND_MS);
  const startsAt = world.clock.now();
  await world.test.database.transaction((tx) =>
    moveSession(tx, sessionId, { startsAt, endsAt: startsAt + 3_600_000 }),
  );
  expect(await world.call(kari, joinSession, { sessionId })).toMatchObject({ ok: true });
});
