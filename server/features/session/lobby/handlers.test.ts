import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionDocuments } from '#shared/features/document/catalogue/queries.ts';
import { joinSeminarRoom } from '#shared/features/seminar-room/queries.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { postMessage } from '#shared/features/session/chat/commands.ts';
import { endSession } from '#shared/features/session/ending/commands.ts';
import { lobbyChannel, lobbyPlaceChannel } from '#shared/features/session/lobby/channels.ts';
import * as lobby from '#shared/features/session/lobby/commands.ts';
import { removeParticipant } from '#shared/features/session/moderation/commands.ts';
import { sessionLog } from '#shared/features/session/moderation/queries.ts';
import { joinSession } from '#shared/features/session/roster/commands.ts';
import { ownInvitations } from '#shared/features/session/roster/queries.ts';
import { teamDeskChannel, teamLineChannel } from '#shared/features/session/team-line/channels.ts';
import { answerOnTeamLine, writeToTeam } from '#shared/features/session/team-line/commands.ts';
import { MINUTE_MS, SECOND_MS } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId, TeamLineId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/wire/access.ts';
import { newId } from '../../../platform/new-id.ts';
import { enter, planSession, read, statusOf } from '../../../testing/planned-session.ts';
import { createSchool, type School } from '../../../testing/school.ts';
import { createWorld, type Somebody, type TestLine, type World } from '../../../testing/world.ts';
import { erasePersonalData, exportPersonalData } from '../personal-data.ts';

let world: World;
let school: School;
beforeAll(async () => {
  world = await createWorld();
  school = await createSchool(world.test.database, world.clock.now());
});
afterAll(() => world.close());

const notFound = { ok: false, refusal: 'not-found' };
const ok = { ok: true };

async function invited(sessionId: SessionId, role: Role = 'studyAdviser', name = 'Tone Lie') {
  const somebody = await world.person({ role, name });
  await school.invite(somebody, sessionId);
  return somebody;
}

/** Asks to come in and listens, as a browser does. */
async function wait(sessionId: SessionId, somebody: Somebody, again?: boolean) {
  const reply = await world.call(somebody, lobby.waitInLobby, {
    sessionId,
    ...(again && { again }),
  });
  if (!reply.ok) throw new Error(reply.refusal);
  const { lineId } = reply.value;
  if (!lineId) throw new Error('may come in at once');
  const line = world.line(somebody);
  expect(await line.subscribe(lobbyPlaceChannel, lineId)).toMatchObject(ok);
  await world.slices.session.tick();
  return { line, lineId };
}

async function ownPlace(line: TestLine, lineId: TeamLineId) {
  const heard = await line.subscribe(lobbyPlaceChannel, lineId);
  if (!heard.ok || !('snapshot' in heard)) throw new Error('nothing was read');
  return lobbyPlaceChannel.state.parse(heard.snapshot);
}

async function waitingAt(sessionId: SessionId, host: Somebody): Promise<string[]> {
  const heard = await world.line(host).subscribe(lobbyChannel, sessionId);
  if (!heard.ok || !('snapshot' in heard)) throw new Error('nothing was read');
  return lobbyChannel.state.parse(heard.snapshot).waiting.map((one) => one.displayName);
}

async function pass(ms: number): Promise<void> {
  world.clock.advance(ms);
  await world.slices.session.tick();
}

const admit = (host: Somebody, sessionId: SessionId, people: readonly PersonId[]) =>
  world.call(host, lobby.admitFromLobby, { sessionId, people: [...people] });
const decline = (
  host: Somebody,
  sessionId: SessionId,
  { personId }: Somebody,
  words = 'Ikke nå.',
) => world.call(host, lobby.declineFromLobby, { sessionId, personId, words, lang: 'nb' });
const told = (line: TestLine, channel: string) =>
  line.heard
    .filter((one) => one.channel === channel)
    .flatMap(({ revisions }) => revisions.flatMap((one) => one.facts));

