import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { USUAL_APPEARANCE } from '#shared/features/identity/appearance/model.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { suspendPerson } from '../public.ts';
import { codeIn, openSchool, stopTheClock, type TestSchool } from './test-school.ts';

const SEND = '/api/auth/email-otp/send-verification-otp';
const ENTER = '/api/auth/sign-in/email-otp';
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

const wrong = (code: string) => String((Number(code) + 1) % 100_000_000).padStart(8, '0');
const enter = (email: string, otp: string) => school.ask('POST', ENTER, { body: { email, otp } });

test('F85 SIGN-1 a code that came by mail lets its person in', async () => {
  const { personId, email } = await school.person({ language: 'nn' });

  const letter = school.nextLetter();
  const sent = await school.ask('POST', SEND, { body: { email } });
  const { to, raw } = await letter;
  const answer = await enter(email, codeIn(raw));

  expect(sent).toMatchObject({ status: 200, body: {} });
  expect(to).toBe(email);
  expect(raw).toContain('Koden din til Mellom');
  expect(raw).toContain('Han verkar');
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({
    signedIn: {
      personId,
      displayName: 'Kari Nordmann',
      givenName: 'Kari',
      language: 'nn',
      roles: ['student'],
      appearance: USUAL_APPEARANCE,
    },
  });
  const door = await school.ask('GET', '/api/door', { cookie: answer.cookie });
  expect(door.body).toMatchObject({ demo: false, doors: [], signedIn: { personId } });
});

test('SIGN-1 the address is known in any case and with spaces around, the code with spaces in it', async () => {
  const { email } = await school.person();
  const code = await school.codeFor(email);

  const answer = await enter(` ${email.toUpperCase()} `, `${code.slice(0, 4)} ${code.slice(4)}`);

  expect(answer.status).toBe(200);
});

test('SIGN-2 the letter is in the language that was chosen on the page that asks', async () => {
  const { email } = await school.person({ language: 'nb' });
  const letter = school.nextLetter();
  await school.ask('POST', SEND, { body: { email, language: 'nn' } });
  expect((await letter).raw).toContain('Han verkar');
  const odd = await school.ask('POST', SEND, { body: { email, language: 'sv' } });
  expect(odd).toMatchObject({ status: 400, body: { refusal: 'bad-input' } });
});

test('SIGN-2 the subject and the log say nothing of the code', async () => {
  const written = vi.spyOn(process.stderr, 'write');
  const { email } = await school.person();
  const letter = school.nextLetter();
  await school.ask('POST', SEND, { body: { email } });
  const { raw } = await letter;

  const subject = /^Subject: (.*)$/m.exec(raw)?.[1];
  expect(subject).not.toContain(codeIn(raw));
  expect(written.mock.calls.flat().join()).not.toContain(codeIn(raw));
  expect(written.mock.calls.flat().join()).not.toContain(email);
  written.mockRestore();
});

test('SIGN-3 after five wrong tries the right code is refused too', async () => {
  const { email } = await school.person();
  const code = await school.codeFor(email);

  for (let attempt = 1; attempt <= 5; attempt++) {
    expect((await enter(email, wrong(code))).body).toEqual({ ok: false, refusal: 'wrong-code' });
  }
  const sixth = await enter(email, code);

  expect(sixth).toMatchObject({ status: 429, body: { refusal: 'too-many-tries' }, cookie: null });
  // Not that it was typed wrong: they would type it again for ever.
  expect((await enter(email, code)).body).toMatchObject({ refusal: 'code-expired' });
});

test('SIGN-3 twenty tries at once are no more than five', async () => {
  const { email } = await school.person();
  const code = await school.codeFor(email);

  const answers = await Promise.all(Array.from({ length: 20 }, () => enter(email, wrong(code))));

  expect(answers.every(({ cookie }) => cookie === null)).toBe(true);
  const compared = await school.test.database.$client.query(
    "select split_part(value, ':', 2)::int as tries from verification",
  );
  expect(compared.rows.every(({ tries }) => tries <= 5)).toBe(true);
});

test('SIGN-4 a code lives ten minutes', async () => {
  const { email } = await school.person();
  const inTime = await school.codeFor(email);
  clock.forward(10 * MINUTE_MS - 1);
  expect((await enter(email, inTime)).status).toBe(200);

  const tooLate = await school.codeFor(email);
  clock.forward(10 * MINUTE_MS + 1);
  expect((await enter(email, tooLate)).body).toEqual({ ok: false, refusal: 'code-expired' });
});

test('SIGN-4 a code is used once', async () => {
  const { email } = await school.person();
  const code = await school.codeFor(email);

  const [first, second] = await Promise.all([enter(email, code), enter(email, code)]);
  const third = await enter(email, code);

  expect([first.status, second.status].sort()).toEqual([200, 401]);
  expect(third.body).toEqual({ ok: false, refusal: 'code-expired' });
});

