import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { homePage, pastSessions } from '#shared/features/programme/calendar/queries.ts';
import { DAY_MS, HOUR_MS } from '#shared/kernel/duration.ts';
import type { CohortId } from '#shared/kernel/ids.ts';
import { createSchool, type School } from '../../../testing/school.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';
import { createGathering } from '../gathering/repository.ts';
import { moveSession } from './repository.ts';

let world: World;
let school: School;
let now: number;

beforeAll(async () => {
  world = await createWorld();
  now = world.clock.now();
  school = await createSchool(world.test.database, now);
});
afterAll(() => world.close());

async function homeOf(somebody: Somebody) {
  const reply = await world.ask(somebody, homePage, {});
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value;
}

async function sessionAt(cohortId: CohortId, startsInHours: number, groupId?: string) {
  const sessionId = await school.session({ cohortId, groupId: (groupId ?? null) as never });
  const startsAt = now + startsInHours * HOUR_MS;
  await world.test.database.transaction((tx) =>
    moveSession(tx, sessionId, { startsAt, endsAt: startsAt + 2 * HOUR_MS }),
  );
  return sessionId;
}

function gatheringIn(cohortId: CohortId, days: number) {
  const startsAt = now + days * DAY_MS;
  const given = { title: 'Samling', place: 'Trondheim', mandatory: true };
  return world.test.database.transaction((tx) =>
    createGathering(tx, { ...given, startsAt, endsAt: startsAt + 2 * DAY_MS }, [cohortId]),
  );
}

test('CAL-2 CAL-3 CAL-4 CAL-6 a student finds the running session, and the band of the own cohort', async () => {
  const cohortId = await school.cohort();
  const [from, to] = [await gatheringIn(cohortId, -14), await gatheringIn(cohortId, 10)];
  const running = await sessionAt(cohortId, -1);
  const later = await sessionAt(cohortId, 48);
  const before = await sessionAt(cohortId, -15 * 24);
  const student = await world.person({ name: 'Ingrid Solbakken' });
  await school.enrol(student, cohortId);
  await sessionAt(await school.cohort(), 1);

  const page = await homeOf(student);
  expect(page.person).toEqual({
    id: student.personId,
    displayName: 'Ingrid Solbakken',
    givenName: 'Ingrid',
  });
  expect(page.next).toMatchObject({ id: running, status: 'live' });
  expect(page.band?.from?.id).toBe(from);
  expect(page.band?.to).toMatchObject({ id: to, place: 'Trondheim', mandatory: true });
  expect(page.band?.items.map((item) => [item.id, item.status])).toEqual([
    [running, 'live'],
    [later, 'planned'],
  ]);
  expect(JSON.stringify(page)).not.toContain(before);
});

test('CAL-6 a group’s session lies in the band of its members alone', async () => {
  const cohortId = await school.cohort();
  const groupId = await school.group(cohortId);
  const sessionId = await sessionAt(cohortId, 3, groupId);
  const [member, other] = [await world.person(), await world.person()];
  await school.enrol(member, cohortId);
  await school.enrol(other, cohortId);
  await school.addToGroup(member, groupId);
  expect((await homeOf(member)).next?.id).toBe(sessionId);
  expect(await homeOf(other)).toMatchObject({ next: null, band: { items: [] } });
});

test('CAL-5 CAL-6 a teacher finds what is assigned, and the band of that cohort', async () => {
  const cohortId = await school.cohort();
  const others = await sessionAt(cohortId, -1);
  const own = await sessionAt(cohortId, 5);
  const teacher = await world.person({ role: 'teacher' });
  await school.assign(teacher, own);
  const page = await homeOf(teacher);
  expect(page.next?.id).toBe(own);
  expect(page.band?.items.map(({ id }) => id)).toEqual([others, own]);
});

test('CAL-2 a cancelled session is shown in its place, and is not next', async () => {
  const cohortId = await school.cohort();
  const cancelled = await sessionAt(cohortId, 1);
  const next = await sessionAt(cohortId, 30);
  await world.test.database.execute(
    sql`update session set cancelled_at = now() where id = ${cancelled}`,
  );
  const student = await world.person();
  await school.enrol(student, cohortId);
  const page = await homeOf(student);
  expect(page.next?.id).toBe(next);
  expect(page.band?.items[0]).toMatchObject({ id: cancelled, status: 'cancelled' });
});

test('CAL-5 an administrator is shown the school’s next session, and first the one invited to', async () => {
  const cohortId = await school.cohort();
  await sessionAt(cohortId, -1);
  const administrator = await world.person({ role: 'admin' });
  expect((await homeOf(administrator)).next?.status).toBe('live');
  const invitedTo = await sessionAt(cohortId, 70);
  await school.invite(administrator, invitedTo, now + 80 * HOUR_MS);
  expect((await homeOf(administrator)).next?.id).toBe(invitedTo);
});

test('somebody who is new has an empty page, not an error', async () => {
  for (const role of ['student', 'teacher'] as const) {
    expect(await homeOf(await world.person({ role }))).toMatchObject({ next: null, band: null });
  }
});

test('row 1: without a calendar of one’s own, or a sign-in, there is no page', async () => {
  const cohortId = await school.cohort();
  const sessionId = await sessionAt(cohortId, -1);
  for (const role of ['guest', 'practiceSupervisor', 'examiner'] as const) {
    const outsider = await world.person({ role });
    await school.invite(outsider, sessionId);
    expect(await world.ask(outsider, homePage, {})).toMatchObject({ refusal: 'not-found' });
  }
  const student = await world.person();
  await school.enrol(student, cohortId);
  await school.suspend(student);
  expect((await world.ask(student, homePage, {})).ok).toBe(false);
  expect(await world.ask(null, homePage, {})).toMatchObject({ ok: false });
});

test('CAL-7 what has been, the latest first, also one that was cancelled; nothing that runs, and nothing of others', async () => {
  const cohortId = await school.cohort();
  const student = await world.person();
  await school.enrol(student, cohortId);
  const first = await sessionAt(cohortId, -300 * 24);
  const cancelled = await sessionAt(cohortId, -48);
  const ended = await sessionAt(cohortId, -1);
  await sessionAt(cohortId, -1);
  await sessionAt(cohortId, 24);
  await sessionAt(await school.cohort(), -24);
  await world.test.database.execute(
    sql`update session set cancelled_at = starts_at where id = ${cancelled}`,
  );
  await world.test.database.execute(
    sql`update session set ended_at = starts_at where id = ${ended}`,
  );
  const asked = await world.ask(student, pastSessions, {});
  expect(asked.ok && asked.value.sessions.map(({ id, cancelled: off }) => [id, off])).toEqual([
    [ended, false],
    [cancelled, true],
    [first, false],
  ]);
});
