import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { USUAL_APPEARANCE } from '#shared/features/identity/appearance/model.ts';
import { SIGN_IN_REFUSALS } from '#shared/features/identity/sign-in/model.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { addDoor, suspendPerson } from '../public.ts';
import { openSchool, stopTheClock, type TestSchool } from './test-school.ts';

let school: TestSchool;

beforeEach(() => {
  stopTheClock();
});
afterEach(async () => {
  await school.close();
  vi.useRealTimers();
});

async function demoSchool() {
  school = await openSchool({ demo: true });
  const ingrid = await school.person({ displayName: 'Ingrid Solberg', givenName: 'Ingrid' });
  const anne = await school.person({ displayName: 'Anne Moen', givenName: 'Anne' });
  await inTransaction(school.test.database, 'change', async (tx) => {
    await addDoor(tx, { id: 'student', personId: ingrid.personId, role: 'student' });
    await addDoor(tx, { id: 'teacher', personId: anne.personId, role: 'teacher' });
  });
  return { ingrid, anne };
}

test('SIGN-21 the demonstration school has doors that let anybody in', async () => {
  const { ingrid } = await demoSchool();

  const entrance = await school.ask('GET', '/api/door');
  const answer = await school.ask('POST', '/api/door', { body: { door: 'student' } });

  expect(entrance.body).toEqual({
    demo: true,
    doors: [
      { id: 'student', role: 'student', name: 'Ingrid Solberg' },
      { id: 'teacher', role: 'teacher', name: 'Anne Moen' },
    ],
    signedIn: null,
    waitsFor: null,
    passkeys: true,
    provider: null,
    rolesAsked: [],
  });
  expect(answer.body).toMatchObject({
    signedIn: { personId: ingrid.personId, givenName: 'Ingrid' },
  });
  expect(await school.signIns.signInFromCookie({ cookie: answer.cookie ?? '' })).toMatchObject({
    personId: ingrid.personId,
  });
});

test('SIGN-21 a door does not open for an unknown name, a suspended person or another machine', async () => {
  const { anne } = await demoSchool();
  await inTransaction(school.test.database, 'change', (tx) => suspendPerson(tx, anne.personId));

  const unknown = await school.ask('POST', '/api/door', { body: { door: 'rector' } });
  const suspended = await school.ask('POST', '/api/door', { body: { door: 'teacher' } });
  const elsewhere = await school.ask('POST', '/api/door', {
    body: { door: 'student' },
    address: '192.168.1.20',
    headers: { 'x-forwarded-for': '127.0.0.1' },
  });

  for (const answer of [unknown, suspended, elsewhere]) {
    expect(answer).toMatchObject({ status: 404, body: { ok: false, refusal: 'not-found' } });
    expect(answer.cookie).toBeNull();
  }
});

test('SIGN-21 a real school has no doors: not in the answer, and no route', async () => {
  school = await openSchool();
  const { personId } = await school.person();
  await inTransaction(school.test.database, 'change', (tx) =>
    addDoor(tx, { id: 'student', personId, role: 'student' }),
  );

  expect((await school.ask('GET', '/api/door')).body).toEqual({
    demo: false,
    doors: [],
    signedIn: null,
    waitsFor: null,
    passkeys: true,
    provider: null,
    rolesAsked: [],
  });
  expect(school.http.hasRoute({ method: 'POST', url: '/api/door' })).toBe(false);
  expect((await school.ask('POST', '/api/door', { body: { door: 'student' } })).status).toBe(404);
});

test('SIGN-22 of better-auth’s paths only ours exist', async () => {
  school = await openSchool();
  const { email } = await school.person();
  const cookie = await school.enter(email);
  const paths = [
    ['GET', '/api/auth/get-session'],
    ['GET', '/api/auth/list-sessions'],
    ['GET', '/api/auth/ok'],
    ['GET', '/api/auth/error'],
    ['POST', '/api/auth/sign-up/email'],
    ['POST', '/api/auth/sign-in/social'],
    ['POST', '/api/auth/update-user'],
    ['POST', '/api/auth/change-email'],
    ['POST', '/api/auth/change-password'],
    ['POST', '/api/auth/set-password'],
    ['POST', '/api/auth/delete-user'],
    ['POST', '/api/auth/request-password-reset'],
    ['POST', '/api/auth/reset-password'],
    ['POST', '/api/auth/revoke-sessions'],
    ['POST', '/api/auth/update-session'],
    ['GET', '/api/auth/email-otp/get-verification-otp'],
    ['POST', '/api/auth/email-otp/create-verification-otp'],
    ['POST', '/api/auth/email-otp/check-verification-otp'],
    ['POST', '/api/auth/email-otp/verify-email'],
    ['POST', '/api/auth/email-otp/reset-password'],
    ['POST', '/api/auth/email-otp/change-email'],
    ['POST', '/api/auth/email-otp/request-password-reset'],
    ['POST', '/api/auth/forget-password/email-otp'],
  ] as const;
  for (const [method, url] of paths) {
    const answer = await school.ask(method, url, { cookie, body: { email, otp: '12345678' } });
    expect({ url, status: answer.status }).toEqual({ url, status: 404 });
  }
});

