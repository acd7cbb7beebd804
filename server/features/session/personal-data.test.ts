import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  evolveSession,
  type SessionFact,
  type SessionState,
  sessionChannel,
} from '#shared/features/session/channel.ts';
import { postMessage, reactToMessage } from '#shared/features/session/chat/commands.ts';
import { raiseHand } from '#shared/features/session/hand-queue/commands.ts';
import { enter, planSession, read } from '../../testing/planned-session.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { erasePersonalData, exportPersonalData, PERSONAL_TABLES } from './personal-data.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('a person gets what they wrote and where they sat, and nobody else words', async () => {
  const { sessionId, anne, kari } = await planSession(world);
  await enter(world, sessionId, anne);
  await enter(world, sessionId, kari);
  await world.call(kari, postMessage, { sessionId, text: 'mine ord', lang: 'nn' });
  const posted = await world.call(anne, postMessage, { sessionId, text: 'Annes ord' });
  const messageId = posted.ok ? posted.value.messageId : undefined;
  if (!messageId) throw new Error('not posted');
  await world.call(kari, reactToMessage, { sessionId, messageId, reaction: 'thanks' });
  const held = await world.test.database.transaction((tx) => exportPersonalData(tx, kari.personId));
  expect(held).toMatchObject({
    seats: [{ part: 'student' }],
    messages: [{ text: 'mine ord', lang: 'nn' }],
    reactions: [{ session_id: sessionId, message_id: messageId, reaction: 'thanks' }],
  });
});

test('erased, the name and the words are gone from rows and facts, and the session still reads', async () => {
  const { sessionId, anne, kari } = await planSession(world);
  const line = await enter(world, sessionId, anne);
  await enter(world, sessionId, kari);
  await world.call(kari, postMessage, { sessionId, text: 'skal-bort' });
  await world.call(kari, raiseHand, { sessionId });
  await world.test.database.transaction((tx) => erasePersonalData(tx, kari.personId));

  const { rows } = await world.test.database.execute<{ kept: string }>(sql`
    select coalesce(string_agg(kept, ' '), '') as kept from (
      select facts::text as kept from fact where id = ${sessionId}
      union all select seat::text from seat where session_id = ${sessionId}
      union all select m::text from chat_message m where session_id = ${sessionId}
    ) as everything`);
  expect(rows[0]?.kept).toContain('Anne Moen');
  expect(rows[0]?.kept).not.toContain('Kari Nordmann');
  expect(rows[0]?.kept).not.toContain('skal-bort');
  const { state } = await read(line, sessionId);
  expect(state.chat.messages).toMatchObject([
    { text: '', deletedAt: expect.any(Number), byName: '' },
  ]);
  expect(state.handQueue.hands).toEqual([]);
});

test('CHAT-14 erased, what a person said without words is taken back, in what is told again too', async () => {
  const { sessionId, anne, kari } = await planSession(world);
  const line = await enter(world, sessionId, anne);
  await enter(world, sessionId, kari);
  const start = await read(line, sessionId);
  const posted = await world.call(anne, postMessage, { sessionId, text: 'Annes ord' });
  if (!posted.ok) throw new Error(posted.refusal);
  const { messageId } = posted.value;
  await world.call(kari, reactToMessage, { sessionId, messageId, reaction: 'thanks' });
  await world.call(anne, reactToMessage, { sessionId, messageId, reaction: 'glad' });
  await world.test.database.transaction((tx) => erasePersonalData(tx, kari.personId));
  const left = [{ by: anne.personId, reaction: 'glad' }];
  const fresh = await read(line, sessionId);
  expect(fresh.state.chat.messages).toMatchObject([{ reactions: left }]);
  const { rows } = await world.test.database.execute<{ facts: unknown[] }>(sql`
    select facts from fact where channel = 'session' and id = ${sessionId}
      and revision > ${start.revision} order by revision`);
  const carried = rows
    .flatMap(({ facts }) => facts)
    .map((fact) => sessionChannel.fact.parse(fact))
    .reduce<SessionState>((state, fact: SessionFact) => evolveSession(state, fact), start.state);
  expect(carried.chat.messages).toMatchObject([{ reactions: left }]);
});

test('every table of ours that names a person is known', async () => {
  const { rows } = await world.test.database.execute<{ name: string }>(sql`
    select distinct r.conrelid::regclass::text as name
    from pg_constraint r
    where r.confrelid = 'person'::regclass and r.conrelid::regclass::text = any(array[
      'agenda_item', 'session_live', 'seat', 'chat_message', 'chat_reaction', 'session_log',
      'agenda_template', 'team_message', 'team_line_read', 'quiet_pause',
      'pause_for_all', 'pause_ready', 'round', 'voice_note', 'round_template', 'poll', 'quiz', 'poll_ballot', 'prepared_poll', 'session_visit', 'guest_link', 'lobby_place',
      'breakout', 'breakout_member', 'breakout_split', 'breakout_plan'])`);
  expect(rows.map((row) => row.name).sort()).toEqual([...PERSONAL_TABLES].sort());
});
