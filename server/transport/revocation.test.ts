import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { postMessage } from '#shared/features/session/chat/commands.ts';
import { raiseHand } from '#shared/features/session/hand-queue/commands.ts';
import { joinSession } from '#shared/features/session/roster/commands.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { CallId, CohortId, GroupId, SessionId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/wire/access.ts';
import type { AnyCommand } from '#shared/wire/contract.ts';
import type { Facts } from '#shared/wire/socket-events.ts';
import { newId } from '../platform/new-id.ts';
import { type AppWorld, type ClientSocket, createAppWorld } from '../testing/app-world.ts';
import { createSchool, type School } from '../testing/school.ts';
import type { Somebody } from '../testing/world.ts';

/** Five times the goal of a second (docs/access.md §4): a test catches a hang, a bench measures. */
const WATCHDOG_MS = 5_000;

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let world: AppWorld;
let school: School;
let cohort: CohortId;
let group: GroupId;
let sessionId: SessionId;
let host: Line;

type Line = { readonly socket: ClientSocket; readonly heard: string[]; readonly ended: string[] };

beforeAll(async () => {
  world = await createAppWorld();
  school = await createSchool(world.test.database, world.clock.now());
  cohort = await school.cohort();
  group = await school.group(cohort);
  const teacher = await world.person({ role: 'teacher', name: 'Vert Vertsen' });
  sessionId = await school.session({ cohortId: cohort, groupId: group });
  await school.assign(teacher, sessionId);
  host = await lineOf(teacher);
  await comeIn(host);
});
afterEach(() => world.clock.advance(MINUTE_MS / 6));
afterAll(() => world.close());

/** A member of the group, an assigned teacher or somebody invited, by role. */
async function insider(role: Role): Promise<Somebody> {
  const somebody = await world.person({ role, name: `${role} ${newId()}` });
  if (role === 'teacher') await school.assign(somebody, sessionId);
  else if (role === 'student') {
    await school.enrol(somebody, cohort);
    await school.addToGroup(somebody, group);
  } else {
    await school.invite(somebody, sessionId);
    await school.letIn(somebody, sessionId);
  }
  return somebody;
}

async function lineOf(somebody: Somebody, cookie?: string): Promise<Line> {
  const socket = await world.socket(somebody, cookie);
  const line: Line = { socket, heard: [], ended: [] };
  socket.on('facts', (facts: Facts) => {
    for (const { facts: said } of facts.revisions) line.heard.push(JSON.stringify(said));
  });
  socket.on('closed', ({ channel }) => line.ended.push(`closed ${channel}`));
  socket.on('bye', ({ reason }) => line.ended.push(reason));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
    socket.connect();
  });
  return line;
}

function call(line: Line, command: AnyCommand, input: object) {
  const callId = newId<'call'>() as CallId;
  return line.socket.emitWithAck('command', { callId, name: command.name, input });
}

const listen = (line: Line, id: string = sessionId) =>
  line.socket.emitWithAck('subscribe', { channel: sessionChannel.name, id, after: null });

async function comeIn(line: Line): Promise<void> {
  expect(await call(line, joinSession, { sessionId })).toMatchObject({ ok: true });
  expect(await listen(line)).toMatchObject({ ok: true });
}

/** The host says something; answers when the host's own line has heard it. */
async function say(text: string): Promise<void> {
  expect(await call(host, postMessage, { sessionId, text })).toMatchObject({ ok: true });
  await vi.waitFor(() => expect(host.heard.join()).toContain(text), WATCHDOG_MS);
}

const set = (statement: ReturnType<typeof sql>) => world.test.database.execute(statement);
const past = () => sql`to_timestamp(${world.clock.now() / 1000 - 1})`;

type Cause = {
  readonly name: string;
  readonly role: Role;
  readonly take: (from: Somebody) => Promise<unknown>;
};

/** Takes the right to this session; the sign-in stays. */
const REMOVALS: readonly Cause[] = [
  {
    name: 'enrolment ended',
    role: 'student',
    take: ({ personId }) =>
      set(sql`update enrolment set until_at = ${past()} where person_id = ${personId}`),
  },
  {
    name: 'enrolment removed',
    role: 'student',
    take: ({ personId }) => set(sql`delete from enrolment where person_id = ${personId}`),
  },
  {
    name: 'group left',
    role: 'student',
    take: ({ personId }) => set(sql`delete from group_member where person_id = ${personId}`),
  },
  {
    name: 'role ended',
    role: 'student',
    take: ({ personId }) =>
      set(sql`update role_held set until = ${past()} where person_id = ${personId}`),
  },
  {
    name: 'role removed',
    role: 'teacher',
    take: ({ personId }) => set(sql`delete from role_held where person_id = ${personId}`),
  },
  {
    name: 'role changed',
    role: 'teacher',
    take: ({ personId }) =>
      set(sql`update role_held set role = 'examiner' where person_id = ${personId}`),
  },
  {
    name: 'assignment removed',
    role: 'teacher',
    take: ({ personId }) => set(sql`delete from session_teacher where person_id = ${personId}`),
  },
  {
    name: 'invitation taken back',
    role: 'guest',
    take: ({ personId }) => set(sql`delete from session_invitation where person_id = ${personId}`),
  },
  {
    name: 'invitation ended',
    role: 'admin',
    take: ({ personId }) =>
      set(sql`update session_invitation set until_at = ${past()} where person_id = ${personId}`),
  },
];

