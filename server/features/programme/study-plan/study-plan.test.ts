import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginFromTemplate } from '#shared/features/programme/programme/commands.ts';
import * as commands from '#shared/features/programme/study-plan/commands.ts';
import { ownStudyPlan, studyPlanOf } from '#shared/features/programme/study-plan/queries.ts';
import type { CohortId, CourseId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import { createSchool, type School } from '../../../testing/school.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';

let world: World;
let school: School;
let cohortId: CohortId;
let adviser: Somebody;
let student: Somebody;
const courses = new Map<string, CourseId>();
const course = (code: string) => courses.get(code) as CourseId;

beforeAll(async () => {
  world = await createWorld();
  const admin = await world.person({ role: 'admin' });
  await world.call(admin, beginFromTemplate, {});
  const { rows } = await world.test.database.execute<{ id: CourseId; code: string }>(
    sql`select id, code from course`,
  );
  for (const { id, code } of rows) courses.set(code, id);
  school = await createSchool(world.test.database, world.clock.now());
  cohortId = await school.cohort();
  // The courses of another programme are none of theirs.
  await world.test.database.execute(sql`
    update cohort set programme_id = (select programme_id from course where code = 'EK001T')`);
  adviser = await world.person({ role: 'studyAdviser' });
  student = await world.person();
  await school.enrol(student, cohortId);
});
afterAll(() => world.close());

const refused = (refusal: string) => ({ ok: false, refusal });

async function own() {
  const reply = await world.ask(student, ownStudyPlan, {});
  if (!reply.ok || !reply.value.plan) throw new Error('no plan');
  return reply.value.plan;
}
async function placesOf(): Promise<string[]> {
  return (await own()).semesters.map(
    ({ semester, courses: here }) =>
      `${semester.season} ${semester.year}: ${here.map(({ code }) => code).join(' ')}`,
  );
}

test('F73 STUDY-2 STUDY-3 a student goes part time other than the cohort, and back, and reads it in their own log', async () => {
  expect(await own()).toMatchObject({ rate: 'full-time', isOwnRate: false });
  expect(await placesOf()).toHaveLength(2);
  const { personId } = student;
  const change = (rate: 'full-time' | 'part-time' | null) =>
    world.call(adviser, commands.changeRate, { personId, rate });
  expect(await change('part-time')).toMatchObject({ ok: true });
  expect(await own()).toMatchObject({ rate: 'part-time', isOwnRate: true });
  expect(await placesOf()).toEqual([
    'autumn 2026: EK001T',
    'spring 2027: EK002T EK003T',
    'autumn 2027: EK004P',
    'spring 2028: EK005P',
  ]);
  expect((await own()).credits).toEqual({ all: 60, recognised: 0, behind: 0, now: 10, ahead: 50 });
  // What is as the cohort goes is no own rate.
  expect(await change('full-time')).toMatchObject({ ok: true });
  expect(await own()).toMatchObject({ rate: 'full-time', isOwnRate: false });
  const { rows } = await world.test.database.execute(sql`
    select object from audit_entry
    where action = 'study-plan-changed' and subject_id = ${personId} and actor_id = ${adviser.personId}`);
  expect(rows).toEqual([{ object: 'plan-rate' }, { object: 'plan-rate' }]);
});

test('F73 STUDY-5 a course is moved and put back, and recognised with a reason; what cannot be is refused and changes nothing', async () => {
  const { personId } = student;
  const move = (courseId: CourseId, to: { year: number; season: 'autumn' | 'spring' } | null) =>
    world.call(adviser, commands.moveCourse, { personId, courseId, to });
  const recognise = (courseId: CourseId, reason: string | null) =>
    world.call(adviser, commands.recogniseCourse, { personId, courseId, reason });
  expect(await move(course('EK003T'), { year: 2028, season: 'spring' })).toMatchObject({
    ok: true,
  });
  expect(await recognise(course('EK001T'), 'Realkompetanse')).toMatchObject({ ok: true });
  const changed = ['autumn 2026: EK004P', 'spring 2027: EK002T EK005P', 'spring 2028: EK003T'];
  expect(await placesOf()).toEqual(changed);
  const before = JSON.stringify(await own());
  const gone = newId<'course'>() as CourseId;
  expect(await move(gone, null)).toMatchObject(refused('gone'));
  expect(await recognise(gone, 'Realkompetanse')).toMatchObject(refused('gone'));
  expect(await move(course('EK002T'), { year: 2031, season: 'spring' })).toMatchObject(
    refused('too-far-away'),
  );
  for (const reason of ['', '  ', 'ab', 'x'.repeat(301), 'to\nlinjer'])
    expect(await recognise(course('EK002T'), reason)).toMatchObject(refused('bad-input'));
  expect(JSON.stringify(await own())).toBe(before);
  // What is moved stays moved when it is recognised, and when that is taken back.
  expect(await recognise(course('EK003T'), 'Fagbrev')).toMatchObject({ ok: true });
  expect(await recognise(course('EK003T'), null)).toMatchObject({ ok: true });
  expect(await placesOf()).toEqual(changed);
  expect(await move(course('EK003T'), null)).toMatchObject({ ok: true });
  expect(await placesOf()).toEqual(['autumn 2026: EK004P', 'spring 2027: EK002T EK003T EK005P']);
});

test('F73 row 61: the student and who keeps plans read why a course is recognised; a teacher of the cohort sees that it is, another teacher nothing', async () => {
  const { personId } = student;
  const [theirs, other] = [
    await world.person({ role: 'teacher' }),
    await world.person({ role: 'teacher' }),
  ];
  const courseId = course('EK001T');
  const sessionId = await school.session({ cohortId, courseId });
  await school.assign(theirs, sessionId);
  const seen = (by: Somebody) => world.ask(by, studyPlanOf, { personId });
  const reasonFor = async (by: Somebody) => {
    const reply = await seen(by);
    return reply.ok ? reply.value.plan.recognised.map(({ reason }) => reason) : reply.refusal;
  };
  expect((await own()).recognised.map(({ reason }) => reason)).toEqual(['Realkompetanse']);
  expect(await reasonFor(adviser)).toEqual(['Realkompetanse']);
  expect(await reasonFor(theirs)).toEqual([null]);
  expect(await reasonFor(other)).toBe('not-found');
  expect(await reasonFor(student)).toBe('not-found');
  expect(await seen(theirs)).toMatchObject({ ok: true, value: { mayChange: false } });
  const listed = async (by: Somebody) => {
    const reply = await world.ask(by, ownStudyPlan, {});
    return reply.ok && reply.value.cohorts.flatMap(({ students }) => students);
  };
  expect(await listed(theirs)).toMatchObject([{ personId }]);
  expect(await listed(other)).toEqual([]);
  expect(await listed(student)).toEqual([]);
});
