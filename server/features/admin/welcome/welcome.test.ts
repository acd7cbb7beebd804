import * as fs from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listPeople } from '#shared/features/admin/people/queries.ts';
import * as commands from '#shared/features/admin/welcome/commands.ts';
import {
  WELCOME_ENTER_PATH,
  WELCOME_LOOK_PATH,
  type WrittenWelcome,
} from '#shared/features/admin/welcome/model.ts';
import { DAY_MS } from '#shared/kernel/duration.ts';
import type { CohortId, PersonId, WelcomeId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { type AppWorld, createAppWorld } from '../../../testing/app-world.ts';
import { createSchool } from '../../../testing/school.ts';
import { until } from '../../../testing/until.ts';
import type { Somebody } from '../../../testing/world.ts';
import { makeLinkSecret } from '../../identity/sign-in/link-secret.ts';
import { openSignInKey } from '../../identity/sign-in/sign-in-key.ts';
import { erasePersonalData, exportPersonalData } from '../personal-data.ts';
import { lookAtWelcome } from './door.ts';

let world: AppWorld;
let admin: Somebody;
let adviser: Somebody;
let cohortId: CohortId;
let linkSecret: (opens: string) => string;

beforeAll(async () => {
  world = await createAppWorld();
  admin = await world.person({ role: 'admin', name: 'Astrid Lie' });
  adviser = await world.person({ role: 'studyAdviser', name: 'Ellen Vik' });
  cohortId = await (await createSchool(world.test.database, world.clock.now())).cohort();
  linkSecret = makeLinkSecret(openSignInKey(world.dataDir)('link'));
});
afterAll(() => world.close());

let made = 0;
const somebody = (given: Partial<WrittenWelcome> = {}): WrittenWelcome => {
  made += 1;
  return {
    ...{ name: 'Kari Nilsen', email: `kari-${made}@skolen.example`, language: 'nn' as const },
    ...{ roles: ['teacher' as const], cohortId: null, rolesUntil: null, ...given },
  };
};

async function invited(given: Partial<WrittenWelcome> = {}): Promise<WelcomeId> {
  const reply = await world.call(admin, commands.invitePerson, somebody(given));
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value.welcomeId;
}

const linkOf = (welcomeId: WelcomeId, round = 1) =>
  `${welcomeId}.${round}.${linkSecret(`${welcomeId}.${round}`)}`;

async function post(path: string, body: object, cookie = '') {
  const answer = await fetch(`${world.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-mellom': '1', origin: world.url, cookie },
    body: JSON.stringify(body),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as object };
}
const look = (token: string, cookie?: string) => post(WELCOME_LOOK_PATH, { token }, cookie);
const enter = (token: string, cookie?: string) =>
  post(WELCOME_ENTER_PATH, { token, language: 'nb' }, cookie);

const countOf = async (table: string) =>
  (await world.test.database.execute(sql`select from ${sql.identifier(table)}`)).rowCount;

test('F84 WELCOME-3 a letter goes out, and its link makes whoever has it a person with roles and relations, once', async () => {
  const email = 'mari@skolen.example';
  await invited({ name: 'Mari Berg', email, roles: ['student'], cohortId });
  const letter = await until(() => letterTo(email));
  expect(letter).toContain('Subject: Du er invitert til Mellom');
  expect(letter).toContain('Astrid Lie');
  const token = letter.match(/velkommen#(\S+)/)?.[1] ?? '';
  expect((await look(token)).body).toMatchObject({
    ...{ as: 'invited', name: 'Mari Berg', email, roles: ['student'], signedInAs: null },
    ...{ invitedBy: 'Astrid Lie', untilAt: world.clock.now() + 14 * DAY_MS },
  });
  const came = await enter(token);
  expect(came.status).toBe(200);
  const cookie = came.headers.get('set-cookie')?.split(';')[0] ?? '';
  const door = await fetch(`${world.url}/api/door`, { headers: { cookie } });
  expect(await door.json()).toMatchObject({
    signedIn: { displayName: 'Mari Berg', roles: ['student'], language: 'nb' },
  });
  const { rows } = await world.test.database.execute(sql`
    select p.email_verified as proved, e.cohort_id as "cohortId", w.accepted_at is not null as came
    from person p join enrolment e on e.person_id = p.id join welcome w on w.person_id = p.id
    where p.email = ${email}`);
  expect(rows).toEqual([{ proved: true, cohortId, came: true }]);
  for (const again of [await look(token), await enter(token)])
    expect(again).toMatchObject({ status: 409, body: { refusal: 'link-used' } });
});

test('F84 whoever came by an invitation is told what it held, and is in it no more when they are forgotten', async () => {
  const token = linkOf(await invited({ name: 'Tone Aas', email: 'tone@skolen.example' }));
  await enter(token);
  const { rows } = await world.test.database.execute<{ id: PersonId }>(
    sql`select id from person where email = 'tone@skolen.example'`,
  );
  const tone = rows[0]?.id as PersonId;
  await inTransaction(world.test.database, 'change', async (tx) => {
    const held = await exportPersonalData(tx, tone);
    expect(held).toMatchObject({ invitedAs: [{ email: 'tone@skolen.example' }], invited: [] });
    expect((await exportPersonalData(tx, admin.personId)).invited.length).toBeGreaterThan(0);
    await erasePersonalData(tx, tone);
  });
  const left = await world.test.database.execute<{ row: string }>(
    sql`select w::text as row from welcome w where person_id = ${tone}`,
  );
  expect(left.rows[0]?.row).not.toMatch(/tone/iu);
});

/** Its fourteen days have passed. */
const runOut = (welcomeId: WelcomeId) =>
  world.test.database.execute(sql`
    update welcome set until_at = to_timestamp(${world.clock.now() / 1000}) where id = ${welcomeId}`);

/** Quoted-printable as text. */
async function letterTo(email: string): Promise<string> {
  const folder = path.join(world.dataDir, 'mail');
  for (const name of await fs.readdir(folder).catch(() => [])) {
    const letter = await fs.readFile(path.join(folder, name), 'utf8');
    if (letter.includes(`To: ${email}`))
      return letter.replaceAll('\r', '').replaceAll('=\n', '').replaceAll('=3D', '=');
  }
  throw new Error(`no letter to ${email}`);
}

test('F84 WELCOME-3 nothing that opens a link is in the database, and the server’s key is needed for it', async () => {
  const welcomeId = await invited();
  const { rows } = await world.test.database.execute(sql`
    select w::text || coalesce((select string_agg(l::text, ' ') from letter l where opens like w.id || '.%'), '')
      as row from welcome w where id = ${welcomeId}`);
  expect(JSON.stringify(rows)).not.toContain(linkSecret(`${welcomeId}.1`));
  const foreign = makeLinkSecret(Buffer.alloc(32, 7));
  const forged = await look(`${welcomeId}.1.${foreign(`${welcomeId}.1`)}`);
  expect(forged).toMatchObject({ status: 404, body: { refusal: 'link-over' } });
});

test('F84 WELCOME-4 sent again the older link is void; taken back and after fourteen days it is over', async () => {
  const again = await invited();
  expect(await world.call(admin, commands.sendWelcomeAgain, { welcomeId: again })).toMatchObject({
    ok: true,
  });
  expect((await look(linkOf(again, 1))).status).toBe(404);
  expect((await look(linkOf(again, 2))).status).toBe(200);
  const back = await invited();
  await world.call(admin, commands.takeWelcomeBack, { welcomeId: back });
  await world.call(admin, commands.takeWelcomeBack, { welcomeId: back });
  expect((await enter(linkOf(back))).body).toMatchObject({ refusal: 'link-over' });
  expect(await world.call(admin, commands.sendWelcomeAgain, { welcomeId: back })).toMatchObject({
    refusal: 'not-found',
  });
  const { rowCount } = await world.test.database.execute(
    sql`select from letter where opens like ${`${back}.%`}`,
  );
  expect(rowCount).toBe(0);
  const old = await invited();
  await runOut(old);
  expect((await enter(linkOf(old))).status).toBe(404);
});

test('F84 WELCOME-5 opened by somebody who is signed in as another, it says so and is not used', async () => {
  const token = linkOf(await invited());
  const cookie = await world.cookieOf(adviser);
  expect((await look(token, cookie)).body).toMatchObject({ signedInAs: 'Ellen Vik' });
  expect(await enter(token, cookie)).toMatchObject({
    status: 409,
    body: { refusal: 'signed-in-as-another' },
  });
  expect((await enter(token)).status).toBe(200);
});

test('F84 WELCOME-4 three hundred links that are wrong in one place open nothing', async () => {
  const right = linkOf(await invited());
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789-_.#/%\u0000 é';
  const mangled = Array.from({ length: 300 }, (_, nth) => {
    const at = (nth * 7) % right.length;
    const sign = letters[nth % letters.length] ?? '';
    const cut = [right.slice(0, at) + sign + right.slice(at + 1), right.slice(0, at), right + sign];
    return cut[nth % 3] ?? '';
  }).filter((token) => token !== right);
  expect(mangled.length).toBeGreaterThan(250);
  const now = world.clock.now();
  const answers = await inTransaction(world.test.database, 'view', async (tx) => {
    const all = [];
    for (const token of mangled)
      all.push(await lookAtWelcome(tx, { token, linkSecret, personId: null, again: null, now }));
    return all;
  });
  expect(new Set(answers)).toEqual(new Set(['link-over']));
});

test('F84 WELCOME-3 whoever cannot be invited is named with a reason, and nothing is kept', async () => {
  const before = [await countOf('welcome'), await countOf('letter')];
  const waits = somebody();
  const first = await world.call(admin, commands.invitePerson, waits);
  const refusal = async (given: Partial<WrittenWelcome>) =>
    world.call(admin, commands.invitePerson, somebody(given));
  expect(await refusal({ email: waits.email.toUpperCase() })).toMatchObject({
    refusal: 'already-invited',
  });
  expect(await refusal({ email: `${adviser.personId}@example.org` })).toMatchObject({
    refusal: 'already-here',
  });
  const nowhere = newId<'cohort'>() as CohortId;
  expect(await refusal({ roles: ['student'], cohortId: nowhere })).toMatchObject({
    refusal: 'cohort-missing',
  });
  expect([await countOf('welcome'), await countOf('letter')]).toEqual(
    before.map((count) => (count ?? 0) + 1),
  );
  if (first.ok) await runOut(first.value.welcomeId);
  expect(await world.call(admin, commands.invitePerson, waits)).toMatchObject({ ok: true });
});

test('F84 row 5: a study adviser invites students alone, also in a list', async () => {
  const call = (people: WrittenWelcome[]) => world.call(adviser, commands.inviteList, { people });
  const student = () => somebody({ roles: ['student'], cohortId });
  expect(await call([student(), student()])).toMatchObject({ ok: true, value: { invited: 2 } });
  expect(await call([student(), somebody()])).toMatchObject({ refusal: 'not-found' });
  const teacher = await invited();
  for (const command of [commands.sendWelcomeAgain, commands.takeWelcomeBack])
    expect(await world.call(adviser, command, { welcomeId: teacher })).toMatchObject({
      refusal: 'not-found',
    });
});

test('F84 row 5: a practice coordinator invites practice supervisors alone, with an end, and looks after them', async () => {
  const coordinator = await world.person({ role: 'practiceCoordinator' });
  const call = (given: Partial<WrittenWelcome>) =>
    world.call(coordinator, commands.invitePerson, somebody(given));
  const rolesUntil = world.clock.now() + 90 * DAY_MS;
  const made = await call({ roles: ['practiceSupervisor'], rolesUntil });
  if (!made.ok) throw new Error(made.refusal);
  expect(await call({ roles: ['practiceSupervisor'] })).toMatchObject({ refusal: 'end-missing' });
  for (const roles of [['teacher'], ['practiceSupervisor', 'examiner'], []] as const)
    expect(await call({ roles: [...roles], rolesUntil })).toMatchObject({ ok: false });
  expect(await call({ roles: ['student'], cohortId })).toMatchObject({ refusal: 'not-found' });
  const { welcomeId } = made.value;
  expect(await world.call(adviser, commands.takeWelcomeBack, { welcomeId })).toMatchObject({
    refusal: 'not-found',
  });
  expect(await world.call(coordinator, commands.takeWelcomeBack, { welcomeId })).toMatchObject({
    ok: true,
  });
});

test('F84 WELCOME-6 ten thousand lines are one transaction, answered once; with one that cannot be, none', async () => {
  const people = Array.from({ length: 10_000 }, () => somebody());
  const before = (await countOf('welcome')) ?? 0;
  const cookie = await world.cookieOf(admin);
  const send = (callId: string, list: WrittenWelcome[]) =>
    post(`/api/command/${commands.inviteList.name}`, { callId, input: { people: list } }, cookie);
  const faulty = await send(newId(), [...people.slice(1), { ...somebody(), email: 'nei' }]);
  expect(faulty.body).toMatchObject({
    value: { invited: 0, faults: [{ at: 9_999, fault: 'bad-address' }] },
  });
  expect(await countOf('welcome')).toBe(before);
  const callId = newId();
  const first = await send(callId, people);
  expect(first.body).toMatchObject({ value: { invited: 10_000, faults: [] } });
  expect((await send(callId, people)).body).toEqual(first.body);
  expect(await countOf('welcome')).toBe(before + 10_000);
  await world.test.database.execute(sql`delete from letter where sent_at is null`);
  const listed = await world.ask(admin, listPeople, {
    ...{ search: people[0]?.email ?? '', role: 'teacher', state: 'invited', after: 0 },
  });
  expect(listed).toMatchObject({ ok: true, value: { count: 1, people: [{ state: 'invited' }] } });
}, 60_000);

test('F84 WELCOME-7 whoever comes in as rector alone and waits for the second yes is told so at the door', async () => {
  await world.person({ role: 'admin' });
  const entered = await enter(linkOf(await invited({ roles: ['rector'] })));
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const door = await fetch(`${world.url}/api/door`, { headers: { cookie } });
  expect(await door.json()).toMatchObject({ signedIn: { roles: [] }, rolesAsked: ['rector'] });
});
