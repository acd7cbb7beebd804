import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId, SignInId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/wire/access.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { giveRole, resetSecondFactors, subjectOf, suspendPerson } from '../public.ts';
import { openSchool, stopTheClock, type TestSchool } from '../sign-in/test-school.ts';
import { codeOf, stepAt } from './totp.ts';

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

const TEACHER = { roles: [{ role: 'teacher' }] } as const;
const ask = (...given: Parameters<TestSchool['ask']>) => school.ask(...given);
const door = async (cookie: string) => (await ask('GET', '/api/door', { cookie })).body;

/** The app on the phone: reads the secret off the page, and makes codes. */
function appWith(secret: unknown) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...String(secret)].map((one) => letters.indexOf(one).toString(2).padStart(5, '0'));
  const bytes = Buffer.from(
    (bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)),
  );
  return { code: (stepsOff = 0) => codeOf(bytes, stepAt(Date.now()) + stepsOff) };
}

/** First thing shown: what the server answers, and the cookie of what follows. */
async function showFirst(email: string, cookie?: string) {
  const otp = await school.codeFor(email);
  return ask('POST', '/api/auth/sign-in/email-otp', {
    body: { email, otp },
    ...(cookie ? { cookie } : {}),
  });
}

async function setUpApp(cookie: string) {
  const offered = await ask('POST', '/api/me/second-factor/app', { cookie, body: {} });
  expect(offered.status).toBe(200);
  const app = appWith(offered.body.secret);
  const letter = school.nextLetter();
  const confirmed = await ask('PUT', '/api/me/second-factor/app', {
    cookie,
    body: { code: app.code() },
  });
  expect(confirmed.status).toBe(200);
  expect((await letter).raw).toContain('En app lager');
  return { app, codes: confirmed.body.codes as string[], cookie: confirmed.cookie ?? cookie };
}

const showSecond = (cookie: string | null, code: string, by = 'app') =>
  ask('POST', '/api/sign-in/second-factor', { cookie, body: { by, code } });

test('SIGN-27 whoever works here sets up a second factor before they are in, and is then in', async () => {
  const { email, personId } = await school.person(TEACHER);
  const first = await showFirst(email);

  expect(first.body).toEqual({ waitsFor: { step: 'set-up', app: false, passkey: false } });
  const half = first.cookie ?? '';
  expect(await school.signIns.signInFromCookie({ cookie: half })).toBeNull();
  expect((await ask('GET', '/api/sign-ins', { cookie: half })).status).toBe(401);
  expect((await ask('GET', '/api/me/second-factor', { cookie: half })).status).toBe(401);
  expect(await door(half)).toMatchObject({ signedIn: null, waitsFor: { step: 'set-up' } });
  const { rows } = await school.test.database.$client.query('select from sign_in');
  expect(rows).toEqual([]);

  const { codes, cookie } = await setUpApp(half);
  expect(new Set(codes).size).toBe(10);
  expect(cookie).not.toBe(half);
  expect(await school.signIns.signInFromCookie({ cookie })).toMatchObject({ personId });
  expect(await door(half)).toMatchObject({ signedIn: null, waitsFor: null });
});

const becomes = (personId: PersonId, role: Role) =>
  inTransaction(school.test.database, 'change', (tx) =>
    giveRole(tx, personId, { role, until: null, now: Date.now() }),
  );

test('SIGN-27 a role that asks for one leaves a sign-in that has shown none at the door, and one that has as it is', async () => {
  const { email, personId } = await school.person();
  const plain = await school.enter(email);
  await becomes(personId, 'student');
  expect(await door(plain)).toMatchObject({ signedIn: { personId } });

  await becomes(personId, 'studyAdviser');
  expect(await school.signIns.signInFromCookie({ cookie: plain })).toBeNull();
  expect((await ask('GET', '/api/sign-ins', { cookie: plain })).status).toBe(401);
  expect(await door(plain)).toMatchObject({ signedIn: null, waitsFor: { step: 'set-up' } });

  const { cookie } = await setUpApp(plain);
  await becomes(personId, 'admin');
  expect(await door(cookie)).toMatchObject({ signedIn: { personId } });
});

test('SIGN-27 what was shown holds only while it is there: without it, a role that comes finds none', async () => {
  const { email, personId } = await school.person();
  const { cookie } = await setUpApp(await school.enter(email));
  const removed = await ask('DELETE', '/api/me/second-factor/app', { cookie });
  expect(removed.status).toBe(204);
  expect(await door(cookie)).toMatchObject({ signedIn: { personId } });
  await becomes(personId, 'rector');
  expect(await door(cookie)).toMatchObject({ signedIn: null, waitsFor: { step: 'set-up' } });
});

test('SIGN-27 however a role was written, no question is asked for it by a sign-in that has shown none', async () => {
  const { email, personId } = await school.person();
  const cookie = await school.enter(email);
  const { signInId } = (await school.signIns.signInFromCookie({ cookie })) ?? {};
  await school.test.database.$client.query(
    `insert into role_held (person_id, role) values ('${personId}', 'admin')`,
  );
  expect(await school.signIns.signInFromCookie({ cookie })).toBeNull();
  const subject = await inTransaction(school.test.database, 'view', (tx) =>
    subjectOf(tx, personId, signInId as SignInId, Date.now()),
  );
  expect(subject).toBeNull();
});

