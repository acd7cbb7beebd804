import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeAgreement } from '#shared/features/care/agreement/commands.ts';
import { agreementOfSession, agreementVersions } from '#shared/features/care/agreement/queries.ts';
import { removeParticipant } from '#shared/features/session/moderation/commands.ts';
import { DAY_MS, HOUR_MS } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import { momentOf } from '../../../storage/moment.ts';
import { planSession } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';
import { erasePersonalData, exportPersonalData } from '../personal-data.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const PASS = 'Alle kan si pass.';
const ASK = 'Alle kan si pass.\nVi spør før vi gir råd.';
const notFound = { ok: false, refusal: 'not-found' };

const write = (by: Somebody, sessionId: SessionId, from: number, text: string) =>
  world.call(by, writeAgreement, { sessionId, from, text });
async function read(by: Somebody, sessionId: SessionId) {
  const asked = await world.ask(by, agreementOfSession, { sessionId });
  if (!asked.ok) throw new Error(asked.refusal);
  return asked.value;
}

test('F40 AGREE-1 AGREE-4 a student and a teacher write it together, and each version says when and by whom', async () => {
  const { sessionId, kari, anne, ola } = await planSession(world);
  expect(await read(kari, sessionId)).toMatchObject({
    of: { kind: 'cohort' },
    current: null,
    mayWrite: true,
  });
  expect(await write(kari, sessionId, 0, PASS)).toMatchObject({ value: { version: 1 } });
  world.clock.advance(HOUR_MS);
  expect(await write(anne, sessionId, 1, ASK)).toMatchObject({ value: { version: 2 } });
  const at = world.clock.now();
  expect((await read(ola, sessionId)).current).toEqual({
    ...{ version: 2, text: ASK, at, by: 'Anne Moen' },
  });
  expect(await world.ask(ola, agreementVersions, { sessionId })).toMatchObject({
    value: {
      versions: [
        { version: 2, text: ASK, by: 'Anne Moen', at },
        { version: 1, text: PASS, by: 'Kari Nordmann', at: at - HOUR_MS },
      ],
      more: false,
    },
  });
});