const WRITES = [
  ['POST', '/api/auth/email-otp/send-verification-otp', { email: 'kari@example.org' }],
  ['POST', '/api/auth/sign-in/email-otp', { email: 'kari@example.org', otp: '12345678' }],
  ['POST', '/api/auth/sign-in/email', { email: 'kari@example.org', password: 'kx7 vq2 mm9 pt4' }],
  ['POST', '/api/auth/sign-out', {}],
  ['POST', '/api/door', { door: 'student' }],
  ['PUT', '/api/me/language', { language: 'en' }],
  ['PUT', '/api/me/appearance', USUAL_APPEARANCE],
  ['PUT', '/api/me/password', { password: 'kx7 vq2 mm9 pt4' }],
  ['DELETE', '/api/sign-ins', undefined],
  ['DELETE', '/api/sign-ins/00000000-0000-7000-8000-000000000000', undefined],
] as const;

test('SIGN-23 no write is taken from another site, whatever it looks like', async () => {
  await demoSchool();
  const cookie = await school.enter((await school.person()).email);
  const foreign: Record<string, string>[] = [
    { 'x-mellom': '' },
    { 'x-mellom': '0' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:3970.evil.example' },
    { origin: 'https://localhost:3970' },
    { origin: 'http://localhost:3971' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'multipart/form-data; boundary=x' },
  ];
  for (const [method, url, body] of WRITES) {
    for (const headers of foreign) {
      const answer = await school.ask(method, url, { cookie, body, headers });
      expect({ url, sent: headers, ...answer }).toMatchObject({
        status: 403,
        body: { ok: false, refusal: 'wrong-origin' },
        cookie: null,
      });
    }
  }
  expect(await school.signIns.signInFromCookie({ cookie })).not.toBeNull();
});

test('SIGN-23 a page of ours and a program without a browser may write', async () => {
  school = await openSchool();
  const body = { email: 'kari@example.org' };
  const url = '/api/auth/email-otp/send-verification-otp';
  const page = {
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json; charset=utf-8',
  };

  expect((await school.ask('POST', url, { body, headers: page })).status).toBe(200);
  const program = await school.http.inject({
    method: 'POST',
    url,
    headers: { 'x-mellom': '1', 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  });
  expect(program.statusCode).toBe(200);
});

/** Values of the wrong kind, size and shape, for any field. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    [],
    {},
    '',
    '\u0000',
    '\ud800',
    '\u202egro.elpmaxe@irak',
    "' or 1=1 --",
    'a'.repeat(3000),
    { $ne: null },
    ['kari@example.org'],
  ),
  fc.string(),
  fc.jsonValue(),
);

test('SIGN-24 bad input on every write is refused in our words: no fault, no cookie (200 each)', async () => {
  await demoSchool();
  const me = await school.person();
  const cookie = await school.enter(me.email);
  const before = await everybody();

  for (const [method, url, good] of WRITES) {
    if (good === undefined) continue;
    const bodies = fc.oneof(
      junk,
      fc
        .tuple(fc.constantFrom(...Object.keys(good), 'extra'), junk)
        .map(([field, value]) => ({ ...good, [field]: value })),
      fc.dictionary(
        fc.constantFrom('__proto__', 'constructor', 'email', 'otp', 'personId', 'role'),
        junk,
      ),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const mine = url.startsWith('/api/me/') ? cookie : null;
        const answer = await school.ask(method, url, {
          body,
          cookie: mine,
        });
        if (answer.status < 300) return;
        expect(SIGN_IN_REFUSALS).toContain(answer.body.refusal);
        expect(answer.status).toBeLessThan(500);
        expect(Object.keys(answer.body).sort().join()).toMatch(/^ok,refusal(,retryAfterMs)?$/);
      }),
      { numRuns: 200 },
    );
  }
  expect(await everybody()).toEqual(before);
}, 60_000);

async function everybody() {
  const { rows } = await school.test.database.$client.query(
    'select id, email, status, display_name from person order by id',
  );
  return rows;
}

test('SIGN-24 a body that is no JSON, or too large, is refused in our words', async () => {
  school = await openSchool();
  const url = '/api/auth/sign-in/email-otp';

  const torn = await school.ask('POST', url, { body: '{"email":' });
  const large = await school.ask('POST', url, { body: { email: 'x'.repeat(5000) } });

  expect(torn).toMatchObject({ status: 400, body: { ok: false, refusal: 'bad-input' } });
  expect(large).toMatchObject({ status: 413, body: { ok: false, refusal: 'bad-input' } });
});

test('SIGN-25 while storage is out nobody is let in, and the answer says to try again', async () => {
  school = await openSchool();
  const { email } = await school.person();
  const otp = await school.codeFor(email);
  const connect = vi
    .spyOn(school.test.database.$client, 'connect')
    .mockImplementation(() => Promise.reject(Object.assign(new Error(), { code: 'ECONNREFUSED' })));
  const query = vi
    .spyOn(school.test.database.$client, 'query')
    .mockImplementation(() => Promise.reject(Object.assign(new Error(), { code: 'ECONNREFUSED' })));

  const answer = await school.ask('POST', '/api/auth/sign-in/email-otp', { body: { email, otp } });
  expect(answer).toMatchObject({
    status: 503,
    body: { ok: false, refusal: 'try-again' },
    cookie: null,
  });

  connect.mockRestore();
  query.mockRestore();
  expect(
    (await school.ask('POST', '/api/auth/sign-in/email-otp', { body: { email, otp } })).status,
  ).toBe(200);
});
