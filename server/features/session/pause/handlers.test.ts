import fs from 'node:fs';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { endSession } from '#shared/features/session/ending/commands.ts';
import * as hands from '#shared/features/session/hand-queue/commands.ts';
import { removeParticipant } from '#shared/features/session/moderation/commands.ts';
import { sessionLog } from '#shared/features/session/moderation/queries.ts';
import {
  choosePauseChoice,
  endPause,
  startPause,
} from '#shared/features/session/pause/commands.ts';
import { pauseChoices } from '#shared/features/session/pause/queries.ts';
import { SECOND_MS } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { makeLog } from '../../../platform/log.ts';
import { enter, type PlannedSession, planSession, read } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';
import { makeSeatKeeper } from '../roster/seat-keeper.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Anne and Bjørn teach; Kari has stepped away, Ola and Siri sit there. */
async function onPause() {
  const session = await planSession(world);
  const { sessionId, anne, bjorn, kari, ola, siri } = session;
  const lines = {
    anne: await enter(world, sessionId, anne),
    bjorn: await enter(world, sessionId, bjorn),
    kari: await enter(world, sessionId, kari),
    ola: await enter(world, sessionId, ola),
    siri: await enter(world, sessionId, siri),
  };
  expect(await world.call(kari, startPause, { sessionId })).toMatchObject({ ok: true });
  const paused = async () =>
    (await read(lines.ola, sessionId)).state.quietPauses.map(({ personId }) => personId);
  return { ...session, lines, paused };
}

async function pass(ms: number): Promise<void> {
  world.clock.advance(ms);
  await world.slices.session.tick();
}

const choicesSeenBy = async (who: Somebody, sessionId: SessionId) => {
  const asked = await world.ask(who, pauseChoices, { sessionId });
  if (!asked.ok) throw new Error(asked.refusal);
  return asked.value.choices;
};

/** Every row of every table in which the words stand, by the table. */
async function tablesThatSay(words: string): Promise<string[]> {
  const { database } = world.test;
  const { rows } = await database.execute<{ name: string }>(sql`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`);
  const said: string[] = [];
  for (const { name } of rows) {
    const found = await database.execute(
      sql`select from ${sql.identifier(name)} r where r::text like ${`%${words}%`} limit 1`,
    );
    if (found.rows.length > 0) said.push(name);
  }
  return said;
}

test('F37 PAUSE-2 everybody sees who is on pause and since when, and nothing is said of it', async () => {
  const { sessionId, anne, kari, lines } = await onPause();
  const since = world.clock.now();
  for (const line of [lines.anne, lines.ola]) {
    const { state } = await read(line, sessionId);
    expect(state.quietPauses).toEqual([{ personId: kari.personId, since }]);
    expect(state.chat.messages).toEqual([]);
  }
  expect(await world.ask(anne, sessionLog, { sessionId })).toMatchObject({
    value: { entries: [] },
  });
  await world.call(kari, endPause, { sessionId });
  expect((await read(lines.ola, sessionId)).state.quietPauses).toEqual([]);
});

test('F37 PAUSE-5 pausing twice keeps the first time, and coming back twice comes back once', async () => {
  const { sessionId, kari, lines } = await onPause();
  const since = world.clock.now();
  await pass(SECOND_MS);
  await world.call(kari, startPause, { sessionId });
  expect((await read(lines.ola, sessionId)).state.quietPauses).toMatchObject([{ since }]);
  for (const _ of [1, 2])
    expect(await world.call(kari, endPause, { sessionId })).toMatchObject({ ok: true });
  expect(await world.call(kari, choosePauseChoice, { sessionId, choice: 'fine' })).toMatchObject({
    refusal: 'not-on-pause',
  });
});

test('F37 PAUSE-3 the place in the queue is kept, one is not called, and the word is given back', async () => {
  const { sessionId, anne, kari, ola, siri, lines } = await onPause();
  for (const one of [kari, ola]) await world.call(one, hands.raiseHand, { sessionId });
  const call = (who: Somebody) =>
    world.call(anne, hands.callNext, { sessionId, expected: who.personId });
  expect(await call(kari)).toMatchObject({ refusal: 'already-called' });
  const give = { sessionId, personId: kari.personId };
  expect(await world.call(anne, hands.giveWord, give)).toMatchObject({ refusal: 'on-pause' });
  expect(await call(ola)).toMatchObject({ ok: true });
  const queue = async () => (await read(lines.siri, sessionId)).state.handQueue;
  expect((await queue()).hands).toMatchObject([{ personId: kari.personId }]);

  await world.call(ola, startPause, { sessionId });
  expect((await queue()).word).toBeNull();
  await world.call(kari, endPause, { sessionId });
  expect(await call(kari)).toMatchObject({ ok: true });
  await world.call(siri, hands.raiseHand, { sessionId });
  expect((await queue()).word).toMatchObject({ personId: kari.personId });
});

