import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { suspendPerson } from '../public.ts';
import { openSchool, stopTheClock, type TestSchool } from '../sign-in/test-school.ts';
import { placeOfPasskeys } from './passkeys.ts';
import { makeAuthenticator } from './test-authenticator.ts';

const HERE = { origin: 'http://localhost:3970', rpID: 'localhost' };
let clock: ReturnType<typeof stopTheClock>;
let school: TestSchool;

beforeEach(async () => {
  clock = stopTheClock();
  school = await openSchool();
});
afterEach(async () => {
  await school.close();
  vi.useRealTimers();
});

const ask = (...given: Parameters<TestSchool['ask']>) => school.ask(...given);
const challengeFor = async (path: string, cookie?: string) => {
  const asked = await ask('POST', path, { body: {}, ...(cookie ? { cookie } : {}) });
  return String(asked.body.challenge);
};
const toMake = (cookie: string) => challengeFor('/api/me/passkeys/options', cookie);
const toEnter = () => challengeFor('/api/sign-in/passkey/options');
const keep = (cookie: string, response: object, name = 'Telefonen') =>
  ask('POST', '/api/me/passkeys', { cookie, body: { name, response } });
const enter = (response: object) => ask('POST', '/api/sign-in/passkey', { body: { response } });
const ownKeys = async (cookie: string) =>
  (await ask('GET', '/api/me/second-factor', { cookie })).body.passkeys as {
    id: string;
    name: string;
  }[];

async function withKey(roles?: readonly [{ readonly role: 'teacher' }]) {
  const { email, personId } = await school.person(roles ? { roles } : {});
  const otp = await school.codeFor(email);
  const first = await ask('POST', '/api/auth/sign-in/email-otp', { body: { email, otp } });
  const key = makeAuthenticator(HERE);
  const kept = await keep(first.cookie ?? '', key.create(await toMake(first.cookie ?? '')));
  expect(kept.status).toBe(200);
  return { email, personId, key, cookie: kept.cookie ?? first.cookie ?? '', kept };
}

test('SIGN-35 a passkey is made, brings the sheet with it, and is a whole way in', async () => {
  const { personId, key, cookie, kept } = await withKey([{ role: 'teacher' }]);
  expect(kept.body.codes).toHaveLength(10);
  expect(await ownKeys(cookie)).toMatchObject([{ name: 'Telefonen' }]);
  for (const name of ['', '   ', 'x'.repeat(61)]) {
    const unnamed = await keep(cookie, makeAuthenticator(HERE).create(await toMake(cookie)), name);
    expect(unnamed).toMatchObject({ status: 400 });
  }

  const inside = await enter(key.get(await toEnter()));
  expect(inside.body).toMatchObject({ signedIn: { personId } });
  expect(await school.signIns.signInFromCookie({ cookie: inside.cookie ?? '' })).toMatchObject({
    personId,
  });
});

test('SIGN-35 what a browser was asked to sign counts once, for a while, and for what it was asked', async () => {
  const { key, cookie } = await withKey();
  const once = key.get(await toEnter());
  expect(await enter(once)).toMatchObject({ status: 200 });
  expect(await enter(once)).toMatchObject({ body: { refusal: 'wrong-passkey' } });
  const old = await toEnter();
  clock.forward(5 * MINUTE_MS);
  expect(await enter(key.get(old))).toMatchObject({ status: 401 });
  expect(await enter(key.get('bm90IG91cnM'))).toMatchObject({ status: 401 });
  expect(await enter(key.get(await toMake(cookie)))).toMatchObject({ status: 401 });
  const another = makeAuthenticator(HERE);
  expect(await keep(cookie, another.create(await toEnter()))).toMatchObject({ status: 401 });
  const others = await withKey();
  expect(await keep(cookie, another.create(await toMake(others.cookie)))).toMatchObject({
    status: 401,
  });
});

