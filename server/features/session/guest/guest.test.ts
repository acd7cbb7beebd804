import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { homePage } from '#shared/features/programme/calendar/queries.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { postMessage } from '#shared/features/session/chat/commands.ts';
import { exportChat } from '#shared/features/session/chat/queries.ts';
import { makeGuestLink, withdrawGuestLink } from '#shared/features/session/guest/commands.ts';
import { GUEST_KEPT_DAYS } from '#shared/features/session/guest/model.ts';
import { guestLinks } from '#shared/features/session/guest/queries.ts';
import { lobbyChannel } from '#shared/features/session/lobby/channels.ts';
import { sendToLobby, waitInLobby } from '#shared/features/session/lobby/commands.ts';
import { removeParticipant } from '#shared/features/session/moderation/commands.ts';
import { sessionLog } from '#shared/features/session/moderation/queries.ts';
import { joinSession } from '#shared/features/session/roster/commands.ts';
import { ownInvitations, sessionDoor } from '#shared/features/session/roster/queries.ts';
import { teamDeskChannel } from '#shared/features/session/team-line/channels.ts';
import { writeToTeam } from '#shared/features/session/team-line/commands.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { CallId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { AnyCommand, AnyQuery } from '#shared/wire/contract.ts';
import { makeErasures } from '../../../erasures.ts';
import { forgetGuests } from '../../../forget-guests.ts';
import { makeLog } from '../../../platform/log.ts';
import { newId } from '../../../platform/new-id.ts';
import { momentOf } from '../../../storage/moment.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { type AppWorld, createAppWorld } from '../../../testing/app-world.ts';
import { enter, type PlannedSession, planSession, read } from '../../../testing/planned-session.ts';
import { somebodyWaits } from '../../../testing/somebody-waits.ts';
import type { Somebody } from '../../../testing/world.ts';
import { endSession } from '../../programme/public.ts';
import { exportPersonalData } from '../personal-data.ts';
import { endGuestsOf } from './ending.ts';
import { lockLinkOf } from './repository.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

const secret = () => randomBytes(32).toString('base64url');
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');

type Answer = { status: number; body: Record<string, unknown>; cookie: string | null };

