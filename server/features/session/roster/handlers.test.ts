import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stepAgenda } from '#shared/features/session/agenda/commands.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { startPauseForAll } from '#shared/features/session/pause-for-all/commands.ts';
import { choosePlace, joinSession, passLead } from '#shared/features/session/roster/commands.ts';
import { sessionDoor } from '#shared/features/session/roster/queries.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import { enter, planSession, read, statusOf } from '../../../testing/planned-session.ts';
import { createWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const notFound = { ok: false, refusal: 'not-found' };

describe('joining', () => {
  test('ROSTER-1 somebody the session is planned for takes a seat, seen by all', async () => {
    const { sessionId, anne, kari, ola } = await planSession(world);
    const line = await enter(world, sessionId, anne, 'trondheim');
    await enter(world, sessionId, kari, 'kristiansand');
    const { state } = await read(line, sessionId);
    expect(state.roster.entries).toMatchObject([
      { displayName: 'Anne Moen', part: 'teacher', presence: { place: 'trondheim' } },
      { displayName: 'Bjørn Dahl', part: 'teacher', presence: { status: 'absent' } },
      { displayName: 'Kari Nordmann', part: 'student', presence: { place: 'kristiansand' } },
      { displayName: 'Ola Hansen', expected: true, presence: { status: 'absent' } },
      { displayName: 'Siri Berg' },
    ]);
    expect(statusOf(state, ola)).toBe('absent');
  });

  test('ROSTER-1 without a place the person usual place is taken', async () => {
    const { sessionId, kari } = await planSession(world);
    await world.test.database.execute(
      sql`update person set place = 'trondheim' where id = ${kari.personId}`,
    );
    expect(await world.call(kari, joinSession, { sessionId })).toMatchObject({
      ok: true,
      value: { place: 'trondheim' },
    });
  });

  test('ROSTER-2 joining again changes nothing, from a second tab or by a retry', async () => {
    const { sessionId, kari } = await planSession(world);
    const callId = newId<'call'>();
    const ask = { sessionId, place: 'home' } as const;
    const first = await world.call(kari, joinSession, ask, callId);
    expect(await world.call(kari, joinSession, ask, callId)).toEqual(first);
    const again = await world.call(kari, joinSession, { sessionId, place: 'trondheim' });
    expect(again).toMatchObject({ ok: true, value: { place: 'home' }, revisions: [] });
  });

  test('ROSTER-3 the door opens 15 minutes before and closes 30 minutes after', async () => {
    const now = world.clock.now();
    const early = await planSession(world, { startsAt: now + 15 * MINUTE_MS + 1 });
    const open = await planSession(world, { startsAt: now + 15 * MINUTE_MS });
    const late = await planSession(world, {
      startsAt: now - 2 * HOUR_MS,
      endsAt: now - 30 * MINUTE_MS + 1,
    });
    const over = await planSession(world, {
      startsAt: now - 2 * HOUR_MS,
      endsAt: now - 30 * MINUTE_MS,
    });
    const cancelled = await planSession(world, { cancelled: true });
    const join = async ({ sessionId, kari }: typeof early) => {
      const reply = await world.call(kari, joinSession, { sessionId });
      return reply.ok ? 'in' : reply.refusal;
    };
    expect(await join(early)).toBe('not-open-yet');
    expect(await join(open)).toBe('in');
    expect(await join(late)).toBe('in');
    expect(await join(over)).toBe('session-over');
    expect(await join(cancelled)).toBe('session-cancelled');
  });

  test('unknown, deleted, another cohort and a role without the right are one answer', async () => {
    const { sessionId, kari } = await planSession(world);
    const other = await planSession(world);
    const rector = await world.person({ role: 'rector' });
    const deleted = await planSession(world);
    await world.test.database.execute(
      sql`update session set deleted_at = now() where id = ${deleted.sessionId}`,
    );
    for (const [who, id] of [
      [other.kari, sessionId],
      [other.anne, sessionId],
      [rector, sessionId],
      [kari, newId<'session'>()],
      [deleted.kari, deleted.sessionId],
    ] as const) {
      expect(await world.call(who, joinSession, { sessionId: id })).toEqual(notFound);
      expect(await world.line(who).subscribe(sessionChannel, id)).toEqual(notFound);
    }
  });

  test('a group session is that group alone', async () => {
    const { sessionId, kari, siri, anne } = await planSession(world, { group: true });
    expect(await world.call(siri, joinSession, { sessionId })).toEqual(notFound);
    expect(await world.ask(siri, sessionDoor, { sessionId })).toEqual(notFound);
    expect(await world.call(kari, joinSession, { sessionId })).toMatchObject({ ok: true });
    expect(await world.call(anne, joinSession, { sessionId })).toMatchObject({ ok: true });
  });

  test('an invited guest who was let in comes in until the invitation ends', async () => {
    const { sessionId, anne } = await planSession(world);
    const guest = await world.person({ role: 'guest', name: 'Gro Gjest' });
    await world.test.database.execute(sql`
      insert into session_invitation (session_id, person_id, until_at)
      values (${sessionId}, ${guest.personId}, to_timestamp(${(world.clock.now() + MINUTE_MS) / 1000}))`);
    await world.test.database.execute(sql`
      insert into session_admission (session_id, person_id, verdict, by_id, at)
      values (${sessionId}, ${guest.personId}, 'let-in', ${anne.personId}, now())`);
    const line = await enter(world, sessionId, guest);
    const { state } = await read(line, sessionId);
    expect(state.roster.entries.find((entry) => entry.personId === guest.personId)?.part).toBe(
      'guest',
    );
    world.clock.advance(MINUTE_MS);
    expect(await world.call(guest, joinSession, { sessionId })).toEqual(notFound);
  });

  test('bad input is refused before anything is read', async () => {
    const { kari, sessionId } = await planSession(world);
    const bad: unknown[] = [{}, { sessionId: 'x' }, { sessionId, place: 'moon' }, null, []];
    for (const input of bad) {
      expect(await world.call(kari, joinSession, input as { sessionId: SessionId })).toEqual({
        ok: false,
        refusal: 'bad-input',
      });
    }
  });

  test('only who has taken a seat can listen', async () => {
    const { sessionId, kari } = await planSession(world);
    expect(await world.line(kari).subscribe(sessionChannel, sessionId)).toEqual({
      ok: false,
      refusal: 'not-joined',
    });
  });
});

test('ROSTER-4 a chosen place is seen by all, and needs a seat', async () => {
  const { sessionId, kari } = await planSession(world);
  const ask = { sessionId, place: 'kristiansand' } as const;
  expect(await world.call(kari, choosePlace, ask)).toEqual({ ok: false, refusal: 'not-joined' });
  const line = await enter(world, sessionId, kari, 'home');
  await world.call(kari, choosePlace, ask);
  const { state } = await read(line, sessionId);
  expect(
    state.roster.entries.find((entry) => entry.personId === kari.personId)?.presence,
  ).toMatchObject({ place: 'kristiansand' });
});

test('the door tells how many are in and who leads', async () => {
  const { sessionId, anne, kari, ola } = await planSession(world);
  await enter(world, sessionId, anne);
  await enter(world, sessionId, kari);
  const door = await world.ask(ola, sessionDoor, { sessionId });
  expect(door).toMatchObject({
    ok: true,
    value: {
      door: 'open',
      teachers: ['Anne Moen', 'Bjørn Dahl'],
      leadName: 'Anne Moen',
      presentCount: 2,
      isIn: false,
      mayJoin: true,
    },
  });
  expect(await world.ask(kari, sessionDoor, { sessionId })).toMatchObject({
    ok: true,
    value: { presentCount: 2, isIn: true },
  });
  const rector = await world.person({ role: 'rector' });
  expect(await world.ask(rector, sessionDoor, { sessionId })).toMatchObject({
    ok: true,
    value: { mayJoin: false },
  });
});

test('ROSTER-20 the door tells what the times of the agenda are reckoned from, once an item has begun', async () => {
  const { sessionId, anne, kari } = await planSession(world);
  const line = await enter(world, sessionId, anne);
  const begun = async () => {
    const door = await world.ask(kari, sessionDoor, { sessionId });
    return door.ok && door.value.begun;
  };
  expect(await begun()).toBeNull();
  const { items } = (await read(line, sessionId)).state.agenda;
  const [first] = items;
  if (!first) throw new Error('an agenda');
  const since = world.clock.now();
  await world.call(anne, stepAgenda, { sessionId, from: null, to: first.id });
  expect(await begun()).toEqual({ since, pauseEndsAt: null });
  await world.call(anne, startPauseForAll, { sessionId, minutes: 10 });
  expect(await begun()).toEqual({ since, pauseEndsAt: since + 10 * MINUTE_MS });
});

test('ROSTER-17 of a session that is over, all of the agenda lies behind', async () => {
  const now = world.clock.now();
  const phasesAt = async (plan: { startsAt: number; endsAt: number }) => {
    const { sessionId, ola } = await planSession(world, plan);
    const door = await world.ask(ola, sessionDoor, { sessionId });
    return door.ok && door.value.agenda.map(({ phase }) => phase);
  };
  const over = { startsAt: now - 3 * HOUR_MS, endsAt: now - HOUR_MS };
  expect(await phasesAt(over)).toEqual(['behind', 'behind', 'behind']);
  const doorStillOpen = { ...over, endsAt: now - MINUTE_MS };
  expect(await phasesAt(doorStillOpen)).toEqual(['ahead', 'ahead', 'ahead']);
});

test('ROSTER-18 the lead is given away and taken over by teachers who are here, and by nobody else', async () => {
  const { sessionId, anne, bjorn, kari } = await planSession(world);
  const line = await enter(world, sessionId, anne);
  const leads = async () => (await read(line, sessionId)).state.roster.leadId;
  const pass = (by: typeof anne, to: typeof anne) =>
    world.call(by, passLead, { sessionId, to: to.personId });
  expect(await pass(bjorn, bjorn)).toMatchObject({ ok: false, refusal: 'not-joined' });
  expect(await pass(anne, bjorn)).toMatchObject({ ok: false, refusal: 'not-a-teacher-here' });
  await enter(world, sessionId, bjorn);
  await enter(world, sessionId, kari);
  expect(await leads()).toBe(anne.personId);

  expect(await pass(anne, bjorn)).toMatchObject({ ok: true });
  expect(await leads()).toBe(bjorn.personId);
  expect(await pass(anne, anne)).toMatchObject({ ok: true });
  expect(await leads()).toBe(anne.personId);
  expect(await pass(anne, kari)).toMatchObject({ ok: false, refusal: 'not-a-teacher-here' });
  expect(await pass(kari, kari)).toMatchObject(notFound);
});
