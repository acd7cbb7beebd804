import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CallId, PersonId, SignInId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { FactBatch, Facts } from '#shared/wire/socket-events.ts';
import { type Caller, createDispatch, type Dispatch } from '../platform/dispatch.ts';
import { makeLog } from '../platform/log.ts';
import { newId } from '../platform/new-id.ts';
import { createUnitOfWork } from '../platform/unit-of-work.ts';
import { settableClock } from '../testing/settable-clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { TOY_TABLE, toySlice } from '../testing/toy-slice.ts';
import { type Channels, createChannels } from './channels.ts';
import type { Connection } from './live-channels.ts';

let db: TestDatabase;
let dispatch: Dispatch;
let channels: Channels;
const clock = settableClock();
const rooms = new Map<string, Set<Facts[]>>();
const roles = new Map<PersonId, 'teacher' | 'student' | 'gone'>();

beforeAll(async () => {
  db = await createTestDatabase();
  await db.database.execute(TOY_TABLE);
  const parts = {
    slices: [toySlice],
    database: db.database,
    clock,
    log: makeLog('error'),
    can: () => true,
    subjectOf: async (_tx: unknown, personId: PersonId): Promise<Subject | null> => {
      const role = roles.get(personId) ?? 'student';
      return role === 'gone' ? null : { personId, active: true, roles: [{ role, until: null }] };
    },
  };
  channels = createChannels({
    ...parts,
    broadcast: {
      signal: () => undefined,
      facts: (room, facts) => {
        for (const heard of rooms.get(room) ?? []) heard.push(facts);
      },
      head: () => undefined,
    },
  });
  const unitOfWork = createUnitOfWork({ ...parts, hear: (heard) => channels.hear(heard) });
  dispatch = createDispatch({ ...parts, unitOfWork });
});
afterAll(async () => {
  channels.close();
  await db.drop();
});
afterEach(() => rooms.clear());

function somebody(role: 'teacher' | 'student' = 'student') {
  const personId = newId<'person'>() as PersonId;
  roles.set(personId, role);
  const caller: Caller = { personId, signInId: newId<'sign-in'>() as SignInId };
  const heard: Facts[] = [];
  const state = { cut: false, closed: 0 };
  const connection: Connection = {
    id: newId<'connection'>(),
    caller,
    join: (room) => void rooms.set(room, (rooms.get(room) ?? new Set()).add(heard)),
    leave: (room) => void rooms.get(room)?.delete(heard),
    sendFacts: (facts) => void heard.push(facts),
    sendClosed: () => void state.closed++,
    cut: () => {
      state.cut = true;
    },
  };
  return { caller, connection, heard, state };
}
const raise = (caller: Caller, id: string) =>
  dispatch.command(caller, { callId: newId<'call'>() as CallId, name: 'toy/raise', input: { id } });
const subscribe = (who: { connection: Connection }, id: string, after: number | null = null) =>
  channels.subscribe(who.connection, { channel: 'toy', id, after });
const batches = (heard: Facts[]): FactBatch[] => heard.flatMap((each) => [...each.revisions]);
const flushed = () => new Promise((resolve) => setTimeout(resolve, 80));

test('CHANNEL-1 a listener gets the state, then every later revision once and in order', async () => {
  const [a, b, id] = [somebody(), somebody(), newId()];
  await raise(b.caller, id);
  expect(await subscribe(a, id)).toEqual({ ok: true, revision: 1, snapshot: { count: 1 } });
  await Promise.all(Array.from({ length: 20 }, () => raise(b.caller, id)));
  await flushed();
  const numbers = batches(a.heard).map(({ revision }) => revision);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, n) => n + 2));
});

test('CHANNEL-1 nothing falls between the snapshot and the hearing', async () => {
  const [b, id] = [somebody(), newId()];
  const storm = Promise.all(Array.from({ length: 80 }, () => raise(b.caller, id)));
  const listeners = await Promise.all(
    Array.from({ length: 10 }, async (_, n) => {
      await new Promise((resolve) => setTimeout(resolve, n * 7));
      const who = somebody();
      return { who, opened: await subscribe(who, id) };
    }),
  );
  await storm;
  await flushed();
  for (const { who, opened } of listeners) {
    if (!opened.ok) throw new Error(opened.refusal);
    const later = batches(who.heard).filter(({ revision }) => revision > opened.revision);
    const numbers = [...new Set(later.map(({ revision }) => revision))].toSorted((x, y) => x - y);
    expect(numbers).toEqual(
      Array.from({ length: 80 - opened.revision }, (_, n) => opened.revision + n + 1),
    );
  }
});

test('CHANNEL-2 who was away gets what was missed, and a snapshot when that is too much', async () => {
  const [a, b, id] = [somebody(), somebody(), newId()];
  for (let n = 0; n < 5; n++) await raise(b.caller, id);
  const missed = await subscribe(a, id, 2);
  expect(missed).toMatchObject({ ok: true, revision: 5 });
  expect(
    missed.ok && 'revisions' in missed && missed.revisions.map((each) => each.revision),
  ).toEqual([3, 4, 5]);
  // From another life of the channel: ahead of what is true here.
  expect(await subscribe(a, id, 99)).toMatchObject({ snapshot: { count: 5 } });
  await Promise.all(Array.from({ length: 501 }, () => raise(b.caller, id)));
  expect(await subscribe(a, id, 5)).toMatchObject({ snapshot: { count: 506 } });
});

test('CHANNEL-3 each audience hears what is its own, and every revision', async () => {
  const [student, host, id] = [somebody(), somebody('teacher'), newId()];
  await subscribe(student, id);
  await subscribe(host, id);
  await raise(student.caller, id);
  await flushed();
  expect(batches(student.heard)).toEqual([{ revision: 1, facts: [{ type: 'raised', to: 1 }] }]);
  expect(batches(host.heard)[0]?.facts[0]).toMatchObject({ secret: 'for hosts' });
});

test('CHANNEL-4 whoever has lost the sign-in is cut off and hears nothing more', async () => {
  const [a, b, id] = [somebody(), somebody(), newId()];
  await subscribe(a, id);
  roles.set(a.caller.personId, 'gone');
  await channels.recheck(a.connection);
  expect(a.state.cut).toBe(true);
  await raise(b.caller, id);
  await flushed();
  expect(batches(a.heard)).toEqual([]);
  expect(await subscribe(a, id)).toEqual({ ok: false, refusal: 'not-found' });
});

test('CHANNEL-4 who becomes another audience starts anew and never hears the other’s part again', async () => {
  const [host, b, id] = [somebody('teacher'), somebody(), newId()];
  await subscribe(host, id);
  roles.set(host.caller.personId, 'student');
  await channels.recheck(host.connection);
  expect(host.state).toEqual({ cut: false, closed: 1 });
  await subscribe(host, id);
  await raise(b.caller, id);
  await flushed();
  expect(batches(host.heard)).toEqual([{ revision: 1, facts: [{ type: 'raised', to: 1 }] }]);
});

test('CHANNEL-5 what cannot be read as a subscription is refused as unknown', async () => {
  const { connection } = somebody();
  for (const ask of [
    null,
    1,
    {},
    [],
    { channel: 'toy' },
    { channel: 'toy', id: '../x', after: null },
    { channel: 'toy', id: newId(), after: -1 },
    { channel: 'toy', id: newId(), after: 1.5 },
    { channel: '__proto__', id: newId(), after: null },
  ]) {
    expect(await channels.subscribe(connection, ask)).toEqual({ ok: false, refusal: 'not-found' });
  }
});
