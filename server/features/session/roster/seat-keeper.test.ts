import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { giveWord, raiseHand } from '#shared/features/session/hand-queue/commands.ts';
import { joinSession } from '#shared/features/session/roster/commands.ts';
import { sessionDoor } from '#shared/features/session/roster/queries.ts';
import { SECOND_MS } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { makeLog } from '../../../platform/log.ts';
import { newId } from '../../../platform/new-id.ts';
import { enter, planSession, read, statusOf } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type TestLine, type World } from '../../../testing/world.ts';
import { textsForSome } from '../../document/public.ts';
import { createSessionSlice } from '../public.ts';
import { makeSeatKeeper } from './seat-keeper.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function pass(ms: number): Promise<void> {
  world.clock.advance(ms);
  await world.slices.session.tick();
}

async function leadSeenBy(line: TestLine, sessionId: SessionId): Promise<string | null> {
  return (await read(line, sessionId)).state.roster.leadId;
}

describe('presence', () => {
  test('ROSTER-5 a dropped line shows after a moment, and the same seat is there when it is back', async () => {
    const { sessionId, anne, kari } = await planSession(world);
    const watching = await enter(world, sessionId, anne);
    const line = await enter(world, sessionId, kari, 'trondheim');
    line.drop();
    await pass(1.5 * SECOND_MS);
    expect(statusOf((await read(watching, sessionId)).state, kari)).toBe('lost');

    await pass(59 * SECOND_MS - 4 * SECOND_MS);
    const back = world.line(kari);
    expect(await back.subscribe(sessionChannel, sessionId)).toMatchObject({ ok: true });
    await pass(0);
    const { state } = await read(watching, sessionId);
    expect(state.roster.entries.find((entry) => entry.personId === kari.personId)).toMatchObject({
      presence: { status: 'present', place: 'trondheim' },
    });
    await pass(120 * SECOND_MS);
    expect(statusOf((await read(watching, sessionId)).state, kari)).toBe('present');
  });

  test('ROSTER-6 after 60 seconds the seat is lost, and the hand and the word with it', async () => {
    const { sessionId, anne, kari, ola } = await planSession(world);
    const watching = await enter(world, sessionId, anne);
    const [speaking, waiting] = [
      await enter(world, sessionId, kari),
      await enter(world, sessionId, ola),
    ];
    await world.call(kari, raiseHand, { sessionId });
    await world.call(ola, raiseHand, { sessionId });
    await world.call(anne, giveWord, { sessionId, personId: kari.personId });
    speaking.drop();
    waiting.drop();
    await pass(60 * SECOND_MS - 1);
    const held = (await read(watching, sessionId)).state;
    expect(held.handQueue).toMatchObject({
      hands: [{ personId: ola.personId }],
      word: { personId: kari.personId },
    });
    await pass(1);
    const { state } = await read(watching, sessionId);
    expect([statusOf(state, kari), statusOf(state, ola)]).toEqual(['left', 'left']);
    expect(state.handQueue).toMatchObject({ hands: [], word: null });
    expect(await world.call(ola, raiseHand, { sessionId })).toEqual({
      ok: false,
      refusal: 'not-joined',
    });
  });

  test('ROSTER-5 joining in the last seconds of a held seat keeps it', async () => {
    const { sessionId, kari, anne } = await planSession(world);
    const watching = await enter(world, sessionId, anne);
    const line = await enter(world, sessionId, kari);
    await world.call(kari, raiseHand, { sessionId });
    line.drop();
    await pass(59 * SECOND_MS);
    // Too little time is left to race for: the browser joins again, and the place in line is still there.
    expect(await world.line(kari).subscribe(sessionChannel, sessionId)).toEqual({
      ok: false,
      refusal: 'not-joined',
    });
    await enter(world, sessionId, kari);
    await pass(10 * SECOND_MS);
    const { state } = await read(watching, sessionId);
    expect(statusOf(state, kari)).toBe('present');
    expect(state.handQueue.hands).toMatchObject([{ personId: kari.personId }]);
  });

  test('ROSTER-7 letting go is leaving within two seconds; a page loaded again stays', async () => {
    const { sessionId, anne, kari, ola } = await planSession(world);
    const watching = await enter(world, sessionId, anne);
    const [gone, reloaded] = [
      await enter(world, sessionId, kari),
      await enter(world, sessionId, ola),
    ];
    await world.call(ola, raiseHand, { sessionId });
    gone.letGo(sessionChannel, sessionId);
    reloaded.letGo(sessionChannel, sessionId);
    await pass(SECOND_MS);
    await enter(world, sessionId, ola);
    await pass(SECOND_MS);
    const { state } = await read(watching, sessionId);
    expect(statusOf(state, kari)).toBe('left');
    expect(statusOf(state, ola)).toBe('present');
    expect(state.handQueue.hands).toMatchObject([{ personId: ola.personId }]);
  });

  test('ROSTER-7 F4 whoever has just gone out is not counted as in, as they see it', async () => {
    const { sessionId, anne, kari } = await planSession(world);
    await enter(world, sessionId, anne);
    const tabs = [await enter(world, sessionId, kari), await enter(world, sessionId, kari)];
    await pass(0);
    const seenBy = async (somebody: Somebody) => {
      const door = await world.ask(somebody, sessionDoor, { sessionId });
      return door.ok && door.value.presentCount;
    };
    tabs[0]?.letGo(sessionChannel, sessionId);
    expect(await seenBy(kari)).toBe(2);
    tabs[1]?.letGo(sessionChannel, sessionId);
    expect(await seenBy(kari)).toBe(1);
    expect(await seenBy(anne)).toBe(2);
    await pass(2 * SECOND_MS);
    expect(await seenBy(kari)).toBe(1);
    expect(await seenBy(anne)).toBe(1);
  });

  test('ROSTER-5 whoever’s seat is held is counted as in at the door too, until it is lost', async () => {
    const { sessionId, anne, kari, ola } = await planSession(world);
    await enter(world, sessionId, anne);
    const line = await enter(world, sessionId, kari);
    const seenBy = async (somebody: Somebody) => {
      const door = await world.ask(somebody, sessionDoor, { sessionId });
      return door.ok && door.value.presentCount;
    };
    line.drop();
    for (const later of [0, 1.5 * SECOND_MS, 50 * SECOND_MS]) {
      await pass(later);
      expect([await seenBy(kari), await seenBy(ola)]).toEqual([2, 2]);
    }
    await pass(10 * SECOND_MS);
    expect([await seenBy(kari), await seenBy(ola)]).toEqual([1, 1]);
  });

  test('ROSTER-7 from outside, nobody leads who has gone out', async () => {
    const { sessionId, anne, ola } = await planSession(world);
    const line = await enter(world, sessionId, anne);
    const leadName = async () => {
      const door = await world.ask(ola, sessionDoor, { sessionId });
      return door.ok && door.value.leadName;
    };
    expect(await leadName()).toBe('Anne Moen');
    line.letGo(sessionChannel, sessionId);
    await pass(2 * SECOND_MS);
    expect(await leadName()).toBeNull();
  });

  test('ROSTER-8 two tabs are one participant: the last line decides', async () => {
    const { sessionId, anne, kari } = await planSession(world);
    const watching = await enter(world, sessionId, anne);
    const tabs = [await enter(world, sessionId, kari), await enter(world, sessionId, kari)];
    tabs[0]?.drop();
    await pass(90 * SECOND_MS);
    expect(statusOf((await read(watching, sessionId)).state, kari)).toBe('present');
    tabs[1]?.letGo(sessionChannel, sessionId);
    await pass(2 * SECOND_MS);
    const { state } = await read(watching, sessionId);
    expect(statusOf(state, kari)).toBe('left');
    expect(state.roster.entries.filter((entry) => entry.personId === kari.personId)).toHaveLength(
      1,
    );
  });

  test('ROSTER-9 a seat without a line is lost after ten seconds', async () => {
    const { sessionId, anne, kari } = await planSession(world);
    const watching = await enter(world, sessionId, anne);
    await world.call(kari, joinSession, { sessionId });
    await pass(10 * SECOND_MS);
    expect(statusOf((await read(watching, sessionId)).state, kari)).toBe('lost');
    await pass(50 * SECOND_MS);
    expect(statusOf((await read(watching, sessionId)).state, kari)).toBe('left');
  });

  test('ROSTER-10 who is enrolled no longer is removed at once', async () => {
    const { sessionId, anne, kari } = await planSession(world);
    const watching = await enter(world, sessionId, anne);
    const line = await enter(world, sessionId, kari);
    await world.test.database.execute(sql`
      update enrolment set until_at = to_timestamp(${world.clock.now() / 1000})
      where person_id = ${kari.personId}`);
    await world.channels.recheck(line.connection);
    await pass(0);
    expect(line.closed).toHaveLength(1);
    expect(statusOf((await read(watching, sessionId)).state, kari)).toBe('left');
    expect(await world.call(kari, raiseHand, { sessionId })).toMatchObject({
      refusal: 'not-found',
    });
  });
});

