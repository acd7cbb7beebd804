import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SessionFact, sessionChannel } from '#shared/features/session/channel.ts';
import * as chat from '#shared/features/session/chat/commands.ts';
import { endSession } from '#shared/features/session/ending/commands.ts';
import { lobbyChannel, lobbyPlaceChannel } from '#shared/features/session/lobby/channels.ts';
import { admitFromLobby, waitInLobby } from '#shared/features/session/lobby/commands.ts';
import {
  readmitParticipant,
  removeParticipant,
} from '#shared/features/session/moderation/commands.ts';
import { sessionLog } from '#shared/features/session/moderation/queries.ts';
import { sessionDoorChannel } from '#shared/features/session/order/channel.ts';
import { closeChat, lockSession } from '#shared/features/session/order/commands.ts';
import { joinSession } from '#shared/features/session/roster/commands.ts';
import { ownInvitations, sessionDoor } from '#shared/features/session/roster/queries.ts';
import { writeToTeam } from '#shared/features/session/team-line/commands.ts';
import { MINUTE_MS, SECOND_MS } from '#shared/kernel/duration.ts';
import type { MessageId, SessionId } from '#shared/kernel/ids.ts';
import { makeLog } from '../../../platform/log.ts';
import { newId } from '../../../platform/new-id.ts';
import { enter, planSession, read } from '../../../testing/planned-session.ts';
import { createSchool } from '../../../testing/school.ts';
import { until } from '../../../testing/until.ts';
import { createWorld, type Somebody, type TestLine, type World } from '../../../testing/world.ts';
import { makeSeatKeeper } from '../roster/seat-keeper.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const OK = { ok: true };
const LOCKED_OUT = { ok: false, refusal: 'session-locked' };
const CLOSED = { ok: false, refusal: 'chat-closed' };
const NOT_FOUND = { ok: false, refusal: 'not-found' };

/** Anne and Bjørn teach and are here, Kari and Ola too; Siri has not come. */
async function inSession() {
  const session = await planSession(world);
  const { sessionId, anne, bjorn, kari, ola } = session;
  const lines = {
    anne: await enter(world, sessionId, anne),
    bjorn: await enter(world, sessionId, bjorn),
    kari: await enter(world, sessionId, kari),
    ola: await enter(world, sessionId, ola),
  };
  return {
    ...session,
    lines,
    join: (who: Somebody) => world.call(who, joinSession, { sessionId }),
    lock: (who: Somebody, locked: boolean) => world.call(who, lockSession, { sessionId, locked }),
    close: (who: Somebody, closed: boolean) => world.call(who, closeChat, { sessionId, closed }),
    say: (who: Somebody, text = 'ord') => world.call(who, chat.postMessage, { sessionId, text }),
    order: async () => (await read(lines.anne, sessionId)).state.order,
  };
}

async function pass(ms: number): Promise<void> {
  world.clock.advance(ms);
  await world.slices.session.tick();
}

const factsOn = (line: TestLine) =>
  line.heard.flatMap(({ revisions }) => revisions.flatMap(({ facts }) => facts as SessionFact[]));

async function acts(anne: Somebody, sessionId: SessionId) {
  const asked = await world.ask(anne, sessionLog, { sessionId });
  if (!asked.ok) throw new Error(asked.refusal);
  return asked.value.entries.map(({ act, by }) => `${by.displayName} ${act}`);
}

test('F30 ORDER-1 a locked session is known to everybody in it, with who did it, and stands in the log once', async () => {
  const { sessionId, anne, bjorn, kari, lines, lock, order } = await inSession();
  const at = world.clock.now();
  // Two at once, and again.
  for (const done of await Promise.all([lock(anne, true), lock(bjorn, true), lock(anne, true)]))
    expect(done).toMatchObject(OK);
  expect(await order()).toEqual({ locked: true, chatClosed: false });
  await until(() => {
    const [locked] = factsOn(lines.kari).filter(({ type }) => type === 'session-locked');
    expect(locked).toMatchObject({ at });
  });
  await lock(anne, false);
  expect(await order()).toEqual({ locked: false, chatClosed: false });
  const noted = await acts(anne, sessionId);
  expect(noted).toHaveLength(2);
  expect(noted[0]).toBe('Anne Moen session-unlocked');
  expect(noted[1]).toMatch(/^(Anne Moen|Bjørn Dahl) session-locked$/);
  expect(await world.ask(kari, sessionLog, { sessionId })).toMatchObject(NOT_FOUND);
});

