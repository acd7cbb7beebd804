import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as commands from '#shared/features/admin/cohort/commands.ts';
import { cohortList, cohortPage } from '#shared/features/admin/cohort/queries.ts';
import * as groups from '#shared/features/admin/group/commands.ts';
import { aboutPerson } from '#shared/features/admin/standing/queries.ts';
import { invitePerson } from '#shared/features/admin/welcome/commands.ts';
import { programmeYear } from '#shared/features/programme/programme/queries.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { CohortId, GroupId, SessionId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import { createSchool, type School } from '../../../testing/school.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';

const REASON = 'Etter avtale';

let world: World;
let school: School;
let admin: Somebody;
let adviser: Somebody;
let teacher: Somebody;
let student: Somebody;
let cohort: CohortId;
let other: CohortId;
let session: SessionId;
beforeAll(async () => {
  world = await createWorld();
  school = await createSchool(world.test.database, world.clock.now());
  admin = await world.person({ role: 'admin' });
  adviser = await world.person({ role: 'studyAdviser' });
  teacher = await world.person({ role: 'teacher' });
});
afterAll(() => world.close());
beforeEach(async () => {
  [cohort, other] = [await school.cohort(), await school.cohort()];
  session = await school.session({ cohortId: cohort });
  await school.assign(teacher, session);
  student = await world.person({ role: 'student' });
  world.clock.advance(MINUTE_MS);
});

const enrol = (who: Somebody, personId = student.personId, cohortId = cohort) =>
  world.call(who, commands.enrolStudent, { cohortId, personId });
async function page(who: Somebody, cohortId = cohort) {
  const reply = await world.ask(who, cohortPage, { cohortId });
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value;
}
async function group(name: string, cohortId = cohort): Promise<GroupId> {
  const reply = await world.call(teacher, groups.createGroup, { cohortId, name });
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value.groupId;
}
const place = (groupId: GroupId, personId = student.personId) =>
  world.call(teacher, groups.placeInGroup, { groupId, personId });
const audited = async (of: Somebody) => {
  const { rows } = await world.test.database.execute<{ action: string }>(sql`
    select action from audit_entry where subject_id = ${of.personId}::uuid
      and actor_id is distinct from subject_id and action <> 'role-given' order by seq`);
  return rows.map(({ action }) => action);
};
const version = async (of: Somebody) => {
  const { rows } = await world.test.database.execute<{ version: number }>(sql`
    select version::int as version from authority where person_id = ${of.personId}::uuid`);
  return rows[0]?.version ?? 0;
};

test('F84 COHORT-2 somebody is enrolled in one cohort, by an administrator or a study adviser, and is a student from then on', async () => {
  const outsider = await world.person({ role: 'guest' });
  expect(await enrol(teacher)).toMatchObject({ refusal: 'not-found' });
  expect(await enrol(adviser, outsider.personId)).toMatchObject({ ok: true });
  expect(await enrol(admin)).toMatchObject({ ok: true });
  expect(await enrol(admin)).toMatchObject({ refusal: 'already-in-it' });
  expect(await enrol(adviser, student.personId, other)).toMatchObject({ refusal: 'in-another' });
  expect(await enrol(admin, newId<'person'>() as never)).toMatchObject({ refusal: 'nobody' });
  const { students, teachers } = await page(teacher);
  expect(students.map(({ personId }) => personId).sort()).toEqual(
    [student.personId, outsider.personId].sort(),
  );
  expect(students[0]?.email).toMatch(/@/);
  expect(teachers).toMatchObject([{ personId: teacher.personId }]);
  const about = await world.ask(admin, aboutPerson, { personId: outsider.personId });
  expect(about).toMatchObject({
    value: {
      enrolledIn: [{ cohortId: cohort }],
      acts: [{ act: 'enrolled', cohortName: `Kull ${cohort}` }],
    },
  });
});

