import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSchool, type TestSchool } from '../sign-in/test-school.ts';
import { openTestProvider, type TestProvider } from './test-provider.ts';

const CLIENT = { id: 'mellom', secret: 'a secret that nobody else has' };
const BACK = '/api/sign-in/provider/back';
const OURS = 'http://localhost:3970';
const own = (name: string) => new RegExp(`${name}=([^;]*)`);
let provider: TestProvider;
let school: TestSchool;

beforeEach(async () => {
  provider = await openTestProvider({ ...CLIENT, backUrl: `${OURS}${BACK}` });
  const { issuer } = provider;
  school = await openSchool({
    oidc: { issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, name: 'Feide' },
  });
});
afterEach(async () => {
  await school.close();
  await provider.close();
});

const ask = (...given: Parameters<TestSchool['ask']>) => school.ask(...given);
const cookieIn = (headers: Record<string, unknown>, name: string) =>
  [headers['set-cookie']]
    .flat()
    .map((set) => own(name).exec(String(set))?.[1])
    .find((value) => value !== undefined) ?? '';

/** A browser that is sent to the provider, and comes back with its answer. */
async function walk(path: string, { body = {}, cookie = '' }: { body?: object; cookie?: string }) {
  const begun = await ask('POST', path, { body, cookie });
  expect(begun.status).toBe(200);
  const browser = `mellom-provider=${cookieIn(begun.headers, 'mellom-provider')}`;
  const query = await provider.goTo(String(begun.body.url));
  const cookies = [browser, cookie].filter(Boolean).join('; ');
  return { query, cookies, url: String(begun.body.url) };
}
async function back(query: string, cookie: string) {
  const answer = await school.http.inject({
    ...{ method: 'GET', url: `${BACK}${query}`, headers: { cookie } },
  });
  const signIn = cookieIn(answer.headers as Record<string, unknown>, 'mellom-sign-in');
  return { to: answer.headers.location, signIn, status: answer.statusCode };
}
const enter = async (target = '/') => {
  const { query, cookies } = await walk('/api/sign-in/provider', { body: { target } });
  return back(query, cookies);
};
async function linked(sub: string) {
  const { email, personId } = await school.person();
  const cookie = await school.enter(email);
  provider.signedInAs(sub);
  const { query, cookies } = await walk('/api/me/provider', { cookie });
  const letter = school.nextLetter();
  expect((await back(query, cookies)).to).toBe('/konto');
  // SIGN-33: its owner is told, as of any other way in that is new.
  expect(await letter).toMatchObject({ to: email });
  expect((await letter).raw).toContain('konto et annet sted');
  return { email, personId, cookie };
}
const NOT_IN = { to: '/logg-inn?leverandor=brutt', signIn: '' };

test('F85 SIGN-37 whoever has linked their account comes in by it, to where they were going', async () => {
  const { personId } = await linked('kari@feide');
  const inside = await enter('/dokumenter');
  expect(inside).toMatchObject({ status: 303, to: '/logg-inn?til=%2Fdokumenter' });
  const cookie = `mellom-sign-in=${inside.signIn}`;
  expect(await school.signIns.signInFromCookie({ cookie })).toMatchObject({ personId });
});

test('SIGN-37 nobody is known by the address that the provider says, only by a link of their own', async () => {
  await school.person({ email: 'kari@example.org' });
  provider.signedInAs('kari@feide');
  expect(await enter()).toMatchObject({ to: '/logg-inn?leverandor=ukjent', signIn: '' });
  await linked('ola@feide');
  provider.signedInAs('OLA@feide');
  expect(await enter()).toMatchObject({ to: '/logg-inn?leverandor=ukjent' });
});

test('SIGN-37 what it asks for is a code with PKCE, a state and a nonce, for our own address', async () => {
  const { url } = await walk('/api/sign-in/provider', { body: { target: '/' } });
  const asked = Object.fromEntries(new URL(url).searchParams);
  expect(asked).toMatchObject({
    ...{ client_id: 'mellom', response_type: 'code', scope: 'openid' },
    ...{ code_challenge_method: 'S256', redirect_uri: `${OURS}${BACK}` },
    state: expect.stringMatching(/.{40}/),
    nonce: expect.stringMatching(/.{40}/),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
  });
});