test.each([
  ['another place', { ...HERE, origin: 'https://mellom.example' }],
  ['another name', { ...HERE, rpID: 'example.org' }],
  ['a press alone', { ...HERE, verified: false }],
])(
  'SIGN-35 a passkey shown at or with %s opens nothing, and cannot be made',
  async (_what, where) => {
    const { key, cookie } = await withKey();
    expect(await enter(key.get(await toEnter(), where))).toMatchObject({ status: 401 });
    const another = makeAuthenticator(HERE);
    expect(await keep(cookie, another.create(await toMake(cookie), where))).toMatchObject({
      body: { refusal: 'wrong-passkey' },
    });
    expect(await ownKeys(cookie)).toHaveLength(1);
  },
);

test('SIGN-35 a key that was copied, is nobody’s, or whose owner is suspended opens nothing', async () => {
  const { key, personId } = await withKey();
  await enter(key.get(await toEnter()));
  key.countBack();
  expect(await enter(key.get(await toEnter()))).toMatchObject({ status: 401 });
  expect(await enter(makeAuthenticator(HERE).get(await toEnter()))).toMatchObject({ status: 401 });
  const good = await withKey();
  await inTransaction(school.test.database, 'change', (tx) => suspendPerson(tx, good.personId));
  expect(await enter(good.key.get(await toEnter()))).toMatchObject({
    body: { refusal: 'wrong-passkey' },
  });
  expect(personId).not.toBe(good.personId);
});

test('SIGN-36 a passkey is taken away by its owner alone, and a code is then no longer enough', async () => {
  const { email, key, cookie } = await withKey();
  const [mine] = await ownKeys(cookie);
  const path = `/api/me/passkeys/${mine?.id}`;
  const other = await school.enter((await school.person()).email);
  for (const tried of [
    await ask('DELETE', path, { cookie: other }),
    await ask('DELETE', '/api/me/passkeys/x', { cookie }),
  ])
    expect(tried).toMatchObject({ status: 404, body: { refusal: 'not-found' } });

  const otp = await school.codeFor(email);
  const first = await ask('POST', '/api/auth/sign-in/email-otp', { body: { email, otp } });
  expect(first.body).toEqual({ waitsFor: { step: 'prove', app: false, passkey: true } });

  expect(await ask('DELETE', path, { cookie })).toMatchObject({ status: 204 });
  expect(await enter(key.get(await toEnter()))).toMatchObject({ status: 401 });
});

test('SIGN-36 a passkey is called something else by its owner alone, and opens as before', async () => {
  const { key, cookie } = await withKey();
  const [mine] = await ownKeys(cookie);
  const path = `/api/me/passkeys/${mine?.id}`;
  const name = (cookie: string, name: string, at = path) =>
    ask('PUT', at, { cookie, body: { name } });
  const other = await school.enter((await school.person()).email);
  expect(await name(other, 'Min')).toMatchObject({ status: 404 });
  expect(await name(cookie, 'Min', '/api/me/passkeys/x')).toMatchObject({ status: 404 });
  for (const wrong of ['', '   ', 'x'.repeat(61)])
    expect(await name(cookie, wrong)).toMatchObject({ status: 400 });
  expect(await ask('PUT', path, { body: { name: 'Min' } })).toMatchObject({ status: 401 });
  expect(await ownKeys(cookie)).toMatchObject([{ name: 'Telefonen' }]);

  expect(await name(cookie, ' Den nye telefonen ')).toMatchObject({ status: 204 });
  expect(await ownKeys(cookie)).toMatchObject([{ name: 'Den nye telefonen' }]);
  expect(await enter(key.get(await toEnter()))).toMatchObject({ status: 200 });
});

test('SIGN-35 where people reach us by a number there are no passkeys', async () => {
  expect(placeOfPasskeys('http://127.0.0.1:3000')).toBeNull();
  expect(placeOfPasskeys('http://[::1]:3000')).toBeNull();
  expect(placeOfPasskeys('https://mellom.example')).toEqual({
    rpID: 'mellom.example',
    origin: 'https://mellom.example',
  });
  await school.close();
  school = await openSchool({ baseUrl: 'http://127.0.0.1:3970' });
  expect((await ask('GET', '/api/door')).body).toMatchObject({ passkeys: false });
  expect(await ask('POST', '/api/sign-in/passkey/options', { body: {} })).toMatchObject({
    status: 404,
  });
});
