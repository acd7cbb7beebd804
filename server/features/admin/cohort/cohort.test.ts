import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCohort } from '#shared/features/admin/cohort/commands.ts';
import { listPeople } from '#shared/features/admin/people/queries.ts';
import { createSchool } from '../../../testing/school.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';

let world: World;
let admin: Somebody;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.person({ role: 'admin' });
});
afterAll(() => world.close());

const make = (name: string, startsOn = '2026-08-17') =>
  world.call(admin, createCohort, { name, mode: 'full-time', startsOn });

test('F84 COHORT-1 a cohort is made of the school’s programme, with a day that is one and a name that no other has', async () => {
  expect(await make('Heltid 2026')).toMatchObject({ refusal: 'no-programme' });
  await createSchool(world.test.database, world.clock.now());
  for (const day of ['2026-02-29', '17.08.2026', '2026-13-01', ''])
    expect(await make('Heltid 2026', day)).toMatchObject({ refusal: 'no-such-day' });
  expect(await make('Heltid 2028', '2028-02-29')).toMatchObject({ ok: true });
  const both = await Promise.all([make('Heltid 2026'), make('HELTID 2026')]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: 'name-taken' });
  const listed = await world.ask(admin, listPeople, {
    ...{ search: '', role: null, state: null, after: 0 },
  });
  expect(listed.ok && listed.value.cohorts.map(({ name }) => name)).toHaveLength(2);
  const { rowCount } = await world.test.database.execute(sql`select from cohort`);
  expect(rowCount).toBe(2);
});