async function post(path: string, body: object, cookie = ''): Promise<Answer> {
  const answer = await fetch(`${world.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-mellom': '1', cookie },
    body: JSON.stringify(body),
  });
  return {
    status: answer.status,
    body: (await answer.json()) as Record<string, unknown>,
    cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? null,
  };
}
const look = (token: string, browser?: string, cookie?: string) =>
  post('/api/guest/look', { token, browser }, cookie);
const come = (token: string, browser: string, name?: string, cookie?: string) =>
  post('/api/guest/enter', { token, browser, name }, cookie);
const call = (cookie: string, contract: AnyCommand | AnyQuery, input: object) => {
  world.clock.advance(60);
  return post(
    `/api/${contract.kind}/${contract.name}`,
    { callId: newId() as CallId, input },
    cookie,
  );
};

async function linkTo(
  { sessionId, anne }: PlannedSession,
  given: { untilAt?: number; note?: string } = {},
) {
  const token = secret();
  const made = await world.call(anne, makeGuestLink, {
    ...{ sessionId, tokenHash: hashOf(token), note: '', as: 'lecturer', untilAt: null },
    ...given,
  });
  if (!made.ok) throw new Error(made.refusal);
  return { token, link: made.value.link };
}

/** A host lets in whoever is asked to the session. */
const letIn = ({ sessionId, anne }: PlannedSession) =>
  world.test.database.execute(sql`
    insert into session_admission (session_id, person_id, verdict, by_id, at)
    select session_id, person_id, 'let-in', ${anne.personId}, now()
    from session_invitation where session_id = ${sessionId} on conflict do nothing`);

/** A guest who has come by a link of their own, and was let in. */
async function guestOf(plan: PlannedSession, name = 'Gro Gjestad', given = {}) {
  const { token, link } = await linkTo(plan, given);
  const browser = secret();
  const entered = await come(token, browser, name);
  if (!entered.cookie) throw new Error(JSON.stringify(entered.body));
  await letIn(plan);
  return { token, link, browser, cookie: entered.cookie };
}

const linksOf = async (by: Somebody, sessionId: SessionId) => {
  const list = await world.ask(by, guestLinks, { sessionId });
  return list.ok ? list.value.links : [];
};

test('GUEST-1 a teacher makes a link; what opens it is nowhere on the server', async () => {
  const plan = await planSession(world);
  const { token, link } = await linkTo(plan, { note: 'Gro fra NAV' });
  expect(link).toMatchObject({ note: 'Gro fra NAV', as: 'lecturer', state: 'open' });
  expect(link).toMatchObject({ madeBy: 'Anne Moen', guestName: null });
  await guestOf(plan);
  expect(await linksOf(plan.bjorn, plan.sessionId)).toMatchObject([
    { state: 'used', guestName: 'Gro Gjestad' },
    { id: link.id, state: 'open' },
  ]);
  const { rows } = await world.test.database.execute<{ held: string }>(sql`
    select (select string_agg(l::text, ' ') from guest_link l)
      || (select string_agg(c::text, ' ') from call c) as held`);
  expect(rows[0]?.held).toContain(hashOf(token));
  expect(rows[0]?.held).not.toContain(token);
});

test('GUEST-1 F84 nobody else makes, sees or withdraws a link', async () => {
  const plan = await planSession(world);
  const { link } = await linkTo(plan);
  const { sessionId } = plan;
  const other = await world.person({ role: 'teacher', name: 'En Annen' });
  const admin = await world.person({ role: 'admin', name: 'Ada Admin' });
  for (const who of [plan.kari, other, admin]) {
    const made = { sessionId, tokenHash: hashOf(secret()), note: '', untilAt: null };
    const not = { ok: false, refusal: 'not-found' };
    expect(await world.call(who, makeGuestLink, { ...made, as: 'lecturer' })).toMatchObject(not);
    expect(await world.ask(who, guestLinks, { sessionId })).toMatchObject(not);
    expect(await world.call(who, withdrawGuestLink, { sessionId, linkId: link.id })).toMatchObject(
      not,
    );
  }
  const elsewhere = await planSession(world);
  await world.call(elsewhere.anne, withdrawGuestLink, {
    ...{ sessionId: elsewhere.sessionId, linkId: link.id },
  });
  expect((await linksOf(plan.anne, sessionId))[0]?.state).toBe('open');
});

test('GUEST-1 told twice it is one link, and told by another it is none', async () => {
  const plan = await planSession(world);
  const { token, link } = await linkTo(plan);
  const told = { sessionId: plan.sessionId, tokenHash: hashOf(token), note: '', untilAt: null };
  expect(await world.call(plan.anne, makeGuestLink, { ...told, as: 'captioner' })).toMatchObject({
    value: { link: { id: link.id, as: 'lecturer' } },
  });
  expect(await world.call(plan.bjorn, makeGuestLink, { ...told, as: 'captioner' })).toMatchObject({
    refusal: 'not-found',
  });
  expect(await linksOf(plan.anne, plan.sessionId)).toHaveLength(1);
});

test('F5 GUEST-3 a guest sees the door of that one session, comes in, and is marked for everybody', async () => {
  const plan = await planSession(world);
  const { token, link } = await linkTo(plan);
  const browser = secret();
  const door = await look(token, browser);
  expect(door.body).toEqual({
    ...{ sessionId: plan.sessionId, title: 'En økt', invitedBy: 'Anne Moen', as: 'lecturer' },
    ...{ untilAt: link.untilAt, ownName: null, visit: 'first', now: expect.any(Number) },
    ...{ startsAt: expect.any(Number), endsAt: expect.any(Number) },
  });
  const entered = await come(token, browser, '  Gro \u200bGjestad\u202e ');
  expect(entered.body).toEqual({ sessionId: plan.sessionId });
  const cookie = entered.cookie ?? '';
  const { sessionId } = plan;
  expect((await call(cookie, joinSession, { sessionId })).status, 'waits').toBe(404);
  await letIn(plan);
  expect((await call(cookie, joinSession, { sessionId })).body).toMatchObject({ ok: true });
  const line = await enter(world, sessionId, plan.kari);
  const { state } = await read(line, sessionId);
  expect(state.roster.entries.find((entry) => entry.part === 'guest')).toMatchObject({
    ...{ displayName: 'Gro Gjestad', guestAs: 'lecturer', expected: true },
  });
  expect(
    (await call(cookie, postMessage, { sessionId, text: 'Hei fra gjesten' })).body,
  ).toMatchObject({ ok: true });
  expect((await read(line, sessionId)).state.chat.messages.at(-1)).toMatchObject({
    byName: 'Gro Gjestad',
  });
});

test('F5 a guest is marked in a snapshot as in the facts, before coming and after', async () => {
  const plan = await planSession(world);
  const line = await enter(world, plan.sessionId, plan.kari);
  const { cookie } = await guestOf(plan);
  const guestIn = async () => {
    const { state } = await read(line, plan.sessionId);
    return state.roster.entries.find((entry) => entry.part === 'guest');
  };
  expect(await guestIn()).toMatchObject({ guestAs: 'lecturer', presence: { status: 'absent' } });
  await call(cookie, joinSession, { sessionId: plan.sessionId });
  expect(await guestIn()).toMatchObject({ guestAs: 'lecturer', presence: { status: 'present' } });
  const joined = await world.test.database.execute<{ facts: unknown[] }>(sql`
    select facts from fact where channel = ${sessionChannel.name} and id = ${plan.sessionId}
    order by revision desc limit 1`);
  expect(joined.rows[0]?.facts).toMatchObject([
    { type: 'participant-joined', entry: { guestAs: 'lecturer' } },
  ]);
});

test('F5 GUEST-6 a guest is marked in the chat that is taken out, and on the line to the teachers, from the lobby on', async () => {
  const plan = await planSession(world);
  const { sessionId, anne, kari } = plan;
  await enter(world, sessionId, anne);
  await enter(world, sessionId, kari);
  const { token } = await linkTo(plan);
  const { cookie } = await come(token, secret(), 'Gro Gjestad');
  if (!cookie) throw new Error('not in');
  expect((await call(cookie, waitInLobby, { sessionId })).body).toMatchObject({ ok: true });
  expect((await call(cookie, writeToTeam, { sessionId, text: 'Jeg venter' })).body).toMatchObject({
    ok: true,
  });
  await letIn(plan);
  expect((await call(cookie, joinSession, { sessionId })).body).toMatchObject({ ok: true });
  await call(cookie, writeToTeam, { sessionId, text: 'Takk' });
  await call(cookie, postMessage, { sessionId, text: 'Hei fra gjesten' });
  await world.call(kari, writeToTeam, { sessionId, text: 'Hei' });
  await world.call(kari, postMessage, { sessionId, text: 'Velkommen' });

  const fresh = await world.line(anne).subscribe(teamDeskChannel, sessionId);
  if (!fresh.ok || !('snapshot' in fresh)) throw new Error('nothing was read');
  const { threads } = teamDeskChannel.state.parse(fresh.snapshot);
  const guest = { as: 'lecturer' };
  expect(threads.map((one) => [one.messages.length, one.guest])).toEqual([
    [2, guest],
    [1, undefined],
  ]);
  // As a screen that was there from the start has it.
  const { rows } = await world.test.database.execute<{ facts: unknown[] }>(sql`
    select facts from fact where channel = ${teamDeskChannel.name} and id = ${sessionId}
    order by revision`);
  const carried = rows
    .flatMap(({ facts }) => facts.map((fact) => teamDeskChannel.fact.parse(fact)))
    .reduce(teamDeskChannel.evolve, { threads: [] });
  expect(carried).toEqual({ threads });
  const taken = await world.ask(kari, exportChat, { sessionId });
  if (!taken.ok) throw new Error(taken.refusal);
  expect(taken.value.messages.map((one) => one.guest)).toEqual([guest, undefined]);
});

test('F5 GUEST-6 a guest sees that session and nothing else of the school', async () => {
  const plan = await planSession(world);
  const elsewhere = await planSession(world);
  const { cookie } = await guestOf(plan);
  const { sessionId } = elsewhere;
  expect((await call(cookie, joinSession, { sessionId })).body).toMatchObject({ ok: false });
  expect((await call(cookie, sessionDoor, { sessionId: plan.sessionId })).status).toBe(404);
  expect((await call(cookie, homePage, {})).status).toBe(404);
  const invited = await call(cookie, ownInvitations, {});
  expect(invited.body).toMatchObject({ value: { sessions: [{ sessionId: plan.sessionId }] } });
  for (const name of ['document/list', 'document/where-to-create'])
    expect(
      JSON.stringify(
        (await post(`/api/query/${name}`, { input: { trashed: false } }, cookie)).body,
      ),
    ).not.toContain('title":"');
});

test('GUEST-3 another browser is refused, and the same comes back as the same guest', async () => {
  const plan = await planSession(world);
  const { token, browser, cookie } = await guestOf(plan);
  const other = secret();
  expect(await look(token, other)).toMatchObject({ status: 409, body: { refusal: 'link-used' } });
  expect(await come(token, other, 'Tyv')).toMatchObject({ status: 409, cookie: null });
  expect((await look(token, browser)).body).toMatchObject({ visit: 'back', ownName: null });
  const again = await come(token, browser);
  expect(again.cookie).not.toBe(null);
  expect(again.cookie).not.toBe(cookie);
  expect((await look(token, browser, cookie)).body).toMatchObject({
    ...{ visit: 'back', ownName: 'Gro Gjestad' },
  });
  expect((await come(token, browser, '', cookie)).cookie).toBe(null);
  const { rows } = await world.test.database.execute(sql`
    select from session_invitation where session_id = ${plan.sessionId}`);
  expect(rows).toHaveLength(1);
});

test('GUEST-3 of ten who come at once by one link one gets in', async () => {
  const plan = await planSession(world);
  const { token } = await linkTo(plan);
  const all = await Promise.all(
    Array.from({ length: 10 }, (_, nth) => come(token, secret(), `Gjest nummer ${nth} a`)),
  );
  expect(all.filter(({ cookie }) => cookie !== null)).toHaveLength(1);
  expect(all.filter(({ body }) => body.refusal === 'link-used')).toHaveLength(9);
});

test('GUEST-4 somebody of the school comes as who they are; whoever is of the session needs no link', async () => {
  const plan = await planSession(world);
  const { token } = await linkTo(plan);
  const kari = await world.cookieOf(plan.kari);
  expect((await look(token, secret(), kari)).body).toMatchObject({ visit: 'of-session' });
  expect(await come(token, secret(), '', kari)).toMatchObject({ status: 200, cookie: null });
  expect((await linksOf(plan.anne, plan.sessionId))[0]?.state).toBe('open');

  const other = await world.person({ role: 'teacher', name: 'Tor Annenskole' });
  const tor = await world.cookieOf(other);
  expect((await look(token, undefined, tor)).body).toMatchObject({ ownName: 'Tor Annenskole' });
  const before = await world.test.database.execute(sql`select from person`);
  expect((await come(token, secret(), 'Et annet navn', tor)).status).toBe(200);
  expect((await world.test.database.execute(sql`select from person`)).rows).toHaveLength(
    before.rows.length,
  );
  const { sessionId } = plan;
  await letIn(plan);
  expect((await call(tor, joinSession, { sessionId })).body).toMatchObject({ ok: true });
  expect((await linksOf(plan.anne, sessionId))[0]).toMatchObject({ guestName: 'Tor Annenskole' });
  // Taken back: the invitation goes, the person and their sign-in stay.
  const [link] = await linksOf(plan.anne, sessionId);
  await world.call(plan.anne, withdrawGuestLink, { sessionId, linkId: link?.id as never });
  expect((await call(tor, joinSession, { sessionId })).status).toBe(404);
  const log = await world.ask(plan.bjorn, sessionLog, { sessionId });
  expect(log, 'whoever teaches too sees who did it').toMatchObject({
    value: {
      entries: expect.arrayContaining([
        expect.objectContaining({
          act: 'guest-link-withdrawn',
          by: expect.objectContaining({ personId: plan.anne.personId }),
          about: expect.objectContaining({ displayName: 'Tor Annenskole' }),
        }),
      ]),
    },
  });
  expect((await fetch(`${world.url}/api/sign-ins`, { headers: { cookie: tor } })).status).toBe(200);
});

test('GUEST-4 whoever has to wait for the session is of it too: the link stays unused, and is nothing to take back', async () => {
  const plan = await planSession(world);
  const { sessionId, anne, kari } = plan;
  const { token, link } = await linkTo(plan);
  await enter(world, sessionId, anne);
  await enter(world, sessionId, kari);
  await world.call(anne, sendToLobby, { sessionId, personId: kari.personId });
  const tone = await world.person({ role: 'studyAdviser', name: 'Tone Lie' });
  await world.test.database.execute(sql`
    insert into session_invitation (session_id, person_id, until_at)
    values (${sessionId}, ${tone.personId}, ${momentOf(world.clock.now() + HOUR_MS)})`);
  for (const who of [kari, tone]) {
    const cookie = await world.cookieOf(who);
    expect((await look(token, secret(), cookie)).body).toMatchObject({ visit: 'of-session' });
    expect(await come(token, secret(), '', cookie)).toMatchObject({ status: 200, cookie: null });
  }
  expect((await linksOf(anne, sessionId))[0]?.state).toBe('open');
  await world.call(anne, withdrawGuestLink, { sessionId, linkId: link.id });
  const hers = await world.cookieOf(tone);
  expect((await call(hers, waitInLobby, { sessionId })).body).toMatchObject({ ok: true });
});

test('GUEST-4 no link undoes a removal', async () => {
  const plan = await planSession(world);
  await enter(world, plan.sessionId, plan.anne);
  const { token } = await linkTo(plan);
  const { cookie } = await guestOf(plan);
  const { sessionId, kari } = plan;
  await enter(world, sessionId, kari);
  await world.call(plan.anne, removeParticipant, { sessionId, personId: kari.personId });
  const hers = await world.cookieOf(kari);
  await come(token, secret(), '', hers);
  expect((await call(hers, joinSession, { sessionId })).status).toBe(404);
  expect((await call(cookie, joinSession, { sessionId })).body).toMatchObject({ ok: true });
});

test('GUEST-5 a name that nobody could read is refused in words, and the link stays unused', async () => {
  const plan = await planSession(world);
  const { token } = await linkTo(plan);
  for (const [name, refusal] of [
    ['', 'name-empty'],
    ['\u200b\u202e', 'name-empty'],
    ['ø'.repeat(200), 'name-too-long'],
    ['…', 'name-unreadable'],
  ])
    expect(await come(token, secret(), name)).toMatchObject({ status: 422, body: { refusal } });
  expect((await linksOf(plan.anne, plan.sessionId))[0]?.state).toBe('open');
  expect((await come(token, secret(), 'يعل כהן')).status).toBe(200);
});

test('F5 GUEST-11 a guest takes nobody’s name in the session, however it is written, and the link stays unused', async () => {
  const plan = await planSession(world);
  const { token } = await linkTo(plan);
  const taken = ['Anne Moen', 'ANNE  MOEN', 'An\u200bne Moen', 'Kari Nordmann', '0la Hansen'];
  for (const name of taken)
    expect(await come(token, secret(), name), name).toMatchObject({
      ...{ status: 422, cookie: null, body: { ok: false, refusal: 'name-taken' } },
    });
  expect(await come(token, secret(), '\u0410nne Moen')).toMatchObject({
    body: { refusal: 'name-mixed' },
  });
  expect((await linksOf(plan.anne, plan.sessionId)).map(({ state }) => state)).toEqual(['open']);
  expect((await come(token, secret(), 'Anne Moen fra NAV')).status).toBe(200);
});

test('GUEST-11 of two guests who come at once under one name one gets in', async () => {
  const plan = await planSession(world);
  const links = await Promise.all([linkTo(plan), linkTo(plan), linkTo(plan)]);
  const came = await Promise.all(links.map(({ token }) => come(token, secret(), 'Gro Lien')));
  expect(came.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
});

test('GUEST-6 a guest is marked in the hosts’ log', async () => {
  const plan = await planSession(world);
  await guestOf(plan);
  const { sessionId, anne, kari } = plan;
  const { rows } = await world.test.database.execute<{ personId: PersonId }>(sql`
    select person_id as "personId" from guest_link where session_id = ${sessionId}`);
  const guest = rows[0]?.personId as PersonId;
  await enter(world, sessionId, anne);
  for (const personId of [guest, kari.personId])
    await world.call(anne, removeParticipant, { sessionId, personId });
  expect(await world.ask(anne, sessionLog, { sessionId })).toMatchObject({
    value: {
      entries: [
        { about: { personId: kari.personId, isGuest: false } },
        { about: { personId: guest, isGuest: true } },
      ],
    },
  });
});

test('GUEST-7 guessed, expired, withdrawn and after the session: one answer, to the byte', async () => {
  const plan = await planSession(world);
  const withdrawn = await linkTo(plan);
  const { sessionId, anne } = plan;
  await world.call(anne, withdrawGuestLink, { sessionId, linkId: withdrawn.link.id });
  const expired = await linkTo(plan, { untilAt: world.clock.now() + MINUTE_MS });
  world.clock.advance(MINUTE_MS);
  const over = await planSession(world);
  const after = await linkTo(over);
  await inTransaction(world.test.database, 'change', (tx) =>
    endSession(tx, over.sessionId, world.clock.now()),
  );
  for (const token of [
    secret(),
    '',
    'x'.repeat(200),
    withdrawn.token,
    expired.token,
    after.token,
  ]) {
    for (const answer of [await look(token, secret()), await come(token, secret(), 'Gro')]) {
      expect(answer.status).toBe(404);
      expect(answer.cookie).toBe(null);
      expect(JSON.stringify(answer.body)).toBe('{"ok":false,"refusal":"link-over"}');
    }
  }
  expect(await post('/api/guest/look', { token: 7 })).toMatchObject({ status: 400 });
  expect(await post('/api/guest/enter', {})).toMatchObject({ status: 400 });
});

test('GUEST-8 withdrawn, the guest is out at once, on the line too, and the link opens nothing', async () => {
  const plan = await planSession(world);
  const { sessionId, anne } = plan;
  const { token, link, browser, cookie } = await guestOf(plan);
  await call(cookie, joinSession, { sessionId });
  const socket = await world.socket(null, cookie);
  const said: string[] = [];
  socket.on('bye', ({ reason }) => said.push(reason));
  await new Promise<void>((resolve) => {
    socket.once('connect', () => resolve());
    socket.connect();
  });
  const listening = { channel: sessionChannel.name, id: sessionId, after: null };
  expect(await socket.emitWithAck('subscribe', listening)).toMatchObject({ ok: true });
  const at = performance.now();
  await world.call(anne, withdrawGuestLink, { sessionId, linkId: link.id });
  await vi.waitFor(() => expect(socket.connected).toBe(false), 5_000);
  expect(said).toEqual(['signed-out']);
  expect(performance.now() - at).toBeLessThan(5_000);
  expect(await call(cookie, joinSession, { sessionId })).toMatchObject({ status: 401 });
  expect(await come(token, browser)).toMatchObject({ status: 404, cookie: null });
  expect(await world.call(anne, withdrawGuestLink, { sessionId, linkId: link.id })).toMatchObject({
    ok: true,
  });
});

test('GUEST-8 ROSTER-10 withdrawn, the guest’s seat and their place in the lobby are gone at once, whose line was lost too', async () => {
  const plan = await planSession(world);
  const { sessionId, anne } = plan;
  const line = await enter(world, sessionId, anne);
  const inside = await guestOf(plan);
  // Without a line, as after a tunnel.
  await call(inside.cookie, joinSession, { sessionId });
  const { token, link } = await linkTo(plan);
  const { cookie } = await come(token, secret(), 'Gro Annen');
  await call(cookie ?? '', waitInLobby, { sessionId });
  const guests = async () => {
    const { state } = await read(line, sessionId);
    const lobby = await world.line(anne).subscribe(lobbyChannel, sessionId);
    const seat = state.roster.entries.find((entry) => entry.displayName === 'Gro Gjestad');
    return {
      seat: seat?.presence.status,
      lobby: lobby.ok && 'snapshot' in lobby && lobby.snapshot,
    };
  };
  expect(await guests()).toMatchObject({
    seat: 'present',
    lobby: { waiting: [{ displayName: 'Gro Annen' }] },
  });
  for (const { id } of [inside.link, link])
    await world.call(anne, withdrawGuestLink, { sessionId, linkId: id });
  expect(await guests()).toEqual({ seat: 'left', lobby: { waiting: [] } });
});

test('GUEST-8 the cookie gives nothing after the date, however much it was used', async () => {
  const plan = await planSession(world);
  const until = world.clock.now() + 30 * MINUTE_MS;
  const { cookie } = await guestOf(plan, 'Gro', { untilAt: until });
  const { sessionId } = plan;
  world.clock.advance(29 * MINUTE_MS);
  expect((await call(cookie, joinSession, { sessionId })).body).toMatchObject({ ok: true });
  world.clock.advance(MINUTE_MS);
  expect((await call(cookie, joinSession, { sessionId })).status).toBe(401);
  expect((await call(cookie, ownInvitations, {})).status).toBe(401);
});

test('GUEST-8 when the teachers end the session its guests have nothing left', async () => {
  const plan = await planSession(world);
  const { cookie } = await guestOf(plan);
  await inTransaction(world.test.database, 'change', async (tx) => {
    await endSession(tx, plan.sessionId, world.clock.now());
    await endGuestsOf(tx, plan.sessionId, world.clock.now());
  });
  expect((await call(cookie, ownInvitations, {})).status).toBe(401);
  const { rows } = await world.test.database.execute(sql`
    select from session_invitation where session_id = ${plan.sessionId}`);
  expect(rows).toEqual([]);
});

test('GUEST-3 whoever comes while the link is withdrawn does not get in', async () => {
  const plan = await planSession(world);
  const { token, link } = await linkTo(plan);
  const { comes } = await inTransaction(world.test.database, 'change', async (tx) => {
    await tx.execute(sql`update guest_link set withdrawn_at = now() where id = ${link.id}`);
    const waiting = come(token, secret(), 'Gro');
    await somebodyWaits(world.test.database);
    return { comes: waiting };
  });
  expect(await comes).toMatchObject({ status: 404, cookie: null });
});

test('GUEST-8 whoever came while it was being withdrawn, or ended, is out with it', async () => {
  for (const end of ['withdrawn', 'ended'] as const) {
    const plan = await planSession(world);
    const { sessionId, anne } = plan;
    const { token, link } = await linkTo(plan);
    const browser = secret();
    let ending: Promise<unknown> = Promise.resolve();
    // Somebody holds the link, the guest waits for it, and whoever ends it waits for the guest.
    const entered = await inTransaction(world.test.database, 'change', async (tx) => {
      await lockLinkOf(tx, hashOf(token));
      const comes = come(token, browser, 'Gro');
      await somebodyWaits(world.test.database);
      ending =
        end === 'withdrawn'
          ? world.call(anne, withdrawGuestLink, { sessionId, linkId: link.id })
          : inTransaction(world.test.database, 'change', async (other) => {
              await endSession(other, sessionId, world.clock.now());
              await endGuestsOf(other, sessionId, world.clock.now());
            });
      return { comes };
    });
    const answer = await entered.comes;
    await ending;
    if (answer.cookie) expect((await call(answer.cookie, ownInvitations, {})).status).toBe(401);
    const { rows } = await world.test.database.execute(sql`
      select from session_invitation where session_id = ${sessionId}`);
    expect(rows).toEqual([]);
  }
});

test('GUEST-1 no links after the session, beyond it, or without end', async () => {
  const plan = await planSession(world);
  const { sessionId, anne } = plan;
  const make = (untilAt: number | null) =>
    world.call(anne, makeGuestLink, {
      ...{ sessionId, tokenHash: hashOf(secret()), note: '', as: 'supervisor', untilAt },
    });
  expect(await make(world.clock.now() + 9 * HOUR_MS)).toMatchObject({ refusal: 'outside-session' });
  for (let nth = 0; nth < 40; nth++) await make(null);
  expect(await make(null)).toMatchObject({ refusal: 'too-many-links' });
  await inTransaction(world.test.database, 'change', (tx) =>
    endSession(tx, sessionId, world.clock.now()),
  );
  expect(await make(null)).toMatchObject({ refusal: 'session-over' });
});

test('GUEST-9 thirty days after, a guest is forgotten with every word; the people of the school stay', async () => {
  const plan = await planSession(world);
  const { sessionId } = plan;
  const { cookie } = await guestOf(plan, 'Gro Glemmes', { note: 'Om Gro' });
  await call(cookie, joinSession, { sessionId });
  await call(cookie, postMessage, { sessionId, text: 'gjestens ord' });
  const { rows: found } = await world.test.database.execute<{ personId: never }>(sql`
    select person_id as "personId" from guest_link where session_id = ${sessionId}`);
  const personId = found[0]?.personId as never;
  expect(
    await inTransaction(world.test.database, 'view', (tx) => exportPersonalData(tx, personId)),
  ).toMatchObject({
    guestLinks: [{ note: 'Om Gro', usedByMe: true }],
    messages: [{ text: 'gjestens ord' }],
    seats: [{ guest_as: 'lecturer' }],
  });
  const held = async () => {
    const { rows } = await world.test.database.execute<{ held: string }>(sql`
      select concat_ws(' ', (select string_agg(p::text, ' ') from person p),
        (select string_agg(s::text, ' ') from seat s where session_id = ${sessionId}),
        (select string_agg(m::text, ' ') from chat_message m where session_id = ${sessionId}),
        (select string_agg(l::text, ' ') from guest_link l where session_id = ${sessionId}),
        (select string_agg(f::text, ' ') from fact f where id = ${sessionId})) as held`);
    return rows[0]?.held ?? '';
  };
  const until = world.clock.now() + 4 * HOUR_MS;
  const { database } = world.test;
  const log = makeLog('error');
  const erasures = makeErasures({ database, log, file: path.join(world.dataDir, 'erasures') });
  const parts = { database, erasures, log };
  await forgetGuests({ ...parts, now: until + (GUEST_KEPT_DAYS - 1) * DAY_MS });
  expect(await held()).toContain('Gro Glemmes');
  await forgetGuests({ ...parts, now: until + GUEST_KEPT_DAYS * DAY_MS });
  const after = await held();
  for (const gone of ['Gro Glemmes', 'gjestens ord', 'Om Gro']) expect(after).not.toContain(gone);
  expect(after).toContain('Kari Nordmann');
});

test('GUEST-7 an address that tries and tries is told to wait', async () => {
  const other = await createAppWorld();
  const home = world;
  try {
    world = other;
    const statuses = [];
    for (let nth = 0; nth < 62; nth++) statuses.push((await look(secret())).status);
    expect(statuses.slice(0, 60).every((status) => status === 404)).toBe(true);
    expect(statuses.slice(60)).toEqual([429, 429]);
    world.clock.advance(16 * MINUTE_MS);
    expect((await look(secret())).status).toBe(404);
  } finally {
    world = home;
    await other.close();
  }
});