test('SIGN-27 a student is asked for nothing more, and nobody is in the demonstration school', async () => {
  const { email } = await school.person();
  expect((await showFirst(email)).body).toHaveProperty('signedIn');
  await school.close();
  school = await openSchool({ demo: true });
  const teacher = await school.person(TEACHER);
  const first = await showFirst(teacher.email);
  expect(first.body).toHaveProperty('signedIn');
  await becomes(teacher.personId, 'admin');
  expect(await door(first.cookie ?? '')).toMatchObject({
    signedIn: { roles: ['admin', 'teacher'] },
  });
});

test('SIGN-28 whoever has one is asked for it after code and password, and a wrong one leaves them at the door', async () => {
  const { email, personId } = await school.person();
  const { app, cookie } = await setUpApp(await school.enter(email));
  await ask('PUT', '/api/me/password', { cookie, body: { password: 'grønn elv i nordavind' } });

  clock.forward(MINUTE_MS);
  const byPassword = await ask('POST', '/api/auth/sign-in/email', {
    body: { email, password: 'grønn elv i nordavind' },
  });
  expect(byPassword.body).toEqual({ waitsFor: { step: 'prove', app: true, passkey: false } });
  const first = await showFirst(email);
  expect(first.body).toEqual(byPassword.body);

  const wrong = await showSecond(first.cookie, app.code(5));
  expect(wrong).toMatchObject({ status: 401, body: { refusal: 'wrong-second-factor' } });
  // Nothing can be set up in place of showing what one has.
  for (const [method, path, body] of [
    ['POST', '/api/me/second-factor/app', {}],
    ['POST', '/api/me/passkeys/options', {}],
    ['POST', '/api/me/second-factor/codes', {}],
    ['DELETE', '/api/me/second-factor/app', undefined],
  ] as const) {
    const tried = await ask(method, path, { cookie: first.cookie, body });
    expect(tried).toMatchObject({ status: 401, body: { refusal: 'signed-out' } });
  }

  const right = await showSecond(first.cookie, app.code());
  expect(right.body).toMatchObject({ signedIn: { personId } });
  expect(right.cookie).not.toBe(first.cookie);
  expect(await showSecond(first.cookie, app.code(1))).toMatchObject({ status: 401 });
});

test('SIGN-29 a code of the app opens once, also for two who show it at the same moment', async () => {
  const { email } = await school.person();
  const { app } = await setUpApp(await school.enter(email));
  clock.forward(MINUTE_MS);
  const [one, two] = [await showFirst(email), await showFirst(email)];
  const answers = await Promise.all([one, two].map(({ cookie }) => showSecond(cookie, app.code())));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
});

test('SIGN-30 a code of the sheet opens once, however it is typed, and a letter tells of it', async () => {
  const { email } = await school.person();
  const { codes } = await setUpApp(await school.enter(email));
  const [code = ''] = codes;
  expect(code).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/);
  const stored = await school.test.database.$client.query('select * from paper_code');
  expect(JSON.stringify(stored.rows)).not.toContain(code);

  const first = await showFirst(email);
  const letter = school.nextLetter();
  const typed = ` ${code.toUpperCase().replaceAll('-', ' ')} `;
  const inside = await showSecond(first.cookie, typed, 'paper');
  expect(inside.status).toBe(200);
  expect((await letter).raw).toContain('fra arket ditt');
  const cookie = inside.cookie ?? '';
  expect((await ask('GET', '/api/me/second-factor', { cookie })).body).toMatchObject({
    app: true,
    codesLeft: 9,
  });
  const again = await showFirst(email);
  expect(await showSecond(again.cookie, code, 'paper')).toMatchObject({ status: 401 });

  const renewed = await ask('POST', '/api/me/second-factor/codes', { cookie, body: {} });
  expect(await showSecond(again.cookie, codes[1] ?? '', 'paper')).toMatchObject({ status: 401 });
  const [fresh = ''] = renewed.body.codes as string[];
  expect(await showSecond(again.cookie, fresh, 'paper')).toMatchObject({ status: 200 });
});

test('SIGN-31 ten tries an hour, and the right code is not looked at after them', async () => {
  const { email } = await school.person();
  const { app } = await setUpApp(await school.enter(email));
  clock.forward(MINUTE_MS);
  const { cookie } = await showFirst(email);
  for (let n = 0; n < 10; n++) await showSecond(cookie, app.code(9));
  expect(await showSecond(cookie, app.code())).toMatchObject({
    status: 429,
    body: { refusal: 'too-many-tries', retryAfterMs: expect.any(Number) },
  });
});

test('SIGN-32 half an hour at the door, and suspension, end what was begun', async () => {
  const { email, personId } = await school.person();
  const { app } = await setUpApp(await school.enter(email));
  const late = await showFirst(email);
  clock.forward(30 * MINUTE_MS);
  expect(await showSecond(late.cookie, app.code())).toMatchObject({ status: 401 });
  const suspended = await showFirst(email);
  await inTransaction(school.test.database, 'change', (tx) => suspendPerson(tx, personId));
  expect(await showSecond(suspended.cookie, app.code())).toMatchObject({
    body: { refusal: 'signed-out' },
  });
});

