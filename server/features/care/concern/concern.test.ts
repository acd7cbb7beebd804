import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  nameConcernReader,
  openConcerns,
  reportConcern,
} from '#shared/features/care/concern/commands.ts';
import { CONCERNS_A_DAY } from '#shared/features/care/concern/model.ts';
import {
  concernsReceived,
  concernsUnread,
  ownConcerns,
  possibleConcernReaders,
} from '#shared/features/care/concern/queries.ts';
import { removeParticipant } from '#shared/features/session/moderation/commands.ts';
import type { Id, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import { planSession } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';
import { erasePersonalData, exportPersonalData } from '../personal-data.ts';

let world: World;
let admin: Somebody;
let tone: Somebody;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.person({ role: 'admin', name: 'Gunnhild Strand' });
  tone = await world.person({ role: 'studyAdviser', name: 'Tone Grav' });
});
afterAll(() => world.close());

const CANARY = 'Kanarifuglen sang i runden';
const notFound = { ok: false, refusal: 'not-found' };
const name = (personId: PersonId | null) => world.call(admin, nameConcernReader, { personId });
const report = (
  by: Somebody,
  { to = tone, text = CANARY, sessionId = null as SessionId | null } = {},
) => world.call(by, reportConcern, { readerId: to.personId, sessionId, text });

async function own(by: Somebody) {
  const asked = await world.ask(by, ownConcerns, {});
  if (!asked.ok) throw new Error(asked.refusal);
  return asked.value;
}
async function received(by: Somebody, before?: Id<'concern'>) {
  const asked = await world.ask(by, concernsReceived, before ? { before } : {});
  if (!asked.ok) throw new Error(asked.refusal);
  return asked.value;
}

test('CONCERN-1 an administrator names who reads, and the screen can say it before anything is sent', async () => {
  const kari = await world.person();
  expect(await own(kari)).toEqual({ reader: null, concerns: [] });
  expect(await report(kari)).toEqual({ ok: false, refusal: 'other-reader' });
  const bjorg = await world.person({ role: 'practiceCoordinator', name: 'Bjørg Hovde' });
  const possible = await world.ask(admin, possibleConcernReaders, {});
  expect(possible).toMatchObject({
    value: {
      readers: [
        { personId: bjorg.personId, displayName: 'Bjørg Hovde', roles: ['practiceCoordinator'] },
        { personId: tone.personId, displayName: 'Tone Grav', roles: ['studyAdviser'], courses: [] },
      ],
      named: null,
    },
  });
  expect(await name(tone.personId)).toMatchObject({ ok: true });
  expect((await own(kari)).reader).toEqual({
    personId: tone.personId,
    displayName: 'Tone Grav',
  });
});

test('CONCERN-1 neither an administrator, a student, somebody suspended nor nobody can be named', async () => {
  const suspended = await world.person({ role: 'studyAdviser' });
  await world.test.database.execute(
    sql`update person set status = 'suspended' where id = ${suspended.personId}`,
  );
  const student = await world.person();
  for (const personId of [admin.personId, student.personId, suspended.personId, newId<'person'>()])
    expect(await name(personId)).toEqual({ ok: false, refusal: 'cannot-read' });
});

test('CONCERN-8 whoever it was sent to is told how many they have not had on the screen, and nobody else is', async () => {
  const reader = await world.person({ role: 'rector', name: 'Randi Rud' });
  await name(reader.personId);
  const unread = async (by: Somebody) => {
    const asked = await world.ask(by, concernsUnread, {});
    return asked.ok ? asked.value : asked.refusal;
  };
  const kari = await world.person();
  expect(await unread(reader)).toEqual({ count: 0 });
  for (const text of ['en', 'to']) await report(kari, { to: reader, text });
  expect(await unread(reader)).toEqual({ count: 2 });
  expect(await unread(tone)).toEqual({ count: 0 });
  for (const other of [kari, admin]) expect(await unread(other)).toBe('not-found');

  const [latest, first] = (await received(reader)).concerns;
  if (!latest || !first) throw new Error('nothing was received');
  // Another's changes nothing, and neither does the same again.
  await world.call(tone, openConcerns, { latest: latest.concernId });
  expect(await unread(reader)).toEqual({ count: 2 });
  await world.call(reader, openConcerns, { latest: first.concernId });
  expect(await unread(reader)).toEqual({ count: 1 });
  for (const _ of [1, 2]) await world.call(reader, openConcerns, { latest: latest.concernId });
  expect(await unread(reader)).toEqual({ count: 0 });
  await name(null);
});

test('CONCERN-2 CONCERN-3 only the one it was sent to and whoever wrote it read it, also when another is named later', async () => {
  await name(tone.personId);
  const { sessionId, kari, anne } = await planSession(world);
  expect(await report(kari, { sessionId })).toMatchObject({ ok: true });
  const [mine] = (await own(kari)).concerns;
  expect(mine).toMatchObject({ text: CANARY, sentTo: 'Tone Grav', session: { title: 'En økt' } });
  const [first] = (await received(tone)).concerns;
  expect(first).toMatchObject({ text: CANARY, by: 'Kari Nordmann', session: { title: 'En økt' } });

  await name(anne.personId);
  expect(await report(kari)).toEqual({ ok: false, refusal: 'other-reader' });
  expect((await received(anne)).concerns).toEqual([]);
  expect((await received(tone)).concerns[0]?.concernId).toBe(first?.concernId);
  const rector = await world.person({ role: 'rector' });
  expect((await received(rector)).concerns).toEqual([]);
  for (const somebody of [admin, kari])
    expect(await world.ask(somebody, concernsReceived, {})).toEqual(notFound);
  await name(tone.personId);
});

