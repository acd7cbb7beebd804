import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId, SignInId } from '#shared/kernel/ids.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { restorePerson, subjectOf, suspendPerson } from '../public.ts';
import { openSchool, stopTheClock, type TestSchool } from './test-school.ts';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
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

const change = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(school.test.database, 'change', work);
const live = (cookie: string) => school.signIns.signInFromCookie({ cookie });
const subject = (personId: PersonId, signInId: SignInId) =>
  change((tx) => subjectOf(tx, personId, signInId, Date.now()));
const list = async (cookie: string) => (await school.ask('GET', '/api/sign-ins', { cookie })).body;

/** Listens as every server does, and tells who was named. */
async function listenForAuthority() {
  const client = new pg.Client(school.test.url);
  const told: string[] = [];
  client.on('notification', ({ payload }) => told.push(payload ?? ''));
  await client.connect();
  await client.query('listen authority');
  return { told, close: () => client.end() };
}

test('SIGN-11 what is stored of a token is its hash; address and full browser description are not', async () => {
  const { email } = await school.person();
  const cookie = await school.enter(email, {
    headers: { 'user-agent': FIREFOX },
    address: '203.0.113.7',
  });

  const { rows } = await school.test.database.$client.query(
    'select row_to_json(sign_in) as row from sign_in',
  );
  const stored = JSON.stringify(rows);
  const token = cookie.split('=')[1]?.split('.')[0] ?? '';
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(stored).not.toContain(token);
  expect(stored).not.toContain('203.0.113.7');
  expect(stored).not.toContain('Gecko');
  expect(stored).toContain('Firefox, Windows');
  // Who reads the table can open nothing with what it holds.
  const hash = rows[0].row.token_hash;
  expect(await live(cookie.replace(token, hash))).toBeNull();
});

test('SIGN-11 the answer that lets somebody in carries no token beside the cookie', async () => {
  const { email } = await school.person();
  const otp = await school.codeFor(email);
  const answer = await school.ask('POST', '/api/auth/sign-in/email-otp', { body: { email, otp } });

  const token = answer.cookie?.split('=')[1]?.split('.')[0] ?? 'no token';
  expect(JSON.stringify(answer.body)).not.toContain(token);
  expect(answer.headers['cache-control']).toBe('no-store');
});

test('SIGN-12 each sign-in is a new one, and ends what the browser was signed in as before', async () => {
  const kari = await school.person();
  const ola = await school.person();
  const first = await school.enter(kari.email);

  const second = await school.enter(ola.email, { cookie: first });
  const planted = 'mellom-sign-in=chosen-by-an-attacker';
  const third = await school.enter(kari.email, { cookie: planted });

  expect(new Set([first, second, third]).size).toBe(3);
  expect(await live(first)).toBeNull();
  expect(await live(second)).toMatchObject({ personId: ola.personId });
  expect(await live(third)).toMatchObject({ personId: kari.personId });
});

test('SIGN-13 a sign-in ends after an hour without use', async () => {
  const { email } = await school.person();
  const used = await school.enter(email);
  const unused = await school.enter(email);

  clock.forward(59 * MINUTE_MS);
  expect((await school.ask('GET', '/api/sign-ins', { cookie: used })).status).toBe(200);
  clock.forward(MINUTE_MS);

  expect(await live(unused)).toBeNull();
  expect(await live(used)).not.toBeNull();
  expect((await school.ask('GET', '/api/sign-ins', { cookie: unused })).body.refusal).toBe(
    'signed-out',
  );
});

test('SIGN-13 a sign-in ends after twelve hours, used or not', async () => {
  const { email } = await school.person();
  const cookie = await school.enter(email);
  const { signInId } = (await live(cookie)) ?? { signInId: '' as SignInId };
  for (let half = 1; half < 24; half++) {
    clock.forward(HOUR_MS / 2);
    expect(await school.signIns.touchSignIn(signInId, Date.now())).not.toBeNull();
  }

  expect((await live(cookie))?.expiresAt).toBe(Date.now() + HOUR_MS / 2);
  clock.forward(HOUR_MS / 2);
  expect(await live(cookie)).toBeNull();
  expect(await school.signIns.touchSignIn(signInId, Date.now())).toBeNull();
});

