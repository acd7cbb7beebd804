import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  correctAttendance,
  tickAtGathering,
} from '#shared/features/attendance/correction/commands.ts';
import type { CorrectedTo } from '#shared/features/attendance/correction/model.ts';
import { ownAttendance } from '#shared/features/attendance/presence/queries.ts';
import { setRequirement } from '#shared/features/attendance/requirement/commands.ts';
import { requirements } from '#shared/features/attendance/requirement/queries.ts';
import { attendanceSheet } from '#shared/features/attendance/sheet/queries.ts';
import { recogniseCourse } from '#shared/features/programme/study-plan/commands.ts';
import { DAY_MS, HOUR_MS } from '#shared/kernel/duration.ts';
import type { CohortId, CourseId, SessionId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import { createSchool, type School } from '../../../testing/school.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';
import { attendanceNotices } from '../public.ts';

let world: World;
let school: School;
let rector: Somebody;
beforeAll(async () => {
  world = await createWorld();
  school = await createSchool(world.test.database, world.clock.now());
  rector = await world.person({ role: 'rector' });
});
afterAll(() => world.close());

/** Nobody's sign-in ends by its time in these weeks. */
async function later(ms: number): Promise<void> {
  world.clock.advance(ms);
  await world.test.database.execute(
    sql`update sign_in set expires_at = expires_at + interval '1 year'`,
  );
}

const refused = (refusal: string) => ({ ok: false, refusal });
const require = (courseId: CourseId, sessions: number | null, gatherings: number | null = null) =>
  world.call(rector, setRequirement, { courseId, sessions, gatherings });

type Held = {
  readonly cohortId: CohortId;
  readonly courseId: CourseId;
  readonly code: string;
  readonly student: Somebody;
  readonly teacher: Somebody;
  readonly sessions: readonly SessionId[];
};

/** A cohort with a student who was at none of four sessions, which are over. */
async function fourMissed(): Promise<Held> {
  const [cohortId, courseId] = [await school.cohort(), await school.course()];
  const [student, teacher] = [await world.person(), await world.person({ role: 'teacher' })];
  await school.enrol(student, cohortId);
  const sessions: SessionId[] = [];
  for (const daysAgo of [4, 3, 2, 1]) {
    const sessionId = await school.session({ cohortId, courseId });
    await school.assign(teacher, sessionId);
    const startsAt = world.clock.now() - daysAgo * DAY_MS;
    await world.test.database.execute(sql`
      update session set starts_at = to_timestamp(${startsAt / 1000}),
        ends_at = to_timestamp(${(startsAt + HOUR_MS) / 1000}) where id = ${sessionId}`);
    await world.test.database.execute(
      sql`update enrolment set from_at = from_at - interval '30 days' where cohort_id = ${cohortId}`,
    );
    sessions.push(sessionId);
  }
  return { cohortId, courseId, code: `K-${courseId}`, student, teacher, sessions };
}

async function put(
  { teacher, student: { personId } }: Held,
  sessionId: SessionId,
  seen = 0,
  as: 'present' | 'absent' = 'present',
) {
  const to: CorrectedTo = { as };
  const about = { sessionId, personId, seen, to, reason: 'Var på telefon' };
  expect(await world.call(teacher, correctAttendance, about)).toMatchObject({ ok: true });
}
async function own({ student, code }: Held) {
  const reply = await world.ask(student, ownAttendance, {});
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value.courses.find((course) => course.code === code)?.requirement;
}
async function listed({ teacher, cohortId, code }: Held, by = teacher) {
  const reply = await world.ask(by, attendanceSheet, { cohortId, courseCode: code });
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value.sheet?.under.map(({ personId }) => personId);
}
async function noticed({ student: { personId } }: Held) {
  const all = await world.test.database.transaction((tx) =>
    attendanceNotices(tx, world.clock.now()),
  );
  return all.filter((one) => one.personId === personId).map(({ state }) => state);
}

test('F76 ATT-12 what a course requires is said in whole per cent, and can be taken away', async () => {
  const courseId = await school.course();
  const said = async () => {
    const reply = await world.ask(rector, requirements, {});
    return reply.ok && reply.value.courses.find((one) => one.courseId === courseId);
  };
  expect(await require(courseId, 80, 100)).toMatchObject({ ok: true });
  expect(await said()).toMatchObject({ sessions: 80, gatherings: 100 });
  for (const percent of [0, 101, 79.5, -1, '80', Number.NaN])
    expect(await require(courseId, percent as number)).toMatchObject(refused('bad-input'));
  expect(await require(newId<'course'>() as CourseId, 80)).toMatchObject(refused('gone'));
  expect(await said()).toMatchObject({ sessions: 80, gatherings: 100 });
  expect(await require(courseId, null)).toMatchObject({ ok: true });
  expect(await said()).toMatchObject({ sessions: null, gatherings: null });
});

test('F76 ATT-13 ATT-14 the student is told first, a teacher of the course a week later, and neither once it is put right', async () => {
  const held = await fourMissed();
  expect(await own(held)).toBeNull();
  await require(held.courseId, 75);
  expect(await own(held)).toMatchObject({
    sessions: { percent: 75, share: 0, state: 'under', needed: null },
    gatherings: null,
    othersSee: false,
    talkTo: [held.teacher.displayName],
  });
  expect(await noticed(held)).toEqual(['under']);
  expect(await listed(held)).toEqual([]);
  await later(7 * DAY_MS - 1);
  expect(await listed(held)).toEqual([]);
  await later(1);
  expect(await listed(held)).toEqual([held.student.personId]);
  expect(await own(held)).toMatchObject({ othersSee: true });
  // What is required anew gives a week anew, and the same again does not.
  await require(held.courseId, 75);
  expect(await listed(held)).toEqual([held.student.personId]);
  await require(held.courseId, 70);
  expect(await listed(held)).toEqual([]);
  await later(7 * DAY_MS);
  expect(await listed(held)).toEqual([held.student.personId]);

  for (const sessionId of held.sessions.slice(0, 3)) await put(held, sessionId);
  expect(await own(held)).toMatchObject({ sessions: { share: 75, state: 'kept' } });
  expect(await noticed(held)).toEqual([]);
  expect(await listed(held)).toEqual([]);
  // Counted less again: the student is the first to know that too.
  await put(held, held.sessions[0] as SessionId, 1, 'absent');
  expect(await noticed(held)).toEqual(['under']);
  expect(await listed(held)).toEqual([]);
  await later(7 * DAY_MS);
  expect(await listed(held)).toEqual([held.student.personId]);
});

test('F76 ATT-14 whoever sees some of the sessions alone is shown nobody', async () => {
  const held = await fourMissed();
  await require(held.courseId, 75);
  await later(7 * DAY_MS);
  const other = await world.person({ role: 'teacher' });
  await school.assign(other, held.sessions[0] as SessionId);
  expect(await listed(held, other)).toEqual([]);
  expect(await listed(held)).toEqual([held.student.personId]);
});

test('F76 ATT-12 who has the course recognised from before owes it nothing', async () => {
  const held = await fourMissed();
  await require(held.courseId, 75);
  expect(await noticed(held)).toEqual(['under']);
  const adviser = await world.person({ role: 'studyAdviser' });
  const { personId } = held.student;
  await world.call(adviser, recogniseCourse, {
    personId,
    courseId: held.courseId,
    reason: 'Fagbrev',
  });
  expect(await noticed(held)).toEqual([]);
  expect(await own(held)).toBeNull();
});

test('F76 ATT-12 of mandatory gatherings the days of which somebody has said who was there count', async () => {
  const held = await fourMissed();
  await require(held.courseId, null, 90);
  const gatheringId = await school.gathering(held.cohortId);
  await world.test.database.execute(sql`
    update gathering set starts_at = to_timestamp(${(world.clock.now() - 4 * DAY_MS) / 1000}),
      ends_at = to_timestamp(${(world.clock.now() - DAY_MS) / 1000}) where id = ${gatheringId}`);
  expect(await own(held)).toMatchObject({ gatherings: { share: null, state: 'kept' } });
  const { personId } = held.student;
  for (const [nth, daysAgo] of [4, 3, 2].entries()) {
    const day = new Date(world.clock.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);
    const ticked = { gatheringId, day, personId, present: nth > 0 };
    expect(await world.call(held.teacher, tickAtGathering, ticked)).toMatchObject({ ok: true });
  }
  expect(await own(held)).toMatchObject({
    sessions: null,
    gatherings: { share: 66, state: 'under' },
  });
  expect(await noticed(held)).toEqual(['under']);
  await world.test.database.execute(
    sql`update gathering set mandatory = false where id = ${gatheringId}`,
  );
  expect(await noticed(held)).toEqual([]);
});