test('F84 COHORT-3 moving and taking out end what the cohort gave at once, groups too, and stand in both logs', async () => {
  await enrol(admin);
  await place(await group('Blå'));
  const before = await version(student);
  world.clock.advance(MINUTE_MS);
  const move = { cohortId: cohort, personId: student.personId, reason: REASON };
  const to = { ...move, toCohortId: other };
  expect(await world.call(adviser, commands.moveStudent, to)).toMatchObject({
    refusal: 'not-found',
  });
  expect(
    await world.call(admin, commands.moveStudent, { ...to, toCohortId: newId() as never }),
  ).toMatchObject({ refusal: 'gone' });
  expect(
    await world.call(admin, commands.moveStudent, { ...to, toCohortId: cohort }),
  ).toMatchObject({ refusal: 'already-in-it' });
  expect(await world.call(admin, commands.moveStudent, to)).toMatchObject({ ok: true });
  expect(await version(student)).toBeGreaterThan(before);
  expect((await page(admin)).students).toEqual([]);
  expect((await page(admin, other)).students).toMatchObject([{ groupId: null }]);
  expect(await world.call(admin, commands.takeOutStudent, move)).toMatchObject({
    refusal: 'not-in-it',
  });
  const out = { ...move, cohortId: other };
  // At the very moment that they came: it has no length.
  expect(await world.call(admin, commands.takeOutStudent, out)).toMatchObject({ ok: true });
  expect((await page(admin, other)).students).toEqual([]);
  expect(await audited(student)).toEqual([
    ...['enrolled', 'placed-in-group', 'taken-out-of-cohort', 'enrolled', 'taken-out-of-cohort'],
  ]);
  const { rows } = await world.test.database.execute(sql`
    select act, reason from person_act where person_id = ${student.personId}::uuid order by at, id`);
  expect(rows).toEqual([
    ...[{ act: 'enrolled', reason: '' }],
    ...[
      { act: 'moved', reason: REASON },
      { act: 'taken-out', reason: REASON },
    ],
  ]);
});

test('F84 GROUP-1 a teacher makes groups in a cohort of theirs, of its students alone, each in one of them', async () => {
  const [blue, red] = [await group('Blå'), await group('Rød')];
  expect(
    await world.call(teacher, groups.createGroup, { cohortId: cohort, name: 'BLÅ' }),
  ).toMatchObject({ refusal: 'name-taken' });
  expect(
    await world.call(teacher, groups.createGroup, { cohortId: other, name: 'Ny' }),
  ).toMatchObject({ refusal: 'not-found' });
  expect(
    await world.call(teacher, groups.renameGroup, { groupId: red, name: 'blå' }),
  ).toMatchObject({ refusal: 'name-taken' });
  expect(await place(blue)).toMatchObject({ refusal: 'not-in-cohort' });
  const elsewhere = await world.person({ role: 'student' });
  await enrol(admin, elsewhere.personId, other);
  expect(await place(blue, elsewhere.personId)).toMatchObject({ refusal: 'not-in-cohort' });
  await enrol(admin);
  const [one, two] = await Promise.all([place(blue), place(red)]);
  expect([one, two]).toMatchObject([{ ok: true }, { ok: true }]);
  const { rows } = await world.test.database.execute(sql`
    select from group_member where person_id = ${student.personId}::uuid and until_at is null`);
  expect(rows).toHaveLength(1);
  world.clock.advance(MINUTE_MS);
  for (const groupId of [blue, red])
    await world.call(teacher, groups.takeOutOfGroup, { groupId, personId: student.personId });
  expect((await page(teacher)).students).toMatchObject([{ groupId: null }]);
});

