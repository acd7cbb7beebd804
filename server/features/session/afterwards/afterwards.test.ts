import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionAttendance } from '#shared/features/attendance/presence/queries.ts';
import { beginFromLast, takeBeginningBack } from '#shared/features/session/afterwards/commands.ts';
import { sessionAfterwards } from '#shared/features/session/afterwards/queries.ts';
import { editAgenda, stepAgenda } from '#shared/features/session/agenda/commands.ts';
import { editableAgenda } from '#shared/features/session/agenda/queries.ts';
import { postMessage } from '#shared/features/session/chat/commands.ts';
import { exportChat, searchMessages } from '#shared/features/session/chat/queries.ts';
import { endSession } from '#shared/features/session/ending/commands.ts';
import { removeParticipant } from '#shared/features/session/moderation/commands.ts';
import { writeNotes } from '#shared/features/session/notes/commands.ts';
import { sessionDoor } from '#shared/features/session/roster/queries.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/kernel/duration.ts';
import type { AgendaItemId, SessionId } from '#shared/kernel/ids.ts';
import { enter, type PlannedSession, planSession } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';
import { erasePersonalData, exportPersonalData } from '../personal-data.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const run = (statement: ReturnType<typeof sql>) => world.test.database.execute(statement);
const notFound = { ok: false, refusal: 'not-found' };

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
  return asked.value;
}

async function afterwards(who: Somebody, sessionId: SessionId) {
  const asked = await world.ask(who, sessionAfterwards, { sessionId });
  if (!asked.ok || !asked.value.afterwards) throw new Error('nothing is left');
  return asked.value.afterwards;
}

const step = (who: Somebody, sessionId: SessionId, from: AgendaItemId | null, to: AgendaItemId) =>
  world.call(who, stepAgenda, { sessionId, from, to });

test('AFTER-3 AFTER-6 the agenda as it went, who was there, and the chat for whoever was in', async () => {
  const planned = await planSession(world, { startsAt: world.clock.now() });
  const { sessionId, agenda, anne, kari, ola } = planned;
  await enter(world, sessionId, anne);
  await enter(world, sessionId, kari);
  await pass(2 * MINUTE_MS);
  await step(anne, sessionId, null, agenda[0]);
  await world.call(kari, postMessage, { sessionId, text: 'Takk for runden' });
  await pass(20 * MINUTE_MS);
  await step(anne, sessionId, agenda[0], agenda[2]);
  expect(await world.ask(kari, sessionAfterwards, { sessionId })).toMatchObject({
    value: { afterwards: null },
  });
  await pass(30 * MINUTE_MS - 10 * SECOND_MS);
  await end(planned);

  const left = await afterwards(kari, sessionId);
  const start = left.length.from;
  expect(left.items).toEqual([
    {
      ...{ title: 'Innsjekk', kind: 'item', planned: { at: start, minutes: 15 } },
      went: { at: start + 2 * MINUTE_MS, lengthMs: 20 * MINUTE_MS },
    },
    {
      ...{ title: 'Samtale', kind: 'item', planned: { at: start + 25 * MINUTE_MS, minutes: 40 } },
      went: { at: start + 22 * MINUTE_MS, lengthMs: 30 * MINUTE_MS },
    },
    {
      ...{ title: 'Pause', kind: 'pause', planned: { at: start + 15 * MINUTE_MS, minutes: 10 } },
      went: null,
    },
  ]);
  expect(left.people?.map(({ displayName }) => displayName)).toEqual([
    'Anne Moen',
    'Kari Nordmann',
  ]);
  expect(left).toMatchObject({
    chat: { count: 1, keeping: { days: 30 } },
    mine: false,
    next: null,
  });
  const search = { sessionId, text: 'runden' };
  expect(await world.ask(kari, searchMessages, search)).toMatchObject({
    value: { hits: [{ byName: 'Kari Nordmann' }] },
  });
  // Of the cohort, and never in: the plan and the people, not what was said.
  expect((await afterwards(ola, sessionId)).chat).toBeNull();
  for (const ask of [searchMessages, exportChat])
    expect(await world.ask(ola, ask, search)).toEqual(notFound);
});