test.each(['studyAdviser', 'practiceSupervisor', 'guest', 'admin', 'rector'] as const)(
  'F3 LOBBY-1 a %s who is invited waits, and joins when a host lets them in',
  async (role) => {
    const { sessionId, anne } = await planSession(world);
    const host = await enter(world, sessionId, anne);
    const somebody = await invited(sessionId, role);
    const card = { sessionId, mayJoin: false, waits: true, presentCount: 0 };
    expect(await world.ask(somebody, ownInvitations, {})).toMatchObject({
      value: { sessions: [card] },
    });
    expect(await world.call(somebody, joinSession, { sessionId })).toMatchObject(notFound);

    const { line, lineId } = await wait(sessionId, somebody);
    expect(await ownPlace(line, lineId)).toMatchObject({
      ...{ title: 'En økt', teachers: ['Anne Moen', 'Bjørn Dahl'], hostIsIn: true },
      standing: { status: 'waiting' },
    });
    expect(await waitingAt(sessionId, anne)).toEqual(['Tone Lie']);
    expect(await world.call(somebody, joinSession, { sessionId })).toMatchObject(notFound);
    expect(await admit(anne, sessionId, [somebody.personId])).toMatchObject({
      value: { admitted: 1 },
    });
    expect(await ownPlace(line, lineId)).toMatchObject({ standing: { status: 'let-in' } });
    await enter(world, sessionId, somebody);
    expect(statusOf((await read(host, sessionId)).state, somebody)).toBe('present');
    expect(await waitingAt(sessionId, anne)).toEqual([]);
  },
);

test('F4 LOBBY-2 enrolled members and teachers skip it', async () => {
  const { sessionId, anne, kari } = await planSession(world);
  expect(await world.call(kari, lobby.waitInLobby, { sessionId })).toMatchObject({
    value: { lineId: null },
  });
  expect(await world.call(anne, lobby.waitInLobby, { sessionId })).toMatchObject(notFound);
  await enter(world, sessionId, kari);
});

test('LOBBY-1 whoever waits has no way to chat, roster, sound, documents or the hosts’ list', async () => {
  const { sessionId, anne } = await planSession(world);
  await enter(world, sessionId, anne);
  const tone = await invited(sessionId);
  await wait(sessionId, tone);
  expect(await world.call(tone, postMessage, { sessionId, text: 'Hei' })).toMatchObject(notFound);
  expect(await world.ask(tone, joinSeminarRoom, { sessionId, tab: 'fane000001' })).toMatchObject(
    notFound,
  );
  expect(await world.ask(tone, sessionDocuments, { sessionId })).toMatchObject(notFound);
  const line = world.line(tone);
  expect(await line.subscribe(sessionChannel, sessionId)).toMatchObject(notFound);
  expect(await line.subscribe(lobbyChannel, sessionId)).toMatchObject(notFound);
  expect(await admit(tone, sessionId, [tone.personId])).toMatchObject(notFound);
});

test('F3 LOBBY-8 hosts hear of it, and nobody else has a frame or a number that it moves', async () => {
  const { sessionId, anne, bjorn, kari } = await planSession(world);
  await enter(world, sessionId, anne);
  const hosts = [world.line(anne), world.line(bjorn)];
  for (const host of hosts) await host.subscribe(lobbyChannel, sessionId);
  const student = await enter(world, sessionId, kari);
  const tone = await invited(sessionId);
  const other = await invited(sessionId, 'guest', 'Gjest Gjestesen');
  const waiting = await wait(sessionId, tone);
  const before = [student.heard.length, waiting.line.heard.length];
  const second = await wait(sessionId, other);
  await decline(anne, sessionId, other);
  await second.line.letGo(lobbyPlaceChannel, second.lineId);
  await pass(2 * SECOND_MS);
  for (const host of hosts) await expect.poll(() => told(host, 'lobby').length).toBe(3);
  expect([student.heard.length, waiting.line.heard.length]).toEqual(before);
  const strangers = await world.line(other).subscribe(lobbyPlaceChannel, waiting.lineId);
  expect(strangers).toMatchObject(notFound);
});