test('SIGN-32 signing out at the door, and a new password, end what was begun', async () => {
  const { email } = await school.person();
  const { app, cookie } = await setUpApp(await school.enter(email));
  clock.forward(MINUTE_MS);
  const [left, stolen] = [await showFirst(email), await showFirst(email)];
  await ask('POST', '/api/auth/sign-out', { cookie: left.cookie, body: {} });
  expect(await showSecond(left.cookie, app.code())).toMatchObject({ status: 401 });
  await ask('PUT', '/api/me/password', { cookie, body: { password: 'tåka letter over fjorden' } });
  expect(await showSecond(stolen.cookie, app.code())).toMatchObject({ status: 401 });
});

test('SIGN-33 a change asks to show again who one is, by what one has, and the last stays where one must have it', async () => {
  const { email } = await school.person(TEACHER);
  const { app, cookie } = await setUpApp((await showFirst(email)).cookie ?? '');
  clock.forward(11 * MINUTE_MS);
  const remove = () => ask('DELETE', '/api/me/second-factor/app', { cookie });
  const again = (body: object) => ask('POST', '/api/me/again', { cookie, body });
  expect(await remove()).toMatchObject({ status: 403, body: { refusal: 'not-fresh' } });
  expect((await ask('GET', '/api/me/second-factor', { cookie })).body).toMatchObject({
    proof: 'second-factor',
    needed: true,
  });
  // The mailbox alone is not enough for whoever has more.
  const code = await school.codeFor(email);
  expect(await again({ by: 'mail', code })).toMatchObject({
    body: { refusal: 'wrong-second-factor' },
  });
  expect(await again({ by: 'app', code: app.code(7) })).toMatchObject({ status: 401 });
  expect(await again({ by: 'app', code: app.code() })).toMatchObject({ status: 204 });
  expect(await remove()).toMatchObject({ body: { refusal: 'second-factor-needed' } });
  expect((await ask('GET', '/api/me/second-factor', { cookie })).body).toMatchObject({ app: true });
});

test('SIGN-33 a student shows a mailed code, sets one up, and may take it away with its sheet', async () => {
  const { email } = await school.person();
  const cookie = await school.enter(email);
  clock.forward(11 * MINUTE_MS);
  const offer = () => ask('POST', '/api/me/second-factor/app', { cookie, body: {} });
  expect(await offer()).toMatchObject({ body: { refusal: 'not-fresh' } });
  const code = await school.codeFor(email);
  expect(await ask('POST', '/api/me/again', { cookie, body: { by: 'mail', code } })).toMatchObject({
    status: 204,
  });
  await setUpApp(cookie);
  expect(await offer()).toMatchObject({ body: { refusal: 'not-found' } });
  const letter = school.nextLetter();
  expect(await ask('DELETE', '/api/me/second-factor/app', { cookie })).toMatchObject({
    status: 204,
  });
  expect((await letter).raw).toContain('virker ikke lenger');
  expect((await ask('GET', '/api/me/second-factor', { cookie })).body).toMatchObject({
    app: false,
    codesLeft: 0,
  });
  const { rows } = await school.test.database.$client.query('select from sign_in');
  expect(rows).toHaveLength(1);
});

test('SIGN-34 whoever has lost all of them is given a new beginning, and is out everywhere', async () => {
  const { email, personId } = await school.person(TEACHER);
  const rector = await school.person({ roles: [{ role: 'rector' }] });
  const { cookie, codes } = await setUpApp((await showFirst(email)).cookie ?? '');
  await inTransaction(school.test.database, 'change', (tx) =>
    resetSecondFactors(tx, { personId, by: rector.personId }, Date.now()),
  );
  expect(await school.signIns.signInFromCookie({ cookie })).toBeNull();
  const first = await showFirst(email);
  expect(first.body).toMatchObject({ waitsFor: { step: 'set-up' } });
  expect(await showSecond(first.cookie, codes[0] ?? '', 'paper')).toMatchObject({ status: 401 });
});

test('SIGN-24 bad input changes nothing and is told', async () => {
  const { email } = await school.person();
  const { cookie } = await setUpApp(await school.enter(email));
  for (const [path, body] of [
    ['/api/me/again', { by: 'nobody', code: '1' }],
    ['/api/me/again', { by: 'app' }],
    ['/api/sign-in/passkey', { response: { id: 'x' } }],
    ['/api/sign-in/passkey', null],
  ] as const)
    expect((await ask('POST', path, { cookie, body })).body.refusal).toBe('bad-input');
  const { cookie: half } = await showFirst(email);
  for (const body of [{}, { by: 'app', code: '' }, { by: 'app', code: 'x'.repeat(81) }])
    expect(
      (await ask('POST', '/api/sign-in/second-factor', { cookie: half, body })).body.refusal,
    ).toBe('bad-input');
  clock.forward(HOUR_MS);
});
