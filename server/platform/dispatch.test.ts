import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallId, PersonId, SignInId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import { settableClock } from '../testing/settable-clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { TOY_TABLE, type ToyFact, toySlice } from '../testing/toy-slice.ts';
import { type Caller, createDispatch, type Dispatch } from './dispatch.ts';
import type { Slice } from './handler.ts';
import type { Log } from './log.ts';
import { newId } from './new-id.ts';
import { createUnitOfWork, type Heard } from './unit-of-work.ts';

let db: TestDatabase;
let dispatch: Dispatch;
/** The same calls, of which those on one counter share transactions. */
let inLanes: Dispatch;
const heard: Heard[] = [];
/** The incidents of the faults that tests make: kept out of the output, and looked for. */
const logged: unknown[] = [];
const log = {
  warn: () => undefined,
  error: ({ incident }: { incident: unknown }) => logged.push(incident),
} as unknown as Log;
const clock = settableClock();
const gone = newId<'sign-in'>();
let allowed = true;

beforeAll(async () => {
  db = await createTestDatabase();
  await db.database.execute(TOY_TABLE);
  const { database } = db;
  const dispatching = (slice: Slice) =>
    createDispatch({
      slices: [slice],
      unitOfWork: createUnitOfWork({ database, clock, hear: (each) => heard.push(each) }),
      database,
      clock,
      log,
      can: () => allowed,
      subjectOf: async (_tx, personId, signInId): Promise<Subject | null> =>
        signInId === gone ? null : { personId, active: true, roles: [] },
    });
  dispatch = dispatching(toySlice);
  inLanes = dispatching({ ...toySlice, laneOf: ({ id }: { id: string }) => id });
});
afterAll(() => db.drop());

const somebody = (signInId = newId<'sign-in'>()): Caller => ({
  personId: newId<'person'>() as PersonId,
  signInId: signInId as SignInId,
});
const raiseBy =
  (by: () => Dispatch) =>
  (caller: Caller | null, id: string, callId = newId<'call'>(), more = 1) =>
    by().command(caller, { callId, name: 'toy/raise', input: { id, by: more } });
const raise = raiseBy(() => dispatch);
const raiseInLane = raiseBy(() => inLanes);

async function countOf(id: string): Promise<number | undefined> {
  const { rows } = await db.database.execute<{ count: number }>(
    sql`select count from toy where id = ${id}`,
  );
  return rows[0]?.count;
}

test('CALL-1 a repeated call id meets the first answer, and takes effect once', async () => {
  const [who, id, callId] = [somebody(), newId(), newId<'call'>()];
  const first = await raise(who, id, callId);
  expect(first).toMatchObject({ ok: true, value: { count: 1 }, revisions: [{ revision: 1 }] });
  expect(await raise(who, id, callId)).toEqual(first);
  expect(await raise(who, id)).toMatchObject({ value: { count: 2 } });
  expect(heard.filter((each) => each.id === id)).toHaveLength(2);
});

test.each([
  ['each by itself', raise],
  ['in a lane', raiseInLane],
])('CALL-1 the same call many times at once takes effect once, %s', async (_how, raising) => {
  const [who, id, callId] = [somebody(), newId(), newId<'call'>()];
  const answers = await Promise.all(Array.from({ length: 12 }, () => raising(who, id, callId)));
  for (const each of answers) expect(each).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ ok: true, value: { count: 1 } });
  expect(heard.filter((each) => each.id === id)).toHaveLength(1);
});

test('CALL-2 a refusal is an answer too: the retry meets it, also when things have changed since', async () => {
  const [who, id, callId] = [somebody(), newId(), newId<'call'>()];
  expect(await raise(who, id, callId, 2_000_000)).toEqual({ ok: false, refusal: 'too-high' });
  expect(await raise(who, id, callId, 1)).toEqual({ ok: false, refusal: 'too-high' });
});

test('CALL-3 one person’s call id says nothing about another’s', async () => {
  const [id, callId] = [newId(), newId<'call'>()];
  await raise(somebody(), id, callId);
  expect(await raise(somebody(), id, callId)).toMatchObject({ value: { count: 2 } });
});

test('CALL-4 revisions have no gap and no repeat under many at once, and are heard after the commit', async () => {
  const id = newId();
  const answers = await Promise.all(Array.from({ length: 60 }, () => raise(somebody(), id)));
  const revisions = answers.map((each) => (each.ok ? each.revisions[0]?.revision : null));
  expect(revisions.toSorted((a, b) => Number(a) - Number(b))).toEqual(
    Array.from({ length: 60 }, (_, n) => n + 1),
  );
  const { rows } = await db.database.execute<{ revision: string; facts: { to: number }[] }>(
    sql`select revision, facts from fact where id = ${id} order by revision`,
  );
  // The order of revisions is the order in which things happened.
  expect(rows.map((row) => row.facts[0]?.to)).toEqual(rows.map((row) => Number(row.revision)));
  expect(heard.filter((each) => each.id === id)).toHaveLength(60);
});