test('F3 F5 LOBBY-8 hosts hear of each who waits what they are, and of a guest as what, as long as they wait', async () => {
  const { sessionId, anne } = await planSession(world);
  await enter(world, sessionId, anne);
  const hears = world.line(anne);
  expect(await hears.subscribe(lobbyChannel, sessionId)).toMatchObject(ok);
  const kin = await invited(sessionId, 'guest', 'Gro Gjestad');
  await world.test.database.execute(sql`
    update session_invitation set guest_as = 'next-of-kin' where person_id = ${kin.personId}`);
  const supervisor = await invited(sessionId, 'practiceSupervisor', 'Per Veileder');
  const adviser = await invited(sessionId);
  const waits = await wait(sessionId, kin);
  await wait(sessionId, supervisor);
  await wait(sessionId, adviser);
  waits.line.drop();
  await pass(10 * SECOND_MS);
  expect(await world.line(kin).subscribe(lobbyPlaceChannel, waits.lineId)).toMatchObject(ok);
  await world.slices.session.tick();

  const about = (personId: PersonId) =>
    told(hears, 'lobby').flatMap((fact) => {
      const heard = lobbyChannel.fact.parse(fact);
      if (heard.type !== 'waiting-began' || heard.entry.personId !== personId) return [];
      return [[heard.entry.part, heard.entry.guestAs]];
    });
  const asKin = ['guest', 'next-of-kin'];
  await expect.poll(() => about(kin.personId)).toEqual([asKin, asKin]);
  expect(about(supervisor.personId)).toEqual([['guest', undefined]]);
  expect(about(adviser.personId)).toEqual([['staff', undefined]]);
  const anew = await world.line(anne).subscribe(lobbyChannel, sessionId);
  if (!anew.ok || !('snapshot' in anew)) throw new Error('nothing was read');
  const { waiting } = lobbyChannel.state.parse(anew.snapshot);
  expect(waiting).toHaveLength(3);
  expect(waiting.find(({ personId }) => personId === kin.personId)?.guestAs).toBe('next-of-kin');
});

test('F3 LOBBY-5 a closed tab disappears within two seconds, a dropped line within ten; two tabs are one', async () => {
  const { sessionId, anne } = await planSession(world);
  const tone = await invited(sessionId);
  const first = await wait(sessionId, tone);
  const second = await wait(sessionId, tone);
  expect(await waitingAt(sessionId, anne)).toEqual(['Tone Lie']);
  first.line.letGo(lobbyPlaceChannel, first.lineId);
  await pass(10 * SECOND_MS);
  expect(await waitingAt(sessionId, anne)).toEqual(['Tone Lie']);
  second.line.letGo(lobbyPlaceChannel, second.lineId);
  await pass(2 * SECOND_MS);
  expect(await waitingAt(sessionId, anne)).toEqual([]);
  expect(await admit(anne, sessionId, [tone.personId])).toMatchObject({ refusal: 'not-joined' });
  await enter(world, sessionId, anne);
  expect(await admit(anne, sessionId, [tone.personId])).toMatchObject({ refusal: 'not-waiting' });

  const third = await wait(sessionId, tone);
  third.line.drop();
  await pass(2 * SECOND_MS);
  expect(await waitingAt(sessionId, anne)).toEqual([]);
  // The line is there again, without a word from the person.
  const back = world.line(tone);
  await back.subscribe(lobbyPlaceChannel, third.lineId);
  await world.slices.session.tick();
  expect(await waitingAt(sessionId, anne)).toEqual(['Tone Lie']);
});