test('F37 PAUSE-4 the private choice reaches the teachers of the session, whoever leads, and oneself alone', async () => {
  const { sessionId, anne, bjorn, kari, ola } = await onPause();
  const choose = (choice: 'want-to-talk' | 'fine' | null) =>
    world.call(kari, choosePauseChoice, { sessionId, choice });
  await choose('want-to-talk');
  const all = [{ personId: kari.personId, choice: 'want-to-talk' }];
  for (const one of [anne, bjorn, kari]) expect(await choicesSeenBy(one, sessionId)).toEqual(all);
  expect(await choicesSeenBy(ola, sessionId)).toEqual([]);
  const elsewhere = await planSession(world);
  for (const one of [elsewhere.anne, elsewhere.kari])
    expect(await world.ask(one, pauseChoices, { sessionId })).toMatchObject({
      refusal: 'not-found',
    });
  await choose(null);
  for (const one of [anne, kari]) expect(await choicesSeenBy(one, sessionId)).toEqual([]);
});

test('F37 PAUSE-4 the choice is in no fact, chat, log, kept answer or frame: it is in its own row until the pause is over', async () => {
  const { sessionId, kari, lines } = await onPause();
  const { revision } = await read(lines.ola, sessionId);
  const heard = (line: keyof typeof lines) => lines[line].heard.flatMap((frame) => frame.revisions);
  for (const line of ['anne', 'bjorn', 'kari', 'ola', 'siri'] as const)
    await vi.waitFor(() => expect(heard(line).at(-1)?.revision).toBe(revision));
  for (const choice of ['fine', 'check-on-me', 'want-to-talk'] as const)
    await world.call(kari, choosePauseChoice, { sessionId, choice });
  expect(await tablesThatSay('want-to-talk')).toEqual(['quiet_pause']);
  for (const before of ['check-on-me', '"fine"']) expect(await tablesThatSay(before)).toEqual([]);

  // Not even that something was chosen, nor when: the next that is told has the next revision, for all.
  await world.call(kari, endPause, { sessionId });
  for (const line of ['anne', 'bjorn', 'kari', 'ola', 'siri'] as const) {
    await vi.waitFor(() => expect(JSON.stringify(heard(line))).toContain('pause-ended'));
    expect(heard(line).at(-1)?.revision).toBe(revision + 1);
    expect(JSON.stringify(heard(line))).not.toMatch(/choice|fine|check-on|want-to/u);
  }
  const late = await lines.siri.subscribe(sessionChannel, sessionId, 1);
  expect(JSON.stringify(late)).not.toMatch(/choice|check-on|want-to/u);
  expect(await tablesThatSay('want-to-talk')).toEqual([]);
});

/** By table, how many rows name somebody in the session: their id stands somewhere in each. */
async function rowsNaming({ personId }: Somebody): Promise<Record<string, number>> {
  const { database } = world.test;
  const { rows } = await database.execute<{ name: string }>(sql`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`);
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const found = await database.execute<{ count: number }>(sql`
      select count(*)::int as count from ${sql.identifier(name)} r
      where r::text like ${`%${personId}%`}`);
    counts[name] = found.rows[0]?.count ?? 0;
  }
  return counts;
}

test('F37 PAUSE-9 AFTER-6 nothing that is kept names who was on pause, while it lasts in its own row alone, and nowhere when the session is over', async () => {
  const { sessionId, anne, kari, ola } = await onPause();
  await world.call(kari, choosePauseChoice, { sessionId, choice: 'want-to-talk' });
  for (const word of ['pause-started', 'pause-ended'])
    expect(await tablesThatSay(word)).toEqual([]);
  // What a retry is told names no revision: a hole in what is kept, and whose answer names it, would tell.
  const { rows } = await world.test.database.execute(sql`
    select from call where actor = ${kari.personId} and not exists (
      select from jsonb_array_elements(coalesce(reply -> 'revisions', '[]')) r join fact f
        on f.channel = r ->> 'channel' and f.id = (r ->> 'id')::uuid and f.revision = (r ->> 'revision')::bigint)
      and jsonb_array_length(coalesce(reply -> 'revisions', '[]')) > 0`);
  expect(rows).toEqual([]);
  await world.call(kari, endPause, { sessionId });
  const { call: _, ...ofKari } = await rowsNaming(kari);
  const { call: __, ...ofOla } = await rowsNaming(ola);
  expect(ofKari).toEqual(ofOla);

  await world.call(kari, startPause, { sessionId });
  await world.call(anne, endSession, { sessionId });
  await pass(10 * SECOND_MS);
  for (const word of ['pause-started', 'pause-ended', 'want-to-talk'])
    expect(await tablesThatSay(word)).toEqual([]);
  const { call: ___, ...after } = await rowsNaming(kari);
  const { call: ____, ...other } = await rowsNaming(ola);
  expect(after).toEqual(other);
});

