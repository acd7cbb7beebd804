import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as commands from '#shared/features/programme/programme/commands.ts';
import { programmeYear } from '#shared/features/programme/programme/queries.ts';
import type { CohortId } from '#shared/kernel/ids.ts';
import type { InputOf } from '#shared/wire/contract.ts';
import { newId } from '../../../platform/new-id.ts';
import { createSchool, type School } from '../../../testing/school.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';

let world: World;
let school: School;
let rector: Somebody;
beforeAll(async () => {
  world = await createWorld();
  rector = await world.person({ role: 'rector' });
});
afterAll(() => world.close());

const refused = (refusal: string) => ({ ok: false, refusal });

async function year() {
  const reply = await world.ask(rector, programmeYear, {});
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value;
}

test('F73 YEAR-4 an empty school begins from the template, once, and its courses can be changed', async () => {
  expect(await year()).toMatchObject({ programme: null, courses: [] });
  expect(
    await world.call(rector, commands.saveProgramme, { name: 'A', degree: 'B' }),
  ).toMatchObject(refused('no-programme'));
  const [first, second] = await Promise.all([
    world.call(rector, commands.beginFromTemplate, {}),
    world.call(rector, commands.beginFromTemplate, {}),
  ]);
  expect([first, second].filter(({ ok }) => ok)).toHaveLength(1);
  const { courses, programme } = await year();
  expect(programme?.degree).toBe('Fagskolegrad');
  expect(courses.map(({ code, credits }) => [code, credits])).toEqual([
    ['EK001T', 10],
    ['EK002T', 10],
    ['EK003T', 10],
    ['EK004P', 15],
    ['EK005P', 15],
  ]);
  const [one] = courses;
  if (!one) throw new Error('no course');
  const save = (more: object) =>
    world.call(rector, commands.saveCourse, { ...one, ...more } as never);
  expect(await save({ credits: 12.5, title: 'Medmenneske' })).toMatchObject({ ok: true });
  expect((await year()).courses[0]).toMatchObject({ credits: 12.5, title: 'Medmenneske' });
  expect(await save({ code: 'EK002T' })).toMatchObject(refused('code-taken'));
  expect(await save({ courseId: newId() })).toMatchObject(refused('code-taken'));
  expect(await save({ courseId: newId(), code: 'EK009T' })).toMatchObject(refused('gone'));
  for (const credits of [0, -5, 121, 10.3, '10', Number.NaN])
    expect(await save({ credits })).toMatchObject(refused('bad-input'));
  expect(await save({ courseId: null, code: 'EK006T' })).toMatchObject({ ok: true });
});

test('F73 YEAR-1 YEAR-2 a cohort has its own terms, one at a time, with their courses; what cannot be is refused and changes nothing', async () => {
  school = await createSchool(world.test.database, world.clock.now());
  const cohortId = await school.cohort();
  const courseIds = [school.courseId];
  const term = (more: object = {}) =>
    world.call(rector, commands.saveTerm, {
      ...{ termId: null, cohortId, name: 'Høst 2026', courseIds },
      ...{ firstDay: '2026-08-17', lastDay: '2026-12-18', ...more },
    } as never);
  const made = await term();
  expect(made).toMatchObject({ ok: true });
  const termId = made.ok ? made.value.termId : null;
  const spring = { name: 'Vår 2028', firstDay: '2028-02-29', lastDay: '2028-06-16' };
  expect(await term(spring)).toMatchObject({ ok: true });
  const before = JSON.stringify(await year());
  for (const [more, refusal] of [
    [{ lastDay: '2026-08-16' }, 'ends-before-start'],
    [{ lastDay: '2036-12-18' }, 'too-long'],
    [{ firstDay: '2026-12-18', lastDay: '2027-01-20' }, 'overlaps'],
    [{ firstDay: '2027-02-29' }, 'bad-input'],
    [{ name: '' }, 'bad-input'],
    [{ cohortId: newId() }, 'gone'],
    [{ courseIds: [newId()] }, 'gone'],
    [{ termId, cohortId: await school.cohort() }, 'gone'],
  ] as const)
    expect(await term(more), JSON.stringify(more)).toMatchObject(refused(refusal));
  const cohorts = (text: string) => JSON.parse(text).cohorts.filter(of);
  const of = (one: { cohortId: CohortId }) => one.cohortId === cohortId;
  expect(cohorts(JSON.stringify(await year()))).toEqual(cohorts(before));
  // The same term may be moved within itself, and the day after the last is free.
  expect(await term({ termId, lastDay: '2026-12-11' })).toMatchObject({ ok: true });
  expect(await term({ name: 'Jul', firstDay: '2026-12-12', lastDay: '2027-01-03' })).toMatchObject({
    ok: true,
  });
  const terms = (await year()).cohorts.find(of)?.terms;
  expect(terms?.map(({ name, firstDay }) => [name, firstDay])).toEqual([
    ['Høst 2026', '2026-08-17'],
    ['Jul', '2026-12-12'],
    ['Vår 2028', '2028-02-29'],
  ]);
  expect(terms?.[0]?.courseIds).toEqual(courseIds);
  expect(await world.call(rector, commands.dropTerm, { termId: newId() as never })).toMatchObject(
    refused('gone'),
  );
});

