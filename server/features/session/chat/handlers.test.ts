import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  evolveSession,
  type SessionFact,
  type SessionState,
  sessionChannel,
} from '#shared/features/session/channel.ts';
import * as commands from '#shared/features/session/chat/commands.ts';
import {
  MESSAGE_REACTIONS,
  type MessageReaction,
  RECENT_MESSAGES,
} from '#shared/features/session/chat/model.ts';
import {
  earlierMessages,
  exportChat,
  searchMessages,
} from '#shared/features/session/chat/queries.ts';
import { removeParticipant } from '#shared/features/session/moderation/commands.ts';
import { sessionLog } from '#shared/features/session/moderation/queries.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { MessageId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import { enter, type PlannedSession, planSession, read } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type TestLine, type World } from '../../../testing/world.ts';
import { prepareSession } from '../public.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function live(): Promise<PlannedSession & { readonly line: TestLine }> {
  const planned = await planSession(world);
  const line = await enter(world, planned.sessionId, planned.anne);
  await enter(world, planned.sessionId, planned.kari);
  return { ...planned, line };
}

async function post(by: Somebody, { sessionId }: PlannedSession, text: string): Promise<MessageId> {
  const reply = await world.call(by, commands.postMessage, { sessionId, text });
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value.messageId;
}

async function messagesIn(at: PlannedSession & { readonly line: TestLine }) {
  return (await read(at.line, at.sessionId)).state.chat.messages;
}