/** Takes the sign-in, and with it every line that stands on it. */
const SIGN_OUTS: readonly Cause[] = [
  {
    name: 'suspended',
    role: 'student',
    take: ({ personId }) => set(sql`update person set status = 'suspended' where id = ${personId}`),
  },
  {
    name: 'person deleted',
    role: 'guest',
    take: ({ personId }) =>
      set(sql`with gone as (delete from sign_in where person_id = ${personId})
        delete from role_held where person_id = ${personId}`),
  },
  {
    name: 'sign-in ended before its time',
    role: 'student',
    take: ({ personId }) =>
      set(sql`update sign_in set expires_at = ${past()} where person_id = ${personId}`),
  },
];

async function expectCut(line: Line, how: string): Promise<void> {
  await vi.waitFor(() => expect(line.ended).toContain(how), WATCHDOG_MS);
  const text = `etterpå ${newId()}`;
  await say(text);
  await delay(50);
  expect(line.heard.join()).not.toContain(text);
}

test.for(REMOVALS)(
  'access §4 $name: the channel closes, and what follows is not heard',
  async ({ role, take }) => {
    const somebody = await insider(role);
    const line = await lineOf(somebody);
    await comeIn(line);
    const text = `før ${newId()}`;
    await say(text);
    await vi.waitFor(() => expect(line.heard.join()).toContain(text));

    await take(somebody);
    // Not waiting for the notice: whatever is asked from the commit on is refused, and reads like unknown.
    const refused = await Promise.all([
      ...Array.from({ length: 8 }, () => call(line, raiseHand, { sessionId })),
      call(line, postMessage, { sessionId, text: 'Jeg også' }),
      call(line, joinSession, { sessionId }),
      listen(line),
    ]);
    const unknown = await call(line, raiseHand, { sessionId: newId() });
    expect(new Set(refused.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify(unknown)]),
    );
    expect(unknown).toEqual({ ok: false, refusal: 'not-found' });

    await expectCut(line, 'closed session');
    expect(line.socket.connected).toBe(true);
    line.socket.disconnect();
    const again = await lineOf(somebody);
    expect(await listen(again)).toEqual({ ok: false, refusal: 'not-found' });
    expect(await call(again, joinSession, { sessionId })).toEqual({
      ok: false,
      refusal: 'not-found',
    });
  },
);

test.for(SIGN_OUTS)(
  'access §4 $name: every line of the person is cut, and none comes back',
  async ({ role, take }) => {
    const somebody = await insider(role);
    const cookie = await world.cookieOf(somebody);
    const lines = [await lineOf(somebody, cookie), await lineOf(somebody, cookie)];
    for (const line of lines) await comeIn(line);
    await take(somebody);
    for (const line of lines) {
      await expectCut(line, 'signed-out');
      await vi.waitFor(() => expect(line.socket.connected).toBe(false), WATCHDOG_MS);
    }
    await expect(lineOf(somebody, cookie)).rejects.toThrow('signed-out');
  },
);

test('access §4 signing out cuts the lines of that sign-in at once', async () => {
  const somebody = await insider('student');
  const cookie = await world.cookieOf(somebody);
  const line = await lineOf(somebody, cookie);
  await comeIn(line);
  const headers = { 'content-type': 'application/json', 'x-mellom': '1', cookie };
  const done = await fetch(`${world.url}/api/auth/sign-out`, {
    method: 'POST',
    headers,
    body: '{}',
  });
  expect(done.status).toBe(200);
  await expectCut(line, 'signed-out');
  await expect(lineOf(somebody, cookie)).rejects.toThrow('signed-out');
});