describe('the lead', () => {
  test('ROSTER-11 the first assigned teacher who is here leads; students never', async () => {
    const { sessionId, anne, bjorn, kari } = await planSession(world);
    const line = await enter(world, sessionId, kari);
    expect(await leadSeenBy(line, sessionId)).toBeNull();
    await enter(world, sessionId, bjorn);
    expect(await leadSeenBy(line, sessionId)).toBe(bjorn.personId);
    await enter(world, sessionId, anne);
    expect(await leadSeenBy(line, sessionId)).toBe(bjorn.personId);
  });

  test('ROSTER-12 it passes ten seconds after the line dropped, not before', async () => {
    const { sessionId, anne, bjorn, kari } = await planSession(world);
    const watching = await enter(world, sessionId, kari);
    const line = await enter(world, sessionId, anne);
    await enter(world, sessionId, bjorn);
    line.drop();
    await pass(0);
    await pass(10 * SECOND_MS - 1);
    expect(await leadSeenBy(watching, sessionId)).toBe(anne.personId);
    await pass(1);
    expect(await leadSeenBy(watching, sessionId)).toBe(bjorn.personId);
  });

  test('ROSTER-12 with nobody else here it stays until the seat is lost, then it is vacant', async () => {
    const { sessionId, anne, bjorn, kari } = await planSession(world);
    const watching = await enter(world, sessionId, kari);
    const line = await enter(world, sessionId, anne);
    line.drop();
    await pass(0);
    await pass(59 * SECOND_MS);
    expect(await leadSeenBy(watching, sessionId)).toBe(anne.personId);
    await pass(SECOND_MS);
    expect(await leadSeenBy(watching, sessionId)).toBeNull();
    await enter(world, sessionId, bjorn);
    expect(await leadSeenBy(watching, sessionId)).toBe(bjorn.personId);
  });

  test('ROSTER-12 a teacher who comes more than ten seconds after the drop takes it on coming', async () => {
    const { sessionId, anne, bjorn, kari } = await planSession(world);
    const watching = await enter(world, sessionId, kari);
    const line = await enter(world, sessionId, anne);
    line.drop();
    await pass(0);
    await pass(20 * SECOND_MS);
    await enter(world, sessionId, bjorn);
    expect(await leadSeenBy(watching, sessionId)).toBe(bjorn.personId);
  });

  test('ROSTER-13 a clean leave passes it on at once', async () => {
    const { sessionId, anne, bjorn, kari } = await planSession(world);
    const watching = await enter(world, sessionId, kari);
    const line = await enter(world, sessionId, anne);
    await enter(world, sessionId, bjorn);
    line.letGo(sessionChannel, sessionId);
    await pass(1.5 * SECOND_MS);
    expect(await leadSeenBy(watching, sessionId)).toBe(bjorn.personId);
  });
});

