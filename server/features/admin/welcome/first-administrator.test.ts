import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WELCOME_ENTER_PATH, WELCOME_LOOK_PATH } from '#shared/features/admin/welcome/model.ts';
import { DAY_MS } from '#shared/kernel/duration.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { type AppWorld, createAppWorld } from '../../../testing/app-world.ts';
import { hashOfToken } from '../../identity/public.ts';
import { enterAgain, renewFirstLink } from './first-administrator.ts';

let world: AppWorld;
beforeEach(async () => {
  world = await createAppWorld();
});
afterEach(() => world.close());

const newLink = async () => {
  const link = await renewFirstLink(world.test.database, null, world.clock.now());
  return link?.token ?? '';
};

async function post(path: string, body: object) {
  const answer = await fetch(`${world.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-mellom': '1', origin: world.url },
    body: JSON.stringify(body),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as object };
}

const look = (token: string) => post(WELCOME_LOOK_PATH, { token });
const enter = (token: string, said: object = {}) =>
  post(WELCOME_ENTER_PATH, {
    ...{ token, name: 'Astrid Lie', email: ' Astrid@Skolen.example ', language: 'nn' },
    ...said,
  });
const people = async () =>
  (
    await world.test.database.execute(sql`
      select email, display_name as name, email_verified as proved, language,
        (select array_agg(role) from role_held where person_id = id) as roles from person`)
  ).rows;

test('F84 WELCOME-1 the first administrator comes in by the link, once, and sets up a second factor at the door', async () => {
  const token = await newLink();
  expect((await look(token)).body).toEqual({
    as: 'first-administrator',
    untilAt: world.clock.now() + DAY_MS,
    signedInAs: null,
  });
  const entered = await enter(token);
  expect(entered.status).toBe(200);
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const door = await fetch(`${world.url}/api/door`, { headers: { cookie } });
  expect(await door.json()).toMatchObject({
    ...{ demo: false, doors: [], signedIn: null },
    waitsFor: { step: 'set-up', app: false, passkey: false },
  });
  expect(await people()).toEqual([
    {
      ...{ email: 'astrid@skolen.example', name: 'Astrid Lie', language: 'nn' },
      ...{ proved: false, roles: ['admin'] },
    },
  ]);
  expect(await enter(token, { email: 'en.annen@skolen.example' })).toMatchObject({
    status: 404,
    body: { refusal: 'link-over' },
  });
  expect(await people()).toHaveLength(1);
});

test('F84 WELCOME-1 of two who come at once one gets in', async () => {
  const token = await newLink();
  const came = await Promise.all(
    ['en@skolen.example', 'to@skolen.example'].map((email) => enter(token, { email })),
  );
  expect(came.map(({ status }) => status).sort()).toEqual([200, 404]);
  expect(await people()).toHaveLength(1);
});

test('F84 WELCOME-1 nothing of the link is in the database, and it is over after a day and at the next start', async () => {
  const token = await newLink();
  const { rows } = await world.test.database.execute(
    sql`select f::text as row from first_administrator_link f`,
  );
  expect(JSON.stringify(rows)).not.toContain(token);
  world.clock.advance(DAY_MS);
  expect((await look(token)).body).toMatchObject({ refusal: 'link-over' });
  expect((await enter(token)).status).toBe(404);
  const [older, newer] = [await newLink(), await newLink()];
  expect((await look(older)).status).toBe(404);
  expect((await look(newer)).status).toBe(200);
  expect(await people()).toEqual([]);
});

test('F84 WELCOME-1 a name or an address that cannot be, is refused with a reason, and the link is not used', async () => {
  const token = await newLink();
  for (const [said, refusal] of [
    [{ name: ' ' }, 'name-empty'],
    [{ name: 'a'.repeat(61) }, 'name-too-long'],
    [{ email: 'astrid' }, 'bad-address'],
    [{ email: `${'a'.repeat(250)}@skolen.example` }, 'bad-address'],
    [{ language: 'tlh' }, 'bad-input'],
  ] as const)
    expect((await enter(token, said)).body).toEqual({ ok: false, refusal });
  expect(await people()).toEqual([]);
  expect((await enter(token)).status).toBe(200);
});

test('F84 WELCOME-2 while nobody is here but an administrator without a way in, each start has a link; then none', async () => {
  await enter(await newLink(), { email: 'tastefeil@skolen.example' });
  const again = await enter(await newLink(), { email: 'tastefeil@skolen.example' });
  expect(again.status).toBe(200);
  expect(await people()).toHaveLength(1);
  const unused = await newLink();
  await world.test.database.execute(sql`
    insert into authenticator_app (person_id, secret, confirmed_at) select id, '', now() from person`);
  const taken = await enter(unused, { email: 'tastefeil@skolen.example' });
  expect(taken.body).toMatchObject({ refusal: 'address-taken' });
  expect(await newLink()).toBe('');
  expect((await look(unused)).status).toBe(404);
  await world.test.database.execute(sql`delete from authenticator_app`);
  expect(await newLink()).not.toBe('');
  await world.person({ role: 'teacher' });
  expect(await newLink()).toBe('');
});

test('F84 WELCOME-2 whom the operator names gets in again with that address alone, as who they are, with nothing they had', async () => {
  const { personId, signInId } = await world.person({ role: 'admin' });
  const { personId: teacher } = await world.person({ role: 'teacher' });
  const [named, other] = [personId, teacher].map((id) => `${id}@example.org`) as [string, string];
  const { database } = world.test;
  const now = world.clock.now();
  await database.execute(sql`
    insert into authenticator_app (person_id, secret, confirmed_at) values (${personId}, '', now())`);
  expect(await renewFirstLink(database, other, now)).toBeNull();

  const link = await renewFirstLink(database, named, now);
  const comesAs = (email: string) =>
    inTransaction(database, 'change', (tx) => {
      const tokenHash = hashOfToken(link?.token ?? '');
      return enterAgain(tx, { tokenHash, email, name: 'En annen', language: 'nb', now }, named);
    });
  expect(await comesAs(other)).toBe('another-address');
  expect(await comesAs(named)).toEqual({ personId });
  expect(await comesAs(named)).toBe('link-over');
  const { rows } = await database.execute(sql`
    select (select count(*)::int from authenticator_app) as apps,
      (select count(*)::int from sign_in where id = ${signInId}) as "signIns",
      (select count(*)::int from letter where person_id = ${personId}) as letters,
      (select count(*)::int from role_held where role = 'admin') as administrators,
      (select count(*)::int from audit_entry where action = 'second-factors-reset'
        and subject_id = ${personId} and actor_id is null) as lines`);
  expect(rows).toEqual([{ apps: 0, signIns: 0, letters: 1, administrators: 1, lines: 1 }]);
});