test('CALL-7 calls of one lane share revisions in a rush: no gap, none twice, in the order in which they came', async () => {
  const id = newId();
  const answers = await Promise.all(Array.from({ length: 60 }, () => raiseInLane(somebody(), id)));
  expect(answers.map((each) => each.ok && each.value)).toEqual(
    Array.from({ length: 60 }, (_, n) => ({ count: n + 1 })),
  );
  const told = heard.filter((each) => each.id === id);
  expect(told.map((each) => each.revision)).toEqual(told.map((_, n) => n + 1));
  expect(told.length).toBeLessThan(60);
  expect(told.flatMap((each) => (each.facts as ToyFact[]).map(({ to }) => to))).toEqual(
    Array.from({ length: 60 }, (_, n) => n + 1),
  );
  // What each was told names the revision under which its own fact stands.
  for (const each of answers) {
    if (!each.ok) throw new Error(each.refusal);
    const { count } = each.value as { count: number };
    const under = told.find(({ revision }) => revision === each.revisions[0]?.revision);
    expect(under?.facts).toContainEqual({ type: 'raised', to: count, secret: 'for hosts' });
  }
});

test('CALL-7 a call that fails in a lane is undone alone', async () => {
  const id = newId();
  const failing = () =>
    inLanes.command(somebody(), {
      callId: newId<'call'>(),
      name: 'toy/raise-and-fail',
      input: { id },
    });
  const raised = () => raiseInLane(somebody(), id);
  const answers = await Promise.all([raised(), raised(), failing(), raised(), failing(), raised()]);
  expect(answers.map((each) => (each.ok ? 'ok' : each.refusal))).toEqual([
    'ok',
    'ok',
    'fault',
    'ok',
    'fault',
    'ok',
  ]);
  const incidents = answers.map((each) => (each.ok ? undefined : each.incident));
  expect(logged.slice(-2)).toEqual(incidents.filter((incident) => incident !== undefined));
  expect(await countOf(id)).toBe(4);
  const told = heard.filter((each) => each.id === id).flatMap(({ facts }) => facts as ToyFact[]);
  expect(told.map(({ to }) => to)).toEqual([1, 2, 3, 4]);
});

test('CALL-7 a refusal in a lane is kept for its retry', async () => {
  const [who, id, callId] = [somebody(), newId(), newId<'call'>()];
  const [, refused] = await Promise.all([
    raiseInLane(somebody(), id),
    raiseInLane(who, id, callId, 2_000_000),
    raiseInLane(somebody(), id),
  ]);
  expect(refused).toEqual({ ok: false, refusal: 'too-high' });
  expect(await raiseInLane(who, id, callId)).toEqual({ ok: false, refusal: 'too-high' });
  expect(await countOf(id)).toBe(2);
});

test('CALL-5 unknown, forbidden and unreadable calls change nothing and name no reason beyond their own', async () => {
  const id = newId();
  const who = somebody();
  const ask = (name: string, input: unknown) =>
    dispatch.command(who, { callId: newId<'call'>(), name, input });
  expect(await ask('toy/unknown', { id })).toEqual({ ok: false, refusal: 'not-found' });
  for (const input of [null, 1, 'x', [], {}, { id: 7 }, { id, by: 'many' }]) {
    expect(await ask('toy/raise', input)).toEqual({ ok: false, refusal: 'bad-input' });
  }
  allowed = false;
  expect(await raise(who, id)).toEqual({ ok: false, refusal: 'not-found' });
  expect(await dispatch.query(who, { name: 'toy/count', input: { id } })).toEqual({
    ok: false,
    refusal: 'not-found',
  });
  allowed = true;
  expect(await dispatch.query(who, { name: 'toy/count', input: { id } })).toMatchObject({
    value: { count: 0 },
  });
});

test('CALL-6 without a sign-in, or with one that has ended, nothing is answered and nothing kept', async () => {
  const id = newId();
  expect(await raise(null, id)).toEqual({ ok: false, refusal: 'signed-out' });
  const callId = newId<'call'>();
  const who = somebody(gone as SignInId);
  expect(await raise(who, id, callId)).toEqual({ ok: false, refusal: 'signed-out' });
  const again = { ...who, signInId: newId<'sign-in'>() as SignInId };
  expect(await raise(again, id, callId)).toMatchObject({ value: { count: 1 } });
});

test.each([
  ['each by itself', raise],
  ['in a lane', raiseInLane],
])(
  'X2b a database that ends every connection costs a repeat, never an effect, %s',
  async (_how, raising) => {
    const id = newId();
    const who = somebody();
    const calls = Array.from({ length: 40 }, () => newId<'call'>());
    const patiently = async (callId: CallId) => {
      for (;;) {
        const reply = await raising(who, id, callId);
        if (reply.ok) return reply;
        expect(reply.refusal).toBe('try-again');
      }
    };
    const all = calls.map((callId) => patiently(callId as CallId));
    for (let cut = 0; cut < 5; cut++) {
      await db.database
        .execute(
          sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`,
        )
        .catch(() => undefined);
    }
    await Promise.all(all);
    expect(await countOf(id)).toBe(40);
  },
);