test('F30 ORDER-2 nobody new comes into a locked session but a teacher, and who was in it comes back', async () => {
  const { sessionId, anne, bjorn, kari, ola, siri, lines, join, lock } = await inSession();
  await lock(anne, true);
  expect(await join(siri)).toMatchObject(LOCKED_OUT);
  // A second device of one who sits there.
  expect(await join(kari)).toMatchObject(OK);
  // Whose line drops comes back in the seat's time, and long after it.
  lines.kari.drop();
  await pass(20 * SECOND_MS);
  expect(await join(kari)).toMatchObject(OK);
  lines.ola.drop();
  await pass(5 * MINUTE_MS);
  expect(await join(ola)).toMatchObject(OK);
  // A teacher who went long ago.
  lines.bjorn.drop();
  await pass(5 * MINUTE_MS);
  expect(await join(bjorn)).toMatchObject(OK);
  await lock(anne, false);
  expect(await join(siri)).toMatchObject(OK);
  expect((await read(lines.anne, sessionId)).state.order.locked).toBe(false);
});

test('F30 ORDER-2 whoever goes of their own is new a minute later, until a teacher unlocks', async () => {
  const { sessionId, anne, kari, lines, join, lock } = await inSession();
  await lock(anne, true);
  lines.kari.letGo(sessionChannel, sessionId);
  await pass(30 * SECOND_MS);
  const again = await enter(world, sessionId, kari);
  again.letGo(sessionChannel, sessionId);
  await pass(2 * SECOND_MS);
  await pass(60 * SECOND_MS);
  expect(await join(kari)).toMatchObject(LOCKED_OUT);
  await lock(anne, false);
  expect(await join(kari)).toMatchObject(OK);
});

test('F30 ORDER-2 ORDER-3 whoever looks at the session is told what its locked door means for them, as joining has it, and nobody else of a lock', async () => {
  const { sessionId, anne, kari, siri, lock, join } = await inSession();
  const lockFor = async (who: Somebody) => {
    const asked = await world.ask(who, sessionDoor, { sessionId });
    if (asked.ok) return asked.value.lock;
    const invited = await world.ask(who, ownInvitations, {});
    return invited.ok ? invited.value.sessions.map((one) => one.lock) : invited.refusal;
  };
  const adviser = await world.person({ role: 'studyAdviser', name: 'Tone Lie' });
  const guest = await world.person({ role: 'guest', name: 'Gro Gjest' });
  const school = await createSchool(world.test.database, world.clock.now());
  await school.invite(guest, sessionId);
  for (const who of [anne, kari, siri, adviser]) expect(await lockFor(who)).toBe('none');
  await lock(anne, true);
  expect(await lockFor(anne)).toBe('lets-you-in');
  expect(await lockFor(kari)).toBe('lets-you-in');
  expect(await lockFor(siri)).toBe('keeps-you-out');
  expect(await join(siri)).toMatchObject(LOCKED_OUT);
  // Who may look and not join, and who waits for a host's word.
  expect(await lockFor(adviser)).toBe('none');
  expect(await lockFor(guest)).toEqual(['none']);
  // Whom a host has let in, and not since it was locked.
  await school.letIn(guest, sessionId);
  expect(await lockFor(guest)).toEqual(['keeps-you-out']);
  expect(await join(guest)).toMatchObject(LOCKED_OUT);
  await lock(anne, false);
  for (const who of [anne, kari, siri]) expect(await lockFor(who)).toBe('none');
});

test('F30 ORDER-3 whoever stands outside hears at once that the door is turned, and nothing else', async () => {
  const { sessionId, anne, siri, say, lock, close } = await inSession();
  await lock(anne, true);
  const outside = world.line(siri);
  const subscribed = await outside.subscribe(sessionDoorChannel, sessionId);
  expect(subscribed).toMatchObject({ ok: true, snapshot: { locked: true } });
  await say(anne);
  await close(anne, true);
  await lock(anne, false);
  await expect.poll(() => factsOn(outside)).toEqual([{ type: 'door-turned', locked: false }]);
  const stranger = await world.person();
  expect(await world.line(stranger).subscribe(sessionDoorChannel, sessionId)).toMatchObject({
    ok: false,
  });
});

test('F30 ORDER-3 whoever waits outside when the session ends hears the door, and is told at it that it has ended', async () => {
  const { sessionId, anne, siri, join, lock } = await inSession();
  await lock(anne, true);
  const outside = world.line(siri);
  await outside.subscribe(sessionDoorChannel, sessionId);
  await world.call(anne, endSession, { sessionId });
  await pass(11 * SECOND_MS);
  await expect.poll(() => factsOn(outside)).toEqual([{ type: 'door-turned', locked: false }]);
  expect(await join(siri)).toMatchObject({ refusal: 'session-ended' });
});