test('ROSTER-14 after a restart every seat is held for a minute, and people come back to it', async () => {
  const { sessionId, anne, kari, ola } = await planSession(world);
  await enter(world, sessionId, kari);
  await enter(world, sessionId, ola);
  await world.call(kari, raiseHand, { sessionId });

  const next = createSessionSlice({
    unitOfWork: world.unitOfWork,
    clock: world.clock,
    log: makeLog('error'),
    texts: textsForSome,
    keys: world.keys,
  });
  world.clock.advance(5 * SECOND_MS);
  await next.recover();
  world.clock.advance(1.5 * SECOND_MS);
  await next.tick();
  const watching = await enter(world, sessionId, anne);
  const lost = (await read(watching, sessionId)).state;
  expect([statusOf(lost, kari), statusOf(lost, ola)]).toEqual(['lost', 'lost']);
  expect(lost.handQueue.hands).toMatchObject([{ personId: kari.personId }]);

  await enter(world, sessionId, kari);
  world.clock.advance(60 * SECOND_MS);
  await next.tick();
  const { state } = await read(watching, sessionId);
  expect([statusOf(state, kari), statusOf(state, ola)]).toEqual(['present', 'left']);
});

test('a storm of returning lines is a few transactions', async () => {
  const { sessionId, anne, kari, ola, siri, bjorn } = await planSession(world);
  const people: Somebody[] = [anne, bjorn, kari, ola, siri];
  const lines: TestLine[] = [];
  for (const somebody of people) lines.push(await enter(world, sessionId, somebody));
  const before = (await read(lines[0] as TestLine, sessionId)).revision;
  for (const line of lines) line.drop();
  await pass(2 * SECOND_MS);
  await Promise.all(people.map((one) => world.line(one).subscribe(sessionChannel, sessionId)));
  await pass(0);
  const after = await read(await enter(world, sessionId, anne), sessionId);
  expect(after.revision - before).toBe(2);
  expect(people.map((one) => statusOf(after.state, one))).toEqual(people.map(() => 'present'));
});

