import { sql } from 'drizzle-orm';
import { fastify } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { USUAL_APPEARANCE } from '#shared/features/identity/appearance/model.ts';
import * as commands from '#shared/features/notification/commands.ts';
import { NOTICES_OFF_PATH, QUIET_AT_FIRST } from '#shared/features/notification/model.ts';
import { ownNotices } from '#shared/features/notification/queries.ts';
import * as planning from '#shared/features/programme/planning/commands.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { CohortId, SessionId } from '#shared/kernel/ids.ts';
import { instantInOslo } from '#shared/kernel/oslo-time.ts';
import { makeLog } from '../../platform/log.ts';
import type { Letter } from '../../platform/mail.ts';
import { createSchool, type School } from '../../testing/school.ts';
import { createWorld, type Somebody, type World } from '../../testing/world.ts';
import { addAssignment } from '../assignment/repository.ts';
import { keepAppearance } from '../identity/appearance/repository.ts';
import { makeLetterPost } from '../identity/public.ts';
import { erasePersonalData, exportPersonalData } from './personal-data.ts';
import { makeCompose, serveNoticesOff, tellDue } from './public.ts';

const noPush = async () => undefined;
const http = fastify();
const log = makeLog('error');
const baseUrl = 'https://mellom.example';
const noticeSecret = (opens: string) => `proof-of-${opens.length}`;
const at = (day: string, time: string) => instantInOslo(day, time) ?? Number.NaN;

let world: World;
let school: School;
let cohortId: CohortId;
let anne: Somebody;
let kari: Somebody;

beforeAll(async () => {
  world = await createWorld();
  school = await createSchool(world.test.database, world.clock.now());
  await serveNoticesOff(http, { ...world, database: world.test.database, noticeSecret, log });
});
afterAll(async () => {
  await http.close();
  await world.close();
});

/** A cohort of its own with a teacher and a student, at a time of day. */
async function begin(day: string, time: string): Promise<void> {
  world.clock.set(at(day, time));
  cohortId = await school.cohort();
  [anne, kari] = [
    await world.person({ role: 'teacher', name: 'Anne Moen' }),
    await world.person({ name: 'Kari Nordmann' }),
  ];
  await school.enrol(kari, cohortId);
  await tellDue(world.test.database, world.clock.now(), noPush);
  await letters();
}

async function session(day: string, from: string, title = 'Makt og språk'): Promise<SessionId> {
  const { rows } = await world.test.database.execute<{ id: SessionId }>(sql`
    insert into session (id, course_id, cohort_id, title, starts_at, ends_at)
    values (gen_random_uuid(), ${school.courseId}, ${cohortId}, ${title},
      to_timestamp(${at(day, from) / 1000}), to_timestamp(${at(day, from) / 1000 + 7_200}))
    returning id`);
  const id = rows[0]?.id as SessionId;
  await school.assign(anne, id);
  await tellDue(world.test.database, world.clock.now(), noPush);
  return id;
}

async function changed(
  sessionId: SessionId,
  version: number,
  to: { day: string; from: string },
): Promise<void> {
  const teachers = [{ personId: anne.personId, isSubstitute: false }];
  const reply = await world.call(anne, planning.changeSession, {
    ...{ sessionId, version, scope: 'one', title: 'Makt og språk', room: '', teachers, seen: [] },
    ...{ ...to, to: '20:00' },
  });
  expect(reply).toMatchObject({ ok: true });
}

async function cancelled(sessionId: SessionId, version = 0, by = anne): Promise<void> {
  const reply = await world.call(by, planning.cancelSession, {
    ...{ sessionId, version, scope: 'one', reason: 'Anne er syk' },
  });
  expect(reply).toMatchObject({ ok: true });
}

/** Looks for what is due at a time, on two servers at once, and sends what waits. @returns what came, by whom it came to */
async function letters(day?: string, time?: string): Promise<Letter[]> {
  if (day && time) world.clock.set(at(day, time));
  const { database } = world.test;
  await Promise.all([1, 2].map(() => tellDue(database, world.clock.now(), noPush)));
  return posted();
}