test('F30 ORDER-4 in a closed chat students read and delete their own, and only teachers write', async () => {
  const { sessionId, anne, bjorn, kari, ola, lines, say, close, order } = await inSession();
  const own = await posted(say(kari));
  const slip = await posted(say(kari, 'en glipp'));
  const others = await posted(say(anne));
  const react = (messageId: MessageId, reaction: 'thanks' | null) =>
    world.call(kari, chat.reactToMessage, { sessionId, messageId, reaction });
  expect(await react(others, 'thanks')).toMatchObject(OK);

  expect(await close(bjorn, true)).toMatchObject(OK);
  expect(await order()).toEqual({ locked: false, chatClosed: true });
  for (const student of [kari, ola]) expect(await say(student)).toMatchObject(CLOSED);
  const edit = { sessionId, messageId: own, text: 'andre ord' };
  expect(await world.call(kari, chat.editMessage, edit)).toMatchObject(CLOSED);
  expect(await react(own, 'thanks')).toMatchObject(CLOSED);
  expect(await react(others, null)).toMatchObject(OK);

  // Deleting is undone as it was, and to no other words.
  const undo = { sessionId, messageId: slip, undoKey: 'a'.repeat(32) };
  expect(await world.call(kari, chat.deleteMessage, undo)).toMatchObject(OK);
  const restore = (text: string) => world.call(kari, chat.restoreMessage, { ...undo, text });
  expect(await restore('noe annet')).toMatchObject(CLOSED);
  expect(await restore('en glipp')).toMatchObject(OK);

  for (const teacher of [anne, bjorn]) expect(await say(teacher)).toMatchObject(OK);
  const { state } = await read(lines.kari, sessionId);
  expect(state.chat.messages).toHaveLength(5);
  // The way to the teachers stays.
  expect(await world.call(kari, writeToTeam, { sessionId, text: 'hjelp' })).toMatchObject(OK);

  await close(anne, false);
  expect(await say(kari)).toMatchObject(OK);
  expect(await acts(anne, sessionId)).toEqual(['Anne Moen chat-opened', 'Bjørn Dahl chat-closed']);
});

test('F30 ORDER-4 a call that was accepted before the chat was closed stays accepted', async () => {
  const { sessionId, anne, kari, close } = await inSession();
  const call = {
    callId: newId<'call'>(),
    name: chat.postMessage.name,
    input: { sessionId, text: 'rett før' },
  };
  const before = await world.dispatch.command(kari, call);
  expect(before).toMatchObject(OK);
  await close(anne, true);
  expect(await world.dispatch.command(kari, call)).toMatchObject({
    ok: true,
    value: before.ok && before.value,
  });
});

test('F30 ORDER-5 whoever was a teacher here a second ago, is none yet, or is not in it, closes nothing', async () => {
  const { sessionId, anne, bjorn, kari, siri, lines, lock, close, say } = await inSession();
  await world.test.database.execute(sql`
    delete from session_teacher where session_id = ${sessionId} and person_id = ${bjorn.personId}`);
  for (const somebody of [bjorn, kari, siri]) {
    expect(await lock(somebody, true)).toMatchObject(NOT_FOUND);
    expect(await close(somebody, true)).toMatchObject(NOT_FOUND);
  }
  await close(anne, true);
  expect(await say(bjorn)).toMatchObject(NOT_FOUND);
  await close(anne, false);
  lines.anne.drop();
  await pass(2 * MINUTE_MS);
  expect(await lock(anne, true)).toMatchObject({ refusal: 'not-joined' });
  const back = await enter(world, sessionId, anne);
  const { state } = await read(back, sessionId);
  expect(state.order).toEqual({ locked: false, chatClosed: false });
});

test('F30 ORDER-5 a teacher who loses the session while the press waits for its turn, closes nothing', async () => {
  const { sessionId, bjorn, lock, order } = await inSession();
  let pressed: ReturnType<typeof lock> | undefined;
  await world.test.database.transaction(async (tx) => {
    await tx.execute(sql`select from session_live where session_id = ${sessionId} for update`);
    pressed = lock(bjorn, true);
    await new Promise((done) => setTimeout(done, 150));
    await tx.execute(sql`
      delete from session_teacher
      where session_id = ${sessionId} and person_id = ${bjorn.personId}`);
  });
  expect(await pressed).toMatchObject(NOT_FOUND);
  expect(await order()).toEqual({ locked: false, chatClosed: false });
});

