import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tickInSession } from '#shared/features/attendance/correction/commands.ts';
import { takeOutSheet } from '#shared/features/attendance/sheet/commands.ts';
import { attendanceSheet, attendanceSheets } from '#shared/features/attendance/sheet/queries.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { CohortId, SessionId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import { momentOf } from '../../../storage/moment.ts';
import { enter, type PlannedSession, planSession } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const run = (statement: ReturnType<typeof sql>) => world.test.database.execute(statement);

async function codeOf({ sessionId }: PlannedSession): Promise<string> {
  const { rows } = await run(sql`
    select c.code from session s join course c on c.id = s.course_id where s.id = ${sessionId}`);
  return String(rows[0]?.code);
}

async function sheet(who: Somebody, cohortId: CohortId, courseCode: string | null) {
  const asked = await world.ask(who, attendanceSheet, { cohortId, courseCode });
  if (!asked.ok) throw new Error(asked.refusal);
  return asked.value.sheet;
}

/** Another session of the same cohort and course, without teachers. */
async function another(planned: PlannedSession, startsInMs: number): Promise<SessionId> {
  const id = newId<'session'>() as SessionId;
  const startsAt = world.clock.now() + startsInMs;
  await run(sql`
    insert into session (id, course_id, cohort_id, title, starts_at, ends_at)
    select ${id}, course_id, cohort_id, 'En annen', ${momentOf(startsAt)}, ${momentOf(startsAt + HOUR_MS)}
    from session where id = ${planned.sessionId}`);
  return id;
}

test('F33 ATT-9 a teacher’s table has the own sessions, the adviser’s all of them, and what is ahead is in neither', async () => {
  const planned = await planSession(world);
  const { sessionId, cohortId, anne, kari } = planned;
  const code = await codeOf(planned);
  const other = await another(planned, -3 * HOUR_MS);
  await another(planned, 3 * HOUR_MS);
  await enter(world, sessionId, kari);
  world.clock.advance(10 * MINUTE_MS);
  const hers = await sheet(anne, cohortId, code);
  expect(hers?.occasions).toMatchObject([{ sessionId, state: 'on', mayCorrect: true }]);
  expect(hers?.unseen, 'is said, since the student’s own sum has it').toBe(1);
  expect(hers?.people).toMatchObject([
    { displayName: 'Kari Nordmann', cells: [{ figure: { thereMs: 10 * MINUTE_MS } }] },
    { displayName: 'Ola Hansen', cells: [{ figure: { thereMs: 0, source: 'measured' } }] },
    { displayName: 'Siri Berg' },
  ]);
  for (const role of ['studyAdviser', 'admin', 'rector'] as const) {
    const theirs = await sheet(await world.person({ role }), cohortId, code);
    expect(theirs?.occasions, role).toMatchObject([
      { sessionId, mayCorrect: false },
      { sessionId: other, state: 'over', mayCorrect: false },
    ]);
    expect(theirs?.unseen).toBe(0);
    expect(theirs?.people[0], role).toMatchObject({ totals: { thereMs: 0, ofMs: HOUR_MS } });
  }
});

test('F33 F84 ATT-9 nobody else has a table, and one that is not there is none', async () => {
  const planned = await planSession(world);
  const elsewhere = await planSession(world);
  const code = await codeOf(planned);
  const coordinator = await world.person({ role: 'practiceCoordinator' });
  for (const who of [planned.kari, elsewhere.anne, elsewhere.kari, coordinator])
    for (const of of [code, null]) {
      expect(await sheet(who, planned.cohortId, of)).toBeNull();
      const scope = { cohortId: planned.cohortId, courseCode: of };
      expect(await world.call(who, takeOutSheet, { scope, form: 'csv' })).toMatchObject({
        refusal: 'nothing-to-take-out',
      });
    }
  expect(await sheet(planned.anne, newId<'cohort'>() as CohortId, code)).toBeNull();
  expect(await sheet(planned.anne, planned.cohortId, 'EK999X')).toBeNull();
  const lists = async (who: Somebody) => {
    const asked = await world.ask(who, attendanceSheets, {});
    return asked.ok ? asked.value.cohorts : asked;
  };
  expect(await lists(planned.kari)).toEqual([]);
  expect(await lists(planned.anne)).toMatchObject([
    { cohortId: planned.cohortId, courses: [{ code, sessions: 1 }], gatherings: 0 },
  ]);
});

test('F33 ATT-9 of a group’s session only its members have a cell', async () => {
  const planned = await planSession(world, { group: true });
  await another(planned, -3 * HOUR_MS);
  const adviser = await world.person({ role: 'studyAdviser' });
  const table = await sheet(adviser, planned.cohortId, await codeOf(planned));
  const siri = table?.people.find(({ displayName }) => displayName === 'Siri Berg');
  expect(siri?.cells).toMatchObject([null, { figure: { thereMs: 0 } }]);
});

test('F33 F84 ATT-9 a file is the table of the screen, and the log says who took it out', async () => {
  const planned = await planSession(world);
  const { sessionId, cohortId, anne, bjorn, kari } = planned;
  const scope = { cohortId, courseCode: await codeOf(planned) };
  await world.call(anne, tickInSession, { sessionId, personId: kari.personId, present: true });
  const shown = await sheet(anne, cohortId, scope.courseCode);
  const taken = await world.call(anne, takeOutSheet, { scope, form: 'xlsx' });
  expect(taken).toMatchObject({ ok: true, value: { sheet: shown } });
  expect((await sheet(bjorn, cohortId, scope.courseCode))?.takenOut).toMatchObject([
    { byName: 'Anne Moen', form: 'xlsx' },
  ]);
  // Of the file itself nothing is kept with the answer to the call.
  const { rows } = await run(
    sql`select reply::text from call where reply::text like '%Ola Hansen%'`,
  );
  expect(rows).toEqual([]);
});
