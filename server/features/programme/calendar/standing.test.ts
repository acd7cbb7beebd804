import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NO_NOTES } from '#shared/features/programme/session-notes/model.ts';
import { DAY_MS, HOUR_MS } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import { createSchool, type School } from '../../../testing/school.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';
import { expectedParticipants } from './expected.ts';
import { sessionStanding } from './standing.ts';

let world: World;
let school: School;
let now: number;

beforeAll(async () => {
  world = await createWorld();
  now = world.clock.now();
  school = await createSchool(world.test.database, now);
});
afterAll(() => world.close());

function standingOf({ personId }: Somebody, sessionId: SessionId, at = now) {
  const subject = { personId, active: true, roles: [] };
  return world.test.database.transaction((tx) => sessionStanding(tx, subject, sessionId, at));
}

function expectedIn(sessionId: SessionId) {
  return world.test.database.transaction((tx) => expectedParticipants(tx, sessionId, now));
}

async function versionOf({ personId }: Somebody): Promise<number> {
  const { rows } = await world.test.database.execute<{ version: string }>(
    sql`select coalesce(max(version), 0) as version from authority where person_id = ${personId}`,
  );
  return Number(rows[0]?.version);
}

const NOTHING = {
  inCohort: false,
  inGroup: false,
  teaches: false,
  teachesCohort: false,
  invitedUntil: null,
  invitedAs: null,
};

describe('how somebody stands to a session', () => {
  test('a stranger stands in no relation, and still finds the session as it is planned', async () => {
    const cohortId = await school.cohort();
    const sessionId = await school.session({ cohortId });
    const standing = await standingOf(await world.person(), sessionId);
    expect(standing).toMatchObject({
      ...NOTHING,
      sessionId,
      cohortId,
      groupId: null,
      courseTitle: 'Samtale',
      notes: NO_NOTES,
      startsAt: now - HOUR_MS,
      endsAt: now + 3 * HOUR_MS,
      cancelled: false,
    });
  });

  test('STAND-1 an enrolment counts from its beginning until its end', async () => {
    const cohortId = await school.cohort();
    const sessionId = await school.session({ cohortId });
    const student = await world.person();
    await school.enrol(student, cohortId, now + HOUR_MS);
    expect(await standingOf(student, sessionId)).toMatchObject({ ...NOTHING, inCohort: true });
    for (const outside of [now - 25 * HOUR_MS, now + HOUR_MS, now + DAY_MS]) {
      expect(await standingOf(student, sessionId, outside)).toMatchObject(NOTHING);
    }
  });

  test('STAND-1 a second time in the cohort counts after a first that ended', async () => {
    const cohortId = await school.cohort();
    const sessionId = await school.session({ cohortId });
    const student = await world.person();
    await world.test.database.execute(sql`
      insert into enrolment (person_id, cohort_id, from_at, until_at)
      values (${student.personId}, ${cohortId}, '2020-01-01', '2020-06-01')`);
    expect(await standingOf(student, sessionId)).toMatchObject({ inCohort: false });
    await school.enrol(student, cohortId);
    expect(await standingOf(student, sessionId)).toMatchObject({ inCohort: true });
  });

  test('a student of another cohort stands in no relation', async () => {
    const sessionId = await school.session({ cohortId: await school.cohort() });
    const student = await world.person();
    await school.enrol(student, await school.cohort());
    expect(await standingOf(student, sessionId)).toMatchObject(NOTHING);
  });

  test('a group’s session knows its members from the rest of the cohort', async () => {
    const cohortId = await school.cohort();
    const [groupId, otherGroupId] = [await school.group(cohortId), await school.group(cohortId)];
    const sessionId = await school.session({ cohortId, groupId });
    const [member, other] = [await world.person(), await world.person()];
    await school.enrol(member, cohortId);
    await school.enrol(other, cohortId);
    await school.addToGroup(member, groupId, now + HOUR_MS);
    await school.addToGroup(other, otherGroupId);
    expect(await standingOf(member, sessionId)).toMatchObject({ inCohort: true, inGroup: true });
    expect(await standingOf(other, sessionId)).toMatchObject({ inCohort: true, inGroup: false });
    expect(await standingOf(member, sessionId, now + HOUR_MS)).toMatchObject({ inGroup: false });
  });

  test('STAND-2 a membership that outlives the enrolment gives nothing', async () => {
    const cohortId = await school.cohort();
    const groupId = await school.group(cohortId);
    const sessionId = await school.session({ cohortId, groupId });
    const gone = await world.person();
    await school.enrol(gone, cohortId, now - HOUR_MS);
    await school.addToGroup(gone, groupId);
    expect(await standingOf(gone, sessionId)).toMatchObject(NOTHING);
  });

  test('STAND-3 a teacher teaches what is assigned, and only knows the rest of that cohort', async () => {
    const cohortId = await school.cohort();
    const [own, other] = [await school.session({ cohortId }), await school.session({ cohortId })];
    const elsewhere = await school.session({ cohortId: await school.cohort() });
    const teacher = await world.person({ role: 'teacher' });
    await school.assign(teacher, own);
    const both = { ...NOTHING, teaches: true, teachesCohort: true };
    expect(await standingOf(teacher, own)).toMatchObject(both);
    expect(await standingOf(teacher, other)).toMatchObject({ ...both, teaches: false });
    expect(await standingOf(teacher, elsewhere)).toMatchObject(NOTHING);
    await school.deleteSession(own);
    expect(await standingOf(teacher, other)).toMatchObject(NOTHING);
  });

  test('STAND-1 an invitation says until when, also when that has passed', async () => {
    const sessionId = await school.session({ cohortId: await school.cohort() });
    const guest = await world.person({ role: 'guest' });
    await school.invite(guest, sessionId, now - HOUR_MS);
    expect(await standingOf(guest, sessionId)).toMatchObject({ invitedUntil: now - HOUR_MS });
    expect(await expectedIn(sessionId)).toEqual([]);
  });

  test('STAND-4 a deleted session stands as one that never was', async () => {
    const cohortId = await school.cohort();
    const sessionId = await school.session({ cohortId });
    const student = await world.person();
    await school.enrol(student, cohortId);
    await school.deleteSession(sessionId);
    expect(await standingOf(student, sessionId)).toBeNull();
    expect(await standingOf(student, newId<'session'>())).toBeNull();
    expect(await expectedIn(sessionId)).toEqual([]);
  });
});