test('F30 ORDER-6 what is closed is closed still when the server is back', async () => {
  const { sessionId, anne, kari, siri, join, say, lock, close, order } = await inSession();
  await lock(anne, true);
  await close(anne, true);
  const { unitOfWork, clock } = world;
  const next = makeSeatKeeper({ unitOfWork, clock, log: makeLog('error') });
  await next.recover();
  expect(await order()).toEqual({ locked: true, chatClosed: true });
  expect(await say(kari)).toMatchObject(CLOSED);
  expect(await join(siri)).toMatchObject(LOCKED_OUT);
  // Whoever the restart threw out comes back, however late.
  world.clock.advance(10 * MINUTE_MS);
  await next.tick();
  expect(await join(kari)).toMatchObject(OK);
  expect(await acts(anne, sessionId)).toHaveLength(2);
});

test('F30 ORDER-7 a removed person stays out with a second device, and a teacher lets them in by a locked door', async () => {
  const { sessionId, anne, kari, join, lock } = await inSession();
  const phone = await enter(world, sessionId, kari);
  await lock(anne, true);
  const whom = { sessionId, personId: kari.personId };
  await world.call(anne, removeParticipant, whom);
  await world.channels.recheck(phone.connection);
  expect(phone.closed).toEqual([{ channel: 'session', id: sessionId }]);
  expect(await join(kari)).toMatchObject(NOT_FOUND);
  expect(await world.line(kari).subscribe(sessionDoorChannel, sessionId)).toMatchObject({
    ok: false,
  });
  await pass(10 * MINUTE_MS);
  await world.call(anne, readmitParticipant, whom);
  expect(await join(kari)).toMatchObject(OK);
});

test('F30 ORDER-1 bad input closes nothing', async () => {
  const { sessionId, anne, order } = await inSession();
  for (const input of [
    { sessionId, locked: 'ja' },
    { sessionId },
    { sessionId: 'x', locked: true },
    { locked: true },
    null,
  ]) {
    const call = { callId: newId<'call'>(), name: lockSession.name, input };
    expect(await world.dispatch.command(anne, call)).toMatchObject({ refusal: 'bad-input' });
  }
  expect(await order()).toEqual({ locked: false, chatClosed: false });
});

async function posted(
  reply: Promise<{ ok: boolean; value?: { readonly messageId: MessageId } }>,
): Promise<MessageId> {
  const said = await reply;
  if (!said.value) throw new Error('not said');
  return said.value.messageId;
}

test('F30 F3 ORDER-3 whoever meets the locked door waits in the lobby: the hosts see them, and let them in by one press', async () => {
  const { sessionId, anne, kari, siri, join, lock } = await inSession();
  const wait = async (who: Somebody) => {
    const asked = await world.call(who, waitInLobby, { sessionId });
    if (!asked.ok) throw new Error(asked.refusal);
    return asked.value.lineId;
  };
  const waiting = async () => {
    const seen = await world.line(anne).subscribe(lobbyChannel, sessionId);
    if (!seen.ok || !('snapshot' in seen)) throw new Error('the hosts saw nothing');
    return lobbyChannel.state.parse(seen.snapshot).waiting.map((one) => one.displayName);
  };
  expect(await wait(siri), 'an open door').toBeNull();
  await lock(anne, true);
  expect(await wait(kari), 'whoever is in it').toBeNull();
  expect(await join(siri)).toMatchObject(LOCKED_OUT);
  const place = await wait(siri);
  const outside = await world.line(siri).subscribe(lobbyPlaceChannel, place ?? '');
  if (!outside.ok || !('snapshot' in outside)) throw new Error('nothing was told outside');
  expect(lobbyPlaceChannel.state.parse(outside.snapshot)).toMatchObject({
    startsAt: expect.any(Number),
    hostIsIn: true,
    standing: { status: 'waiting' },
  });
  expect(await waiting()).toEqual([siri.displayName]);
  expect(await world.call(siri, writeToTeam, { sessionId, text: 'Bussen gikk' })).toMatchObject(OK);

  const people = [siri.personId];
  expect(await world.call(anne, admitFromLobby, { sessionId, people })).toMatchObject({
    value: { admitted: 1 },
  });
  expect(await waiting()).toEqual([]);
  expect(await join(siri), 'through the door that is still locked').toMatchObject(OK);
  expect((await acts(anne, sessionId))[0]).toBe('Anne Moen lobby-admitted');
});