test('SIGN-13 use within the same minute writes nothing and still tells when it ends', async () => {
  const { email } = await school.person();
  const cookie = await school.enter(email);
  const before = await live(cookie);
  clock.forward(30_000);

  expect(await school.signIns.touchSignIn(before?.signInId as SignInId, Date.now())).toBe(
    before?.expiresAt,
  );
});

test('SIGN-14 one’s own sign-ins are listed, last used first, and ended', async () => {
  const { email } = await school.person();
  const phone = await school.enter(email);
  clock.forward(2 * MINUTE_MS);
  const laptop = await school.enter(email, { headers: { 'user-agent': FIREFOX } });

  const { signIns } = (await list(laptop)) as { signIns: { id: string; device: string }[] };
  expect(signIns).toMatchObject([
    { device: 'Firefox, Windows', current: true, createdAt: Date.now(), lastSeenAt: Date.now() },
    { device: '', current: false, createdAt: Date.now() - 2 * MINUTE_MS },
  ]);
  const ended = await school.ask('DELETE', `/api/sign-ins/${signIns[1]?.id}`, { cookie: laptop });

  expect(ended.status).toBe(204);
  expect(ended.cookie).toBeNull();
  expect(await live(phone)).toBeNull();
  expect((await list(laptop)).signIns).toHaveLength(1);
});

test('SIGN-14 all of one’s own sign-ins but the one in use are ended at once, and nobody else’s', async () => {
  const { email, personId } = await school.person();
  const phone = await school.enter(email);
  const laptop = await school.enter(email);
  const ola = await school.enter((await school.person()).email);
  const mine = await school.enter(email);
  const bus = await listenForAuthority();

  const ended = await school.ask('DELETE', '/api/sign-ins', { cookie: mine });

  expect(ended).toMatchObject({ status: 204, cookie: null });
  expect([await live(phone), await live(laptop)]).toEqual([null, null]);
  expect(await live(mine)).not.toBeNull();
  expect(await live(ola)).not.toBeNull();
  await expect.poll(() => new Set(bus.told)).toEqual(new Set([personId]));
  expect((await school.ask('DELETE', '/api/sign-ins')).body.refusal).toBe('signed-out');
  await bus.close();
});

test('SIGN-14 ending the one in use also takes its cookie', async () => {
  const { email } = await school.person();
  const cookie = await school.enter(email);
  const mine = await live(cookie);

  const ended = await school.ask('DELETE', `/api/sign-ins/${mine?.signInId}`, { cookie });

  expect(ended.headers['set-cookie']).toContain('Max-Age=0');
  expect(await live(cookie)).toBeNull();
});

test('SIGN-14 row 46: another person’s sign-in is not found, nor an unknown or malformed one', async () => {
  const kari = await school.enter((await school.person()).email);
  const ola = await school.enter((await school.person()).email);
  const olas = await live(ola);

  for (const id of [olas?.signInId, '00000000-0000-7000-8000-000000000000', 'x', '../me', '%00']) {
    const answer = await school.ask('DELETE', `/api/sign-ins/${encodeURIComponent(id ?? '')}`, {
      cookie: kari,
    });
    expect(answer).toMatchObject({ status: 404, body: { ok: false, refusal: 'not-found' } });
  }
  expect(await live(ola)).not.toBeNull();
});

test('SIGN-15 signing out ends the sign-in, tells every server at once and takes the cookie', async () => {
  const { personId, email } = await school.person();
  const cookie = await school.enter(email);
  const mine = await live(cookie);
  const bus = await listenForAuthority();

  const answer = await school.ask('POST', '/api/auth/sign-out', { cookie, body: {} });

  expect(answer.status).toBe(200);
  expect(answer.headers['set-cookie']).toBe(
    'mellom-sign-in=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
  );
  await expect.poll(() => bus.told).toEqual([personId]);
  expect(await live(cookie)).toBeNull();
  expect(await subject(personId, mine?.signInId as SignInId)).toBeNull();
  expect((await school.ask('POST', '/api/auth/sign-out', { cookie, body: {} })).status).toBe(200);
  await bus.close();
});

