import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { correctAttendance } from '#shared/features/attendance/correction/commands.ts';
import { ownAttendance, sessionAttendance } from '#shared/features/attendance/presence/queries.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { endSession } from '#shared/features/session/ending/commands.ts';
import { endPause, startPause } from '#shared/features/session/pause/commands.ts';
import { MINUTE_MS, SECOND_MS } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { makeLog } from '../../../platform/log.ts';
import { newId } from '../../../platform/new-id.ts';
import { momentOf } from '../../../storage/moment.ts';
import { enter, type PlannedSession, planSession } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';
import { makeSeatKeeper } from '../../session/roster/seat-keeper.ts';
import { daysOf } from './days.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function pass(ms: number): Promise<void> {
  world.clock.advance(ms);
  await world.slices.session.tick();
}

/** Ends it for everybody, and lets the ten seconds go by. */
async function end({ sessionId, anne }: PlannedSession): Promise<void> {
  expect(await world.call(anne, endSession, { sessionId })).toMatchObject({ ok: true });
  await pass(10 * SECOND_MS);
}

async function attendance(who: Somebody, sessionId: SessionId) {
  const asked = await world.ask(who, sessionAttendance, { sessionId });
  if (!asked.ok) throw new Error(asked.refusal);
  const { own, ...rest } = asked.value;
  return { ...rest, own: own?.times ?? null, figure: own?.figure };
}

/** A line of somebody's in the seminar room, as the media server has shown it. */
async function mediaLine(sessionId: SessionId, who: Somebody, from: number, to: number | null) {
  const id = newId<'media-interval'>();
  await world.test.database.execute(sql`
    insert into media_interval (id, session_id, room_id, person_id, identity, joined_at, seen_at, left_at, opened_by,
      closed_by)
    values (${id}, ${sessionId}, ${sessionId}, ${who.personId}, ${id}, ${momentOf(from)}, ${momentOf(from)},
      ${to === null ? null : momentOf(to)}, 'signalling',
      ${to === null ? null : 'signalling'})`);
}

test('F33 ATT-1 ATT-8 a student sees when they were there, short drops counted in, and a teacher the same figure', async () => {
  const planned = await planSession(world, { startsAt: world.clock.now() });
  const { sessionId, anne, kari, ola } = planned;
  await enter(world, sessionId, anne);
  await pass(8 * MINUTE_MS);
  const line = await enter(world, sessionId, kari);
  await pass(20 * MINUTE_MS);
  line.drop();
  await pass(2 * MINUTE_MS);
  const again = await enter(world, sessionId, kari);
  await pass(30 * MINUTE_MS);
  again.letGo(sessionChannel, sessionId);
  await pass(2 * SECOND_MS);
  await pass(6 * MINUTE_MS - 2 * SECOND_MS);
  await enter(world, sessionId, kari);
  await pass(4 * MINUTE_MS - 10 * SECOND_MS);
  await end(planned);

  const { length, own, everybody } = await attendance(kari, sessionId);
  expect(length.to - length.from).toBe(70 * MINUTE_MS);
  expect(everybody).toBeNull();
  const since = (at: number) => Math.round((at - length.from) / MINUTE_MS);
  expect(own?.map(({ from, to }) => [since(from), since(to)])).toEqual([
    [8, 60],
    [66, 70],
  ]);
  const seen = await attendance(anne, sessionId);
  const total = (own ?? []).reduce((sum, { from, to }) => sum + to - from, 0);
  expect(seen.everybody).toMatchObject([
    { displayName: 'Anne Moen', figure: { thereMs: 70 * MINUTE_MS, source: 'measured' } },
    { displayName: 'Kari Nordmann', part: 'student', figure: { thereMs: total } },
  ]);
  expect((await attendance(ola, sessionId)).own).toBeNull();
});

test('F33 ATT-2 what a killed server did not see is nobody’s time, unless a line in the seminar room went on over it', async () => {
  const { sessionId, anne, kari } = await planSession(world, { startsAt: world.clock.now() });
  await enter(world, sessionId, anne);
  await enter(world, sessionId, kari);
  await pass(10 * MINUTE_MS);
  // Killed: nothing is told any more, and another one starts half an hour later.
  world.clock.advance(30 * MINUTE_MS);
  const { unitOfWork, clock } = world;
  const next = makeSeatKeeper({ unitOfWork, clock, log: makeLog('error') });
  await next.recover();
  const line = {
    connectionId: kari.personId as never,
    subject: kari as never,
    channelId: sessionId,
  };
  next.lineOpened(line);
  await next.tick();
  world.clock.advance(5 * MINUTE_MS);
  await next.tick();
  const { length, own } = await attendance(kari, sessionId);
  expect(own?.map(({ from, to }) => [from - length.from, to - length.from])).toEqual([
    [0, 10 * MINUTE_MS],
    [40 * MINUTE_MS, 45 * MINUTE_MS],
  ]);
  const seen = await attendance(anne, sessionId);
  expect(seen.own?.map(({ to }) => to - length.from)).toEqual([10 * MINUTE_MS]);
  next.stop();
  await mediaLine(sessionId, anne, length.from + MINUTE_MS, null);
  await mediaLine(sessionId, kari, length.from + MINUTE_MS, length.from + 25 * MINUTE_MS);
  expect((await attendance(kari, sessionId)).own?.map(({ to }) => to - length.from)).toEqual([
    ...[25 * MINUTE_MS, 45 * MINUTE_MS],
  ]);
  // Whoever never came back to us, and is in the room still, has been there so far.
  expect((await attendance(anne, sessionId)).figure?.thereMs).toBe(45 * MINUTE_MS);
});

