import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { correctAttendance } from '#shared/features/attendance/correction/commands.ts';
import { setRequirement } from '#shared/features/attendance/requirement/commands.ts';
import { DAY_MS, HOUR_MS } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { instantInOslo } from '#shared/kernel/oslo-time.ts';
import { makeLog } from '../../platform/log.ts';
import type { Letter } from '../../platform/mail.ts';
import { createSchool } from '../../testing/school.ts';
import { createWorld, type Somebody, type World } from '../../testing/world.ts';
import { makeLetterPost } from '../identity/public.ts';
import { makeCompose, tellDue } from './public.ts';

const baseUrl = 'https://mellom.example';
const SAID = 'Oppmøtet ditt: «Samtale». Ta en titt når det passer';

let world: World;
let teacher: Somebody;
let student: Somebody;
const sessions: SessionId[] = [];

beforeAll(async () => {
  world = await createWorld();
  const { database } = world.test;
  world.clock.set(instantInOslo('2026-11-24', '08:00') ?? Number.NaN);
  const school = await createSchool(database, world.clock.now());
  const { courseId } = school;
  const cohortId = await school.cohort();
  [teacher, student] = [await world.person({ role: 'teacher' }), await world.person()];
  await school.enrol(student, cohortId);
  await database.execute(sql`update enrolment set from_at = from_at - interval '30 days'`);
  for (const daysAgo of [4, 3, 2, 1]) {
    const sessionId = await school.session({ cohortId });
    await school.assign(teacher, sessionId);
    const startsAt = (world.clock.now() - daysAgo * DAY_MS) / 1000;
    await database.execute(sql`
      update session set starts_at = to_timestamp(${startsAt}),
        ends_at = to_timestamp(${startsAt + HOUR_MS / 1000}) where id = ${sessionId}`);
    sessions.push(sessionId);
  }
  const rector = await world.person({ role: 'rector' });
  await world.call(rector, setRequirement, { courseId, sessions: 75, gatherings: null });
});
afterAll(() => world.close());

/** Looks at a time, on two servers at once. */
async function look(day: string, time: string): Promise<void> {
  world.clock.set(instantInOslo(day, time) ?? Number.NaN);
  await world.test.database.execute(sql`update sign_in set expires_at = now() + interval '1 year'`);
  const tell = () => tellDue(world.test.database, world.clock.now(), async () => undefined);
  await Promise.all([tell(), tell()]);
}

async function posted(): Promise<Letter[]> {
  const { database } = world.test;
  const { clock } = world;
  const sent: Letter[] = [];
  const post = makeLetterPost({
    ...{ database, clock, log: makeLog('error'), baseUrl, linkSecret: () => '' },
    compose: makeCompose({ database, clock, baseUrl, noticeSecret: () => 'proof' }),
    mail: { send: async (letter) => void sent.push(letter), close: () => undefined },
  });
  await post.tick();
  await post.stop();
  return sent;
}

async function lettersAt(day: string, time: string): Promise<Letter[]> {
  await look(day, time);
  return posted();
}

async function put(nth: number, seen: number, as: 'present' | 'absent'): Promise<void> {
  const reply = await world.call(teacher, correctAttendance, {
    ...{ sessionId: sessions[nth] as SessionId, personId: student.personId, seen },
    ...{ to: { as }, reason: 'Var på telefon' },
  });
  expect(reply).toMatchObject({ ok: true });
}

test('F75 F76 NOTE-14 a student is told once that attendance is getting low, kindly, without a figure, and nobody else is', async () => {
  expect(await lettersAt('2026-11-24', '16:59')).toEqual([]);
  const [letter, ...others] = await lettersAt('2026-11-24', '17:00');
  expect(others).toEqual([]);
  expect(letter?.to).toContain(student.personId);
  expect(letter?.subject).toBe(SAID);
  expect(letter?.text).toContain(`· ${SAID}.\n  ${baseUrl}/oppmote\n`);
  expect(letter?.text).not.toMatch(/\d ?%|prosent|75/u);
  expect(await lettersAt('2026-11-25', '17:00')).toEqual([]);
});

test('F75 F76 NOTE-14 when it is kept again it can be told anew, and what is put right before the letter goes is not told', async () => {
  for (const nth of [0, 1, 2]) await put(nth, 0, 'present');
  expect(await lettersAt('2026-11-26', '17:00')).toEqual([]);
  await put(0, 1, 'absent');
  await look('2026-11-27', '17:00');
  await put(0, 2, 'present');
  expect(await posted()).toEqual([]);
  expect(await lettersAt('2026-11-28', '17:00')).toEqual([]);
  await put(0, 3, 'absent');
  expect(await lettersAt('2026-11-29', '20:01')).toEqual([]);
  const all = await lettersAt('2026-11-30', '17:30');
  expect(all.map(({ subject }) => subject)).toEqual([SAID]);
});