test('F3 LOBBY-7 declined with words, the person reads them, stays declined, and may ask again', async () => {
  const { sessionId, anne, bjorn } = await planSession(world);
  await enter(world, sessionId, anne);
  await enter(world, sessionId, bjorn);
  const tone = await invited(sessionId);
  const { line, lineId } = await wait(sessionId, tone);
  expect(await decline(anne, sessionId, tone, 'Kom klokken elleve.')).toMatchObject(ok);
  expect(await decline(bjorn, sessionId, tone, 'Nei.')).toMatchObject(ok);
  const said = {
    status: 'declined',
    words: 'Kom klokken elleve.',
    byName: 'Anne Moen',
    lang: 'nb',
  };
  expect(await ownPlace(line, lineId)).toMatchObject({ standing: said });
  expect((await wait(sessionId, tone)).lineId).toBe(lineId);
  expect(await ownPlace(line, lineId)).toMatchObject({ standing: said });
  expect(await world.call(tone, writeToTeam, { sessionId, text: 'Hvorfor?' })).toMatchObject({
    refusal: 'not-joined',
  });
  expect(await world.call(tone, joinSession, { sessionId })).toMatchObject(notFound);
  await wait(sessionId, tone, true);
  expect(await waitingAt(sessionId, anne)).toEqual(['Tone Lie']);
});

test('LOBBY-7 NAMES-1 outside a circle one reads the host’s whole name, at once and when the page is loaded again', async () => {
  const { sessionId, anne } = await planSession(world, { kind: 'circle' });
  await enter(world, sessionId, anne);
  const tone = await invited(sessionId);
  const { line, lineId } = await wait(sessionId, tone);
  await decline(anne, sessionId, tone);
  const said = { status: 'declined', byName: 'Anne Moen' };
  await expect
    .poll(() => told(line, 'lobby-place'))
    .toContainEqual({ type: 'place-stands', standing: expect.objectContaining(said) });
  expect(await ownPlace(line, lineId)).toMatchObject({ standing: said });
});

test('F3 LOBBY-6 all at once: 300 wait, one press lets in those who were seen, one more is told that it is full', async () => {
  const { sessionId, anne } = await planSession(world);
  await enter(world, sessionId, anne);
  const people = Array.from({ length: 300 }, () => newId<'person'>() as PersonId);
  const { database } = world.test;
  await database.execute(sql`
    insert into person (id, email, given_name, display_name, place)
    select id, id || '@eksempel.no', 'Gjest', 'Gjest', 'home' from unnest(${sql.param(people)}::uuid[]) as t(id)`);
  await database.execute(sql`
    insert into lobby_place (session_id, person_id, line_id, display_name, part, status, since, at)
    select ${sessionId}, id, gen_random_uuid(), 'Gjest', 'guest', 'waiting', now(), now()
    from unnest(${sql.param(people)}::uuid[]) as t(id)`);
  const late = await invited(sessionId);
  expect(await world.call(late, lobby.waitInLobby, { sessionId })).toMatchObject({
    refusal: 'lobby-full',
  });
  const began = performance.now();
  expect(await admit(anne, sessionId, people)).toMatchObject({ value: { admitted: 300 } });
  expect(performance.now() - began).toBeLessThan(5_000);
  await wait(sessionId, late);
  expect(await waitingAt(sessionId, anne)).toEqual(['Tone Lie']);
  const tooMany = [...people, newId<'person'>() as PersonId];
  expect(await admit(anne, sessionId, tooMany)).toMatchObject({ refusal: 'bad-input' });
});