test('AFTER-6 nobody else: another cohort, a guest whose time is over, whoever was taken out, one that was cancelled', async () => {
  const planned = await planSession(world, { startsAt: world.clock.now() });
  const { sessionId, anne, kari } = planned;
  const other = await planSession(world);
  const guest = await world.person({ role: 'guest', name: 'Gro Gjest' });
  await run(sql`
    insert into session_invitation (session_id, person_id, until_at)
    values (${sessionId}, ${guest.personId}, to_timestamp(${(world.clock.now() + HOUR_MS) / 1000}))`);
  await run(sql`
    insert into session_admission (session_id, person_id, verdict, by_id, at)
    values (${sessionId}, ${guest.personId}, 'let-in', ${anne.personId}, now())`);
  for (const who of [anne, kari, guest]) await enter(world, sessionId, who);
  await world.call(kari, postMessage, { sessionId, text: 'Hei' });
  await world.call(anne, removeParticipant, { sessionId, personId: kari.personId });
  await pass(2 * HOUR_MS);
  await end(planned);
  for (const who of [other.kari, other.anne, guest]) {
    expect(await world.ask(who, sessionAfterwards, { sessionId })).toEqual(notFound);
    expect(await world.ask(who, sessionAttendance, { sessionId })).toEqual(notFound);
    expect(await world.ask(who, exportChat, { sessionId })).toEqual(notFound);
  }
  // What is one's own stays one's own.
  expect(await afterwards(kari, sessionId)).toMatchObject({ people: null, chat: null });
  expect((await attendance(kari, sessionId)).own).toMatchObject({ times: [] });
  const cancelled = await planSession(world, { cancelled: true });
  expect(
    await world.ask(cancelled.kari, sessionAfterwards, { sessionId: cancelled.sessionId }),
  ).toMatchObject({ value: { afterwards: null } });
});

/** A later session of the same people in the same course, by the same teachers, without an agenda. */
async function later(first: PlannedSession, days: number): Promise<SessionId> {
  const next = await planSession(world);
  const by = days * DAY_MS;
  await run(sql`
    update session set starts_at = s.starts_at + make_interval(secs => ${by / 1000}),
      ends_at = s.ends_at + make_interval(secs => ${by / 1000}),
      course_id = s.course_id, cohort_id = s.cohort_id
    from session s where s.id = ${first.sessionId} and session.id = ${next.sessionId}`);
  await run(sql`delete from agenda_item where session_id = ${next.sessionId}`);
  await run(sql`delete from session_teacher where session_id = ${next.sessionId}`);
  await run(sql`
    insert into session_teacher (session_id, person_id, position)
    values (${next.sessionId}, ${first.anne.personId}, 0)`);
  return next.sessionId;
}

test('AFTER-7 the next one has the same agenda as it was planned, with the notes, and knows what it began from and what was not reached', async () => {
  const planned = await planSession(world, { startsAt: world.clock.now() });
  const { sessionId, agenda, anne, bjorn, kari } = planned;
  const notes = { topics: 'Makt', workingForm: '', voluntary: '', alternatives: 'Skriv' };
  await world.call(anne, writeNotes, { sessionId, seen: 0, notes });
  await enter(world, sessionId, anne);
  await step(anne, sessionId, null, agenda[0]);
  await end(planned);
  const nextId = await later(planned, 7);
  const afterNext = await later(planned, 14);

  const { next } = await afterwards(anne, sessionId);
  expect(next).toMatchObject({ sessionId: nextId, items: 0, version: 0, begun: false });
  // Whoever does not teach it does not begin it.
  expect((await afterwards(bjorn, sessionId)).next).toBeNull();
  const ask = { sessionId: nextId, from: sessionId, seen: 0 };
  expect(await world.call(bjorn, beginFromLast, ask)).toEqual(notFound);
  expect(await world.call(kari, beginFromLast, ask)).toEqual(notFound);
  expect(await world.call(anne, beginFromLast, { ...ask, sessionId: afterNext })).toMatchObject({
    refusal: 'not-the-last',
  });

  expect(await world.call(anne, beginFromLast, ask)).toMatchObject({
    value: { items: 3, notes: true },
  });
  const known = await world.ask(anne, editableAgenda, { sessionId: nextId });
  expect(known.ok && known.value.agenda.items.map(({ title }) => title)).toEqual([
    'Innsjekk',
    'Pause',
    'Samtale',
  ]);
  expect(await world.ask(kari, sessionDoor, { sessionId: nextId })).toMatchObject({
    value: { begunFrom: { sessionId, notReached: ['Samtale'] }, notes },
  });
  expect((await afterwards(anne, sessionId)).next).toMatchObject({ begun: true, items: 3 });
  // Pressed again on an old screen: somebody may have changed it since.
  expect(await world.call(anne, beginFromLast, ask)).toMatchObject({ refusal: 'agenda-changed' });
});

