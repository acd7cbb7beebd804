import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCohort } from '#shared/features/admin/cohort/commands.ts';
import { firstHour } from '#shared/features/admin/first-hour/queries.ts';
import { saveSchool } from '#shared/features/admin/school/commands.ts';
import { aboutSchool } from '#shared/features/admin/school/queries.ts';
import { invitePerson } from '#shared/features/admin/welcome/commands.ts';
import { beginFromTemplate, saveTerm } from '#shared/features/programme/programme/commands.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';

let world: World;
let admin: Somebody;
beforeAll(async () => {
  world = await createWorld();
  await world.test.database.execute(sql`insert into school (name, kind) values ('Mellom', 'real')`);
  admin = await world.person({ role: 'admin' });
});
afterAll(() => world.close());

async function soFar() {
  const reply = await world.ask(admin, firstHour, {});
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value.soFar;
}

test('F84 FIRST-2 the school’s name and contact are kept, and what is no address changes nothing', async () => {
  const said = { name: 'KBT Fagskole', contact: ' Post@Skolen.example ' };
  for (const contact of ['', 'post', 'post@skolen', 'a b@skolen.example'])
    expect(await world.call(admin, saveSchool, { ...said, contact })).toMatchObject({
      refusal: 'bad-address',
    });
  expect(await world.ask(admin, aboutSchool, {})).toMatchObject({
    value: { name: 'Mellom', contact: '' },
  });
  expect(await world.call(admin, saveSchool, said)).toMatchObject({ ok: true });
  expect(await world.ask(admin, aboutSchool, {})).toMatchObject({
    value: { name: 'KBT Fagskole', contact: 'post@skolen.example' },
  });
  expect(await world.call(admin, saveSchool, { ...said, name: ' ' })).toMatchObject({ ok: false });
});

test('F84 FIRST-1 how far a school has come follows from what is there; the demonstration has all of it', async () => {
  expect(await soFar()).toMatchObject({ hasContact: true, hasProgramme: false, cohorts: 0 });
  await world.call(admin, beginFromTemplate, {});
  const made = await world.call(admin, createCohort, {
    ...{ name: 'Heltid 2026', mode: 'full-time', startsOn: '2026-08-17' },
  });
  if (!made.ok) throw new Error(made.refusal);
  const { cohortId } = made.value;
  await world.call(admin, saveTerm, {
    ...{ termId: null, cohortId, name: 'Høst', courseIds: [] },
    ...{ firstDay: '2026-08-17', lastDay: '2026-12-18' },
  });
  await world.call(admin, invitePerson, {
    ...{ name: 'Mari Berg', email: 'mari@skolen.example', language: 'nb', roles: ['student'] },
    ...{ cohortId, rolesUntil: null },
  });
  await world.person({ role: 'teacher' });
  expect(await soFar()).toEqual({
    ...{ hasContact: true, hasProgramme: true, cohorts: 1, cohortsWithTerms: 1, sessions: 0 },
    ...{ teachers: { here: 1, invited: 0 }, students: { here: 0, invited: 1 } },
  });
  await world.test.database.execute(sql`update school set kind = 'demo', anchor = '2026-09-01'`);
  expect(await soFar()).toBe(null);
});