describe('STAND-5 a changed relation gives a new version', () => {
  test('STAND-5 at its beginning, its change and its end', async () => {
    const cohortId = await school.cohort();
    const groupId = await school.group(cohortId);
    const sessionId = await school.session({ cohortId });
    const somebody = await world.person();
    const steps = [
      () => school.enrol(somebody, cohortId),
      () => school.addToGroup(somebody, groupId),
      () => school.assign(somebody, sessionId),
      () => school.invite(somebody, sessionId),
      () =>
        world.test.database.execute(
          sql`update enrolment set until_at = now() where person_id = ${somebody.personId}`,
        ),
      () => school.removeRelations(somebody),
    ];
    for (const step of steps) {
      const before = await versionOf(somebody);
      await step();
      expect(await versionOf(somebody)).toBeGreaterThan(before);
    }
  });

  test('STAND-5 for everybody whom a deleted session reached, and nobody else', async () => {
    const cohortId = await school.cohort();
    const sessionId = await school.session({ cohortId });
    const [student, teacher, guest, stranger] = [
      await world.person(),
      await world.person({ role: 'teacher' }),
      await world.person({ role: 'guest' }),
      await world.person(),
    ];
    await school.enrol(student, cohortId);
    await school.assign(teacher, sessionId);
    await school.invite(guest, sessionId);
    const before = await Promise.all([student, teacher, guest, stranger].map(versionOf));
    await school.deleteSession(sessionId);
    const after = await Promise.all([student, teacher, guest, stranger].map(versionOf));
    expect(after.map((version, nth) => version > (before[nth] ?? 0))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('whom a session expects', () => {
  test('EXPECT-1 teachers in their order, then the rest by name, each once and as the weightiest part', async () => {
    const cohortId = await school.cohort();
    const sessionId = await school.session({ cohortId });
    const people = {
      second: await world.person({ role: 'teacher', name: 'Anne Moen' }),
      first: await world.person({ role: 'teacher', name: 'Solveig Brekke' }),
      student: await world.person({ name: 'Hege Kvam' }),
      ended: await world.person({ name: 'Per Olav Rustad' }),
      suspended: await world.person({ name: 'Rune Aasheim' }),
      adviser: await world.person({ role: 'studyAdviser', name: 'Tone Grav' }),
      guest: await world.person({ role: 'guest', name: 'Magnhild Rør' }),
    };
    await school.assign(people.first, sessionId);
    await school.assign(people.second, sessionId);
    await school.enrol(people.student, cohortId);
    await school.enrol(people.ended, cohortId, now);
    await school.enrol(people.suspended, cohortId);
    await school.suspend(people.suspended);
    for (const invited of [people.adviser, people.guest, people.student, people.first]) {
      await school.invite(invited, sessionId);
    }
    const expected = await expectedIn(sessionId);
    expect(
      expected.map(({ displayName, part, position }) => [displayName, part, position]),
    ).toEqual([
      ['Solveig Brekke', 'teacher', 0],
      ['Anne Moen', 'teacher', 1],
      ['Hege Kvam', 'student', null],
      ['Magnhild Rør', 'guest', null],
      ['Tone Grav', 'staff', null],
    ]);
  });

  test('EXPECT-1 a group’s session expects its members alone', async () => {
    const cohortId = await school.cohort();
    const groupId = await school.group(cohortId);
    const sessionId = await school.session({ cohortId, groupId });
    const [member, other] = [await world.person(), await world.person()];
    await school.enrol(member, cohortId);
    await school.enrol(other, cohortId);
    await school.addToGroup(member, groupId);
    expect((await expectedIn(sessionId)).map(({ personId }) => personId)).toEqual([
      member.personId,
    ]);
  });
});
