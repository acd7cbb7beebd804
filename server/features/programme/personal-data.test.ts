import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { newId } from '../../platform/new-id.ts';
import { createSchool } from '../../testing/school.ts';
import { createWorld, type Somebody, type World } from '../../testing/world.ts';
import { keepOut } from './calendar/removals.ts';
import { saveAddress } from './feed/repository.ts';
import { erasePersonalData, exportPersonalData, PERSONAL_TABLES } from './personal-data.ts';
import { keepWhoChanged } from './planning/repository.ts';
import { saveCourseOfPlan, saveRate } from './study-plan/repository.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

function exported({ personId }: Somebody) {
  return world.test.database.transaction((tx) => exportPersonalData(tx, personId));
}

async function relatedSomebody(): Promise<Somebody> {
  const school = await createSchool(world.test.database, world.clock.now());
  const cohortId = await school.cohort();
  const groupId = await school.group(cohortId);
  const sessionId = await school.session({ cohortId });
  const somebody = await world.person();
  await school.enrol(somebody, cohortId);
  await school.addToGroup(somebody, groupId);
  await school.assign(somebody, sessionId);
  await school.invite(somebody, sessionId);
  await school.letIn(somebody, sessionId);
  const host = await world.person({ role: 'teacher' });
  await world.test.database.transaction((tx) =>
    keepOut(tx, {
      ...{ sessionId, ...somebody, by: host.personId, at: world.clock.now() },
      words: 'Vi snakkes etterpå.',
    }),
  );
  const address = newId().padEnd(43, 'A');
  await world.test.database.transaction((tx) =>
    saveAddress(tx, somebody.personId, address, world.clock.now()),
  );
  await world.test.database.transaction(async (tx) => {
    await saveRate(tx, somebody.personId, 'part-time', '2026-08-17');
    const of = { ...somebody, courseId: school.courseId };
    await saveCourseOfPlan(tx, of, { moved: null, recognised: 'Realkompetanse' });
    await keepWhoChanged(tx, [sessionId], somebody.personId, world.clock.now());
  });
  return somebody;
}

test('an export holds every place where a person belongs, and nobody else’s', async () => {
  const [somebody] = [await relatedSomebody(), await relatedSomebody()];
  const now = world.clock.now();
  const all = await exported(somebody);
  const { enrolments, groups, teaches, invitations, removals, admissions, calendarAddress } = all;
  expect(all.planned).toEqual([{ title: expect.any(String), at: now }]);
  expect(all.studyPlan).toEqual([{ rate: 'part-time', since: '2026-08-17' }]);
  expect(all.coursesOfPlan).toMatchObject([{ movedYear: null, recognised: 'Realkompetanse' }]);
  expect(calendarAddress).toEqual([{ madeAt: now }]);
  expect(enrolments).toEqual([
    { cohort: expect.stringMatching(/^Kull /), fromAt: now - DAY_MS, untilAt: null },
  ]);
  expect(groups).toMatchObject([
    { group: expect.stringMatching(/^Gruppe /), fromAt: now - DAY_MS },
  ]);
  expect(teaches).toMatchObject([{ startsAt: now - HOUR_MS, endsAt: now + 3 * HOUR_MS }]);
  expect(invitations).toMatchObject([{ untilAt: now + 3 * HOUR_MS }]);
  expect(removals).toMatchObject([{ at: now, words: 'Vi snakkes etterpå.', byMe: false }]);
  expect(admissions).toMatchObject([{ verdict: 'let-in', at: now }]);
});

test('an erasure leaves no row of the person, and touches nobody else', async () => {
  const [gone, stays] = [await relatedSomebody(), await relatedSomebody()];
  const before = await exported(stays);
  await world.test.database.transaction((tx) => erasePersonalData(tx, gone.personId));
  expect(await exported(gone)).toEqual({
    enrolments: [],
    groups: [],
    teaches: [],
    invitations: [],
    removals: [],
    admissions: [],
    calendarAddress: [],
    planned: [],
    studyPlan: [],
    coursesOfPlan: [],
  });
  expect(await exported(stays)).toEqual(before);
});

test('F30 REMOVE-7 what a host said to somebody who was taken out goes with the host, and the removal stays', async () => {
  const somebody = await relatedSomebody();
  const { rows } = await world.test.database.execute<{ host: PersonId }>(sql`
    select by_id as host from session_removal where person_id = ${somebody.personId}`);
  const host = rows[0]?.host;
  if (!host) throw new Error('nobody took them out');
  await world.test.database.transaction(async (tx) => {
    expect((await exportPersonalData(tx, host)).removals).toMatchObject([
      { words: 'Vi snakkes etterpå.', byMe: true },
    ]);
    await erasePersonalData(tx, host);
  });
  expect((await exported(somebody)).removals).toMatchObject([{ words: '' }]);
});

test('every table of ours that names a person is exported and erased', async () => {
  const { rows } = await world.test.database.execute<{ table: string }>(sql`
    select distinct table_name as table from information_schema.columns
    where table_schema = 'public' and column_name = 'person_id' and table_name in (
      'school', 'demo_row', 'programme', 'course', 'cohort', 'enrolment', 'student_group',
      'group_member', 'gathering', 'gathering_cohort', 'session', 'session_teacher',
      'session_invitation', 'session_removal', 'session_admission', 'day_off', 'term', 'term_course',
      'calendar_address', 'study_plan', 'study_plan_course', 'plan_change')`);
  expect(rows.map(({ table }) => table).sort()).toEqual([...PERSONAL_TABLES].sort());
});