test('F37 ATT-7 a pause counts as being there up to the course’s limit, and nothing says that it was a pause', async () => {
  const planned = await planSession(world, { startsAt: world.clock.now() });
  const { sessionId, anne, kari, ola } = planned;
  for (const who of [anne, kari, ola]) await enter(world, sessionId, who);
  // The seminar room keeps its line during a pause; it counts for no more than the seat does.
  await mediaLine(sessionId, kari, world.clock.now(), null);
  await world.call(kari, startPause, { sessionId });
  await world.call(ola, startPause, { sessionId });
  await pass(15 * MINUTE_MS);
  await world.call(ola, endPause, { sessionId });
  await pass(30 * MINUTE_MS);
  await world.call(kari, endPause, { sessionId });
  await pass(15 * MINUTE_MS - 10 * SECOND_MS);
  await end(planned);
  const { length, own } = await attendance(kari, sessionId);
  expect(own?.map(({ from, to }) => [from - length.from, to - length.from])).toEqual([
    [0, 20 * MINUTE_MS],
    [45 * MINUTE_MS, 60 * MINUTE_MS],
  ]);
  expect((await attendance(ola, sessionId)).own).toEqual([length]);
});

test('F37 ATT-7 a server that is killed during a pause does not make it count for longer', async () => {
  const { sessionId, kari } = await planSession(world, { startsAt: world.clock.now() });
  await enter(world, sessionId, kari);
  await mediaLine(sessionId, kari, world.clock.now(), null);
  await world.call(kari, startPause, { sessionId });
  await pass(5 * MINUTE_MS);
  const { unitOfWork, clock } = world;
  const next = makeSeatKeeper({ unitOfWork, clock, log: makeLog('error') });
  await next.recover();
  world.clock.advance(40 * MINUTE_MS);
  await world.call(kari, endPause, { sessionId });
  next.stop();
  const { figure } = await attendance(kari, sessionId);
  expect(figure?.thereMs).toBeLessThanOrEqual(20 * MINUTE_MS);
});

test('F33 ATT-8 one’s own attendance goes on while the session does, course by course, and shows what was corrected', async () => {
  const planned = await planSession(world, { startsAt: world.clock.now() });
  const { sessionId, anne, kari, ola } = planned;
  await enter(world, sessionId, anne);
  await enter(world, sessionId, kari);
  const own = async (who: Somebody) => {
    const asked = await world.ask(who, ownAttendance, {});
    if (!asked.ok) throw new Error(asked.refusal);
    return asked.value;
  };
  await pass(10 * MINUTE_MS);
  const [course] = (await own(kari)).courses;
  expect(course).toMatchObject({
    totals: { thereMs: 0, ofMs: 0 },
    sessions: [{ sessionId, state: 'on', figure: { thereMs: 10 * MINUTE_MS } }],
  });
  await pass(5 * MINUTE_MS);
  expect((await own(kari)).courses[0]?.sessions[0]?.figure.thereMs).toBe(15 * MINUTE_MS);
  const reason = 'Satt i klasserommet';
  const ask = { sessionId, personId: ola.personId, seen: 0, reason };
  await world.call(anne, correctAttendance, { ...ask, to: { as: 'minutes', minutes: 5 } });
  await pass(15 * MINUTE_MS - 10 * SECOND_MS);
  await end(planned);
  expect((await own(kari)).courses[0]).toMatchObject({
    totals: { thereMs: 30 * MINUTE_MS, ofMs: 30 * MINUTE_MS },
    sessions: [{ state: 'over' }],
  });
  expect((await own(ola)).courses[0]?.sessions[0]).toMatchObject({
    figure: { thereMs: 5 * MINUTE_MS, source: 'corrected' },
    corrections: [
      { byName: 'Anne Moen', before: { thereMs: 0 }, after: { source: 'corrected' }, reason },
    ],
  });
  // A teacher studies nothing here.
  expect(await own(anne)).toMatchObject({ courses: [], gatherings: [] });
  // Whoever never came is there for the others by what was said of them.
  const seen = await attendance(anne, sessionId);
  expect(seen.everybody?.map(({ displayName }) => displayName)).toEqual([
    ...['Anne Moen', 'Kari Nordmann', 'Ola Hansen'],
  ]);
});

test('F33 ATT-4 a gathering has the days of the school’s calendar, also over a change of the clock', () => {
  const at = (text: string) => Date.parse(text);
  const days = daysOf({ startsAt: at('2026-10-23T08:00:00Z'), endsAt: at('2026-10-25T14:00:00Z') });
  expect(days).toEqual([
    {
      day: '2026-10-23',
      length: { from: at('2026-10-23T08:00:00Z'), to: at('2026-10-23T22:00:00Z') },
    },
    {
      day: '2026-10-24',
      length: { from: at('2026-10-23T22:00:00Z'), to: at('2026-10-24T22:00:00Z') },
    },
    {
      day: '2026-10-25',
      length: { from: at('2026-10-24T22:00:00Z'), to: at('2026-10-25T14:00:00Z') },
    },
  ]);
});
