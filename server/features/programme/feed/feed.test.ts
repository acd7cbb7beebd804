import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { fastify } from 'fastify';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as feed from '#shared/features/programme/feed/commands.ts';
import { calendarAddress } from '#shared/features/programme/feed/queries.ts';
import * as planning from '#shared/features/programme/planning/commands.ts';
import { HOUR_MS } from '#shared/kernel/duration.ts';
import type { CohortId, SessionId } from '#shared/kernel/ids.ts';
import { wallInOslo } from '#shared/kernel/oslo-time.ts';
import { can } from '../../../access.ts';
import { createSchool, type School } from '../../../testing/school.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';
import { deadlinesOf } from '../../assignment/public.ts';
import { addAssignment } from '../../assignment/repository.ts';
import { serveCalendarFeed } from './http.ts';

let world: World;
let school: School;
let cohortId: CohortId;
let anne: Somebody;
let kari: Somebody;
const http = fastify();

beforeAll(async () => {
  world = await createWorld();
  school = await createSchool(world.test.database, world.clock.now());
  cohortId = await school.cohort();
  [anne, kari] = [await world.person({ role: 'teacher' }), await world.person()];
  await school.assign(anne, await school.session({ cohortId }));
  await school.enrol(kari, cohortId);
  const { database } = world.test;
  const baseUrl = 'https://mellom.example/';
  serveCalendarFeed(http, { database, clock: world.clock, can, baseUrl, deadlinesOf });
});
afterAll(async () => {
  await http.close();
  await world.close();
});

/** A new address, made as the browser makes it. */
async function addressOf(somebody: Somebody): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const tokenHash = createHash('sha256').update(secret).digest('base64url');
  await world.call(somebody, feed.makeCalendarAddress, { tokenHash });
  return `/api/calendar/${secret}.ics`;
}

async function fetched(address: string) {
  const answer = await http.inject(address);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toContain('text/calendar');
  const calendar = new ICAL.Component(ICAL.parse(answer.body));
  return calendar.getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one);
    return {
      uid: event.uid,
      summary: event.summary,
      startsAt: event.startDate.toJSDate().getTime(),
      endsAt: event.endDate.toJSDate().getTime(),
      location: event.location,
      description: event.description,
      sequence: event.sequence,
      status: one.getFirstPropertyValue('status'),
    };
  });
}

async function planned(): Promise<SessionId[]> {
  const reply = await world.call(anne, planning.planSessions, {
    ...{ cohortId, courseId: school.courseId, groupId: null, title: 'Makt, språk; og «æøå»' },
    ...{ kind: 'teaching', room: 'Rom 2', seen: [], untilDay: '2027-04-08' },
    ...{ teachers: [{ personId: anne.personId, isSubstitute: false }] },
    ...{ day: '2026-10-15', from: '09:00', to: '11:30' },
  });
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value.sessionIds;
}

test('F74 FEED-2 a series is at nine in Oslo on both sides of both changes; moved and cancelled it stays one entry each', async () => {
  const ids = await planned();
  const address = await addressOf(kari);
  const all = await fetched(address);
  const series = ids.map((id) => all.find(({ uid }) => uid === `${id}@mellom`));
  expect(series.map((one) => wallInOslo(one?.startsAt ?? 0).time)).toEqual(ids.map(() => '09:00'));
  expect(series.map((one) => wallInOslo(one?.endsAt ?? 0).time)).toEqual(ids.map(() => '11:30'));
  expect(new Set(series.map((one) => new Date(one?.startsAt ?? 0).getUTCHours()))).toEqual(
    new Set([7, 8]),
  );
  expect(series[0]).toMatchObject({ location: 'Rom 2', status: 'CONFIRMED', sequence: 0 });
  expect(series[0]?.summary).toContain('Makt, språk; og «æøå»');

  const [first, second] = ids as [SessionId, SessionId];
  const team = [{ personId: anne.personId, isSubstitute: false }];
  await world.call(anne, planning.changeSession, {
    ...{ sessionId: first, version: 0, scope: 'one', title: 'Makt', room: '', teachers: team },
    ...{ day: '2026-10-16', from: '12:00', to: '13:00', seen: [] },
  });
  const reason = 'Anne er syk, vi tar det igjen';
  await world.call(anne, planning.cancelSession, {
    ...{ sessionId: second, version: 0, scope: 'one', reason },
  });
  const after = await fetched(address);
  expect(after).toHaveLength(all.length);
  const now = (id: SessionId) => after.find(({ uid }) => uid === `${id}@mellom`);
  expect(wallInOslo(now(first)?.startsAt ?? 0)).toEqual({ day: '2026-10-16', time: '12:00' });
  expect(now(first)).toMatchObject({ sequence: 1, location: null });
  expect(now(first)?.description).toContain('Flyttet fra 2026-10-15 09:00');
  expect(now(second)).toMatchObject({ sequence: 1, status: 'CANCELLED' });
  expect(now(second)?.summary).toMatch(/^Avlyst: /);
  expect(now(second)?.description).toContain(reason);
});