test('CONCERN-2 who was named and has lost the role reads nothing more, and nothing more can be sent', async () => {
  const gone = await world.person({ role: 'studyAdviser', name: 'Gone Borte' });
  const kari = await world.person();
  await name(gone.personId);
  await report(kari, { to: gone });
  await world.test.database.execute(sql`
    update role_held set until = to_timestamp(${world.clock.now() / 1000})
    where person_id = ${gone.personId}`);
  expect(await world.ask(gone, concernsReceived, {})).toEqual(notFound);
  expect((await own(kari)).reader).toBeNull();
  expect(await report(kari, { to: gone })).toEqual({ ok: false, refusal: 'other-reader' });
  await name(tone.personId);
});

test('CONCERN-5 a session can be named by whoever knows of it, also who was taken out of it, and by nobody else', async () => {
  const { sessionId, anne, kari, ola } = await planSession(world);
  await world.call(anne, removeParticipant, { sessionId, personId: kari.personId });
  for (const somebody of [kari, ola, anne])
    expect(await report(somebody, { sessionId })).toMatchObject({ ok: true });
  const stranger = await world.person();
  const before = (await received(tone)).concerns.length;
  expect(await report(stranger, { sessionId })).toEqual(notFound);
  expect(await report(stranger, { sessionId: newId<'session'>() })).toEqual(notFound);
  expect((await received(tone)).concerns.length).toBe(before);
});

test('CONCERN-4 a letter says that there is something to read, and nothing of it', async () => {
  const kari = await world.person({ name: 'Kari Kanari' });
  await report(kari);
  const { rows } = await world.test.database.execute<{ said: string }>(sql`
    select subject || text || path as said from letter where person_id = ${tone.personId}`);
  expect(rows.length).toBeGreaterThan(0);
  for (const { said } of rows) {
    expect(said).toContain('/meldt-fra');
    expect(said).not.toMatch(/Kanari|runden/u);
  }
});

test('CONCERN-4 the words stand in one table, and neither in a log, nor a fact, nor a kept answer', async () => {
  const written: string[] = [];
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
  const kari = await world.person();
  await report(kari);
  spy.mockRestore();
  expect(written.join('')).not.toContain('Kanari');
  const { rows: tables } = await world.test.database.execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables where table_schema = 'public'`);
  const holding: string[] = [];
  for (const table of tables) {
    const { rows } = await world.test.database.execute(
      sql`select from ${sql.identifier(table.name)} t where t::text like '%Kanarifuglen%' limit 1`,
    );
    if (rows.length > 0) holding.push(table.name);
  }
  expect(holding).toEqual(['concern']);
});

test('CONCERN-6 sent twice under the same call it is told once, and twenty a day are the most', async () => {
  const kari = await world.person();
  const callId = newId<'call'>();
  const input = { readerId: tone.personId, sessionId: null, text: 'Én gang' };
  const first = await world.call(kari, reportConcern, input, callId);
  expect(await world.call(kari, reportConcern, input, callId)).toEqual(first);
  expect((await own(kari)).concerns).toHaveLength(1);
  for (let nth = 1; nth < CONCERNS_A_DAY; nth++)
    expect(await report(kari)).toMatchObject({ ok: true });
  expect(await report(kari)).toEqual({ ok: false, refusal: 'too-many' });
  await world.test.database.execute(
    sql`update concern set at = at - interval '1 day' where person_id = ${kari.personId}`,
  );
  expect(await report(kari)).toMatchObject({ ok: true });
});

test('CONCERN-3 what was received comes a page at a time, each once; another’s place in the list is no place', async () => {
  const sigurd = await world.person({ role: 'rector', name: 'Sigurd Bø' });
  await name(sigurd.personId);
  for (let person = 0; person < 3; person++) {
    const kari = await world.person();
    for (let nth = 0; nth < CONCERNS_A_DAY; nth++) await report(kari, { to: sigurd });
  }
  await name(tone.personId);
  const first = await received(sigurd);
  expect([first.concerns.length, first.more]).toEqual([50, true]);
  const second = await received(sigurd, first.concerns.at(-1)?.concernId);
  expect([second.concerns.length, second.more]).toEqual([10, false]);
  const ids = [...first.concerns, ...second.concerns].map(({ concernId }) => concernId);
  expect(new Set(ids).size).toBe(60);
  expect(await received(tone, ids[0])).toEqual({ concerns: [], more: false });
});

test('what one reported is in one’s own export alone, and goes when one is erased', async () => {
  const { kari } = await planSession(world);
  await report(kari);
  const data = (of: Somebody) =>
    world.test.database.transaction((tx) => exportPersonalData(tx, of.personId));
  const before = (await received(tone)).concerns.length;
  expect(await data(kari)).toMatchObject({ concerns: [{ text: CANARY, session: null }] });
  expect(await data(tone)).toMatchObject({ concerns: [], readsConcerns: true });
  await world.test.database.transaction((tx) => erasePersonalData(tx, kari.personId));
  expect((await data(kari)).concerns).toEqual([]);
  expect((await received(tone)).concerns.length).toBe(before - 1);
  await world.test.database.transaction((tx) => erasePersonalData(tx, tone.personId));
  expect(await data(tone)).toMatchObject({ concerns: [], readsConcerns: false });
  expect((await own(await world.person())).reader).toBeNull();
});
