import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { setPassword, suspendPerson } from '../public.ts';
import { openSchool, stopTheClock, type TestSchool } from './test-school.ts';

const GOOD = 'grønn elv i nordavind';
const BETTER = 'tre lamper under broa';
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

const enter = (email: string, password: string, address?: string) =>
  school.ask('POST', '/api/auth/sign-in/email', {
    body: { email, password },
    ...(address ? { address } : {}),
  });

const choose = (cookie: string, body: object) =>
  school.ask('PUT', '/api/me/password', { cookie, body });

async function personWithPassword(): Promise<{ personId: PersonId; email: string }> {
  const somebody = await school.person({ emailVerified: true });
  await setPassword(school.test.database, somebody.personId, GOOD, Date.now());
  return somebody;
}

test('F85 SIGN-7 a password lets its person in, and no other password does', async () => {
  const { personId, email } = await personWithPassword();

  expect((await enter(email, GOOD)).body).toMatchObject({ signedIn: { personId } });
  expect(await enter(email, BETTER)).toMatchObject({
    status: 401,
    body: { ok: false, refusal: 'wrong-password' },
    cookie: null,
  });
});

test('SIGN-5 unknown, without a password, suspended and wrong are one answer', async () => {
  const withPassword = await personWithPassword();
  const without = await school.person();
  const suspended = await personWithPassword();
  await inTransaction(school.test.database, 'change', (tx) =>
    suspendPerson(tx, suspended.personId),
  );

  const wrong = await enter(withPassword.email, BETTER);
  const unknown = await enter('nobody@example.org', GOOD);
  const never = await enter(without.email, GOOD);
  const gone = await enter(suspended.email, GOOD);

  for (const answer of [unknown, never, gone]) {
    expect({ status: answer.status, body: answer.body, cookie: answer.cookie }).toEqual({
      status: wrong.status,
      body: wrong.body,
      cookie: null,
    });
  }
});

test('SIGN-8 ten tries in a quarter of an hour, counted by account and not by address', async () => {
  const kari = await personWithPassword();
  const ola = await personWithPassword();
  for (let attempt = 1; attempt <= 10; attempt++) {
    const answer = await enter(kari.email, BETTER, `10.0.0.${attempt}`);
    expect(answer.body.refusal).toBe('wrong-password');
  }

  const eleventh = await enter(kari.email, GOOD, '10.0.0.99');
  expect(eleventh).toMatchObject({ status: 429, body: { refusal: 'too-many-tries' } });
  expect(eleventh.body.retryAfterMs).toBeLessThanOrEqual(15 * MINUTE_MS);
  expect((await enter(ola.email, GOOD, '10.0.0.1')).status).toBe(200);

  clock.forward(15 * MINUTE_MS + 1);
  expect((await enter(kari.email, GOOD)).status).toBe(200);
});

test('SIGN-8 an account nobody has is counted in the same way', async () => {
  const answers = [];
  for (let attempt = 1; attempt <= 11; attempt++) {
    answers.push((await enter('nobody@example.org', BETTER)).body.refusal);
  }
  expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'wrong-password'));
  expect(answers[10]).toBe('too-many-tries');
});

test('SIGN-8 a class of forty behind one address gets in', async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => personWithPassword()));
  for (let round = 0; round < 10; round++) {
    for (const { email } of people) {
      expect((await enter(email, GOOD, '203.0.113.7')).status).toBe(200);
    }
  }
});

test('SIGN-9 a password of one’s own: long enough, not too long, not a common one', async () => {
  const { email } = await school.person();
  const cookie = await school.enter(email);

  const refusalFor = async (password: string) => (await choose(cookie, { password })).body.refusal;
  expect(await refusalFor('kort nok 11')).toBe('password-too-short');
  expect(await refusalFor('x'.repeat(129))).toBe('password-too-long');
  expect(await refusalFor('Passord123456')).toBe('common-password');
  expect(await refusalFor(email)).toBe('common-password');
  expect(await refusalFor('')).toBe('bad-input');
  expect((await choose(cookie, { password: GOOD })).status).toBe(204);
  expect((await enter(email, GOOD)).status).toBe(200);
});

test('SIGN-9 128 characters of any script are 128, and work', async () => {
  const { email } = await school.person();
  const cookie = await school.enter(email);
  const long = Array.from({ length: 128 }, (_, nth) =>
    String.fromCodePoint(0x1f600 + (nth % 60)),
  ).join('');

  expect((await choose(cookie, { password: long })).status).toBe(204);
  expect((await enter(email, long)).status).toBe(200);
});

test('SIGN-10 a new password asks for the old one or a fresh sign-in, ends the other sign-ins, and is told by mail', async () => {
  const { email } = await personWithPassword();
  const phone = await school.enter(email);
  const laptop = await school.enter(email);
  clock.forward(11 * MINUTE_MS);

  expect((await choose(laptop, { password: BETTER })).body.refusal).toBe('signed-out');
  expect((await choose(laptop, { password: BETTER, current: BETTER })).body.refusal).toBe(
    'wrong-password',
  );
  const letter = school.nextLetter();
  expect((await choose(laptop, { password: BETTER, current: GOOD })).status).toBe(204);

  expect((await letter).raw).toContain('Passordet ditt til Mellom er byttet');
  expect((await school.ask('GET', '/api/sign-ins', { cookie: phone })).status).toBe(401);
  expect((await school.ask('GET', '/api/sign-ins', { cookie: laptop })).status).toBe(200);
  expect((await enter(email, GOOD)).status).toBe(401);
  expect((await enter(email, BETTER)).status).toBe(200);
});

test('SIGN-10 a sign-in that only was left open does not give a first password', async () => {
  const { email } = await school.person();
  const cookie = await school.enter(email);
  clock.forward(11 * MINUTE_MS);

  expect((await choose(cookie, { password: GOOD, current: GOOD })).body.refusal).toBe('signed-out');
});

test('SIGN-10 what choosing a password asks for is known beforehand: nothing, the old one, or a code', async () => {
  const asks = async (cookie: string) =>
    (await school.ask('GET', '/api/me/password', { cookie })).body;
  const has = await personWithPassword();
  const hasNone = await school.person();
  const [mine, theirs] = [await school.enter(has.email), await school.enter(hasNone.email)];
  expect(await asks(theirs)).toEqual({ proof: 'none', email: hasNone.email });
  clock.forward(11 * MINUTE_MS);
  expect(await asks(mine)).toMatchObject({ proof: 'old-password' });
  expect(await asks(theirs)).toMatchObject({ proof: 'code' });
  expect((await school.ask('GET', '/api/me/password')).status).toBe(401);
});

test('SIGN-10 a mailed code proves it too: this sign-in stays, and a password that is refused uses no code', async () => {
  const { email } = await school.person();
  const cookie = await school.enter(email);
  clock.forward(11 * MINUTE_MS);
  const code = await school.codeFor(email);
  const wrong = String((Number(code) + 1) % 100_000_000).padStart(8, '0');

  expect((await choose(cookie, { password: 'kort', code })).body.refusal).toBe(
    'password-too-short',
  );
  expect((await choose(cookie, { password: GOOD, code: wrong })).body.refusal).toBe('wrong-code');
  expect((await choose(cookie, { password: GOOD, code })).status).toBe(204);
  const { body } = await school.ask('GET', '/api/sign-ins', { cookie });
  expect(body.signIns).toHaveLength(1);
  expect((await enter(email, GOOD)).status).toBe(200);
});