test('AFTER-7 a beginning is taken back: the plan that was ready is there again, unless somebody has changed what came', async () => {
  const planned = await planSession(world, { startsAt: world.clock.now() });
  const { sessionId, anne, bjorn } = planned;
  const notes = { topics: 'Makt', workingForm: '', voluntary: '', alternatives: '' };
  await world.call(anne, writeNotes, { sessionId, seen: 0, notes });
  await enter(world, sessionId, anne);
  await end(planned);
  const nextId = await later(planned, 7);
  const edit = {
    do: 'add',
    place: 0,
    item: { title: 'Min plan', about: 'ord', minutes: 9, kind: 'item' },
  };
  const ready = await world.call(anne, editAgenda, { sessionId: nextId, seen: 0, edit } as never);
  if (!ready.ok) throw new Error('no plan');
  const plan = async () => {
    const known = await world.ask(anne, editableAgenda, { sessionId: nextId });
    if (!known.ok) throw new Error(known.refusal);
    return known.value.agenda;
  };
  const before = (await plan()).items;
  const begin = async () => {
    const { version } = await plan();
    const ask = { sessionId: nextId, from: sessionId, seen: version };
    return world.call(anne, beginFromLast, ask);
  };
  const back = () => world.call(anne, takeBeginningBack, { sessionId: nextId, from: sessionId });
  expect(await begin()).toMatchObject({ value: { items: 3, notes: true } });
  expect((await afterwards(anne, sessionId)).next).toMatchObject({ mayTakeBack: true });
  expect(
    await world.call(bjorn, takeBeginningBack, { sessionId: nextId, from: sessionId }),
  ).toEqual(notFound);
  for (const _ of [1, 2]) expect(await back()).toMatchObject({ ok: true });
  expect((await plan()).items).toEqual(before);
  expect(await world.ask(anne, sessionDoor, { sessionId: nextId })).toMatchObject({
    value: { begunFrom: null, notes: { topics: '' } },
  });

  expect(await begin()).toMatchObject({ value: { items: 3, notes: true } });
  const { version } = await plan();
  await world.call(anne, editAgenda, { sessionId: nextId, seen: version, edit } as never);
  expect((await afterwards(anne, sessionId)).next).toMatchObject({ mayTakeBack: false });
  expect(await back()).toMatchObject({ refusal: 'agenda-changed' });
  expect((await plan()).items).toHaveLength(4);
});

test('F85 AFTER-8 visits are exported to whom they are about, and erased', async () => {
  const { sessionId, kari } = await planSession(world);
  await enter(world, sessionId, kari);
  const held = await world.test.database.transaction((tx) => exportPersonalData(tx, kari.personId));
  expect(held.visits).toMatchObject([{ session_id: sessionId, left_at: null }]);
  await world.test.database.transaction((tx) => erasePersonalData(tx, kari.personId));
  const { rows } = await run(sql`select from session_visit where person_id = ${kari.personId}`);
  expect(rows).toEqual([]);
});