async function posted(fails = false): Promise<Letter[]> {
  const { database } = world.test;
  const { clock } = world;
  const sent: Letter[] = [];
  const post = makeLetterPost({
    ...{ database, clock, log: makeLog('error'), baseUrl, linkSecret: () => '' },
    compose: makeCompose({ database, clock, baseUrl, noticeSecret }),
    mail: {
      send: async (letter) => {
        if (fails) throw new Error('the mail server is away');
        sent.push(letter);
      },
      close: () => undefined,
    },
  });
  await post.tick();
  await post.stop();
  return sent;
}

const to = (all: readonly Letter[], somebody: Somebody) =>
  all.filter((letter) => letter.to.startsWith(somebody.personId));
const subjects = (all: readonly Letter[], somebody: Somebody) =>
  to(all, somebody).map(({ subject }) => subject);

test('F75 NOTE-1 NOTE-4 the evening before brings one letter with all that is to come, once, on two servers', async () => {
  await begin('2026-11-26', '12:00');
  await session('2026-11-27', '09:00');
  await session('2026-11-27', '13:00', 'Mer makt');
  await world.test.database.transaction((tx) =>
    addAssignment(tx, {
      ...{ cohortId, courseId: school.courseId, mode: 'individual', templateId: null },
      ...{ dueAt: at('2026-11-27', '23:59'), title: 'Logg', brief: 'Hemmelig brief', criteria: [] },
      ...{ by: anne.personId, at: world.clock.now() },
    }),
  );
  expect(await letters('2026-11-26', '16:59')).toEqual([]);
  const all = await letters('2026-11-26', '17:00');
  expect(subjects(all, anne)).toEqual(['2 ting å vite fra Mellom']);
  expect(subjects(all, kari)).toEqual(['3 ting å vite fra Mellom']);
  const [letter] = to(all, kari);
  expect(letter?.text).toContain('· Økt: «Makt og språk», i morgen kl. 09:00.');
  expect(letter?.text).toContain('· Frist: «Logg», i morgen kl. 23:59. Ikke levert ennå.');
  expect(letter?.text).toMatch(
    /Her velger du hva du vil vite, og når:\nhttps:\/\/mellom.example\/varsler\n$/u,
  );
  expect(JSON.stringify(all)).not.toMatch(/Anne|Kari|Hemmelig/u);
  expect(await letters('2026-11-26', '17:30')).toEqual([]);
  // Half an hour before is for those who have asked for it.
  await world.call(anne, commands.chooseNotice, {
    ...{ kind: 'session-soon', way: 'mail', wanted: true },
  });
  expect(subjects(await letters('2026-11-27', '08:30'), anne)).toEqual([
    'Snart: «Makt og språk», i dag kl. 09:00',
  ]);
});

test('F75 NOTE-2 NOTE-15 a session that is moved and cancelled is told as it stands, to those who are expected, and not to whoever did it', async () => {
  await begin('2026-12-01', '10:00');
  const sessionId = await session('2026-12-08', '18:00');
  expect(await letters()).toEqual([]);
  await changed(sessionId, 0, { day: '2026-12-09', from: '18:00' });
  const first = await letters();
  const moved = ['Flyttet: «Makt og språk». Ny tid: onsdag 9. desember kl. 18:00'];
  expect([subjects(first, kari), subjects(first, anne)]).toEqual([moved, []]);
  expect(await letters()).toEqual([]);
  await changed(sessionId, 1, { day: '2026-12-10', from: '18:00' });
  await letters();
  await cancelled(sessionId, 2, await world.person({ role: 'admin' }));
  // An hour after the last letter all that has come together is one, and what is not so any more is left out.
  const off = ['Avlyst: «Makt og språk», torsdag 10. desember kl. 18:00'];
  const before = await letters('2026-12-01', '10:59');
  expect([subjects(before, kari), subjects(before, anne)]).toEqual([[], off]);
  const all = await letters('2026-12-01', '11:00');
  expect([subjects(all, kari), subjects(all, anne)]).toEqual([off, []]);
  expect(JSON.stringify(all)).not.toContain('syk');
  expect(await letters('2026-12-09', '17:00')).toEqual([]);
});