test.each([
  ['of another issuer', { iss: 'https://elsewhere.example' }],
  ['for somebody else', { aud: 'another-client' }],
  ['with another nonce', { nonce: 'of-another-try' }],
  ['without a nonce', { nonce: undefined }],
  ['that has run out', { exp: 1_000_000_000 }],
  ['without a person', { sub: undefined }],
])('SIGN-38 a token %s lets nobody in', async (_what, said) => {
  await linked('kari@feide');
  provider.bend((claims) => ({ ...claims, ...said }));
  expect(await enter()).toMatchObject(NOT_IN);
  provider.bend(null);
  expect((await enter()).signIn).not.toBe('');
});

test('SIGN-38 a token that somebody else has signed lets nobody in', async () => {
  await linked('kari@feide');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  provider.bend((claims) => claims, privateKey);
  expect(await enter()).toMatchObject(NOT_IN);
});

test('SIGN-38 an answer counts once, for the browser that asked, and as it was given', async () => {
  await linked('kari@feide');
  const { query, cookies } = await walk('/api/sign-in/provider', { body: { target: '/' } });
  const other = await walk('/api/sign-in/provider', { body: { target: '/' } });
  expect(await back(query, '')).toMatchObject(NOT_IN);
  expect(await back(query, other.cookies)).toMatchObject(NOT_IN);
  expect((await back(query, cookies)).signIn).not.toBe('');
  expect(await back(query, cookies)).toMatchObject(NOT_IN);
  // A code that was used, with a state that was not.
  const code = new URLSearchParams(query).get('code') ?? '';
  const bent = new URLSearchParams(other.query);
  bent.set('code', code);
  expect(await back(`?${bent}`, other.cookies)).toMatchObject(NOT_IN);
  const third = await walk('/api/sign-in/provider', { body: { target: '/' } });
  const elsewhere = new URLSearchParams(third.query);
  elsewhere.set('iss', 'https://elsewhere.example');
  expect(await back(`?${elsewhere}`, third.cookies)).toMatchObject(NOT_IN);
  for (const nothing of ['', '?state=x', '?state=&code=1', '?error=access_denied'])
    expect(await back(nothing, third.cookies)).toMatchObject(NOT_IN);
});

test('SIGN-39 an account is one person’s, links are made by who is signed in, and can be undone', async () => {
  const kari = await linked('kari@feide');
  const { email } = await school.person();
  const ola = await school.enter(email);
  const tried = await walk('/api/me/provider', { cookie: ola });
  expect((await back(tried.query, tried.cookies)).to).toBe('/konto?leverandor=brutt');
  // Kari's answer, brought by Ola's browser while Ola is signed in.
  provider.signedInAs('kari-2@feide');
  const karis = await walk('/api/me/provider', { cookie: kari.cookie });
  const browser = karis.cookies.split('; ')[0] ?? '';
  expect((await back(karis.query, `${browser}; ${ola}`)).to).toBe('/konto?leverandor=brutt');
  expect((await ask('GET', '/api/me/provider', { cookie: ola })).body).toEqual({ linked: false });

  expect((await ask('DELETE', '/api/me/provider', { cookie: kari.cookie })).status).toBe(204);
  provider.signedInAs('kari@feide');
  expect(await enter()).toMatchObject({ to: '/logg-inn?leverandor=ukjent' });
  expect((await ask('POST', '/api/me/provider', { body: {} })).body.refusal).toBe('signed-out');
});

test('SIGN-37 where none is set up there is no such way, and a provider that is away keeps nobody from theirs', async () => {
  expect((await ask('GET', '/api/door')).body).toMatchObject({ provider: { name: 'Feide' } });
  await provider.close();
  const tried = await ask('POST', '/api/sign-in/provider', { body: { target: '/' } });
  expect(tried).toMatchObject({ status: 503, body: { refusal: 'provider-away' } });
  await school.enter((await school.person()).email);
  await school.close();
  provider = await openTestProvider({ ...CLIENT, backUrl: `${OURS}${BACK}` });
  school = await openSchool();
  expect((await ask('GET', '/api/door')).body).toMatchObject({ provider: null });
  expect((await ask('POST', '/api/sign-in/provider', { body: { target: '/' } })).status).toBe(404);
});