describe('posting', () => {
  test('CHAT-1 a message carries who wrote it, by the name of then, and is there for late joiners', async () => {
    const at = await live();
    await post(at.kari, at, '  Hei!\nHvordan går det?  ');
    await world.test.database.execute(
      sql`update person set display_name = 'Nytt Navn' where id = ${at.kari.personId}`,
    );
    const late = await enter(world, at.sessionId, at.ola);
    const { state } = await read(late, at.sessionId);
    expect(state.chat.messages).toMatchObject([
      { by: at.kari.personId, byName: 'Kari Nordmann', text: 'Hei!\nHvordan går det?' },
    ]);
  });

  test('CHAT-12 a message says in what language its writer has Mellom, as far as that was said', async () => {
    const at = await live();
    const ask = { sessionId: at.sessionId, text: 'Eg er her' };
    await world.call(at.kari, commands.postMessage, { ...ask, lang: 'nn' });
    await post(at.kari, at, 'Uten');
    const unknown = { ...ask, lang: 'de' as 'nn' };
    expect(await world.call(at.kari, commands.postMessage, unknown)).toMatchObject({
      refusal: 'bad-input',
    });
    const told = (await messagesIn(at)).map(({ lang }) => lang);
    expect(told).toEqual(['nn', null]);
    const late = await enter(world, at.sessionId, at.ola);
    const { state } = await read(late, at.sessionId);
    expect(state.chat.messages.map(({ lang }) => lang)).toEqual(told);
  });

  test('CHAT-2 REMOVE-1 whoever is removed in the same commit says nothing after it', async () => {
    const at = await live();
    const { sessionId, anne, kari } = at;
    const say = (text: string) => world.call(kari, commands.postMessage, { sessionId, text });
    const answers = await Promise.all([
      world.call(anne, commands.postMessage, { sessionId, text: 'først' }),
      say('ennå her'),
      world.call(anne, removeParticipant, { sessionId, personId: kari.personId }),
      say('ikke her'),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, false]);
    const [, before, removed] = answers.map((each) => (each.ok ? each.revisions : null));
    expect(before, 'they shared it').toEqual(removed);
    expect((await messagesIn(at)).map(({ text }) => text)).toEqual(['først', 'ennå her']);
  });

  test('CHAT-2 a call that is sent again says it once', async () => {
    const at = await live();
    const callId = newId<'call'>();
    const ask = { sessionId: at.sessionId, text: 'en gang' };
    const first = await world.call(at.kari, commands.postMessage, ask, callId);
    const both = await Promise.all([
      world.call(at.kari, commands.postMessage, ask, callId),
      world.call(at.kari, commands.postMessage, ask, callId),
    ]);
    expect(both).toEqual([first, first]);
    expect(await messagesIn(at)).toHaveLength(1);
  });

  test.each([
    ['empty', ''],
    ['blank', ' \n\t '],
    ['4001 characters', 'a'.repeat(4001)],
    ['NUL', 'a\u0000b'],
    ['escape', 'a\u001bb'],
    ['C1 control', 'a\u0085b'],
    ['lone surrogate', 'a\ud800b'],
    ['number', 7],
    ['object', { $ne: null }],
  ])('CHAT-3 refused: %s', async (_what, text) => {
    const at = await live();
    const ask = { sessionId: at.sessionId, text: text as string };
    expect(await world.call(at.kari, commands.postMessage, ask)).toEqual({
      ok: false,
      refusal: 'bad-input',
    });
    expect(await messagesIn(at)).toEqual([]);
  });

  test.each([
    ['4000 characters', 'å'.repeat(4000)],
    ['emoji', '👩‍🎓🇳🇴'],
    ['right to left', 'שלום \u202eabc'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['quotes', `'; drop table seat; -- "$1"`],
  ])('CHAT-3 kept as it is: %s', async (_what, text) => {
    const at = await live();
    await post(at.kari, at, text);
    expect((await messagesIn(at)).map((message) => message.text)).toEqual([text]);
  });

  test('CHAT-4 a reply names a message of the same session', async () => {
    const at = await live();
    const other = await live();
    const asked = await post(at.kari, at, 'Når er pausen?');
    const elsewhere = await post(other.kari, other, 'et annet sted');
    const reply = (replyTo: MessageId) =>
      world.call(at.anne, commands.postMessage, { sessionId: at.sessionId, text: 'Nå', replyTo });
    expect(await reply(elsewhere)).toMatchObject({ refusal: 'unknown-message' });
    expect(await reply(newId<'message'>())).toMatchObject({ refusal: 'unknown-message' });
    expect(await reply(asked)).toMatchObject({ ok: true });
    expect((await messagesIn(at)).at(-1)).toMatchObject({ replyTo: asked });
  });

  test('CHAT-5 only whoever sits in it says something, and not after the end', async () => {
    const at = await live();
    const ask = { sessionId: at.sessionId, text: 'hei' };
    expect(await world.call(at.ola, commands.postMessage, ask)).toMatchObject({
      refusal: 'not-joined',
    });
    world.clock.advance(3 * HOUR_MS);
    expect(await world.call(at.kari, commands.postMessage, ask)).toMatchObject({
      refusal: 'session-over',
    });
    world.clock.advance(-3 * HOUR_MS);
  });
});

describe('changing', () => {
  test('CHAT-6 own words can be edited for ten minutes', async () => {
    const at = await live();
    const messageId = await post(at.kari, at, 'Hie');
    const edit = (text: string) =>
      world.call(at.kari, commands.editMessage, { sessionId: at.sessionId, messageId, text });
    world.clock.advance(10 * MINUTE_MS);
    expect(await edit('Hei')).toMatchObject({ ok: true });
    expect(await messagesIn(at)).toMatchObject([{ text: 'Hei', editedAt: world.clock.now() }]);
    world.clock.advance(1);
    expect(await edit('Hallo')).toMatchObject({ refusal: 'too-late' });
    world.clock.advance(-10 * MINUTE_MS - 1);
  });

  test('CHAT-7 own words can be taken back at any time; an empty place stays', async () => {
    const at = await live();
    const messageId = await post(at.kari, at, 'angrer');
    await post(at.anne, at, 'neste');
    world.clock.advance(HOUR_MS);
    const ask = { sessionId: at.sessionId, messageId };
    expect(await world.call(at.kari, commands.deleteMessage, ask)).toMatchObject({ ok: true });
    expect(await world.call(at.kari, commands.deleteMessage, ask)).toMatchObject({
      ok: true,
      revisions: [],
    });
    expect(await messagesIn(at)).toMatchObject([
      { text: '', deletedAt: world.clock.now() },
      { text: 'neste' },
    ]);
    expect(
      await world.call(at.kari, commands.editMessage, { ...ask, text: 'likevel' }),
    ).toMatchObject({ refusal: 'deleted' });
    world.clock.advance(-HOUR_MS);
  });

  test('CHAT-11 words taken back can be put back within a minute, by their writer alone', async () => {
    const at = await live();
    const messageId = await post(at.kari, at, 'angrer meg');
    const ask = { sessionId: at.sessionId, messageId };
    const putBack = (who: Somebody) =>
      world.call(who, commands.restoreMessage, { ...ask, text: 'angrer meg' });
    await world.call(at.kari, commands.deleteMessage, ask);
    expect(await putBack(at.anne)).toMatchObject({ refusal: 'not-found' });
    world.clock.advance(MINUTE_MS);
    expect(await putBack(at.kari)).toMatchObject({ ok: true });
    const back = { text: 'angrer meg', editedAt: world.clock.now(), deletedAt: null };
    expect(await messagesIn(at)).toMatchObject([back]);

    await world.call(at.kari, commands.deleteMessage, ask);
    world.clock.advance(MINUTE_MS + 1);
    expect(await putBack(at.kari)).toMatchObject({ refusal: 'too-late' });
    const kept = await world.test.database.execute(
      sql`select string_agg(facts::text, '') from fact where id = ${at.sessionId}`,
    );
    expect(JSON.stringify(kept.rows), 'CHAT-8').not.toContain('angrer meg');
    world.clock.advance(-2 * MINUTE_MS - 1);
  });

  test('CHAT-11 the same words put back are not edited; others, or without the key, are', async () => {
    const at = await live();
    const old = await read(at.line, at.sessionId);
    const undoKey = '00112233445566778899aabbccddeeff';
    const takeBackAndSay = async (text: string, key: string | undefined) => {
      const messageId = await post(at.kari, at, 'angrer meg');
      const ask = { sessionId: at.sessionId, messageId };
      await world.call(at.kari, commands.deleteMessage, { ...ask, undoKey });
      const back = { ...ask, text, ...(key && { undoKey: key }) };
      expect(await world.call(at.kari, commands.restoreMessage, back)).toMatchObject({ ok: true });
      const all = await messagesIn(at);
      return all.find((message) => message.id === messageId)?.editedAt;
    };
    expect(await takeBackAndSay('angrer meg', undoKey)).toBeNull();
    expect(await takeBackAndSay('noe annet', undoKey)).toBe(world.clock.now());
    expect(await takeBackAndSay('angrer meg', undefined)).toBe(world.clock.now());
    expect(await takeBackAndSay('angrer meg', undoKey.replace('0', '1'))).toBe(world.clock.now());
    const missed = await at.line.subscribe(sessionChannel, at.sessionId, old.revision);
    if (!missed.ok || !('revisions' in missed)) throw new Error('nothing to catch up with');
    const carried = missed.revisions
      .flatMap(({ facts }) => facts)
      .map((fact) => sessionChannel.fact.parse(fact))
      .reduce<SessionState>((state, fact: SessionFact) => evolveSession(state, fact), old.state);
    expect(carried.chat.messages, 'whoever catches up').toEqual(await messagesIn(at));
  });

  test('CHAT-11 CHAT-8 what knows the words again goes when they are back, and no key is stored', async () => {
    const at = await live();
    const messageId = await post(at.kari, at, 'glemt straks');
    const ask = { sessionId: at.sessionId, messageId, undoKey: 'ab'.repeat(16) };
    const stored = async () => {
      const { rows } = await world.test.database.execute<{ message: string; rest: string }>(sql`
        select (select m::text from chat_message m where id = ${messageId}) as message,
          (select coalesce(string_agg(c::text, ''), '') from call c)
            || (select string_agg(facts::text, '') from fact) as rest`);
      return rows[0];
    };
    await world.call(at.kari, commands.deleteMessage, ask);
    const print = createHmac('sha256', ask.undoKey).update('glemt straks').digest('base64url');
    expect((await stored())?.message).toContain(print);
    expect(JSON.stringify(await stored())).not.toMatch(/glemt straks|abababab/);
    await world.call(at.kari, commands.restoreMessage, { ...ask, text: 'glemt straks' });
    expect(JSON.stringify(await stored())).not.toContain(print);
  });

  test('CHAT-8 words that were taken back or replaced are gone from what is caught up with', async () => {
    const at = await live();
    const start = (await read(at.line, at.sessionId)).revision;
    const taken = await post(at.kari, at, 'hemmelig-en');
    const replaced = await post(at.kari, at, 'hemmelig-to');
    const { sessionId } = at;
    await world.call(at.kari, commands.deleteMessage, { sessionId, messageId: taken });
    const edit = { sessionId, messageId: replaced, text: 'åpent' };
    await world.call(at.kari, commands.editMessage, edit);
    const caughtUp = await at.line.subscribe(sessionChannel, sessionId, start);
    expect(JSON.stringify(caughtUp)).not.toContain('hemmelig');
    expect(JSON.stringify(caughtUp)).toContain('åpent');
    const dump = await world.test.database.execute(sql`
      select (select string_agg(facts::text, '') from fact)
        || (select string_agg(text, '') from chat_message) as everything`);
    expect(JSON.stringify(dump.rows)).not.toContain('hemmelig');
  });

  test('CHAT-9 row 15: another person message, one of another session and an unknown one are one answer', async () => {
    const at = await live();
    const other = await live();
    const theirs = await post(at.anne, at, 'Annes ord');
    const elsewhere = await post(other.kari, other, 'et annet sted');
    for (const messageId of [theirs, elsewhere, newId<'message'>()]) {
      const ask = { sessionId: at.sessionId, messageId };
      for (const who of [at.kari, other.kari]) {
        const notFound = { ok: false, refusal: 'not-found' };
        expect(await world.call(who, commands.deleteMessage, ask)).toEqual(notFound);
        expect(await world.call(who, commands.editMessage, { ...ask, text: 'x' })).toEqual(
          notFound,
        );
      }
    }
    expect((await messagesIn(at)).map((message) => message.text)).toEqual(['Annes ord']);
  });
});

describe('reacting', () => {
  const reactions = async (at: Awaited<ReturnType<typeof live>>) =>
    (await messagesIn(at)).map((message) => message.reactions);

  test('CHAT-14 a person has one reaction to a message; a new one takes its place, none takes it back', async () => {
    const at = await live();
    const messageId = await post(at.anne, at, 'Hva tenker dere?');
    const react = (who: Somebody, reaction: MessageReaction | null) =>
      world.call(who, commands.reactToMessage, { sessionId: at.sessionId, messageId, reaction });
    await react(at.kari, 'recognise');
    await react(at.anne, 'glad');
    expect(await react(at.kari, 'recognise')).toMatchObject({ ok: true, revisions: [] });
    expect(await reactions(at)).toEqual([
      [
        { by: at.kari.personId, reaction: 'recognise' },
        { by: at.anne.personId, reaction: 'glad' },
      ],
    ]);
    await react(at.kari, 'thanks');
    expect(await reactions(at)).toEqual([
      [
        { by: at.anne.personId, reaction: 'glad' },
        { by: at.kari.personId, reaction: 'thanks' },
      ],
    ]);
    await react(at.anne, null);
    expect(await react(at.anne, null)).toMatchObject({ ok: true, revisions: [] });
    const late = await enter(world, at.sessionId, at.ola);
    const { state } = await read(late, at.sessionId);
    expect(state.chat.messages.map((message) => message.reactions)).toEqual([
      [{ by: at.kari.personId, reaction: 'thanks' }],
    ]);
  });

  test('CHAT-15 a call that is sent again reacts once, and is not made anew after another', async () => {
    const at = await live();
    const messageId = await post(at.anne, at, 'En gang');
    const callId = newId<'call'>();
    const ask = { sessionId: at.sessionId, messageId, reaction: 'agree' as const };
    const first = await world.call(at.kari, commands.reactToMessage, ask, callId);
    await world.call(at.kari, commands.reactToMessage, { ...ask, reaction: null });
    expect(await world.call(at.kari, commands.reactToMessage, ask, callId)).toEqual(first);
    expect(await reactions(at), 'the old call is not made anew').toEqual([[]]);
  });

  test('CHAT-14 two presses at once leave one', async () => {
    const at = await live();
    const messageId = await post(at.anne, at, 'Samtidig');
    const ask = { sessionId: at.sessionId, messageId };
    await Promise.all(
      MESSAGE_REACTIONS.map((reaction) =>
        world.call(at.kari, commands.reactToMessage, { ...ask, reaction }),
      ),
    );
    expect((await reactions(at))[0]).toHaveLength(1);
  });

  test('CHAT-16 only whoever sits in it reacts, before its door has closed, to what is there', async () => {
    const at = await live();
    const other = await live();
    const messageId = await post(at.anne, at, 'Her');
    const react = (who: Somebody, id: MessageId, reaction: string | null = 'agree') => {
      const ask = { sessionId: at.sessionId, messageId: id, reaction: reaction as MessageReaction };
      return world.call(who, commands.reactToMessage, ask);
    };
    expect(await react(at.ola, messageId)).toMatchObject({ refusal: 'not-joined' });
    for (const unknown of [newId<'message'>(), await post(other.anne, other, 'Et annet sted')])
      expect(await react(at.kari, unknown)).toEqual({ ok: false, refusal: 'not-found' });
    expect(await react(other.kari, messageId)).toEqual({ ok: false, refusal: 'not-found' });
    for (const bad of ['like', '👍', '', 'AGREE'])
      expect(await react(at.kari, messageId, bad)).toMatchObject({ refusal: 'bad-input' });

    await react(at.kari, messageId, 'warmth');
    const { sessionId } = at;
    const undoKey = 'ab'.repeat(16);
    await world.call(at.anne, commands.deleteMessage, { sessionId, messageId, undoKey });
    expect(await react(at.kari, messageId)).toMatchObject({ refusal: 'deleted' });
    const back = { sessionId, messageId, text: 'Her', undoKey };
    await world.call(at.anne, commands.restoreMessage, back);
    expect(await reactions(at), 'it stands as it stood').toEqual([
      [{ by: at.kari.personId, reaction: 'warmth' }],
    ]);
    await world.call(at.anne, commands.deleteMessage, { sessionId, messageId });
    expect(await react(at.kari, messageId, null), 'one may always take it back').toMatchObject({
      ok: true,
    });
    world.clock.advance(3 * HOUR_MS);
    expect(await react(at.kari, messageId)).toMatchObject({ refusal: 'session-over' });
    world.clock.advance(-3 * HOUR_MS);
  });
});

describe('hiding', () => {
  const hide = (who: Somebody, { sessionId }: PlannedSession, messageId: MessageId) =>
    world.call(who, commands.hideMessage, { sessionId, messageId });
  const unhide = (who: Somebody, { sessionId }: PlannedSession, messageId: MessageId) =>
    world.call(who, commands.unhideMessage, { sessionId, messageId });
  const logOf = async ({ sessionId, anne }: PlannedSession) => {
    const log = await world.ask(anne, sessionLog, { sessionId });
    if (!log.ok) throw new Error(log.refusal);
    return log.value.entries.map(({ act, by, about }) => [act, by.displayName, about?.displayName]);
  };

  test('CHAT-18 row 15: a teacher hides a student’s words for all, and shows them again; both stand in the log, once', async () => {
    const at = await live();
    const { sessionId } = at;
    const start = (await read(at.line, sessionId)).revision;
    const messageId = await post(at.kari, at, 'skjul-disse ordene');
    await world.call(at.anne, commands.reactToMessage, { sessionId, messageId, reaction: 'glad' });
    expect(await hide(at.bjorn, at, messageId)).toMatchObject({ ok: true });
    expect(await hide(at.anne, at, messageId)).toMatchObject({ ok: true, revisions: [] });
    expect(await messagesIn(at)).toMatchObject([
      { text: '', hiddenAt: world.clock.now(), deletedAt: null },
    ]);

    const late = await enter(world, sessionId, at.ola);
    const heard = [
      await read(late, sessionId),
      await at.line.subscribe(sessionChannel, sessionId, start),
      await world.ask(at.kari, earlierMessages, { sessionId, before: messageId }),
    ];
    expect(JSON.stringify(heard)).not.toContain('skjul-disse');
    const told = await world.test.database.execute(sql`
      select string_agg(facts::text, '') || (select string_agg(c::text, '') from call c) as everything
      from fact`);
    expect(JSON.stringify(told.rows)).not.toContain('skjul-disse');

    expect(await unhide(at.anne, at, messageId)).toMatchObject({ ok: true });
    expect(await unhide(at.anne, at, messageId)).toMatchObject({ ok: true, revisions: [] });
    expect(await messagesIn(at)).toMatchObject([
      {
        ...{ text: 'skjul-disse ordene', hiddenAt: null, editedAt: null },
        reactions: [{ reaction: 'glad' }],
      },
    ]);
    expect(await logOf(at)).toEqual([
      ['message-unhidden', 'Anne Moen', 'Kari Nordmann'],
      ['message-hidden', 'Bjørn Dahl', 'Kari Nordmann'],
    ]);
  });

  test('CHAT-18 row 15: nobody else hides, nobody their own, and an unknown message is the same answer', async () => {
    const at = await live();
    const other = await live();
    const theirs = await post(at.kari, at, 'Karis ord');
    const own = await post(at.anne, at, 'Annes ord');
    const notFound = { ok: false, refusal: 'not-found' };
    const elsewhere = await post(other.kari, other, 'et annet sted');
    const asks: readonly (readonly [Somebody, MessageId])[] = [
      [at.ola, theirs],
      [at.kari, theirs],
      [other.anne, theirs],
      [at.anne, own],
      [at.anne, elsewhere],
      [at.anne, newId<'message'>()],
    ];
    for (const [who, messageId] of asks)
      for (const act of [hide, unhide]) expect(await act(who, at, messageId)).toEqual(notFound);
    expect((await messagesIn(at)).map(({ text }) => text)).toEqual(['Karis ord', 'Annes ord']);
    expect(await logOf(at)).toEqual([]);
  });

  test('CHAT-19 CHAT-8 while hidden its writer can take it back, and then nothing of it is left', async () => {
    const at = await live();
    const { sessionId } = at;
    const messageId = await post(at.kari, at, 'helt borte siden');
    await hide(at.anne, at, messageId);
    const ask = { sessionId, messageId };
    const edit = { ...ask, text: 'nye' };
    expect(await world.call(at.kari, commands.editMessage, edit)).toMatchObject({
      refusal: 'hidden',
    });
    const react = { ...ask, reaction: 'glad' as const };
    expect(await world.call(at.ola, commands.reactToMessage, react)).toMatchObject({
      refusal: 'not-joined',
    });
    await enter(world, sessionId, at.ola);
    expect(await world.call(at.ola, commands.reactToMessage, react)).toMatchObject({
      refusal: 'hidden',
    });
    const undoKey = 'cd'.repeat(16);
    expect(await world.call(at.kari, commands.deleteMessage, { ...ask, undoKey })).toMatchObject({
      ok: true,
    });
    const dump = await world.test.database.execute(sql`
      select m::text as message from chat_message m where id = ${messageId}`);
    expect(JSON.stringify(dump.rows)).not.toContain('helt borte');
    const back = { ...ask, text: 'helt borte siden', undoKey };
    expect(await world.call(at.kari, commands.restoreMessage, back)).toMatchObject({
      refusal: 'hidden',
    });
    expect(await unhide(at.anne, at, messageId)).toMatchObject({ refusal: 'deleted' });
  });
});

test('CHAT-10 the live state holds the latest 200; earlier ones are asked for, by participants alone', async () => {
  const planned = await planSession(world);
  const { sessionId, anne, kari, ola } = planned;
  const said = Array.from({ length: 350 }, (_, nth) => ({
    personId: kari.personId,
    displayName: 'Kari Nordmann',
    at: world.clock.now() + nth,
    text: `melding ${nth}`,
    replyTo: null,
    editedAt: null,
  }));
  await world.test.database.transaction((tx) =>
    prepareSession(tx, sessionId, { agenda: [], current: null, chat: said }),
  );
  const line = await enter(world, sessionId, anne);
  const { chat } = (await read(line, sessionId)).state;
  expect(chat.messages).toHaveLength(RECENT_MESSAGES);
  expect(chat.hasEarlier).toBe(true);
  const before = chat.messages[0]?.id as MessageId;

  const earlier = await world.ask(anne, earlierMessages, { sessionId, before });
  if (!earlier.ok) throw new Error(earlier.refusal);
  expect(earlier.value.messages.map((message) => message.text)).toEqual(
    Array.from({ length: 100 }, (_, nth) => `melding ${50 + nth}`),
  );
  expect(earlier.value.hasEarlier).toBe(true);
  const first = earlier.value.messages[0]?.id as MessageId;
  expect(await world.ask(anne, earlierMessages, { sessionId, before: first })).toMatchObject({
    value: { hasEarlier: false, messages: { length: 50 } },
  });
  expect(await world.ask(ola, earlierMessages, { sessionId, before })).toMatchObject({
    refusal: 'not-found',
  });
  const other = await planSession(world);
  await enter(world, other.sessionId, other.kari);
  expect(
    await world.ask(other.kari, earlierMessages, { sessionId: other.sessionId, before }),
  ).toMatchObject({ value: { messages: [], hasEarlier: false } });
});

describe('searching', () => {
  const search = (who: Somebody, { sessionId }: PlannedSession, text: string) =>
    world.ask(who, searchMessages, { sessionId, text });
  const found = async (who: Somebody, at: PlannedSession, text: string) => {
    const answer = await search(who, at, text);
    if (!answer.ok) throw new Error(answer.refusal);
    return answer.value.hits.map(({ snippet }) => snippet.map((part) => part.text).join(''));
  };

  test('CHAT-20 words are found in all their forms, the latest first, and nothing of another session', async () => {
    const at = await live();
    const other = await live();
    await post(other.kari, other, 'Boka om makt');
    await post(at.kari, at, 'Jeg leste boka om makt');
    await post(at.anne, at, 'Bøkene ligger framme');
    await post(at.kari, at, 'Noe helt annet');
    expect(await found(at.anne, at, 'bok')).toEqual([
      'Bøkene ligger framme',
      'Jeg leste boka om makt',
    ]);
    expect(await found(at.anne, at, 'bok -makt')).toEqual(['Bøkene ligger framme']);
    expect(await search(at.anne, at, 'makt')).toMatchObject({
      value: {
        hits: [
          {
            ...{ by: at.kari.personId, byName: 'Kari Nordmann' },
            snippet: [
              { text: 'Jeg leste boka om ', hit: false },
              { text: 'makt', hit: true },
            ],
          },
        ],
        more: false,
      },
    });
    for (const odd of [`'; drop table seat; --`, '<img src=x>', '((((', 'og', '!! && ||', '%%'])
      expect(await found(at.anne, at, odd), odd).toEqual([]);
  });

  test('CHAT-20 an answer holds fifty, and says when there are more', async () => {
    const at = await live();
    await world.test.database.execute(sql`
      insert into chat_message (id, session_id, person_id, display_name, at, text)
      select gen_random_uuid(), ${at.sessionId}, ${at.kari.personId}, 'Kari', now(), 'ord nummer ' || n
      from generate_series(1, 60) n`);
    const answer = await search(at.anne, at, 'ord');
    if (!answer.ok) throw new Error(answer.refusal);
    expect([answer.value.hits.length, answer.value.more]).toEqual([50, true]);
    expect(answer.value.hits[0]?.snippet.at(-1)?.text).toContain('60');
  });

  test('CHAT-8 CHAT-19 CHAT-20 what is deleted, hidden or replaced is not found', async () => {
    const at = await live();
    const { sessionId } = at;
    const [gone, hidden, edited] = [
      await post(at.kari, at, 'kveite'),
      await post(at.kari, at, 'kveite til middag'),
      await post(at.kari, at, 'kveite igjen'),
    ];
    await world.call(at.kari, commands.deleteMessage, { sessionId, messageId: gone });
    await world.call(at.anne, commands.hideMessage, { sessionId, messageId: hidden });
    const edit = { sessionId, messageId: edited, text: 'torsk' };
    await world.call(at.kari, commands.editMessage, edit);
    for (const who of [at.anne, at.kari]) expect(await found(who, at, 'kveite')).toEqual([]);
    await world.call(at.anne, commands.unhideMessage, { sessionId, messageId: hidden });
    expect(await found(at.kari, at, 'kveite')).toEqual(['kveite til middag']);
  });

  test('CHAT-20 row 14: only participants search, and two letters at least', async () => {
    const at = await live();
    await post(at.kari, at, 'bare for oss');
    expect(await search(at.ola, at, 'oss')).toMatchObject({ refusal: 'not-found' });
    const other = await live();
    expect(await search(other.anne, at, 'oss')).toMatchObject({ refusal: 'not-found' });
    for (const bad of ['', ' o ', 'x'.repeat(201)])
      expect(await search(at.kari, at, bad)).toMatchObject({ refusal: 'bad-input' });
  });
});

describe('exporting', () => {
  test('CHAT-21 whoever has sat in it gets everything, a part at a time, also after it; nobody else does', async () => {
    const at = await live();
    const { sessionId } = at;
    await world.test.database.execute(sql`
      insert into chat_message (id, session_id, person_id, display_name, at, text)
      select gen_random_uuid(), ${sessionId}, ${at.kari.personId}, 'Kari', now(), 'ord ' || n
      from generate_series(1, 450) n order by n`);
    world.clock.advance(5 * HOUR_MS);
    const all: string[] = [];
    let after: MessageId | undefined;
    for (let more = true; more; ) {
      const part = await world.ask(at.kari, exportChat, { sessionId, ...(after && { after }) });
      if (!part.ok) throw new Error(part.refusal);
      expect(part.value).toMatchObject({ title: 'En økt', total: 450 });
      all.push(...part.value.messages.map(({ text }) => text));
      after = part.value.messages.at(-1)?.id;
      more = part.value.more;
    }
    expect(all).toEqual(Array.from({ length: 450 }, (_, nth) => `ord ${nth + 1}`));
    for (const who of [at.ola, (await live()).kari, (await live()).anne])
      expect(await world.ask(who, exportChat, { sessionId })).toEqual({
        ok: false,
        refusal: 'not-found',
      });
    await world.call(at.anne, removeParticipant, { sessionId, personId: at.kari.personId });
    expect(await world.ask(at.kari, exportChat, { sessionId }), 'taken out').toMatchObject({
      refusal: 'not-found',
    });
    world.clock.advance(-5 * HOUR_MS);
  });

  test('CHAT-21 that it is taken out stands in the audit log, and nobody else can say so', async () => {
    const at = await live();
    const { sessionId } = at;
    expect(await world.call(at.ola, commands.noteChatTakenOut, { sessionId })).toMatchObject({
      refusal: 'not-found',
    });
    expect(await world.call(at.kari, commands.noteChatTakenOut, { sessionId })).toMatchObject({
      ok: true,
    });
    const { rows } = await world.test.database.execute(sql`
      select actor_id as by, object, outcome from audit_entry where action = 'chat-taken-out'`);
    expect(rows).toEqual([{ by: at.kari.personId, object: sessionId, outcome: 'done' }]);
  });

  test('CHAT-8 CHAT-19 CHAT-21 it holds no word that is deleted or hidden', async () => {
    const at = await live();
    const { sessionId } = at;
    const [gone, hidden] = [await post(at.kari, at, 'bort-en'), await post(at.kari, at, 'bort-to')];
    await post(at.kari, at, 'står her');
    await world.call(at.kari, commands.deleteMessage, { sessionId, messageId: gone });
    await world.call(at.anne, commands.hideMessage, { sessionId, messageId: hidden });
    for (const who of [at.kari, at.anne]) {
      const said = JSON.stringify(await world.ask(who, exportChat, { sessionId }));
      expect(said).toContain('står her');
      expect(said).not.toContain('bort-');
    }
  });
});
