import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WELCOME_ENTER_PATH, WELCOME_LOOK_PATH } from '#shared/features/admin/welcome/model.ts';
import { DAY_MS } from '#shared/kernel/duration.ts';
import { type AppWorld, createAppWorld } from '../../../testing/app-world.ts';
import { renewFirstLink } from './first-administrator.ts';

let world: AppWorld;
beforeEach(async () => {
  world = await createAppWorld();
});
afterEach(() => world.close());

const newLink = async () => {
  const link = await renewFirstLink(world.test.database, world.clock.now());
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

test('F84 WELCOME-2 until an administrator has proved an address, each start has a link; then none', async () => {
  await enter(await newLink(), { email: 'tastefeil@skolen.example' });
  const again = await enter(await newLink(), { email: 'tastefeil@skolen.example' });
  expect(again.status).toBe(200);
  expect(await people()).toHaveLength(1);
  const teacher = await world.person({ role: 'teacher' });
  const taken = await enter(await newLink(), { email: `${teacher.personId}@example.org` });
  expect(taken.body).toMatchObject({ refusal: 'address-taken' });
  await world.test.database.execute(
    sql`update person set email_verified = true where email = 'tastefeil@skolen.example'`,
  );
  expect(await renewFirstLink(world.test.database, world.clock.now())).toBeNull();
});
