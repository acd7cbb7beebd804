import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setRequirement } from '#shared/features/attendance/requirement/commands.ts';
import { waiting } from '#shared/features/home/queries.ts';
import { DAY_MS, HOUR_MS } from '#shared/kernel/duration.ts';
import { newId } from '../../platform/new-id.ts';
import { createSchool, type School } from '../../testing/school.ts';
import { createWorld, type Somebody, type World } from '../../testing/world.ts';

let world: World;
let school: School;
beforeAll(async () => {
  world = await createWorld();
  school = await createSchool(world.test.database, world.clock.now());
});
afterAll(() => world.close());

async function waitsFor(who: Somebody) {
  const reply = await world.ask(who, waiting, {});
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value.items;
}
const run = (statement: ReturnType<typeof sql>) => world.test.database.execute(statement);

test('F73 CAL-9 a student reads that they are in no cohort, and that attendance is getting low; an adviser only a week later', async () => {
  const [student, teacher] = [await world.person(), await world.person({ role: 'teacher' })];
  expect(await waitsFor(student)).toEqual([{ kind: 'no-cohort' }]);
  const [cohortId, courseId] = [await school.cohort(), await school.course()];
  await school.enrol(student, cohortId);
  await run(sql`update enrolment set from_at = from_at - interval '30 days'`);
  expect(await waitsFor(student)).toEqual([]);
  const now = world.clock.now();
  for (const daysAgo of [3, 2, 1]) {
    const sessionId = await school.session({ cohortId, courseId });
    await school.assign(teacher, sessionId);
    const startsAt = now - daysAgo * DAY_MS;
    await run(sql`update session set starts_at = to_timestamp(${startsAt / 1000}),
      ends_at = to_timestamp(${(startsAt + HOUR_MS) / 1000}) where id = ${sessionId}`);
  }
  const rector = await world.person({ role: 'rector' });
  const adviser = await world.person({ role: 'studyAdviser' });
  await world.call(rector, setRequirement, { courseId, sessions: 80, gatherings: null });
  expect(await waitsFor(student)).toEqual([
    { kind: 'own-attendance', courseCode: `K-${courseId}`, state: 'under' },
  ]);
  expect(await waitsFor(adviser)).toEqual([]);
  await run(sql`update attendance_requirement set since = since - interval '8 days'`);
  await run(sql`update session set starts_at = starts_at - interval '8 days',
    ends_at = ends_at - interval '8 days' where course_id = ${courseId}`);
  expect(await waitsFor(adviser)).toEqual([{ kind: 'low-attendance', count: 1 }]);
  expect(await waitsFor(teacher)).toEqual([]);
});

test('F73 CAL-9 a teacher with more than one session left today reads how many; what is cancelled is none', async () => {
  const teacher = await world.person({ role: 'teacher' });
  const cohortId = await school.cohort();
  const plan = async () => {
    const sessionId = await school.session({ cohortId });
    await school.assign(teacher, sessionId);
    return sessionId;
  };
  const first = await plan();
  expect(await waitsFor(teacher)).toEqual([]);
  await plan();
  expect(await waitsFor(teacher)).toEqual([{ kind: 'sessions-today', count: 2 }]);
  await school.cancelSession(first);
  expect(await waitsFor(teacher)).toEqual([]);
});

test('F73 CAL-9 an administrator reads of invitations that reach nobody, and of a role that wants a second yes, unless they asked themselves', async () => {
  const [admin, other] = [
    await world.person({ role: 'admin' }),
    await world.person({ role: 'rector' }),
  ];
  const { personId } = await world.person({ role: 'teacher' });
  expect(await waitsFor(admin)).toEqual([]);
  const [expired, failing] = [
    await school.welcome(admin, await school.cohort()),
    await school.welcome(admin, await school.cohort()),
  ];
  await run(sql`update welcome set until_at = now() - interval '100 years' where id = ${expired}`);
  await run(sql`insert into letter (id, address, subject, text, path, at, next_try_at, tries)
    select ${newId()}, email, '', '', '/', now(), now(), 3 from welcome where id = ${failing}`);
  await run(sql`insert into role_request (id, person_id, role, asked_by, asked_at)
    values (${newId()}, ${personId}, 'admin', ${other.personId}, now())`);
  expect(await waitsFor(admin)).toEqual([
    { kind: 'second-yes', count: 1 },
    { kind: 'letters-failing', count: 1 },
    { kind: 'invitations-expired', count: 1 },
  ]);
  expect(await waitsFor(other)).toEqual([]);
});