test('access §4 a sign-in ended from another device loses its lines; the other device keeps its own', async () => {
  const phone = await insider('student');
  const laptop: Somebody = { ...phone, signInId: newId<'sign-in'>() as never };
  await set(sql`insert into sign_in (id, person_id, token_hash, expires_at, created_at, updated_at, second_factor)
    select ${laptop.signInId}, person_id, ${laptop.signInId}, expires_at, created_at, updated_at, second_factor
    from sign_in where id = ${phone.signInId}`);
  const onPhone = await lineOf(phone);
  const laptopCookie = await world.cookieOf(laptop);
  const onLaptop = await lineOf(laptop, laptopCookie);
  await comeIn(onPhone);
  await comeIn(onLaptop);

  const headers = { 'x-mellom': '1', cookie: laptopCookie };
  const done = await fetch(`${world.url}/api/sign-ins/${phone.signInId}`, {
    method: 'DELETE',
    headers,
  });
  expect(done.status).toBe(204);
  await expectCut(onPhone, 'signed-out');
  const text = `til laptopen ${newId()}`;
  await say(text);
  await vi.waitFor(() => expect(onLaptop.heard.join()).toContain(text), WATCHDOG_MS);
});

test('access §4 a session that is deleted closes for everybody in it, and reads like unknown', async () => {
  const own = await school.session({ cohortId: cohort });
  const somebody = await insider('student');
  const line = await lineOf(somebody);
  expect(await call(line, joinSession, { sessionId: own })).toMatchObject({ ok: true });
  expect(await listen(line, own)).toMatchObject({ ok: true });
  await school.deleteSession(own);
  await vi.waitFor(() => expect(line.ended).toContain('closed session'), WATCHDOG_MS);
  expect(await listen(line, own)).toEqual({ ok: false, refusal: 'not-found' });
});

test('ROSTER-15 a session that is cancelled closes for everybody in it, and says why to whoever asks', async () => {
  const own = await school.session({ cohortId: cohort });
  const lines = [];
  for (let nth = 0; nth < 2; nth++) {
    const line = await lineOf(await insider('student'));
    expect(await call(line, joinSession, { sessionId: own })).toMatchObject({ ok: true });
    expect(await listen(line, own)).toMatchObject({ ok: true });
    lines.push(line);
  }
  await school.cancelSession(own);
  for (const line of lines) {
    // Not waiting for the notice: nothing new begins from the commit on.
    expect(await call(line, postMessage, { sessionId: own, text: 'Hei?' })).toEqual({
      ok: false,
      refusal: 'session-over',
    });
    await vi.waitFor(() => expect(line.ended).toContain('closed session'), WATCHDOG_MS);
    expect(await listen(line, own)).toEqual({ ok: false, refusal: 'not-joined' });
    expect(await call(line, joinSession, { sessionId: own })).toEqual({
      ok: false,
      refusal: 'session-cancelled',
    });
    expect(await call(line, raiseHand, { sessionId: own })).toEqual({
      ok: false,
      refusal: 'session-over',
    });
    expect(line.socket.connected).toBe(true);
  }
  await vi.waitFor(async () => {
    const { rows } = await world.test.database.execute(
      sql`select from seat where session_id = ${own} and left_at is null`,
    );
    expect(rows).toEqual([]);
  }, WATCHDOG_MS);
});

test('access §4 a notice that is lost with its line is made up for by comparing versions', async () => {
  const somebody = await insider('student');
  const line = await lineOf(somebody);
  await comeIn(line);
  // The listener is cut and the right taken in one statement: nobody hears the notice.
  const { rows } = await world.test.database.execute<{ cut: boolean }>(sql`
    select pg_terminate_backend(pid) as cut from pg_stat_activity
    where datname = current_database() and query ilike 'listen authority'`);
  expect(rows).toEqual([{ cut: true }]);
  await set(sql`delete from enrolment where person_id = ${somebody.personId}`);
  await expectCut(line, 'closed session');

  // And the next notice is heard again: the bus has come back.
  const next = await insider('guest');
  const nextLine = await lineOf(next);
  await comeIn(nextLine);
  await school.removeRelations(next);
  await expectCut(nextLine, 'closed session');
});

test.for(['invitation', 'role', 'enrolment', 'group'] as const)(
  'access §4 an end date that passes takes the right with it: %s',
  async (what) => {
    const somebody = await insider(what === 'invitation' ? 'guest' : 'student');
    const soon = sql`to_timestamp(${(world.clock.now() + 1_000) / 1000})`;
    const line = await lineOf(somebody);
    const { personId } = somebody;
    if (what === 'invitation') {
      await set(
        sql`update session_invitation set until_at = ${soon} where person_id = ${personId}`,
      );
    } else if (what === 'role') {
      await set(sql`update role_held set until = ${soon} where person_id = ${personId}`);
    } else if (what === 'enrolment') {
      await set(sql`update enrolment set until_at = ${soon} where person_id = ${personId}`);
    } else await set(sql`update group_member set until_at = ${soon} where person_id = ${personId}`);
    await comeIn(line);
    // Longer than it takes to hear of the update itself and to compare versions once.
    await delay(2_500);
    expect(line.ended).toEqual([]);
    world.clock.advance(1_000);
    await expectCut(line, 'closed session');
  },
);