test('SIGN-4 a new code voids the one before', async () => {
  const { email } = await school.person();
  const old = await school.codeFor(email);
  const fresh = await school.codeFor(email);

  expect((await enter(email, old)).body).toEqual({ ok: false, refusal: 'wrong-code' });
  expect((await enter(email, fresh)).status).toBe(200);
  expect((await enter(email, old)).body).toEqual({ ok: false, refusal: 'code-expired' });
});

test('SIGN-4 somebody else’s code does not fit', async () => {
  const kari = await school.person();
  const ola = await school.person();
  const code = await school.codeFor(kari.email);
  await school.codeFor(ola.email);

  expect((await enter(ola.email, code)).body).toEqual({ ok: false, refusal: 'wrong-code' });
});

test('SIGN-5 an unknown and a suspended address are answered like any other, and get no code', async () => {
  const known = await school.person();
  const suspended = await school.person();
  await inTransaction(school.test.database, 'change', (tx) =>
    suspendPerson(tx, suspended.personId),
  );
  const send = async (email: string) => {
    const letter = email === 'nobody@example.org' ? null : school.nextLetter();
    const answer = await school.ask('POST', SEND, { body: { email } });
    await letter;
    return answer;
  };
  const script = async (email: string) => {
    const answers = [await send(email)];
    for (let attempt = 0; attempt < 6; attempt++) answers.push(await enter(email, '00000000'));
    clock.forward(11 * MINUTE_MS);
    await send(email);
    clock.forward(11 * MINUTE_MS);
    answers.push(await enter(email, '00000000'));
    clock.forward(60 * MINUTE_MS);
    return answers.map(({ status, body }) => ({ status, body }));
  };

  const expected = await script(known.email);
  expect(await script('nobody@example.org')).toEqual(expected);
  expect(await script(suspended.email)).toEqual(expected);
  expect(expected.map(({ body }) => body.refusal)).toContain('code-expired');
  expect(new Set(school.letters.map(({ to }) => to))).toEqual(
    new Set([known.email, suspended.email]),
  );
  const told = school.letters.filter(({ to }) => to === suspended.email);
  for (const { raw } of told) {
    expect(raw).toContain('Tilgangen din til Mellom er stengt');
    expect(raw).not.toMatch(/^\d{6}\r?$/m);
  }
});

test('SIGN-5 a sign-up is not possible, whatever is sent along', async () => {
  const email = 'nobody@example.org';
  await school.ask('POST', SEND, { body: { email, type: 'sign-in' } });
  await school.ask('POST', ENTER, {
    body: { email, otp: '12345678', name: 'Nobody', role: 'admin' },
  });
  await school.ask('POST', '/api/auth/sign-up/email', {
    body: { email, password: 'kx7 vq2 mm9 pt4', name: 'Nobody' },
  });

  const { rows } = await school.test.database.$client.query('select count(*)::int from person');
  expect(rows[0]).toEqual({ count: 0 });
});

test('SIGN-6 five letters an hour to one address, known or not', async () => {
  const { email } = await school.person();
  for (const to of [email, 'nobody@example.org']) {
    for (let sent = 0; sent < 5; sent++) {
      expect((await school.ask('POST', SEND, { body: { email: to } })).status).toBe(200);
    }
    await expect.poll(() => school.letters.length).toBe(5);
    clock.forward(MINUTE_MS);
    const sixth = await school.ask('POST', SEND, { body: { email: to } });
    expect(sixth.status).toBe(429);
    expect(sixth.body.refusal).toBe('too-many-mails');
    const retryAfterMs = Number(sixth.body.retryAfterMs);
    expect(retryAfterMs / MINUTE_MS).toBeCloseTo(59, 0);
    expect(sixth.headers['retry-after']).toBe(String(Math.ceil(retryAfterMs / 1000)));
  }

  clock.forward(60 * MINUTE_MS);
  expect((await school.ask('POST', SEND, { body: { email } })).status).toBe(200);
});

test('SIGN-8 somebody’s wrong passwords do not stop the owner’s mailed code', async () => {
  const { email } = await school.person();
  for (let attempt = 1; attempt <= 11; attempt++) {
    await school.ask('POST', '/api/auth/sign-in/email', {
      body: { email, password: 'tull og tøys' },
    });
  }

  expect((await enter(email, await school.codeFor(email))).status).toBe(200);
}, 90_000);

test('SIGN-8 no code is mailed that would not be looked at, and known and unknown are told the same', async () => {
  const { email } = await school.person();
  for (const to of [email, 'nobody@example.org']) {
    for (let attempt = 1; attempt <= 10; attempt++) await enter(to, '00000000');
    clock.forward(4 * MINUTE_MS);

    const sent = await school.ask('POST', SEND, { body: { email: to } });

    expect(sent).toMatchObject({ status: 429, body: { refusal: 'too-many-tries' } });
    expect(Number(sent.body.retryAfterMs) / MINUTE_MS).toBeCloseTo(11, 0);
  }
  expect(school.letters).toEqual([]);
  clock.forward(11 * MINUTE_MS + 1);
  expect((await enter(email, await school.codeFor(email))).status).toBe(200);
});