test('F75 F79 NOTE-5 NOTE-12 rights, choices and the thing itself are asked about when the letter goes out', async () => {
  await begin('2026-12-14', '12:00');
  const sessionId = await session('2026-12-15', '09:00');
  const [ola, per, mia, ida] = [
    await world.person(),
    await world.person(),
    await world.person(),
    await world.person(),
  ];
  for (const one of [ola, per, mia, ida]) await school.enrol(one, cohortId);
  world.clock.set(at('2026-12-14', '17:00'));
  await tellDue(world.test.database, world.clock.now(), noPush);
  await school.suspend(ola);
  await school.removeRelations(per);
  await world.call(mia, commands.chooseNotice, {
    ...{ kind: 'session-tomorrow', way: 'mail', wanted: false },
  });
  const all = await posted();
  for (const one of [ola, per, mia]) expect(subjects(all, one)).toEqual([]);
  expect(subjects(all, ida)).toEqual(['Økt: «Makt og språk», i morgen kl. 09:00']);

  await world.test.database.execute(
    sql`insert into assignment (id, cohort_id, course_id, mode, title, brief, criteria, due_at, created_at)
      values (gen_random_uuid(), ${cohortId}, ${school.courseId}, 'individual', 'Logg', '', '{}',
        to_timestamp(${at('2026-12-17', '23:59') / 1000}), now())`,
  );
  await keepAppearance(world.test.database, kari.personId, {
    ...USUAL_APPEARANCE,
    lowEnergy: true,
  });
  const ahead = await letters('2026-12-14', '18:01');
  expect([subjects(ahead, kari), subjects(ahead, ida)]).toEqual([
    [],
    ['Frist: «Logg», torsdag 17. desember kl. 23:59. Ikke levert ennå'],
  ]);

  const other = await session('2026-12-16', '09:00');
  world.clock.set(at('2026-12-15', '17:00'));
  await tellDue(world.test.database, world.clock.now(), noPush);
  await school.cancelSession(other);
  await school.deleteSession(sessionId);
  expect(subjects(await posted(), ida)).toEqual([]);
});

test('F75 NOTE-3 what is changed in the quiet hours waits for the morning, unless it is about the next hours', async () => {
  await begin('2027-01-11', '14:00');
  await world.call(kari, commands.setQuietHours, { quiet: { from: '21:00', until: '09:30' } });
  const sessionId = await session('2027-01-20', '18:00');
  const early = await session('2027-01-12', '09:00');
  await letters('2027-01-11', '17:00');
  world.clock.set(at('2027-01-11', '22:00'));
  await cancelled(sessionId);
  expect(await letters()).toEqual([]);
  await cancelled(early);
  expect(await letters('2027-01-12', '06:59')).toEqual([]);
  expect(subjects(await letters('2027-01-12', '07:00'), kari)).toHaveLength(1);
  expect(subjects(await letters('2027-01-12', '08:00'), kari)).toEqual([]);
  expect(subjects(await letters('2027-01-12', '09:30'), kari)).toEqual([
    'Avlyst: «Makt og språk», onsdag 20. januar kl. 18:00',
  ]);
});

test('F75 NOTE-6 what comes too late is not sent: after a restore, and when the mail server was away', async () => {
  await begin('2027-02-01', '12:00');
  await session('2027-02-02', '09:00');
  await letters('2027-02-01', '20:01');
  expect(await letters('2027-02-02', '07:00')).toEqual([]);

  await session('2027-02-04', '09:00');
  world.clock.set(at('2027-02-03', '17:00'));
  await tellDue(world.test.database, world.clock.now(), noPush);
  expect(await posted(true)).toEqual([]);
  world.clock.set(at('2027-02-03', '18:00'));
  expect(subjects(await posted(true), kari)).toEqual([]);
  expect(await letters('2027-02-04', '09:01')).toEqual([]);
  const { rows } = await world.test.database.execute(sql`select from letter where sent_at is null`);
  expect(rows).toEqual([]);
});

