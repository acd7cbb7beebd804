import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SessionFact } from '#shared/features/session/channel.ts';
import { raiseHand } from '#shared/features/session/hand-queue/commands.ts';
import {
  readmitParticipant,
  removeParticipant,
} from '#shared/features/session/moderation/commands.ts';
import type { LogEntry } from '#shared/features/session/moderation/model.ts';
import { ownRemoval, sessionLog } from '#shared/features/session/moderation/queries.ts';
import { joinSession } from '#shared/features/session/roster/commands.ts';
import { newId } from '../../../platform/new-id.ts';
import { enter, planSession, read, statusOf } from '../../../testing/planned-session.ts';
import { createWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const notFound = { ok: false, refusal: 'not-found' };

test('REMOVE-1 a removed person loses seat, hand and line at once, and cannot come in again', async () => {
  const { sessionId, anne, kari } = await planSession(world);
  const watching = await enter(world, sessionId, anne);
  const line = await enter(world, sessionId, kari);
  await world.call(kari, raiseHand, { sessionId });
  const { personId } = kari;
  expect(await world.call(anne, removeParticipant, { sessionId, personId })).toMatchObject({
    ok: true,
  });
  const { state } = await read(watching, sessionId);
  expect(statusOf(state, kari)).toBe('left');
  expect(state.handQueue.hands).toEqual([]);

  await world.channels.recheck(line.connection);
  expect(line.closed).toEqual([{ channel: 'session', id: sessionId }]);
  expect(await world.call(kari, joinSession, { sessionId })).toMatchObject(notFound);
});

test('REMOVE-2 undone, the person may come in again', async () => {
  const { sessionId, anne, kari } = await planSession(world);
  await enter(world, sessionId, anne);
  await enter(world, sessionId, kari);
  const ask = { sessionId, personId: kari.personId };
  await world.call(anne, removeParticipant, ask);
  await world.call(anne, readmitParticipant, ask);
  expect(await world.call(kari, joinSession, { sessionId })).toMatchObject({ ok: true });
});

test('REMOVE-3 an assigned teacher cannot be removed, nor somebody who has no part in it', async () => {
  const { sessionId, anne, bjorn } = await planSession(world);
  const stranger = await world.person();
  const remove = (personId: string) =>
    world.call(anne, removeParticipant, { sessionId, personId: personId as never });
  expect(await remove(bjorn.personId)).toMatchObject({ refusal: 'teaches-here' });
  expect(await remove(stranger.personId)).toMatchObject({ refusal: 'not-here' });
  expect(await remove(newId<'person'>())).toMatchObject({ refusal: 'not-here' });
});

test('REMOVE-6 teachers hear at once whom another has taken out or let in, here or not, and nobody else does', async () => {
  const { sessionId, anne, bjorn, kari, ola, siri } = await planSession(world);
  await enter(world, sessionId, anne);
  const teacher = await enter(world, sessionId, bjorn);
  const student = await enter(world, sessionId, ola);
  await enter(world, sessionId, kari);
  const acts = [removeParticipant, readmitParticipant] as const;
  // Siri has not come, and is kept out all the same.
  for (const { personId } of [kari, siri])
    for (const act of acts) await world.call(anne, act, { sessionId, personId });
  const heardBy = (line: typeof teacher) =>
    line.heard
      .flatMap(({ revisions }) => revisions.flatMap(({ facts }) => facts as SessionFact[]))
      .filter(({ type }) => type === 'participant-removed' || type === 'participant-readmitted');
  const both = ({ personId }: typeof kari) => [
    { type: 'participant-removed', personId },
    { type: 'participant-readmitted', personId },
  ];
  await expect.poll(() => heardBy(teacher)).toEqual([...both(kari), ...both(siri)]);
  expect(heardBy(student)).toEqual([]);
});

test('REMOVE-4 the log says who did what to whom, once each, to teachers alone', async () => {
  const { sessionId, anne, kari, ola } = await planSession(world);
  await enter(world, sessionId, kari);
  const ask = { sessionId, personId: kari.personId };
  await world.call(anne, removeParticipant, ask);
  await world.call(anne, removeParticipant, ask);
  const by = { personId: anne.personId, displayName: 'Anne Moen' };
  const about = { personId: kari.personId, displayName: 'Kari Nordmann' };
  const at = world.clock.now();
  expect(await world.ask(anne, sessionLog, { sessionId })).toMatchObject({
    value: {
      entries: [{ at, act: 'participant-removed', by, about }],
      more: false,
      keptOut: [{ ...about, at, by, words: '' }],
    },
  });
  await world.call(anne, readmitParticipant, ask);
  await world.call(anne, readmitParticipant, ask);
  expect(await world.ask(anne, sessionLog, { sessionId })).toMatchObject({
    value: {
      entries: [{ act: 'participant-readmitted' }, { act: 'participant-removed' }],
      keptOut: [],
    },
  });
  expect(await world.ask(ola, sessionLog, { sessionId })).toMatchObject(notFound);
});

test('REMOVE-4 the log comes a page at a time, and holds every act once', async () => {
  const { sessionId, anne, kari } = await planSession(world);
  await enter(world, sessionId, kari);
  const ask = { sessionId, personId: kari.personId };
  for (let nth = 0; nth < 30; nth++) {
    await world.call(anne, removeParticipant, ask);
    await world.call(anne, readmitParticipant, ask);
  }
  const page = async (before?: LogEntry['id']) => {
    const asked = await world.ask(anne, sessionLog, { sessionId, ...(before && { before }) });
    if (!asked.ok) throw new Error(asked.refusal);
    return asked.value;
  };
  const first = await page();
  expect([first.entries.length, first.more]).toEqual([50, true]);
  const second = await page(first.entries.at(-1)?.id);
  expect([second.entries.length, second.more]).toEqual([10, false]);
  const ids = [...first.entries, ...second.entries].map((entry) => entry.id);
  expect(new Set(ids).size).toBe(60);
  const elsewhere = await planSession(world);
  const other = { sessionId: elsewhere.sessionId, before: ids[0] as LogEntry['id'] };
  expect(await world.ask(elsewhere.anne, sessionLog, other)).toMatchObject({
    value: { entries: [] },
  });
});

test('REMOVE-5 whoever was taken out is told by whom, as long as it stands, then who let them in, and nobody else is', async () => {
  const { sessionId, anne, kari, ola } = await planSession(world);
  await enter(world, sessionId, kari);
  const never = { removal: null, letInBy: null };
  const removal = async (person: typeof kari) =>
    (await world.ask(person, ownRemoval, { sessionId })) as { value?: unknown };
  expect((await removal(kari)).value).toEqual(never);
  const ask = { sessionId, personId: kari.personId };
  await world.call(anne, removeParticipant, ask);
  expect((await removal(kari)).value).toEqual({
    removal: { at: world.clock.now(), by: 'Anne Moen', words: '' },
    letInBy: null,
  });
  expect((await removal(ola)).value).toEqual(never);
  await world.call(anne, readmitParticipant, ask);
  expect((await removal(kari)).value).toEqual({ removal: null, letInBy: 'Anne Moen' });
});

test('F30 REMOVE-7 a teacher’s words reach whoever is taken out and the teachers, and go when they are let in again', async () => {
  const { sessionId, anne, bjorn, kari, ola } = await planSession(world);
  await enter(world, sessionId, anne);
  await enter(world, sessionId, kari);
  const student = await enter(world, sessionId, ola);
  const whom = { sessionId, personId: kari.personId };
  const words = 'Vi snakkes etter økten.';
  await world.call(anne, removeParticipant, { ...whom, words });
  // The first counts.
  await world.call(bjorn, removeParticipant, { ...whom, words: 'Andre ord' });
  const own = await world.ask(kari, ownRemoval, { sessionId });
  expect(own).toMatchObject({ value: { removal: { by: 'Anne Moen', words } } });
  const log = await world.ask(bjorn, sessionLog, { sessionId });
  expect(log).toMatchObject({ value: { keptOut: [{ personId: kari.personId, words }] } });
  const { rows } = await world.test.database.execute<{ told: string }>(sql`
    select facts::text as told from fact where id = ${sessionId}`);
  const told = [...rows.map((row) => row.told), JSON.stringify(student.heard)].join();
  expect(told).toContain('participant-removed');
  expect(told, 'in nothing that is told').not.toContain(words);

  await world.call(anne, readmitParticipant, whom);
  await world.call(anne, removeParticipant, whom);
  expect(await world.ask(kari, ownRemoval, { sessionId })).toMatchObject({
    value: { removal: { words: '' } },
  });
  for (const bad of ['x'.repeat(301), 'a\u0000b', '\ud800', 7]) {
    const call = { callId: newId<'call'>(), name: removeParticipant.name };
    const input = { ...whom, words: bad };
    expect(await world.dispatch.command(anne, { ...call, input })).toMatchObject({
      refusal: 'bad-input',
    });
  }
});