test('F74 YEAR-3 gatherings of a cohort do not overlap; one that has begun is not moved or taken back', async () => {
  const [full, part] = [await school.cohort(), await school.cohort()];
  type Asked = InputOf<typeof commands.saveGathering>;
  const gathering = (more: Partial<Asked> = {}) =>
    world.call(rector, commands.saveGathering, {
      ...{ gatheringId: null, title: 'Samling 2', place: 'Trondheim', mandatory: true },
      ...{ firstDay: '2026-10-14', from: '10:00', lastDay: '2026-10-16', to: '15:00' },
      ...{ cohortIds: [full, part], ...more },
    });
  const made = await gathering();
  expect(made).toMatchObject({ ok: true });
  const gatheringId = made.ok ? made.value.gatheringId : null;
  expect(await gathering({ cohortIds: [part], firstDay: '2026-10-16' })).toMatchObject(
    refused('overlaps'),
  );
  expect(await gathering({ cohortIds: [await school.cohort()] })).toMatchObject({ ok: true });
  expect(await gathering({ lastDay: '2026-10-13' })).toMatchObject(refused('ends-before-start'));
  expect(await gathering({ cohortIds: [newId() as never] })).toMatchObject(refused('gone'));
  expect(await gathering({ gatheringId, place: 'Kristiansand', mandatory: false })).toMatchObject({
    ok: true,
  });
  const found = (await year()).gatherings.find((one) => one.gatheringId === gatheringId);
  expect(found).toMatchObject({ place: 'Kristiansand', mandatory: false });

  const begun = await school.gathering(full);
  const drop = (id: typeof begun) =>
    world.call(rector, commands.dropGathering, { gatheringId: id });
  expect(await drop(begun)).toMatchObject(refused('has-begun'));
  expect(await gathering({ gatheringId: begun, cohortIds: [full] })).toMatchObject(
    refused('has-begun'),
  );
  expect(gatheringId && (await drop(gatheringId))).toMatchObject({ ok: true });
  expect(gatheringId && (await drop(gatheringId))).toMatchObject(refused('gone'));
});

test('F74 HOL-2 days off are the school’s own, one or many', async () => {
  const save = (more: object = {}) =>
    world.call(rector, commands.saveDayOff, {
      ...{ dayOffId: null, name: 'Høstfri', firstDay: '2026-10-12', lastDay: '2026-10-16' },
      ...more,
    } as never);
  expect(await save({ lastDay: '2026-10-11' })).toMatchObject(refused('ends-before-start'));
  const made = await save();
  const dayOffId = made.ok ? made.value.dayOffId : null;
  expect(await save({ dayOffId, lastDay: '2026-10-12' })).toMatchObject({ ok: true });
  expect((await year()).daysOff).toMatchObject([{ dayOffId, lastDay: '2026-10-12' }]);
  expect(await save({ dayOffId: newId() })).toMatchObject(refused('gone'));
  expect(
    await world.call(rector, commands.dropDayOff, { dayOffId: dayOffId as never }),
  ).toMatchObject({ ok: true });
  expect((await year()).daysOff).toEqual([]);
  const { rows } = await world.test.database.execute(sql`select id from day_off`);
  expect(rows).toEqual([]);
});