test('F3 LOBBY-9 sent back one waits, is out at once, and comes in again when let in; to the others they have left', async () => {
  const { sessionId, anne, kari, ola } = await planSession(world);
  const host = await enter(world, sessionId, anne);
  const student = await enter(world, sessionId, ola);
  const line = await enter(world, sessionId, kari);
  const { personId } = kari;
  expect(await world.call(anne, lobby.sendToLobby, { sessionId, personId })).toMatchObject(ok);
  await world.channels.recheck(line.connection);
  expect(line.closed).toEqual([{ channel: 'session', id: sessionId }]);
  expect(await world.call(kari, joinSession, { sessionId })).toMatchObject(notFound);
  expect(statusOf((await read(host, sessionId)).state, kari)).toBe('left');
  await expect.poll(() => JSON.stringify(student.heard)).toContain('"why":"left"');
  expect(JSON.stringify(student.heard)).not.toContain('lobby');

  await wait(sessionId, kari);
  expect(await waitingAt(sessionId, anne)).toEqual(['Kari Nordmann']);
  await admit(anne, sessionId, [personId]);
  await enter(world, sessionId, kari);
  // Undone before the page has asked to wait.
  await world.call(anne, lobby.sendToLobby, { sessionId, personId });
  expect(await admit(anne, sessionId, [personId])).toMatchObject({ value: { admitted: 1 } });
  await enter(world, sessionId, kari);
});

test('LOBBY-9 LOBBY-10 let in again while their line is away, one is told so when it is back, and waits no more', async () => {
  const { sessionId, anne, kari } = await planSession(world);
  await enter(world, sessionId, anne);
  await enter(world, sessionId, kari);
  const { personId } = kari;
  await world.call(anne, lobby.sendToLobby, { sessionId, personId });
  const { line, lineId } = await wait(sessionId, kari);
  line.drop();
  await pass(2 * SECOND_MS);
  expect(await admit(anne, sessionId, [personId])).toMatchObject({ value: { admitted: 1 } });
  const back = world.line(kari);
  expect(await ownPlace(back, lineId)).toMatchObject({ standing: { status: 'let-in' } });
  await world.slices.session.tick();
  expect(await waitingAt(sessionId, anne)).toEqual([]);
});

test('LOBBY-9 teachers are not sent, nor who is not here', async () => {
  const { sessionId, anne, bjorn, kari } = await planSession(world);
  await enter(world, sessionId, anne);
  await enter(world, sessionId, bjorn);
  const send = ({ personId }: Somebody) =>
    world.call(anne, lobby.sendToLobby, { sessionId, personId });
  expect(await send(bjorn)).toMatchObject({ refusal: 'teaches-here' });
  expect(await send(kari)).toMatchObject({ refusal: 'not-here' });
});

test('LOBBY-3 taken out while they wait, a second device has no way back, and no host lets them in by it', async () => {
  const { sessionId, anne } = await planSession(world);
  await enter(world, sessionId, anne);
  const tone = await invited(sessionId);
  const { line, lineId } = await wait(sessionId, tone);
  const { personId } = tone;
  await world.call(anne, removeParticipant, { sessionId, personId });
  expect(await waitingAt(sessionId, anne)).toEqual([]);
  await world.channels.recheck(line.connection);
  expect(line.closed).toEqual([{ channel: 'lobby-place', id: lineId }]);
  expect(await world.call(tone, lobby.waitInLobby, { sessionId })).toMatchObject(notFound);
  expect(await admit(anne, sessionId, [personId])).toMatchObject({ refusal: 'not-waiting' });
});

test('LOBBY-3 who is not invited is told of nothing; who was host a second ago does nothing', async () => {
  const { sessionId, anne, bjorn } = await planSession(world);
  await enter(world, sessionId, anne);
  await enter(world, sessionId, bjorn);
  for (const role of ['guest', 'studyAdviser', 'student'] as const) {
    const stranger = await world.person({ role });
    expect(await world.call(stranger, lobby.waitInLobby, { sessionId })).toMatchObject(notFound);
  }
  const tone = await invited(sessionId);
  await wait(sessionId, tone);
  await world.test.database.execute(
    sql`delete from session_teacher where person_id = ${bjorn.personId}`,
  );
  expect(await admit(bjorn, sessionId, [tone.personId])).toMatchObject(notFound);
  expect(await decline(bjorn, sessionId, tone)).toMatchObject(notFound);
  expect(await waitingAt(sessionId, anne)).toEqual(['Tone Lie']);
});

