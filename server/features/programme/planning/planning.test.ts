import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { calendarBetween } from '#shared/features/programme/calendar/queries.ts';
import * as commands from '#shared/features/programme/planning/commands.ts';
import {
  foreseeChange,
  foreseePlan,
  plannedSession,
  whereToPlan,
} from '#shared/features/programme/planning/queries.ts';
import { joinSession } from '#shared/features/session/roster/commands.ts';
import { sessionDoor } from '#shared/features/session/roster/queries.ts';
import type { CohortId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { wallInOslo } from '#shared/kernel/oslo-time.ts';
import type { InputOf } from '#shared/wire/contract.ts';
import { newId } from '../../../platform/new-id.ts';
import { createSchool, type School } from '../../../testing/school.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';

let world: World;
let school: School;
let cohortId: CohortId;
let anne: Somebody;
let odd: Somebody;
let kari: Somebody;
let number = 0;

beforeAll(async () => {
  world = await createWorld();
  school = await createSchool(world.test.database, world.clock.now());
});
afterAll(() => world.close());

/** A cohort with its teacher Anne, whom one session has made so, and its student Kari; Odd teaches elsewhere. */
beforeEach(async () => {
  await world.test.database.execute(sql`delete from day_off`);
  number += 1;
  cohortId = await school.cohort();
  anne = await world.person({ role: 'teacher', name: `Anne Moen ${number}` });
  odd = await world.person({ role: 'teacher', name: `Odd Vik ${number}` });
  kari = await world.person({ name: `Kari Nilsen ${number}` });
  await school.assign(anne, await school.session({ cohortId }));
  await school.enrol(kari, cohortId);
});

type Plan = InputOf<typeof commands.planSessions>;
const team = (...people: readonly { readonly personId: PersonId }[]) =>
  people.map(({ personId }) => ({ personId, isSubstitute: false }));
const planOf = (more: Partial<Plan> = {}): Plan => ({
  ...{ cohortId, courseId: school.courseId, groupId: null, title: 'Makt og språk' },
  ...{ kind: 'teaching', room: '', teachers: team(anne), seen: [] },
  ...{ day: '2026-10-08', from: '09:00', to: '11:30', untilDay: null },
  ...more,
});
const plan = (by: Somebody, more: Partial<Plan> = {}) =>
  world.call(by, commands.planSessions, planOf(more));

async function planned(by: Somebody, more: Partial<Plan> = {}): Promise<SessionId[]> {
  const reply = await plan(by, more);
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value.sessionIds;
}

async function calendarOf(somebody: Somebody, from = '2026-10-01', to = '2027-06-30') {
  const reply = await world.ask(somebody, calendarBetween, { from, to });
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value.sessions;
}

async function formOf(sessionId: SessionId) {
  const reply = await world.ask(anne, plannedSession, { sessionId });
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value;
}

/** As the form would send it, unless said otherwise. */
function change(sessionId: SessionId, more: object = {}) {
  const { title, room, teachers, day, from, to } = planOf();
  const asked = {
    sessionId,
    version: 0,
    title,
    room,
    teachers,
    day,
    from,
    to,
    scope: 'one',
    seen: [],
  };
  return world.call(anne, commands.changeSession, { ...asked, ...more } as never);
}

const refused = (refusal: string) => ({ ok: false, refusal });

/** All that is planned, as text. */
async function kept(): Promise<string> {
  const { rows } = await world.test.database.execute(sql`
    select s::text from session s union all select t::text from session_teacher t order by 1`);
  return JSON.stringify(rows);
}

describe('F74 a weekly series', () => {
  test('PLAN-2 PLAN-8 is held at the same hour in Oslo on both sides of the change, skips what is off, and stands in a student’s calendar', async () => {
    await world.test.database.execute(sql`
      insert into day_off (id, name, first_day, last_day)
      values (${newId()}, 'Høstfri', '2026-10-12', '2026-10-16')`);
    await world.test.database.execute(sql`
      insert into term (id, cohort_id, name, first_day, last_day)
      values (${newId()}, ${cohortId}, 'Høst', '2026-08-17', '2026-10-30')`);
    const gatheringId = newId();
    await world.test.database.execute(sql`
      insert into gathering (id, title, place, mandatory, starts_at, ends_at)
      values (${gatheringId}, 'Samling 2', 'Oslo', true, '2026-10-08 06:00Z', '2026-10-08 08:00Z')`);
    await world.test.database.execute(sql`
      insert into gathering_cohort (gathering_id, cohort_id) values (${gatheringId}, ${cohortId})`);
    const ask = planOf({ untilDay: '2026-11-05' });
    const { title: _title, kind: _kind, seen: _seen, ...about } = ask;
    expect(await world.ask(anne, foreseePlan, about)).toMatchObject({
      value: {
        refusal: null,
        leftOut: [{ day: '2026-10-15', because: { kind: 'school', name: 'Høstfri' } }],
        held: [
          { off: null, gathering: 'Samling 2', outsideTerms: false },
          { gathering: null },
          { outsideTerms: false },
          { outsideTerms: true },
        ],
      },
    });
    const ids = await planned(anne, { untilDay: '2026-11-05' });
    const seen = await calendarOf(kari);
    expect(seen.map(({ id }) => id)).toEqual(ids);
    expect(seen.map(({ startsAt }) => wallInOslo(startsAt))).toEqual(
      ['2026-10-08', '2026-10-22', '2026-10-29', '2026-11-05'].map((day) => ({
        ...{ day, time: '09:00' },
      })),
    );
    expect(seen[0]).toMatchObject({ mayPlan: false, clashes: [], status: 'planned' });
  });

  test('PLAN-6 is moved from one session on; those before stay, and where each was to begin is still told', async () => {
    const [first, second, third, fourth] = await planned(anne, { untilDay: '2026-10-29' });
    if (!second || !third) throw new Error('too few');
    await world.call(anne, commands.cancelSession, {
      ...{ sessionId: third, version: 0, scope: 'one', reason: 'Anne er syk' },
    });
    const to = { day: '2026-10-16', from: '12:00', to: '13:30' };
    expect(await formOf(second)).toMatchObject({ following: 1, version: 0 });
    expect(await change(second, { ...to, scope: 'following' })).toMatchObject({ ok: true });
    const seen = await calendarOf(kari);
    expect(
      seen.map(({ id, startsAt, movedFrom }) => [
        ...[id, wallInOslo(startsAt), movedFrom && wallInOslo(movedFrom).day],
      ]),
    ).toEqual([
      [first, { day: '2026-10-08', time: '09:00' }, null],
      [second, { day: '2026-10-16', time: '12:00' }, '2026-10-15'],
      [third, { day: '2026-10-22', time: '09:00' }, null],
      [fourth, { day: '2026-10-30', time: '12:00' }, '2026-10-29'],
    ]);
    // Back where it was, it has not been moved.
    await change(second, { day: '2026-10-15', version: 1 });
    expect((await calendarOf(kari))[1]).toMatchObject({ id: second, movedFrom: null });
  });

  test('PLAN-1 PLAN-2 what cannot be is refused with its own word, and changes nothing', async () => {
    const before = await kept();
    for (const [more, refusal] of [
      [{ from: '11:30', to: '09:00' }, 'ends-before-start'],
      [{ day: '2026-09-01' }, 'in-the-past'],
      [{ untilDay: '2026-10-07' }, 'last-before-first'],
      [{ untilDay: '2027-10-28' }, 'too-many'],
      [{ day: '2027-05-17', untilDay: '2027-05-20' }, 'nothing-left'],
      [{ day: '2027-02-29' }, 'bad-input'],
      [{ from: '24:00' }, 'bad-input'],
      [{ title: '  ' }, 'bad-input'],
      [{ title: 'x'.repeat(121) }, 'bad-input'],
      [{ teachers: [] }, 'bad-input'],
      [{ teachers: team(anne, anne) }, 'bad-input'],
      [{ teachers: team(kari) }, 'unknown-teacher'],
      [{ groupId: newId() as never }, 'not-found'],
    ] as const)
      expect(await plan(anne, more as never), JSON.stringify(more)).toMatchObject(refused(refusal));
    expect(await plan(odd)).toMatchObject(refused('not-found'));
    expect(await plan(kari)).toMatchObject(refused('not-found'));
    expect(await kept()).toBe(before);
  });
});

describe('F74 clashes', () => {
  test('PLAN-3 PLAN-4 are named on both, by name where one may see it, and met once they have been seen', async () => {
    const elsewhere = await school.cohort();
    await school.assign(odd, await school.session({ cohortId: elsewhere }));
    const [theirs] = await planned(odd, {
      ...{ cohortId: elsewhere, title: 'Grenser', teachers: team(odd), room: 'Rom 2' },
    });
    if (!theirs) throw new Error('none');
    const mine = { room: 'rom 2', from: '10:00', to: '12:00' };
    const before = await kept();
    expect(await plan(anne, mine)).toMatchObject(refused('unseen-clash'));
    expect(await kept()).toBe(before);
    const { title: _title, kind: _kind, seen: _seen, ...about } = planOf(mine);
    // Anne has nothing to do with that cohort: when, and not what.
    expect(await world.ask(anne, foreseePlan, about)).toMatchObject({
      value: { clashes: [{ sessionId: theirs, title: null, over: ['room'] }] },
    });
    const [ours] = await planned(anne, { ...mine, seen: [theirs] });
    const admin = await world.person({ role: 'admin' });
    const all = await calendarOf(admin, '2026-10-08', '2026-10-08');
    expect(all.find(({ id }) => id === ours)?.clashes).toMatchObject([
      { sessionId: theirs, title: 'Grenser', over: ['room'] },
    ]);
    expect(all.find(({ id }) => id === theirs)?.clashes).toMatchObject([
      { sessionId: ours, title: 'Makt og språk', over: ['room'] },
    ]);
    expect((await calendarOf(odd))[0]?.clashes).toMatchObject([{ sessionId: ours, title: null }]);
    expect((await calendarOf(kari))[0]?.clashes).toEqual([]);
    // Cancelled it is in nobody's way.
    await world.call(odd, commands.cancelSession, {
      ...{ sessionId: theirs, version: 0, scope: 'one', reason: 'Rommet trengs' },
    });
    expect((await calendarOf(anne))[0]?.clashes).toEqual([]);
  });

  test('PLAN-4 of two that plan the same hour at once, one is told of the other', async () => {
    const [a, b] = await Promise.all([plan(anne), plan(anne, { title: 'Etikk' })]);
    expect([a, b].filter(({ ok }) => ok)).toHaveLength(1);
    expect([a, b].find(({ ok }) => !ok)).toMatchObject(refused('unseen-clash'));
  });

  test('PLAN-3 a change asks again, and a session is never in its own way', async () => {
    const [first, second] = await planned(anne, { untilDay: '2026-10-15' });
    if (!first || !second) throw new Error('too few');
    expect(await change(first, { from: '09:30' })).toMatchObject({ ok: true });
    expect(await change(first, { day: '2026-10-15', version: 1 })).toMatchObject(
      refused('unseen-clash'),
    );
    const { room, teachers, from, to } = planOf();
    const ask = { sessionId: first, room, teachers, from, to, day: '2026-10-15', scope: 'one' };
    expect(await world.ask(anne, foreseeChange, ask as never)).toMatchObject({
      value: { clashes: [{ sessionId: second, over: ['teacher', 'cohort'] }] },
    });
  });
});

describe('F74 a session that is planned', () => {
  test('PLAN-5 is cancelled with a reason that everybody reads, and that can be taken back; what has begun, or was changed since, stands', async () => {
    const [sessionId] = await planned(anne);
    if (!sessionId) throw new Error('none');
    const cancel = (more: object = {}) =>
      world.call(anne, commands.cancelSession, {
        ...{ sessionId, version: 0, scope: 'one', reason: 'Anne er syk' },
        ...more,
      } as never);
    expect(await cancel({ version: 3 })).toMatchObject(refused('changed-meanwhile'));
    expect(await cancel({ reason: ' ' })).toMatchObject(refused('bad-input'));
    expect(await cancel()).toMatchObject({ ok: true });
    expect((await calendarOf(kari))[0]).toMatchObject({
      ...{ status: 'cancelled', cancelReason: 'Anne er syk' },
    });
    const door = (by: Somebody) => world.ask(by, sessionDoor, { sessionId });
    expect(await door(kari)).toMatchObject({
      value: { plan: { cancelReason: 'Anne er syk', mayChange: false } },
    });
    expect(await door(anne)).toMatchObject({ value: { plan: { mayChange: true } } });
    expect(await change(sessionId, { version: 1 })).toMatchObject(refused('was-cancelled'));
    const back = (version: number) =>
      world.call(anne, commands.takeBackCancelling, { sessionId, version });
    expect(await back(1)).toMatchObject({ ok: true });
    expect(await back(2)).toMatchObject(refused('not-cancelled'));
    expect((await calendarOf(kari))[0]).toMatchObject({ status: 'planned', cancelReason: '' });
    const running = await school.session({ cohortId });
    const run = { sessionId: running, version: 0 };
    expect(await cancel(run)).toMatchObject(refused('has-begun'));
    expect(await change(running)).toMatchObject(refused('has-begun'));
  });

  test('PLAN-7 is taken by a substitute, who is said to be one, may lead it, and whose leave ends whoever had it', async () => {
    const today = { day: '2026-09-29', from: '13:00', to: '14:00' };
    const [sessionId] = await planned(anne, today);
    if (!sessionId) throw new Error('none');
    const join = async (by: Somebody) => (await world.call(by, joinSession, { sessionId })).ok;
    expect(await change(sessionId, { ...today, teachers: team(kari) })).toMatchObject(
      refused('unknown-teacher'),
    );
    const stand = [{ personId: odd.personId, isSubstitute: true }];
    expect(await change(sessionId, { ...today, teachers: stand })).toMatchObject({ ok: true });
    expect((await calendarOf(kari, '2026-09-29')).at(-1)?.substitutes).toEqual([odd.displayName]);
    world.clock.advance((await formOf(sessionId)).startsAt - world.clock.now());
    expect(await join(odd)).toBe(true);
    expect(await join(anne)).toBe(false);
    // Whoever has left the school may keep what they were given, and is given nothing new.
    await school.suspend(odd);
    expect(await plan(anne, { teachers: team(odd), day: '2026-12-03' })).toMatchObject(
      refused('unknown-teacher'),
    );
  });

  test('where one plans is one’s own cohorts; a student plans nowhere, an administrator everywhere', async () => {
    const placesOf = async (by: Somebody) => {
      const reply = await world.ask(by, whereToPlan, {});
      return reply.ok ? reply.value : undefined;
    };
    expect((await placesOf(anne))?.cohorts.map((one) => one.cohortId)).toEqual([cohortId]);
    expect((await placesOf(anne))?.teachers.map(({ personId }) => personId)).toContain(
      odd.personId,
    );
    expect(await placesOf(kari)).toMatchObject({ cohorts: [], teachers: [] });
    const admin = await world.person({ role: 'admin' });
    expect((await placesOf(admin))?.cohorts.length).toBeGreaterThan(1);
  });
});