test('X6 a network that is gone for a second changes nothing that anybody sees', async () => {
  const { sessionId, anne, kari, ola } = await planSession(world);
  const watching = await enter(world, sessionId, anne);
  const lines = [await enter(world, sessionId, kari), await enter(world, sessionId, ola)];
  const before = (await read(watching, sessionId)).revision;
  for (const line of lines) line.drop();
  await pass(SECOND_MS);
  for (const one of [kari, ola]) await world.line(one).subscribe(sessionChannel, sessionId);
  await pass(5 * SECOND_MS);
  expect((await read(watching, sessionId)).revision).toBe(before);
});

test('X8 a clock that leaps an hour ahead takes nobody present out, and keeps the order of the queue', async () => {
  const { sessionId, anne, kari, ola } = await planSession(world);
  const watching = await enter(world, sessionId, anne);
  await enter(world, sessionId, ola);
  await enter(world, sessionId, kari);
  await world.call(ola, raiseHand, { sessionId });
  await pass(3600 * SECOND_MS);
  await world.call(kari, raiseHand, { sessionId });
  await pass(SECOND_MS);
  const { state } = await read(watching, sessionId);
  expect([anne, kari, ola].map((each) => statusOf(state, each))).toEqual(Array(3).fill('present'));
  expect(state.roster.leadId).toBe(anne.personId);
  expect(state.handQueue.hands.map(({ personId }) => personId)).toEqual([
    ola.personId,
    kari.personId,
  ]);
});

test('started, it wakes by itself when a line drops', async () => {
  const { sessionId, anne, kari } = await planSession(world);
  const watching = await enter(world, sessionId, anne);
  const line = await enter(world, sessionId, kari);
  world.slices.session.start();
  try {
    line.drop();
    world.clock.advance(1.5 * SECOND_MS);
    await vi.waitFor(
      async () => expect(statusOf((await read(watching, sessionId)).state, kari)).toBe('lost'),
      { timeout: 10_000 },
    );
  } finally {
    world.slices.session.stop();
  }
});

test('what could not be stored is tried again, with the time of the drop', async () => {
  const { sessionId, anne, kari } = await planSession(world);
  const watching = await enter(world, sessionId, anne);
  await enter(world, sessionId, kari);
  let away = false;
  const keeper = makeSeatKeeper({
    clock: world.clock,
    log: makeLog('error'),
    unitOfWork: {
      ...world.unitOfWork,
      run: (work) =>
        away ? Promise.reject(new Error('the database is away')) : world.unitOfWork.run(work),
    },
  });
  const line = {
    connectionId: newId<'connection'>(),
    subject: { personId: kari.personId, active: true, roles: [] },
    channelId: sessionId,
  };
  keeper.lineOpened(line);
  await keeper.tick();

  away = true;
  const droppedAt = world.clock.now();
  keeper.lineEnded(line, 'dropped');
  await keeper.tick();
  expect(statusOf((await read(watching, sessionId)).state, kari)).toBe('present');

  away = false;
  world.clock.advance(20 * SECOND_MS);
  await keeper.tick();
  const { state } = await read(watching, sessionId);
  expect(state.roster.entries.find((entry) => entry.personId === kari.personId)).toMatchObject({
    presence: { status: 'lost', lostAt: droppedAt },
  });
});