test('LOBBY-10 an admission holds over a lost line and a new tab', async () => {
  const { sessionId, anne } = await planSession(world);
  await enter(world, sessionId, anne);
  const tone = await invited(sessionId);
  await wait(sessionId, tone);
  await admit(anne, sessionId, [tone.personId]);
  const line = await enter(world, sessionId, tone);
  line.drop();
  await pass(2 * MINUTE_MS);
  await enter(world, sessionId, tone);
});

test('F3 LOBBY-11 whoever waits is told whether a host is in, and when the session ends', async () => {
  const { sessionId, anne } = await planSession(world);
  const tone = await invited(sessionId);
  const { line, lineId } = await wait(sessionId, tone);
  expect(await ownPlace(line, lineId)).toMatchObject({ hostIsIn: false });
  const host = await enter(world, sessionId, anne);
  await expect
    .poll(() => told(line, 'lobby-place'))
    .toContainEqual({ type: 'host-is-in', isIn: true });
  host.letGo(sessionChannel, sessionId);
  await pass(2 * SECOND_MS);
  await expect
    .poll(() => told(line, 'lobby-place'))
    .toContainEqual({ type: 'host-is-in', isIn: false });
  await enter(world, sessionId, anne);
  await world.call(anne, endSession, { sessionId });
  await pass(10 * SECOND_MS);
  expect(await ownPlace(line, lineId)).toMatchObject({
    ...{ standing: { status: 'session-ended' }, hostIsIn: false },
  });
  await expect
    .poll(() => told(line, 'lobby-place').slice(-2))
    .toEqual([
      { type: 'host-is-in', isIn: false },
      { type: 'place-stands', standing: { status: 'session-ended' } },
    ]);
  expect(await waitingAt(sessionId, anne)).toEqual([]);
  expect(await world.call(tone, lobby.waitInLobby, { sessionId })).toMatchObject({
    refusal: 'session-ended',
  });
});

test('LOBBY-11 whoever was away while the session ended is told so when their line is back, and waits no more', async () => {
  const { sessionId, anne } = await planSession(world);
  await enter(world, sessionId, anne);
  const tone = await invited(sessionId);
  const { line, lineId } = await wait(sessionId, tone);
  line.drop();
  await pass(2 * SECOND_MS);
  await world.call(anne, endSession, { sessionId });
  await pass(10 * SECOND_MS);
  const back = world.line(tone);
  expect(await ownPlace(back, lineId)).toMatchObject({ standing: { status: 'session-ended' } });
  await world.slices.session.tick();
  expect(await ownPlace(back, lineId)).toMatchObject({ standing: { status: 'session-ended' } });
  expect(await waitingAt(sessionId, anne)).toEqual([]);
});

test('F14 LOBBY-12 whoever waits writes to the hosts, is answered, and finds it again inside', async () => {
  const { sessionId, anne } = await planSession(world);
  await enter(world, sessionId, anne);
  const desk = world.line(anne);
  await desk.subscribe(teamDeskChannel, sessionId);
  const tone = await invited(sessionId);
  const { lineId } = await wait(sessionId, tone);
  const { personId } = tone;
  const mine = world.line(tone);
  expect(await mine.subscribe(teamLineChannel, lineId)).toMatchObject(ok);
  expect(await world.call(tone, writeToTeam, { sessionId, text: 'Jeg er her' })).toMatchObject(ok);
  await world.call(anne, answerOnTeamLine, { sessionId, personId, text: 'Straks' });
  await expect.poll(() => told(desk, 'team-desk').length).toBe(2);
  await admit(anne, sessionId, [personId]);
  await enter(world, sessionId, tone);
  const inside = await world.line(tone).subscribe(teamLineChannel, lineId);
  expect(inside).toMatchObject({
    snapshot: { messages: [{ text: 'Jeg er her' }, { text: 'Straks' }] },
  });
});

