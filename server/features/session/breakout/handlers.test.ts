import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aboutDocument,
  documentList,
  sessionDocuments,
} from '#shared/features/document/catalogue/queries.ts';
import { documentReaders } from '#shared/features/document/sharing/queries.ts';
import { breakoutChannel } from '#shared/features/session/breakout/channel.ts';
import * as commands from '#shared/features/session/breakout/commands.ts';
import { type BreakoutPlan, breakoutRoom } from '#shared/features/session/breakout/model.ts';
import { breakoutActivity, breakoutPlans } from '#shared/features/session/breakout/queries.ts';
import {
  deleteMessage,
  editMessage,
  postMessage,
  reactToMessage,
} from '#shared/features/session/chat/commands.ts';
import {
  earlierMessages,
  exportChat,
  searchMessages,
} from '#shared/features/session/chat/queries.ts';
import { endSession } from '#shared/features/session/ending/commands.ts';
import * as hands from '#shared/features/session/hand-queue/commands.ts';
import { removeParticipant } from '#shared/features/session/moderation/commands.ts';
import { startRound } from '#shared/features/session/round/commands.ts';
import { MINUTE_MS, SECOND_MS } from '#shared/kernel/duration.ts';
import type { BreakoutId, DocumentId, MessageId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import { enter, planSession, read } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type TestLine, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const room = (name: string, ...members: readonly Somebody[]): BreakoutPlan['rooms'][number] => ({
  ...{ name, members: members.map(({ personId }) => personId), after: null },
});
const plan = (given: Partial<BreakoutPlan> & Pick<BreakoutPlan, 'rooms'>): BreakoutPlan => ({
  ...{ task: 'Velg ett ord fra lista.', minutes: 20, choice: false },
  ...given,
});

/** Anne and Bjørn lead, Kari and Ola are here; Siri comes later. Kari is in «Gruppe 1», Ola and Siri in «Gruppe 2». */
async function split(given: Partial<BreakoutPlan> = {}) {
  const session = await planSession(world);
  const { sessionId, anne, bjorn, kari, ola, siri } = session;
  const lines = {
    anne: await enter(world, sessionId, anne),
    bjorn: await enter(world, sessionId, bjorn),
    kari: await enter(world, sessionId, kari),
    ola: await enter(world, sessionId, ola),
  };
  const rooms = [room('Gruppe 1', kari), room('Gruppe 2', ola, siri)];
  const opened = await world.call(anne, commands.openBreakouts, {
    ...{ sessionId, plan: plan({ rooms, ...given }) },
  });
  expect(opened).toMatchObject({ ok: true });
  const seen = async (line: TestLine = lines.anne) => (await read(line, sessionId)).state.breakouts;
  const [one, two] = (await seen())?.rooms ?? [];
  if (!one || !two) throw new Error('the session was not split');
  const whereIs = async ({ personId }: Somebody) =>
    (await seen())?.rooms.find(({ inside }) => inside.includes(personId))?.name ?? null;
  return { ...session, lines, seen, whereIs, one: one.id, two: two.id, rooms: [one, two] };
}

/** A breakout as a screen inside it reads it; the refusal where it is not let in. */
async function within(line: TestLine, breakoutId: BreakoutId) {
  const heard = await line.subscribe(breakoutChannel, breakoutId);
  if (!heard.ok) return heard.refusal;
  if (!('snapshot' in heard)) throw new Error('nothing was read');
  return breakoutRoom.parse(heard.snapshot);
}

async function pass(ms: number): Promise<void> {
  world.clock.advance(ms);
  await world.slices.session.tick();
}

test('F18 BREAKOUT-1 whoever is here goes where they belong at once, and everybody sees who is where', async () => {
  const { lines, anne, kari, ola, siri, seen } = await split();
  const shown = await seen(lines.kari);
  expect(shown).toMatchObject({ by: anne.personId, task: 'Velg ett ord fra lista.' });
  expect(shown?.rooms).toMatchObject([
    { name: 'Gruppe 1', members: [kari.personId], inside: [kari.personId] },
    { name: 'Gruppe 2', inside: [ola.personId] },
  ]);
  expect(shown?.rooms[1]?.members).toEqual([ola.personId, siri.personId].sort());
});

test('F18 BREAKOUT-1 only its teachers split it, once, by a plan that holds', async () => {
  const { sessionId, anne, bjorn, kari, ola } = await planSession(world);
  for (const one of [anne, kari]) await enter(world, sessionId, one);
  const open = (by: Somebody, rooms: BreakoutPlan['rooms']) =>
    world.call(by, commands.openBreakouts, { sessionId, plan: plan({ rooms }) });
  const refused = async (rooms: BreakoutPlan['rooms'], refusal: string, by = anne) =>
    expect(await open(by, rooms)).toMatchObject({ ok: false, refusal });
  const good = [room('Gruppe 1', kari), room('Gruppe 2', ola)];
  await refused(good, 'not-found', kari);
  await refused(good, 'not-joined', bjorn);
  await refused([], 'bad-input');
  await refused(
    Array.from({ length: 31 }, (_, n) => room(`Gruppe ${n}`)),
    'bad-input',
  );
  await refused([room('Gruppe 1', kari), room('gruppe 1', ola)], 'same-name');
  await refused([room('Gruppe 1', kari), room('Gruppe 2', kari)], 'placed-twice');
  await refused([room('Gruppe 1', kari, bjorn)], 'unknown-person');
  await refused([{ ...room('Gruppe 1'), after: newId<'breakout'>() }], 'unknown-breakout');
  const ring = { prompt: 'Ett ord', about: '', minutes: null, ring: [] };
  await world.call(anne, startRound, { sessionId, ...ring });
  await refused(good, 'round-on');
  await world.test.database.execute(sql`delete from round`);
  expect(await open(anne, good)).toMatchObject({ ok: true });
  await refused(good, 'already-split');
});

test('F19 BREAKOUT-2 one is in one room, on all devices, and goes where one belongs or may choose', async () => {
  const { sessionId, kari, lines, one, two, whereIs } = await split();
  const second = world.line(kari);
  await second.subscribe(breakoutChannel, one);
  const go = (breakoutId: BreakoutId | null) =>
    world.call(kari, commands.goTo, { sessionId, breakoutId });
  expect(await go(two)).toMatchObject({ refusal: 'not-your-breakout' });
  expect(await go(newId<'breakout'>())).toMatchObject({ refusal: 'unknown-breakout' });
  expect(await go(null)).toMatchObject({ ok: true });
  expect(await whereIs(kari)).toBeNull();
  expect(await within(lines.kari, one), 'who has gone hears it no more').toBe('not-joined');
  expect(await go(one)).toMatchObject({ ok: true });
  expect(await whereIs(kari)).toBe('Gruppe 1');
});

test('F18 BREAKOUT-2 where all choose, and whom a teacher lets choose, one goes to any room', async () => {
  const free = await split({ choice: true });
  const go = { sessionId: free.sessionId, breakoutId: free.two };
  expect(await world.call(free.kari, commands.goTo, go)).toMatchObject({ ok: true });
  expect(await free.whereIs(free.kari)).toBe('Gruppe 2');

  const { sessionId, anne, kari, two, whereIs } = await split();
  const let_ = { sessionId, personId: kari.personId };
  expect(await world.call(kari, commands.letChoose, let_)).toMatchObject({ refusal: 'not-found' });
  expect(await world.call(anne, commands.letChoose, let_)).toMatchObject({ ok: true });
  await world.call(kari, commands.goTo, { sessionId, breakoutId: two });
  expect(await whereIs(kari)).toBe('Gruppe 2');
});

test('F19 BREAKOUT-3 whoever comes late goes where they belong; a teacher places who belongs nowhere', async () => {
  const { sessionId, anne, siri, two, one, whereIs } = await split();
  await enter(world, sessionId, siri);
  expect(await whereIs(siri)).toBe('Gruppe 2');
  const move = { sessionId, personId: siri.personId, breakoutId: one };
  expect(await world.call(siri, commands.placePerson, move)).toMatchObject({
    refusal: 'not-found',
  });
  expect(await world.call(anne, commands.placePerson, move)).toMatchObject({ ok: true });
  expect(await whereIs(siri)).toBe('Gruppe 1');
  await world.call(anne, commands.placePerson, { ...move, breakoutId: null });
  expect(await whereIs(siri)).toBeNull();
  const stranger = { ...move, personId: anne.personId, breakoutId: two };
  expect(await world.call(anne, commands.placePerson, stranger)).toMatchObject({
    refusal: 'unknown-person',
  });
});

test('F8 BREAKOUT-4 a dropped line keeps the room for a minute; who is away longer comes back to it', async () => {
  const { sessionId, kari, lines, whereIs } = await split();
  lines.kari.drop();
  await pass(SECOND_MS);
  expect(await whereIs(kari)).toBe('Gruppe 1');
  await pass(61 * SECOND_MS);
  expect(await whereIs(kari)).toBeNull();
  await enter(world, sessionId, kari);
  expect(await whereIs(kari)).toBe('Gruppe 1');
});

test('F21 BREAKOUT-5 when the time is up all are back, with no teacher there either', async () => {
  const { sessionId, anne, bjorn, kari, lines, seen, whereIs } = await split({ minutes: 2 });
  for (const line of [lines.anne, lines.bjorn]) line.drop();
  await pass(MINUTE_MS);
  expect(await whereIs(kari).catch(() => 'Gruppe 1')).toBe('Gruppe 1');
  await pass(MINUTE_MS);
  expect(await seen(lines.kari)).toBeNull();
  const { rows } = await world.test.database.execute(sql`
    select from seat where session_id = ${sessionId} and breakout_id is not null`);
  expect(rows).toEqual([]);
  expect([anne, bjorn]).toHaveLength(2);
});

test('F21 BREAKOUT-5 a minute is asked for and given, and all are called back with a minute’s notice', async () => {
  const { sessionId, anne, kari, ola, one, two, seen } = await split({ minutes: 2 });
  const before = (await seen())?.endsAt ?? 0;
  const asks = (by: Somebody, breakoutId: BreakoutId) =>
    world.call(by, commands.askForMinute, { sessionId, breakoutId });
  expect(await asks(kari, two)).toMatchObject({ refusal: 'not-inside' });
  for (const _ of [1, 2]) expect(await asks(kari, one)).toMatchObject({ ok: true });
  expect((await seen())?.rooms.map(({ minuteAsked }) => minuteAsked)).toEqual([true, false]);
  const more = (minutes: number) =>
    world.call(anne, commands.lengthenBreakouts, { sessionId, minutes });
  expect(await more(1)).toMatchObject({ ok: true });
  expect(await seen()).toMatchObject({ endsAt: before + MINUTE_MS });
  expect((await seen())?.rooms[0]?.minuteAsked).toBe(false);
  for (let nth = 0; nth < 2; nth++) await more(60);
  expect(await more(60)).toMatchObject({ refusal: 'too-long' });

  const back = (atOnce: boolean, by = anne) =>
    world.call(by, commands.bringBack, { sessionId, atOnce });
  expect(await back(false, ola)).toMatchObject({ refusal: 'not-found' });
  expect(await back(false)).toMatchObject({ ok: true });
  const endsAt = (await seen())?.endsAt ?? 0;
  expect(endsAt).toBe(world.clock.now() + MINUTE_MS);
  await pass(30 * SECOND_MS);
  await back(false);
  expect(await seen(), 'a second press makes it no later').toMatchObject({ endsAt });
  for (const _ of [1, 2]) expect(await back(true)).toMatchObject({ ok: true });
  expect(await seen()).toBeNull();
});

test('F21 BREAKOUT-5 a killed server brings everybody back to the room where they were, and all back in time', async () => {
  const at = await split({ minutes: 10 });
  world = await world.crash();
  const kari = await enter(world, at.sessionId, at.kari);
  const { state } = await read(kari, at.sessionId);
  expect(state.breakouts?.rooms[0]?.inside).toEqual([at.kari.personId]);
  expect(await within(kari, at.one)).toMatchObject({ id: at.one });
  world.clock.advance(10 * MINUTE_MS);
  await world.slices.session.tick();
  await enter(world, at.sessionId, at.kari);
  const { rows } = await world.test.database.execute(sql`
    select from breakout_split where session_id = ${at.sessionId}`);
  expect(rows).toEqual([]);
});

test('F20 BREAKOUT-6 a teacher knocks, and comes in when somebody there says so', async () => {
  const { sessionId, anne, kari, ola, lines, one, whereIs, seen } = await split();
  const go = () => world.call(anne, commands.goTo, { sessionId, breakoutId: one });
  const answers = (by: Somebody, letIn: boolean) =>
    world.call(by, commands.answerKnock, {
      ...{ sessionId, breakoutId: one, teacherId: anne.personId, letIn },
    });
  expect(await go()).toMatchObject({ refusal: 'must-knock' });
  expect(await answers(kari, true)).toMatchObject({ refusal: 'nobody-knocks' });
  for (const _ of [1, 2]) await world.call(anne, commands.knockAt, { sessionId, breakoutId: one });
  expect(await within(lines.kari, one)).toMatchObject({ knocks: [{ by: anne.personId }] });
  expect(await within(lines.anne, one)).toBe('not-joined');
  expect(await answers(ola, true)).toMatchObject({ refusal: 'not-inside' });
  expect(await answers(kari, false)).toMatchObject({ ok: true });
  expect(await whereIs(anne)).toBeNull();
  await world.call(anne, commands.knockAt, { sessionId, breakoutId: one });
  expect(await answers(kari, true)).toMatchObject({ ok: true });
  expect(await whereIs(anne)).toBe('Gruppe 1');
  expect((await seen())?.rooms[0]?.knocks).toEqual([]);
  expect(await within(lines.anne, one)).toMatchObject({ id: one });
});

test('F20 BREAKOUT-6 BREAKOUT-7 where a group asks, or nobody is, a teacher goes in by one press', async () => {
  const { sessionId, anne, kari, lines, one, two, seen, whereIs } = await split();
  const call = (by: Somebody, breakoutId: BreakoutId, wanted: boolean) =>
    world.call(by, commands.callTeachers, { sessionId, breakoutId, wanted });
  expect(await call(kari, two, true)).toMatchObject({ refusal: 'not-inside' });
  expect(await call(kari, one, true)).toMatchObject({ ok: true });
  const at = world.clock.now();
  await pass(SECOND_MS);
  await call(kari, one, true);
  expect((await seen())?.rooms[0]?.called).toEqual({ by: kari.personId, at });
  expect((await seen(lines.bjorn))?.rooms[0]?.called).not.toBeNull();
  await world.call(anne, commands.goTo, { sessionId, breakoutId: one });
  expect(await whereIs(anne)).toBe('Gruppe 1');
  expect((await seen(lines.bjorn))?.rooms[0]?.called).toBeNull();
  await call(kari, one, true);
  await call(kari, one, false);
  expect((await seen(lines.bjorn))?.rooms[0]?.called).toBeNull();
  await world.call(kari, commands.goTo, { sessionId, breakoutId: null });
  const again = await world.call(anne, commands.goTo, { sessionId, breakoutId: null });
  expect(again).toMatchObject({ ok: true });
  const empty = await world.call(anne, commands.goTo, { sessionId, breakoutId: one });
  expect(empty, 'nobody is there to ask').toMatchObject({ ok: true });
});

test('F18 BREAKOUT-8 what is said in a group, its reactions and its search are for those inside', async () => {
  const { sessionId, anne, kari, ola, lines, one, two, seen } = await split();
  const ask = { sessionId, breakoutId: one, text: 'Bare oss imellom' };
  await within(lines.kari, one);
  const said = await world.call(kari, postMessage, ask);
  expect(said).toMatchObject({ ok: true });
  const messageId = (said.ok ? said.value.messageId : '') as MessageId;
  expect(await world.call(ola, postMessage, ask)).toMatchObject({ refusal: 'not-inside' });
  expect(await within(lines.kari, one)).toMatchObject({ chat: { messages: [{ id: messageId }] } });
  const heardBy = ({ heard }: TestLine) => JSON.stringify(heard);
  expect(heardBy(lines.kari)).toContain('Bare oss imellom');
  for (const line of [lines.ola, lines.anne]) {
    expect(heardBy(line)).not.toContain('Bare oss imellom');
    expect(JSON.stringify((await read(line, sessionId)).state)).not.toContain('Bare oss');
  }
  const text = 'imellom';
  for (const by of [ola, anne]) {
    const inGroup = { sessionId, breakoutId: one };
    const search = { ...inGroup, text };
    expect(await world.ask(by, searchMessages, search)).toMatchObject({ refusal: 'not-found' });
    const before = { ...inGroup, before: messageId };
    expect(await world.ask(by, earlierMessages, before)).toMatchObject({ refusal: 'not-found' });
    const reaction = { sessionId, messageId, reaction: 'thanks' as const };
    expect(await world.call(by, reactToMessage, reaction)).toMatchObject({
      refusal: 'not-found',
    });
  }
  expect(await world.ask(kari, searchMessages, { sessionId, text })).toMatchObject({
    value: { hits: [] },
  });
  expect(await world.ask(kari, searchMessages, { sessionId, breakoutId: one, text })).toMatchObject(
    { value: { hits: [{ id: messageId }] } },
  );
  expect(await world.ask(anne, exportChat, { sessionId })).toMatchObject({
    value: { messages: [], total: 0 },
  });
  const reply = { ...ask, breakoutId: two, replyTo: messageId };
  expect(await world.call(ola, postMessage, reply)).toMatchObject({ refusal: 'unknown-message' });
  expect(await seen(lines.ola)).not.toBeNull();
});

test('F11 F18 BREAKOUT-8 a hand goes up where one sits, and every teacher sees it', async () => {
  const { sessionId, kari, ola, bjorn, lines, one, seen } = await split();
  expect(await world.call(kari, hands.raiseHand, { sessionId })).toMatchObject({
    value: { place: 1 },
  });
  expect(await world.call(ola, hands.raiseHand, { sessionId })).toMatchObject({
    value: { place: 1 },
  });
  expect(await within(lines.kari, one)).toMatchObject({
    handQueue: { hands: [{ personId: kari.personId }] },
  });
  const upIn = async (line: TestLine) => (await seen(line))?.rooms.map((each) => each.hands);
  expect(await upIn(lines.bjorn)).toEqual([[kari.personId], [ola.personId]]);
  expect(await upIn(lines.ola), 'not for the others').toEqual([[], []]);
  expect((await read(lines.bjorn, sessionId)).state.handQueue.hands).toEqual([]);
  await world.call(kari, commands.goTo, { sessionId, breakoutId: null });
  expect(await upIn(lines.bjorn), 'it stays with the room').toEqual([[], [ola.personId]]);
  expect(bjorn.personId).not.toBe(kari.personId);
});

test('F22 BREAKOUT-9 each group has a text that its members write and its teachers read, and nobody else', async () => {
  const { sessionId, anne, kari, ola, siri, rooms, one } = await split();
  const [text, other] = rooms.map(({ documentId }) => documentId) as [DocumentId, DocumentId];
  const rights = async (by: Somebody, documentId: DocumentId) => {
    const about = await world.ask(by, aboutDocument, { documentId });
    return about.ok ? about.value.rights : about.refusal;
  };
  expect(await rights(kari, text)).toMatchObject({ read: true, edit: true });
  expect(await rights(siri, other), 'not come yet').toMatchObject({ read: true });
  expect(await rights(anne, text)).toMatchObject({ read: true });
  expect(await rights(ola, text)).toBe('not-found');
  const readers = await world.ask(kari, documentReaders, { documentId: text });
  const named = readers.ok ? readers.value.groups.flatMap(({ people }) => people) : [];
  expect(named.map(({ displayName }) => displayName)).toEqual([
    ...['Anne Moen', 'Bjørn Dahl', 'Kari Nordmann'],
  ]);
  const listed = await world.ask(ola, sessionDocuments, { sessionId });
  expect(listed).toMatchObject({ value: { items: [{ documentId: other }] } });
  const move = { sessionId, personId: ola.personId, breakoutId: one };
  await world.call(anne, commands.placePerson, move);
  expect(await rights(ola, text)).toMatchObject({ edit: true });
  expect(await rights(ola, other)).toBe('not-found');
  const written = await world.ask(anne, breakoutActivity, { sessionId });
  expect(written).toMatchObject({ value: { texts: [{ writtenAt: null }, { writtenAt: null }] } });
});

test('F22 BREAKOUT-9 what a group has just written is known at once, and an empty text is not listed when the session is over', async () => {
  const { sessionId, anne, kari, rooms } = await split();
  const [text] = rooms.map(({ documentId }) => documentId) as [DocumentId, DocumentId];
  const at = world.clock.now() + SECOND_MS;
  // As it is after a crash: in the log, and not yet told of in the document's own row.
  await world.test.database.execute(sql`
    insert into document_update (document_id, seq, person_id, bytes, at)
    values (${text}, 1, null, '', to_timestamp(${at / SECOND_MS}))`);
  expect(await world.ask(anne, breakoutActivity, { sessionId })).toMatchObject({
    value: { texts: [{ writtenAt: at }, { writtenAt: null }] },
  });
  const listed = async () => {
    const list = await world.ask(anne, sessionDocuments, { sessionId });
    return list.ok ? list.value.items.map(({ documentId }) => documentId) : list.refusal;
  };
  expect(await listed(), 'to be found again while it goes on').toHaveLength(2);
  const all = await world.ask(anne, documentList, { trashed: false });
  expect(all.ok && all.value.items.map(({ documentId }) => documentId)).toEqual([text]);
  await world.call(anne, commands.bringBack, { sessionId, atOnce: true });
  await world.call(anne, commands.openBreakouts, {
    ...{ sessionId, plan: plan({ rooms: [room('Gruppe 1', kari)] }) },
  });
  const again = await world.ask(anne, sessionDocuments, { sessionId });
  const titles = again.ok ? again.value.items.map(({ title }) => title) : [];
  expect(new Set(titles).size, 'told apart').toBe(3);
  await world.call(anne, endSession, { sessionId });
  await pass(MINUTE_MS);
  expect(await listed()).toEqual([text]);
});

test('F22 BREAKOUT-9 BREAKOUT-12 the same groups go on with their texts another time', async () => {
  const { sessionId, anne, kari, one, rooms } = await split();
  await world.call(anne, commands.bringBack, { sessionId, atOnce: true });
  const asked = await world.ask(anne, breakoutPlans, { sessionId });
  if (!asked.ok) throw new Error('not told');
  const [last] = asked.value.earlier;
  expect(last?.plan.rooms).toMatchObject([
    { name: 'Gruppe 1', members: [kari.personId], after: one },
    { name: 'Gruppe 2' },
  ]);
  if (!last) return;
  await world.call(anne, commands.openBreakouts, { sessionId, plan: last.plan });
  const { state } = await read(await enter(world, sessionId, anne), sessionId);
  const again = state.breakouts?.rooms.map(({ id, documentId }) => ({ id, documentId }));
  expect(again?.map(({ documentId }) => documentId)).toEqual(
    rooms.map(({ documentId }) => documentId),
  );
  expect(again?.[0]?.id).not.toBe(one);
});

test('F18 BREAKOUT-12 a plan is made ahead by any of its teachers, and goes when the session is split', async () => {
  const { sessionId, anne, bjorn, kari, ola } = await planSession(world);
  const ready = plan({ rooms: [room('Tre', kari), room('Fire', ola)] });
  const prepare = (by: Somebody, given: BreakoutPlan | null) =>
    world.call(by, commands.prepareBreakouts, { sessionId, plan: given });
  expect(await prepare(kari, ready)).toMatchObject({ refusal: 'not-found' });
  expect(await prepare(bjorn, ready)).toMatchObject({ ok: true });
  const asked = async () => {
    const plans = await world.ask(anne, breakoutPlans, { sessionId });
    return plans.ok ? plans.value : undefined;
  };
  expect(await asked()).toMatchObject({ prepared: ready });
  expect((await asked())?.people.map(({ name }) => name).sort()).toEqual([
    ...['Kari Nordmann', 'Ola Hansen', 'Siri Berg'],
  ]);
  await enter(world, sessionId, anne);
  await world.call(anne, commands.openBreakouts, { sessionId, plan: ready });
  expect(await asked()).toMatchObject({ prepared: null });
  await prepare(anne, ready);
  await prepare(anne, null);
  expect(await asked()).toMatchObject({ prepared: null });
});

test('F20 BREAKOUT-10 what a group asks of its teachers is no other group’s', async () => {
  const { sessionId, kari, ola, lines, one, seen } = await split();
  await world.call(kari, commands.callTeachers, { sessionId, breakoutId: one, wanted: true });
  await world.call(kari, commands.askForMinute, { sessionId, breakoutId: one });
  expect((await seen(lines.ola))?.rooms[0]).toMatchObject({
    ...{ called: null, minuteAsked: false, documentId: null, hands: [], knocks: [] },
  });
  expect(JSON.stringify(lines.ola.heard)).not.toContain('help-called');
  expect(await within(lines.ola, one)).toBe('not-joined');
  expect(ola.personId).not.toBe(kari.personId);
});

test('F21 BREAKOUT-11 whoever is removed from the session is in no breakout', async () => {
  const { sessionId, anne, kari, lines, one, whereIs } = await split();
  await world.call(anne, removeParticipant, { sessionId, personId: kari.personId });
  expect(await whereIs(kari)).toBeNull();
  expect(await within(lines.kari, one)).toBe('not-found');
  expect(await world.call(kari, commands.goTo, { sessionId, breakoutId: one })).toMatchObject({
    refusal: 'not-found',
  });
});

test('F20 BREAKOUT-13 a teacher writes to every room at once', async () => {
  const { sessionId, anne, kari, lines, one, two } = await split();
  const ask = { sessionId, text: 'Ett ord holder.', lang: 'nb' as const };
  expect(await world.call(kari, commands.writeToAll, ask)).toMatchObject({
    refusal: 'not-found',
  });
  expect(await world.call(anne, commands.writeToAll, ask)).toMatchObject({ ok: true });
  const told = { chat: { messages: [{ text: ask.text, toAll: true, byName: 'Anne Moen' }] } };
  expect(await within(lines.kari, one)).toMatchObject(told);
  expect(await within(lines.ola, two)).toMatchObject(told);
  expect((await read(lines.bjorn, sessionId)).state).toMatchObject(told);
});

test('F22 BREAKOUT-9 a text that goes on with others is theirs, and no longer his who is in another group now', async () => {
  const { sessionId, anne, kari, ola, siri, rooms, one, two } = await split();
  await world.call(anne, commands.bringBack, { sessionId, atOnce: true });
  const next = [
    { ...room('Gruppe 1', ola), after: one },
    { ...room('Gruppe 2', kari), after: two },
  ];
  const opened = await world.call(anne, commands.openBreakouts, {
    ...{ sessionId, plan: plan({ rooms: next }) },
  });
  expect(opened).toMatchObject({ ok: true });
  const [text, other] = rooms.map(({ documentId }) => documentId) as [DocumentId, DocumentId];
  const reads = async (by: Somebody, documentId: DocumentId) =>
    (await world.ask(by, aboutDocument, { documentId })).ok;
  expect([await reads(ola, text), await reads(kari, text)]).toEqual([true, false]);
  expect([await reads(kari, other), await reads(ola, other)]).toEqual([true, false]);
  expect(await reads(siri, other), 'in no group now: it is still hers too').toBe(true);
  const open = { ...room('Gruppe 1', ola), after: newId<'breakout'>() };
  expect(
    await world.call(anne, commands.prepareBreakouts, { sessionId, plan: plan({ rooms: [open] }) }),
  ).toMatchObject({ refusal: 'unknown-breakout' });
});

test('F18 BREAKOUT-8 whoever has left a group says nothing new in it, also in words that stand there', async () => {
  const { sessionId, kari, one } = await split();
  const said = await world.call(kari, postMessage, { sessionId, breakoutId: one, text: 'Vårt' });
  const messageId = (said.ok ? said.value.messageId : '') as MessageId;
  await world.call(kari, commands.goTo, { sessionId, breakoutId: null });
  expect(
    await world.call(kari, editMessage, { sessionId, messageId, text: 'Noe annet' }),
  ).toMatchObject({ refusal: 'not-inside' });
  expect(await world.call(kari, deleteMessage, { sessionId, messageId })).toMatchObject({
    ok: true,
  });
});

test('F18 BREAKOUT-1 BREAKOUT-2 a page that is loaded again leaves one where one is, and no round begins while it is split', async () => {
  const { sessionId, anne, kari, whereIs } = await split();
  await world.call(kari, commands.goTo, { sessionId, breakoutId: null });
  await enter(world, sessionId, kari);
  expect(await whereIs(kari)).toBeNull();
  const asked = { prompt: 'Ett ord', about: '', minutes: null, ring: [] };
  expect(await world.call(anne, startRound, { sessionId, ...asked })).toMatchObject({
    refusal: 'split',
  });
});

test('F21 BREAKOUT-5 when nobody is left the rooms are closed, and the same groups can go on', async () => {
  const { sessionId, anne, lines } = await split({ minutes: null });
  for (const line of Object.values(lines)) line.drop();
  await pass(SECOND_MS);
  await pass(61 * SECOND_MS);
  const { rows } = await world.test.database.execute(sql`
    select from breakout where session_id = ${sessionId} and closed_at is null`);
  expect(rows).toEqual([]);
  expect(await world.ask(anne, breakoutPlans, { sessionId })).toMatchObject({
    value: { earlier: [{ plan: { rooms: [{ name: 'Gruppe 1' }, { name: 'Gruppe 2' }] } }] },
  });
});

test('F11 BREAKOUT-8 the word of all goes to nobody who is away in a group, and the place in line is kept', async () => {
  const session = await planSession(world);
  const { sessionId, anne, kari, ola } = session;
  const line = await enter(world, sessionId, anne);
  for (const one of [kari, ola]) {
    await enter(world, sessionId, one);
    await world.call(one, hands.raiseHand, { sessionId });
  }
  const rooms = [room('Gruppe 1', kari)];
  await world.call(anne, commands.openBreakouts, { sessionId, plan: plan({ rooms }) });
  const give = { sessionId, personId: kari.personId };
  expect(await world.call(anne, hands.giveWord, give)).toMatchObject({ refusal: 'in-breakout' });
  const call = (expected: Somebody) =>
    world.call(anne, hands.callNext, { sessionId, expected: expected.personId });
  expect(await call(ola)).toMatchObject({ ok: true });
  await world.call(anne, commands.bringBack, { sessionId, atOnce: true });
  const { hands: line1, word } = (await read(line, sessionId)).state.handQueue;
  expect([word?.personId, line1.map(({ personId }) => personId)]).toEqual([
    ...[ola.personId, [kari.personId]],
  ]);
});