test('F74 FEED-1 FEED-3 it holds what its owner may see, with gatherings and what is due, and nobody else’s', async () => {
  const elsewhere = await school.session({ cohortId: await school.cohort() });
  const gatheringId = await school.gathering(cohortId);
  const dueAt = world.clock.now() + 50 * HOUR_MS;
  const assignmentId = await world.test.database.transaction((tx) =>
    addAssignment(tx, {
      ...{ cohortId, courseId: school.courseId, mode: 'individual', templateId: null, dueAt },
      ...{ title: 'Logg', brief: 'Hemmelig brief', criteria: [], by: anne.personId },
      at: world.clock.now(),
    }),
  );
  const mine = await fetched(await addressOf(kari));
  expect(mine.map(({ uid }) => uid)).not.toContain(`${elsewhere}@mellom`);
  expect(mine.find(({ uid }) => uid === `${gatheringId}@mellom`)).toMatchObject({
    ...{ summary: 'Samling', location: 'Trondheim' },
  });
  expect(mine.find(({ uid }) => uid === `${assignmentId}@mellom`)).toMatchObject({
    ...{ startsAt: dueAt, endsAt: dueAt },
  });
  expect(JSON.stringify(mine)).not.toContain('Hemmelig');
  const admin = await world.person({ role: 'admin' });
  const theirs = await fetched(await addressOf(admin));
  expect(theirs.map(({ uid }) => uid)).toContain(`${elsewhere}@mellom`);
});

test('F74 FEED-1 an address that is ended, replaced, wrong, or whose owner is suspended or no longer a student opens nothing', async () => {
  const gone = async (address: string) => {
    const answer = await http.inject(address);
    return [answer.statusCode, answer.json()];
  };
  const nothing = [404, { ok: false, refusal: 'not-found' }];
  const somebody = await world.person();
  await school.enrol(somebody, cohortId);
  const first = await addressOf(somebody);
  const second = await addressOf(somebody);
  expect(await gone(first)).toEqual(nothing);
  expect(await fetched(second)).not.toEqual([]);
  await world.call(somebody, feed.endCalendarAddress, {});
  expect(await gone(second)).toEqual(nothing);
  expect(await world.ask(somebody, calendarAddress, {})).toMatchObject({
    value: { madeAt: null },
  });
  const third = await addressOf(somebody);
  await school.removeRelations(somebody);
  expect(await fetched(third)).toEqual([]);
  await school.suspend(somebody);
  expect(await gone(third)).toEqual(nothing);
  for (const wrong of ['x', `${'A'.repeat(43)}.ics`, '%00', 'a'.repeat(5_000)])
    expect((await http.inject(`/api/calendar/${wrong}`)).statusCode).toBeGreaterThanOrEqual(400);
  // What opens it is nowhere in the database.
  const { rows } = await world.test.database.execute(sql`select * from calendar_address`);
  expect(JSON.stringify(rows)).not.toContain(second.slice(14, 57));
});