test('LOBBY-13 what hosts did stands in their log, without the words', async () => {
  const { sessionId, anne, kari } = await planSession(world);
  await enter(world, sessionId, anne);
  await enter(world, sessionId, kari);
  const [tone, other] = [await invited(sessionId), await invited(sessionId, 'guest', 'Gjesten')];
  await wait(sessionId, tone);
  await wait(sessionId, other);
  await admit(anne, sessionId, [tone.personId]);
  await decline(anne, sessionId, other, 'hemmelige ord');
  await decline(anne, sessionId, other, 'hemmelige ord');
  await world.call(anne, lobby.sendToLobby, { sessionId, personId: kari.personId });
  const log = await world.ask(anne, sessionLog, { sessionId });
  expect(log).toMatchObject({
    value: {
      entries: [
        { act: 'sent-to-lobby', about: { displayName: 'Kari Nordmann' } },
        { act: 'lobby-declined', about: { displayName: 'Gjesten' } },
        { act: 'lobby-admitted', about: { displayName: 'Tone Lie' } },
      ],
    },
  });
  expect(JSON.stringify(log)).not.toContain('hemmelige');
});

test('LOBBY-10 a server that starts anew has those who wait, until their lines do not come back', async () => {
  const { sessionId, anne } = await planSession(world);
  const tone = await invited(sessionId);
  await wait(sessionId, tone);
  await world.slices.session.recover();
  expect(await waitingAt(sessionId, anne)).toEqual(['Tone Lie']);
  await pass(2 * SECOND_MS);
  expect(await waitingAt(sessionId, anne)).toEqual([]);
});

test('LOBBY-14 a person gets what they waited for and were told; erased, it is gone from rows and facts', async () => {
  const { sessionId, anne } = await planSession(world);
  await enter(world, sessionId, anne);
  const tone = await invited(sessionId, 'guest', 'Skal Bort');
  await wait(sessionId, tone);
  await world.call(tone, writeToTeam, { sessionId, text: 'skal-bort' });
  await decline(anne, sessionId, tone, 'sagt-til-en');
  const held = await world.test.database.transaction((tx) => exportPersonalData(tx, tone.personId));
  expect(held).toMatchObject({
    lobbyPlaces: [{ status: 'declined', words: 'sagt-til-en', mine: true }],
  });
  await world.test.database.transaction((tx) => erasePersonalData(tx, tone.personId));
  const { rows } = await world.test.database.execute<{ kept: string }>(sql`
    select coalesce(string_agg(kept, ' '), '') as kept from (
      select facts::text as kept from fact
      union all select p::text from lobby_place p
      union all select m::text from team_message m
    ) as everything`);
  for (const gone of ['Skal Bort', 'skal-bort', 'sagt-til-en']) {
    expect(rows[0]?.kept).not.toContain(gone);
  }
});

test('LOBBY-15 a session that is cancelled or moved away has no lobby any more: whoever asks again is told which, and is on no list', async () => {
  for (const [change, refusal] of [
    [sql`cancelled_at = starts_at`, 'session-cancelled'],
    [
      sql`starts_at = starts_at + interval '7 days', ends_at = ends_at + interval '7 days'`,
      'not-open-yet',
    ],
  ] as const) {
    const { sessionId, anne } = await planSession(world);
    await enter(world, sessionId, anne);
    const who = await invited(sessionId);
    const { line, lineId } = await wait(sessionId, who);
    await world.test.database.execute(sql`update session set ${change} where id = ${sessionId}`);
    expect(await world.call(who, lobby.waitInLobby, { sessionId })).toMatchObject({
      ok: false,
      refusal,
    });
    line.letGo(lobbyPlaceChannel, lineId);
    await pass(2 * SECOND_MS);
    const { rows } = await world.test.database.execute(sql`
      select person_id from lobby_place where session_id = ${sessionId} and status = 'waiting'`);
    expect(rows).toEqual([]);
  }
});