test('F37 PAUSE-9 whoever missed a pause, or its end, reads everything anew, also from another server', async () => {
  const session = await onPause();
  const { sessionId, kari, ola } = session;
  const line = await enter(world, sessionId, ola);
  const before = await read(line, sessionId);
  await world.call(kari, endPause, { sessionId });
  const missed = await read(line, sessionId);
  expect(missed.state.quietPauses).toEqual([]);
  world = await world.crash();
  const again = await enter(world, sessionId, ola);
  const late = await again.subscribe(sessionChannel, sessionId, before.revision);
  expect(late).toMatchObject({ snapshot: { quietPauses: [] } });
});

test('F37 PAUSE-4 a server that cannot keep the choice says nothing of it in its log', async () => {
  const { sessionId, kari } = await onPause();
  const rename = (from: string, to: string) =>
    world.test.database.execute(sql`
      alter table quiet_pause rename column ${sql.identifier(from)} to ${sql.identifier(to)}`);
  const written = vi.spyOn(fs, 'writeSync').mockImplementation((_, text) => String(text).length);
  await rename('choice', 'gone');
  try {
    const ask = { sessionId, choice: 'want-to-talk' } as const;
    expect(await world.call(kari, choosePauseChoice, ask)).toMatchObject({ refusal: 'fault' });
    const lines = written.mock.calls.map(([, text]) => String(text)).join('');
    expect(lines).toContain('pause/choose');
    expect(lines).not.toContain('want-to-talk');
  } finally {
    written.mockRestore();
    await rename('gone', 'choice');
  }
});

test('F37 PAUSE-5 a dropped line and a lost seat leave the pause; coming in again one is still on it', async () => {
  const { sessionId, anne, kari, lines, paused } = await onPause();
  await world.call(kari, choosePauseChoice, { sessionId, choice: 'check-on-me' });
  lines.kari.drop();
  await pass(30 * SECOND_MS);
  expect(await paused()).toEqual([kari.personId]);
  await pass(60 * SECOND_MS);
  expect(await paused()).toEqual([kari.personId]);
  expect(await choicesSeenBy(anne, sessionId)).toMatchObject([{ choice: 'check-on-me' }]);

  const again = await enter(world, sessionId, kari);
  expect((await read(again, sessionId)).state.quietPauses).toMatchObject([
    { personId: kari.personId },
  ]);
});

test('F37 PAUSE-5 leaving ends it, and being taken out does, with what was chosen', async () => {
  const { sessionId, anne, kari, ola, lines, paused } = await onPause();
  for (const one of [kari, ola]) {
    await world.call(one, startPause, { sessionId });
    await world.call(one, choosePauseChoice, { sessionId, choice: 'want-to-talk' });
  }
  lines.kari.letGo(sessionChannel, sessionId);
  await pass(SECOND_MS * 5);
  expect(await paused()).toEqual([ola.personId]);
  await world.call(anne, removeParticipant, { sessionId, personId: ola.personId });
  const { state } = await read(lines.siri, sessionId);
  expect(state.quietPauses).toEqual([]);
  expect(await choicesSeenBy(anne, sessionId)).toEqual([]);
});

test('F37 PAUSE-5 when nobody is left in the session, every pause is over and every choice erased', async () => {
  const session = await onPause();
  const { sessionId, kari, lines } = session;
  await world.call(kari, choosePauseChoice, { sessionId, choice: 'check-on-me' });
  for (const line of Object.values(lines)) line.drop();
  await pass(61 * SECOND_MS);
  await pass(SECOND_MS);
  expect(await rowsOf(session)).toBe(0);
});

test('F37 PAUSE-5 a server that is killed meanwhile finds the pause as it was', async () => {
  const session = await onPause();
  const { sessionId, kari } = session;
  await world.call(kari, choosePauseChoice, { sessionId, choice: 'fine' });
  const next = makeSeatKeeper({
    unitOfWork: world.unitOfWork,
    clock: world.clock,
    log: makeLog('error'),
  });
  await next.recover();
  expect(await rowsOf(session)).toBe(1);
  expect(await choicesSeenBy(session.bjorn, sessionId)).toMatchObject([{ choice: 'fine' }]);
});

test('F37 PAUSE-7 whoever sits there may pause, teachers too; whoever does not sit there is told so', async () => {
  const { sessionId, anne, kari, ola, lines } = await onPause();
  expect(await world.call(anne, startPause, { sessionId })).toMatchObject({ ok: true });
  lines.ola.letGo(sessionChannel, sessionId);
  await pass(5 * SECOND_MS);
  for (const command of [startPause, endPause])
    expect(await world.call(ola, command, { sessionId })).toMatchObject({ refusal: 'not-joined' });
  const elsewhere = await planSession(world);
  expect(await world.call(kari, startPause, elsewhere)).toMatchObject({ refusal: 'not-found' });
});

async function rowsOf({ sessionId }: PlannedSession): Promise<number> {
  const { rows } = await world.test.database.execute(
    sql`select from quiet_pause where session_id = ${sessionId}`,
  );
  return rows.length;
}
