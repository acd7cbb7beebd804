import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonId, SignInId } from '#shared/kernel/ids.ts';
import type { Line, LineEnd, Slice } from '../platform/handler.ts';
import { makeLog } from '../platform/log.ts';
import { newId } from '../platform/new-id.ts';
import { settableClock } from '../testing/settable-clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { TOY_TABLE, toySlice } from '../testing/toy-slice.ts';
import { type Channels, createChannels } from './channels.ts';
import type { Connection } from './live-channels.ts';

/** What happens between the gate's answer and the listening. The gate waits here until the test opens it. */
let held = Promise.withResolvers<void>();
let atGate = Promise.withResolvers<void>();
let allowed = true;
const lost = new Set<PersonId>();
/** How many the gate has decided about. */
let arrived = 0;
const open: Line[] = [];
const endings: LineEnd[] = [];

const [listens] = toySlice.channels;
if (!listens) throw new Error('the toy has no channel');
const slowSlice: Slice = {
  ...toySlice,
  channels: [
    {
      ...listens,
      admits: async ({ subject }) => {
        const may = allowed && !lost.has(subject.personId);
        arrived += 1;
        atGate.resolve();
        await held.promise;
        return may;
      },
      lineOpened: (line) => open.push(line),
      lineEnded: (_line, how) => endings.push(how),
    },
  ],
};

let db: TestDatabase;
let channels: Channels;
beforeAll(async () => {
  db = await createTestDatabase();
  await db.database.execute(TOY_TABLE);
  channels = createChannels({
    slices: [slowSlice],
    database: db.database,
    clock: settableClock(),
    log: makeLog('error'),
    can: () => true,
    subjectOf: async (_tx, personId) => ({ personId, active: true, roles: [] }),
    broadcast: { facts: () => undefined, head: () => undefined, signal: () => undefined },
  });
});
afterAll(async () => {
  channels.close();
  await db.drop();
});

function holdTheGate(): void {
  held = Promise.withResolvers();
  atGate = Promise.withResolvers();
}

/** Asks to listen. */
function coming() {
  const joined = new Set<string>();
  const connection: Connection = {
    id: newId<'connection'>(),
    caller: { personId: newId<'person'>() as PersonId, signInId: newId<'sign-in'>() as SignInId },
    join: (room) => void joined.add(room),
    leave: (room) => void joined.delete(room),
    sendFacts: () => undefined,
    sendClosed: () => undefined,
    cut: () => undefined,
  };
  const subscribed = channels.subscribe(connection, { channel: 'toy', id: newId(), after: null });
  return { connection, joined, subscribed };
}

/** The same, and comes back when the gate has decided and not yet answered. */
async function halfwayIn() {
  holdTheGate();
  open.length = 0;
  endings.length = 0;
  const one = coming();
  await atGate.promise;
  return one;
}

test('a line that ends while it is let in is not there: nobody sits on it for ever', async () => {
  allowed = true;
  const { connection, joined, subscribed } = await halfwayIn();
  channels.ended(connection, 'dropped');
  held.resolve();
  expect(await subscribed).toMatchObject({ ok: false });
  expect([joined.size, open.length]).toEqual([0, 0]);
});

test('access §5 a right that ends while the line is let in is asked for again', async () => {
  allowed = true;
  const { connection, joined, subscribed } = await halfwayIn();
  allowed = false;
  await channels.recheck(connection);
  held.resolve();
  expect(await subscribed).toEqual({ ok: false, refusal: 'not-joined' });
  expect([joined.size, open.length]).toEqual([0, 0]);
});

test('a right that is asked about again and still there lets the line in, once', async () => {
  allowed = true;
  const { connection, joined, subscribed } = await halfwayIn();
  await channels.recheck(connection);
  held.resolve();
  expect(await subscribed).toMatchObject({ ok: true });
  expect([joined.size, open.length, endings.length]).toEqual([1, 1, 0]);
});

test('access §5 S16 of many who are let in by one question, whoever loses the right meanwhile is asked about again', async () => {
  allowed = true;
  arrived = 0;
  holdTheGate();
  const letFirstIn = held.resolve;
  // More than are asked about at once: the last share a view.
  const all = Array.from({ length: 20 }, coming);
  await expect.poll(() => arrived).toBe(4);
  holdTheGate();
  letFirstIn();
  await expect.poll(() => arrived).toBe(20);
  const loser = all[17];
  if (!loser) throw new Error('nobody');
  lost.add(loser.connection.caller.personId);
  await channels.recheck(loser.connection);
  held.resolve();
  const answers = await Promise.all(all.map(({ subscribed }) => subscribed));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(19);
  expect(await loser.subscribed).toEqual({ ok: false, refusal: 'not-joined' });
  expect(loser.joined.size).toBe(0);
});
