import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { createGuest, endGuestRole, holdGuestRole } from '../public.ts';
import { openSchool, stopTheClock, type TestSchool } from '../sign-in/test-school.ts';

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

/** A guest until then, and the cookie of their sign-in. */
async function guestUntil(until: number) {
  return change(async (tx) => {
    const personId = await createGuest(tx, { displayName: 'Gro Gjestad', language: 'nn' });
    await holdGuestRole(tx, personId, until);
    const set = await school.signIns.signInByLink(
      tx,
      { personId, userAgent: '', until },
      Date.now(),
    );
    return { personId, cookie: set.split(';')[0] ?? '' };
  });
}

const isIn = async (cookie: string) =>
  (await school.ask('GET', '/api/door', { cookie })).body.signedIn !== null;

test('GUEST-8 SIGN-13 a guest is signed in until their date, and no use moves it', async () => {
  const { cookie, personId } = await guestUntil(Date.now() + 90 * MINUTE_MS);
  const door = await school.ask('GET', '/api/door', { cookie });
  expect(door.body).toMatchObject({
    signedIn: { personId, displayName: 'Gro Gjestad', givenName: 'Gro', roles: ['guest'] },
  });
  clock.forward(50 * MINUTE_MS);
  expect(await isIn(cookie)).toBe(true);
  clock.forward(39 * MINUTE_MS);
  expect(await isIn(cookie)).toBe(true);
  clock.forward(MINUTE_MS);
  expect(await isIn(cookie)).toBe(false);
});

test('GUEST-8 SIGN-13 unused for an hour a guest is signed out like everybody', async () => {
  const { cookie } = await guestUntil(Date.now() + 5 * HOUR_MS);
  clock.forward(61 * MINUTE_MS);
  expect(await isIn(cookie)).toBe(false);
});

test('GUEST-8 with the role go the sign-ins of a guest, and none of somebody of the school', async () => {
  const { cookie, personId } = await guestUntil(Date.now() + HOUR_MS);
  const known = await school.person();
  const own = await school.enter(known.email);
  await change((tx) => holdGuestRole(tx, known.personId, Date.now() + HOUR_MS));
  await change((tx) => endGuestRole(tx, known.personId));
  await change((tx) => endGuestRole(tx, personId));
  expect(await isIn(cookie)).toBe(false);
  expect((await school.ask('GET', '/api/door', { cookie: own })).body).toMatchObject({
    signedIn: { roles: ['student'] },
  });
});

test('GUEST-8 a guest for longer, or for good, stays it', async () => {
  const { personId } = await guestUntil(Date.now() + 5 * HOUR_MS);
  await change((tx) => holdGuestRole(tx, personId, Date.now() + HOUR_MS));
  const always = await school.person({ roles: [{ role: 'guest' }] });
  await change((tx) => holdGuestRole(tx, always.personId, Date.now() + HOUR_MS));
  await change((tx) => endGuestRole(tx, always.personId));
  const { rows } = await school.test.database.execute<{ until: Date | null }>(sql`
    select until from role_held where role = 'guest' order by until nulls last`);
  expect(rows.map(({ until }) => until && new Date(until).getTime())).toEqual([
    Date.now() + 5 * HOUR_MS,
    null,
  ]);
});

test('GUEST-10 a guest has no mailbox: nothing is sent to one, and the answer is like any other', async () => {
  const { personId } = await guestUntil(Date.now() + HOUR_MS);
  const send = (email: string) =>
    school.ask('POST', '/api/auth/email-otp/send-verification-otp', { body: { email } });
  expect(await send(`${personId}@guest.invalid`)).toMatchObject({ status: 200, body: {} });
  const { email } = await school.person();
  const letter = school.nextLetter();
  await send(email);
  expect((await letter).to).toBe(email);
  await school.http.close();
  expect(school.letters).toHaveLength(1);
});