test('SIGN-16 suspension ends every sign-in and tells every server; restoring lets in anew', async () => {
  const { personId, email } = await school.person();
  const cookie = await school.enter(email);
  const mine = await live(cookie);
  const bus = await listenForAuthority();

  await change((tx) => suspendPerson(tx, personId));

  await expect.poll(() => bus.told).toContain(personId);
  expect(await live(cookie)).toBeNull();
  expect(await subject(personId, mine?.signInId as SignInId)).toBeNull();
  expect(await school.signIns.signInAs(personId)).toBeNull();

  await change((tx) => restorePerson(tx, personId));
  expect(await live(cookie)).toBeNull();
  expect(await live(await school.enter(email))).toMatchObject({ personId });
  await bus.close();
});

test('SIGN-16 a person suspended behind our back is nobody: no sign-in, no right', async () => {
  const { personId, email } = await school.person();
  const cookie = await school.enter(email);
  const mine = await live(cookie);
  await school.test.database.$client.query("update person set status = 'suspended'");

  expect(await live(cookie)).toBeNull();
  expect(await subject(personId, mine?.signInId as SignInId)).toMatchObject({ active: false });
});

test('SIGN-17 the subject carries the roles as they are now, and a change is told to every server', async () => {
  const until = Date.UTC(2027, 5, 1);
  const { personId, email } = await school.person({
    roles: [{ role: 'student' }, { role: 'guest', until }],
  });
  const mine = await live(await school.enter(email));
  const asked = () => subject(personId, mine?.signInId as SignInId);

  expect(await asked()).toEqual({
    personId,
    active: true,
    roles: expect.arrayContaining([
      { role: 'student', until: null },
      { role: 'guest', until },
    ]),
  });
  const bus = await listenForAuthority();
  await school.test.database.$client.query("delete from role_held where role = 'student'");
  await expect.poll(() => bus.told).toEqual([personId]);
  expect((await asked())?.roles).toEqual([{ role: 'guest', until }]);
  await bus.close();
});

test('SIGN-17 a sign-in gives its own person’s rights alone', async () => {
  const kari = await school.person();
  const ola = await school.person();
  const olas = await live(await school.enter(ola.email));

  expect(await subject(kari.personId, olas?.signInId as SignInId)).toBeNull();
});

test('SIGN-17 keeping a sign-in alive tells nobody', async () => {
  const { email } = await school.person();
  const mine = await live(await school.enter(email));
  const bus = await listenForAuthority();
  clock.forward(5 * MINUTE_MS);
  await school.signIns.touchSignIn(mine?.signInId as SignInId, Date.now());
  await school.test.database.$client.query("select pg_notify('authority', 'last')");

  await expect.poll(() => bus.told).toEqual(['last']);
  await bus.close();
});

test('SIGN-18 a chosen language stays with the person', async () => {
  const { email } = await school.person();
  const cookie = await school.enter(email);

  const answer = await school.ask('PUT', '/api/me/language', { cookie, body: { language: 'en' } });
  expect(answer.body).toMatchObject({ signedIn: { language: 'en' } });
  const letter = school.nextLetter();
  await school.ask('POST', '/api/auth/email-otp/send-verification-otp', { body: { email } });
  expect((await letter).raw).toContain('Your code for Mellom');

  const wrong = await school.ask('PUT', '/api/me/language', { cookie, body: { language: 'xx' } });
  expect(wrong).toMatchObject({ status: 400, body: { refusal: 'bad-input' } });
  const nobody = await school.ask('PUT', '/api/me/language', { body: { language: 'en' } });
  expect(nobody).toMatchObject({ status: 401, body: { refusal: 'signed-out' } });
});

test('expired sign-ins are swept when somebody signs in', async () => {
  const { email } = await school.person();
  await school.enter(email);
  clock.forward(2 * HOUR_MS);
  await school.enter(email);

  const { rows } = await school.test.database.$client.query(
    'select count(*)::int as left from sign_in',
  );
  expect(rows).toEqual([{ left: 1 }]);
});