test('F75 NOTE-7 the link of a letter turns its kinds off with one press, without a sign-in, and nothing else', async () => {
  await begin('2027-03-01', '12:00');
  await session('2027-03-02', '09:00');
  const [letter] = to(await letters('2027-03-01', '17:00'), kari);
  const address = letter?.headers?.['List-Unsubscribe']?.slice(1, -1) ?? '';
  expect(letter?.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  const url = address.slice(baseUrl.length);
  const isOn = async () => {
    const own = await world.ask(kari, ownNotices, {});
    return own.ok && own.value.choices.find(({ kind }) => kind === 'session-tomorrow')?.wanted;
  };
  const press = (path: string, payload: string) =>
    http.inject({
      ...{ method: 'POST', url: path, payload },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  const led = await http.inject(url);
  expect([led.statusCode, led.headers.location]).toEqual([
    303,
    `/varsler/av#${url.split('/').at(-1)}`,
  ]);
  expect((await press(url, 'x=1')).statusCode).toBe(400);
  for (const wrong of [
    url.replace('session-tomorrow', 'gathering'),
    url.replace(kari.personId, anne.personId).replace('proof', 'prof'),
    `${NOTICES_OFF_PATH}/x`,
    `${NOTICES_OFF_PATH}/${kari.personId}.constructor.x`,
  ])
    expect((await press(wrong, 'List-Unsubscribe=One-Click')).statusCode).toBe(404);
  expect(await isOn()).toBe(true);

  expect((await press(url, 'List-Unsubscribe=One-Click')).statusCode).toBe(200);
  expect(await isOn()).toBe(false);
  await world.call(kari, commands.chooseNotice, {
    ...{ kind: 'session-tomorrow', way: 'mail', wanted: true },
  });
  const token = url.split('/').at(-1);
  const byPage = await http.inject({ method: 'POST', url: NOTICES_OFF_PATH, payload: { token } });
  expect(byPage.statusCode).toBe(200);
  expect(await isOn()).toBe(false);
});

test('F75 NOTE-8 one’s own choices stand; hours with nothing between them are refused, and a letter to try comes now and then', async () => {
  await begin('2027-04-01', '12:00');
  expect(await world.ask(kari, ownNotices, {})).toMatchObject({
    value: { quiet: QUIET_AT_FIRST, hasMailbox: true },
  });
  const same = { quiet: { from: '08:00', until: '08:00' } };
  expect(await world.call(kari, commands.setQuietHours, same)).toMatchObject({
    refusal: 'no-time-between',
  });
  await world.call(kari, commands.setQuietHours, { quiet: null });
  expect(await world.call(kari, commands.tryNotice, {})).toMatchObject({ ok: true });
  expect(await world.call(kari, commands.tryNotice, {})).toMatchObject({ refusal: 'just-tried' });
  expect(subjects(await posted(), kari)).toEqual(['Varsler fra Mellom kommer fram']);
  world.clock.set(world.clock.now() + 6 * MINUTE_MS);
  expect(await world.call(kari, commands.tryNotice, {})).toMatchObject({ ok: true });
  expect(await world.ask(kari, ownNotices, {})).toMatchObject({ value: { quiet: null } });

  const { database } = world.test;
  const kept = await database.transaction((tx) => exportPersonalData(tx, kari.personId));
  expect(kept.noticeSettings).toHaveLength(1);
  await database.transaction((tx) => erasePersonalData(tx, kari.personId));
  const left = await database.transaction((tx) => exportPersonalData(tx, kari.personId));
  expect(Object.values(left).flat()).toEqual([]);
});

test('F75 NOTE-9 what was told is forgotten after a month', async () => {
  await begin('2027-05-03', '12:00');
  await session('2027-05-04', '09:00');
  await letters('2027-05-03', '17:00');
  const causes = async () =>
    (await world.test.database.execute(sql`select from notice_cause`)).rows.length;
  expect(await causes()).toBeGreaterThan(0);
  world.clock.set(world.clock.now() + 31 * DAY_MS + 24 * HOUR_MS);
  await letters();
  expect(await causes()).toBe(0);
});