test('AGREE-2 who writes from what no longer stands there is told, also at the very same moment', async () => {
  const { sessionId, kari, ola } = await planSession(world);
  const both = await Promise.all([write(kari, sessionId, 0, PASS), write(ola, sessionId, 0, ASK)]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(both).toContainEqual({ ok: false, refusal: 'changed-meanwhile' });
  expect((await read(kari, sessionId)).current?.version).toBe(1);
});

test('AGREE-3 a call sent again, and a text that stands there already, make no new version', async () => {
  const { sessionId, kari, ola } = await planSession(world);
  const callId = newId<'call'>();
  const input = { sessionId, from: 0, text: PASS };
  const first = await world.call(kari, writeAgreement, input, callId);
  expect(await world.call(kari, writeAgreement, input, callId)).toEqual(first);
  expect(await write(ola, sessionId, 0, PASS)).toMatchObject({ value: { version: 1 } });
  expect((await read(kari, sessionId)).current?.version).toBe(1);
});

test('AGREE-1 a group has its own, and the cohort’s is another', async () => {
  const { sessionId, kari, siri, cohortId } = await planSession(world, { group: true });
  await write(kari, sessionId, 0, PASS);
  expect(await read(kari, sessionId)).toMatchObject({ of: { kind: 'group', name: 'Gruppe' } });
  expect(await world.ask(siri, agreementOfSession, { sessionId })).toEqual(notFound);
  const whole = newId<'session'>() as SessionId;
  await world.test.database.execute(sql`
    insert into session (id, course_id, cohort_id, title, starts_at, ends_at)
    select ${whole}, course_id, ${cohortId}, 'Hele kullet', starts_at, ends_at from session
    where id = ${sessionId}`);
  expect(await read(siri, whole)).toMatchObject({ of: { kind: 'cohort' }, current: null });
});

test('AGREE-1 row 55: an invited guest reads and does not write, a study adviser who is invited and let in writes, and whoever is not sees nothing', async () => {
  const { sessionId, kari } = await planSession(world);
  await write(kari, sessionId, 0, PASS);
  const guest = await world.person({ role: 'guest' });
  const adviser = await world.person({ role: 'studyAdviser' });
  for (const somebody of [guest, adviser]) {
    expect(await world.ask(somebody, agreementOfSession, { sessionId })).toEqual(notFound);
    expect(await world.ask(somebody, agreementVersions, { sessionId })).toEqual(notFound);
    expect(await write(somebody, sessionId, 1, ASK)).toEqual(notFound);
    await world.test.database.execute(sql`
      insert into session_invitation (session_id, person_id, until_at)
      values (${sessionId}, ${somebody.personId}, ${momentOf(world.clock.now() + DAY_MS)})`);
  }
  expect(await read(guest, sessionId)).toMatchObject({ mayWrite: false, current: { text: PASS } });
  expect(await write(guest, sessionId, 1, ASK)).toEqual(notFound);
  expect(await read(adviser, sessionId)).toMatchObject({ mayWrite: false });
  await world.test.database.execute(sql`
    insert into session_admission (session_id, person_id, verdict, by_id, at)
    values (${sessionId}, ${adviser.personId}, 'let-in', ${kari.personId}, now())`);
  expect(await read(adviser, sessionId)).toMatchObject({ mayWrite: true });
  expect(await write(adviser, sessionId, 1, ASK)).toMatchObject({ value: { version: 2 } });
});

test('AGREE-1 a student who is taken out of a session keeps what the cohort has agreed on; a guest does not', async () => {
  const { sessionId, anne, kari } = await planSession(world);
  const guest = await world.person({ role: 'guest' });
  await world.test.database.execute(sql`
    insert into session_invitation (session_id, person_id, until_at)
    values (${sessionId}, ${guest.personId}, ${momentOf(world.clock.now() + DAY_MS)})`);
  for (const { personId } of [kari, guest])
    await world.call(anne, removeParticipant, { sessionId, personId });
  expect(await read(kari, sessionId)).toMatchObject({ mayWrite: true });
  expect(await world.ask(guest, agreementOfSession, { sessionId })).toEqual(notFound);
});

test('AGREE-4 all versions are read, a page at a time', async () => {
  const { sessionId, kari } = await planSession(world);
  for (let nth = 0; nth < 25; nth++) await write(kari, sessionId, nth, `${PASS} ${nth}`);
  const page = async (before?: number) => {
    const input = before === undefined ? { sessionId } : { sessionId, before };
    const asked = await world.ask(kari, agreementVersions, input);
    if (!asked.ok) throw new Error(asked.refusal);
    return asked.value;
  };
  const first = await page();
  expect([first.versions.length, first.more]).toEqual([20, true]);
  const rest = await page(first.versions.at(-1)?.version);
  expect([rest.versions.length, rest.more]).toEqual([5, false]);
  expect([...first.versions, ...rest.versions].map(({ version }) => version)).toEqual(
    Array.from({ length: 25 }, (_, nth) => 25 - nth),
  );
});

test('AGREE-5 numbers that are no version are refused, and shake nothing', async () => {
  const { sessionId, kari } = await planSession(world);
  for (const bad of [1.5, 1e300, 3e9, Number.NaN, '1', null]) {
    const answers = [
      await world.ask(kari, agreementVersions, { sessionId, before: bad as never }),
      await write(kari, sessionId, bad as never, PASS),
    ];
    for (const answer of answers) expect(answer).toEqual({ ok: false, refusal: 'bad-input' });
  }
});

test('what somebody wrote is in their export, and stays the group’s when they are erased', async () => {
  const { sessionId, kari, ola } = await planSession(world);
  await write(kari, sessionId, 0, PASS);
  const { personId } = kari;
  const held = await world.test.database.transaction((tx) => exportPersonalData(tx, personId));
  expect(held.agreements).toMatchObject([{ version: 1, text: PASS }]);
  await world.test.database.transaction((tx) => erasePersonalData(tx, personId));
  expect((await read(ola, sessionId)).current).toMatchObject({ text: PASS, by: '' });
});