test('F84 GROUP-2 a group that is over keeps who was in it, takes nobody, and can be brought back', async () => {
  const blue = await group('Blå');
  await enrol(admin);
  await place(blue);
  const archive = (archived: boolean) =>
    world.call(teacher, groups.archiveGroup, { groupId: blue, archived });
  expect(await archive(true)).toMatchObject({ ok: true });
  expect((await page(teacher)).groups).toMatchObject([{ groupId: blue, archived: true }]);
  expect((await page(teacher)).students).toMatchObject([{ groupId: blue }]);
  expect(await place(blue)).toMatchObject({ refusal: 'archived' });
  expect(
    await world.call(teacher, groups.renameGroup, { groupId: blue, name: 'Grønn' }),
  ).toMatchObject({ refusal: 'archived' });
  // Who goes into another keeps their place in what that one was.
  expect(await place(await group('Rød'))).toMatchObject({ ok: true });
  expect(await archive(false)).toMatchObject({ ok: true });
});

test('F84 COHORT-5 a cohort is made after another: its terms moved, its groups empty, and nobody in it', async () => {
  const termId = newId();
  await world.test.database.execute(sql`
    insert into term (id, cohort_id, name, first_day, last_day)
    values (${termId}, ${cohort}, 'Høst 2026', '2026-08-17', '2026-12-18')`);
  await world.test.database.execute(sql`
    insert into term_course (term_id, course_id) values (${termId}, ${school.courseId})`);
  await enrol(admin);
  const over = await group('Over');
  await world.call(teacher, groups.archiveGroup, { groupId: over, archived: true });
  await place(await group('Blå'));
  const copy = { cohortId: cohort, name: `Kull ${newId()}`, startsOn: '2027-08-16' };
  expect(await world.call(teacher, commands.copyCohort, copy)).toMatchObject({
    refusal: 'not-found',
  });
  expect(
    await world.call(admin, commands.copyCohort, { ...copy, startsOn: '2027-02-29' }),
  ).toMatchObject({ refusal: 'no-such-day' });
  expect(
    await world.call(admin, commands.copyCohort, { ...copy, name: `KULL ${cohort}` }),
  ).toMatchObject({ refusal: 'name-taken' });
  const made = await world.call(admin, commands.copyCohort, copy);
  if (!made.ok) throw new Error(made.refusal);
  const { cohortId } = made.value;
  expect(await page(admin, cohortId)).toMatchObject({
    ...{ name: copy.name, startsOn: '2027-08-16', students: [], teachers: [] },
    groups: [{ name: 'Blå', archived: false }],
  });
  const year = await world.ask(admin, programmeYear, {});
  expect(
    year.ok && year.value.cohorts.find((one) => one.cohortId === cohortId)?.terms,
  ).toMatchObject([
    {
      name: 'Høst 2027',
      firstDay: '2027-08-16',
      lastDay: '2027-12-17',
      courseIds: [school.courseId],
    },
  ]);
});

test('F84 COHORT-4 each sees the cohorts of row 65, with the addresses of row 3', async () => {
  await enrol(admin);
  const invited = {
    name: 'Mari Berg',
    email: `${newId()}@skolen.example`,
    language: 'nb' as const,
  };
  await world.call(admin, invitePerson, {
    ...{ ...invited, roles: ['student'], cohortId: cohort, rolesUntil: null },
  });
  expect((await page(admin)).invited).toBe(1);
  const coordinator = await world.person({ role: 'practiceCoordinator' });
  expect((await page(coordinator)).students).toMatchObject([{ email: null }]);
  const listed = async (who: Somebody) => {
    const reply = await world.ask(who, cohortList, {});
    return reply.ok ? reply.value.cohorts.map(({ cohortId }) => cohortId) : reply.refusal;
  };
  expect(await listed(teacher)).toContain(cohort);
  expect(await listed(teacher)).not.toContain(other);
  expect(await listed(adviser)).toEqual(expect.arrayContaining([cohort, other]));
  expect(await listed(student)).toBe('not-found');
  expect(await world.ask(student, cohortPage, { cohortId: cohort })).toMatchObject({ ok: false });
});
