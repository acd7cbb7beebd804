import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  evolveSession,
  type SessionFact,
  type SessionState,
  sessionChannel,
} from '#shared/features/session/channel.ts';
import * as commands from '#shared/features/session/chat/commands.ts';
import { DAY_MS, HOUR_MS } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { enter, type PlannedSession, planSession, read } from '../../../testing/planned-session.ts';
import { createWorld, type World } from '../../../testing/world.ts';
import { exportPersonalData } from '../personal-data.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const erase = () => world.slices.session.eraseDueChats();
const setRule = (sessionId: SessionId, days: number | null) =>
  world.test.database.execute(sql`
    update course set chat_kept_days = ${days}
    where id = (select course_id from session where id = ${sessionId})`);

/** A session with something in it, to which somebody has said something without words. */
async function talked(): Promise<PlannedSession & { readonly endsAt: number }> {
  const endsAt = world.clock.now() + HOUR_MS;
  const at = await planSession(world, { endsAt });
  const { sessionId, anne, kari } = at;
  await enter(world, sessionId, anne);
  await enter(world, sessionId, kari);
  const said = await world.call(kari, commands.postMessage, { sessionId, text: 'minneord' });
  if (!said.ok) throw new Error(said.refusal);
  const { messageId } = said.value;
  await world.call(anne, commands.reactToMessage, { sessionId, messageId, reaction: 'thanks' });
  return { ...at, endsAt };
}

/** Everything that is stored of what was said. */
async function kept(sessionId: SessionId): Promise<string> {
  const { rows } = await world.test.database.execute(sql`
    select (select count(*) from chat_message where session_id = ${sessionId})::int as messages,
      coalesce((select string_agg(facts::text, '') from fact where id = ${sessionId}), '') as told`);
  return JSON.stringify(rows);
}

/** Goes on as long as the given work takes, at another time. */
async function at(moment: number, work: () => Promise<void>): Promise<void> {
  const before = world.clock.now();
  world.clock.advance(moment - before);
  try {
    await work();
  } finally {
    world.clock.advance(before - moment);
  }
}

test('CHAT-22 everybody in the session is told the rule of its course', async () => {
  const { sessionId, kari, endsAt } = await talked();
  const line = await enter(world, sessionId, kari);
  const rule = async () => (await read(line, sessionId)).state.chatKeeping;
  expect(await rule()).toEqual({ days: 30, erasedAt: endsAt + 30 * DAY_MS });
  await setRule(sessionId, 7);
  expect(await rule()).toEqual({ days: 7, erasedAt: endsAt + 7 * DAY_MS });
  await setRule(sessionId, null);
  // The cohort started on 17 August 2026, full time: ten months, at midnight in Oslo.
  expect(await rule()).toEqual({ days: null, erasedAt: Date.UTC(2027, 5, 16, 22) });
});

test('CHAT-22 when its days have passed nothing that was said is left, and not a moment before', async () => {
  const { sessionId, endsAt, kari } = await talked();
  await at(endsAt + 30 * DAY_MS - 1, erase);
  expect(await kept(sessionId)).toContain('minneord');
  await at(endsAt + 30 * DAY_MS, erase);
  expect(await kept(sessionId)).not.toMatch(/minneord|thanks/);
  expect(await kept(sessionId)).toContain('"messages":0');
  const { messages, reactions } = await world.test.database.transaction((tx) =>
    exportPersonalData(tx, kari.personId),
  );
  expect([messages, reactions]).toEqual([[], []]);
});

test('CHAT-22 a course that keeps it until the end of the study does', async () => {
  const { sessionId } = await talked();
  await setRule(sessionId, null);
  await at(Date.UTC(2027, 5, 16, 22) - 1, erase);
  expect(await kept(sessionId)).toContain('minneord');
  await at(Date.UTC(2027, 5, 16, 22), erase);
  expect(await kept(sessionId)).not.toContain('minneord');
});

test('CHAT-23 what was told in a session goes with its time too where nobody has written, once', async () => {
  const endsAt = world.clock.now() + HOUR_MS;
  const { sessionId, kari } = await planSession(world, { endsAt });
  await enter(world, sessionId, kari);
  await at(endsAt + 30 * DAY_MS - 1, erase);
  expect(await kept(sessionId)).toContain(kari.personId);
  await at(endsAt + 30 * DAY_MS, erase);
  expect(await kept(sessionId)).toBe('[{"messages":0,"told":""}]');
});

test('CHAT-23 whoever still has it open sees it go, and whoever catches up reads it anew', async () => {
  const { sessionId, anne, endsAt } = await talked();
  const line = await enter(world, sessionId, anne);
  const before = await read(line, sessionId);
  expect(before.state.chat.messages).toHaveLength(1);
  await at(endsAt + 31 * DAY_MS, erase);
  const fresh = await read(line, sessionId);
  expect(fresh.state.chat).toEqual({ messages: [], hasEarlier: false });
  const carried = () =>
    line.heard
      .flatMap(({ revisions }) => revisions)
      .filter(({ revision }) => revision > before.revision)
      .flatMap(({ facts }) => facts)
      .map((fact) => sessionChannel.fact.parse(fact))
      .reduce<SessionState>((state, fact: SessionFact) => evolveSession(state, fact), before.state);
  await expect.poll(() => carried().chat).toEqual(fresh.state.chat);
  const caughtUp = await line.subscribe(sessionChannel, sessionId, before.revision - 1);
  expect(JSON.stringify(caughtUp)).not.toContain('minneord');
});

test('CHAT-23 X1 one that fails holds up no other, and the next turn, or the next start, does what is left', async () => {
  const [stuck, other] = [await talked(), await talked()];
  const { database } = world.test;
  await database.execute(sql`
    create function refuse() returns trigger language plpgsql as $$ begin raise 'not now'; end $$`);
  await database.execute(
    sql.raw(`create trigger stuck before delete on chat_message for each row
      when (old.session_id = '${stuck.sessionId}') execute function refuse()`),
  );
  const due = other.endsAt + 31 * DAY_MS;
  await at(due, erase);
  expect(await kept(other.sessionId)).not.toContain('minneord');
  expect(await kept(stuck.sessionId), 'all of it or nothing').toMatch(/minneord.*thanks/s);
  await database.execute(sql`drop trigger stuck on chat_message`);
  await at(due + HOUR_MS, erase);
  expect(await kept(stuck.sessionId)).not.toContain('minneord');
  const head = () => database.execute(sql`select revision from channel_head order by id, channel`);
  const revisions = (await head()).rows;
  await at(due + 2 * HOUR_MS, erase);
  expect((await head()).rows, 'what is done is done').toEqual(revisions);
});

test('CHAT-22 a session that was given a later time keeps its chat as long after that', async () => {
  const { sessionId, endsAt } = await talked();
  await world.test.database.execute(sql`
    update session set ends_at = ends_at + interval '10 days' where id = ${sessionId}`);
  await at(endsAt + 31 * DAY_MS, erase);
  expect(await kept(sessionId)).toContain('minneord');
});
