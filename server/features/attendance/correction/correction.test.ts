import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as commands from '#shared/features/attendance/correction/commands.ts';
import { ownAttendance, sessionAttendance } from '#shared/features/attendance/presence/queries.ts';
import { attendanceSheet } from '#shared/features/attendance/sheet/queries.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { GatheringId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import { momentOf } from '../../../storage/moment.ts';
import { enter, type PlannedSession, planSession } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, WORLD_STARTS_AT, type World } from '../../../testing/world.ts';
import { erasePersonalData, exportPersonalData } from '../personal-data.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const run = (statement: ReturnType<typeof sql>) => world.test.database.execute(statement);
const refused = (refusal: string) => ({ ok: false, refusal });
const reason = 'Lyden falt ut, hun satt hos meg';

/** All that is kept of attendance, as text. */
async function kept(): Promise<string> {
  const { rows } = await run(sql`
    select e::text as row from attendance_entry e
    union all select c::text from attendance_correction c order by 1`);
  return JSON.stringify(rows);
}

function correct(
  { sessionId }: PlannedSession,
  by: Somebody,
  of: { readonly personId: Somebody['personId'] },
  minutes: number,
  seen = 0,
) {
  const to = { as: 'minutes' as const, minutes };
  const { personId } = of;
  return world.call(by, commands.correctAttendance, { sessionId, personId, seen, to, reason });
}

function tick({ sessionId }: PlannedSession, by: Somebody, of: Somebody, present: true | null) {
  const { personId } = of;
  return world.call(by, commands.tickInSession, { sessionId, personId, present });
}

async function figures(planned: PlannedSession) {
  const { sessionId, anne } = planned;
  const asked = await world.ask(anne, sessionAttendance, { sessionId });
  if (!asked.ok) throw new Error(asked.refusal);
  return new Map(asked.value.everybody?.map(({ displayName, figure }) => [displayName, figure]));
}

/** From this very morning until the day after tomorrow. */
async function gatheringOf({ cohortId }: PlannedSession): Promise<GatheringId> {
  const id = newId<'gathering'>() as GatheringId;
  await run(sql`
    insert into gathering (id, title, place, mandatory, starts_at, ends_at)
    values (${id}, 'Samling 1', 'Trondheim', true, ${momentOf(WORLD_STARTS_AT - HOUR_MS)},
      ${momentOf(WORLD_STARTS_AT + 2 * DAY_MS)})`);
  await run(sql`
    insert into gathering_cohort (gathering_id, cohort_id) values (${id}, ${cohortId})`);
  return id;
}
const TODAY = '2026-09-29';

test('F33 ATT-5 a correction stands with who, when, why, and what was before and after; more measured minutes change nothing', async () => {
  const planned = await planSession(world);
  const { sessionId, anne, bjorn, kari } = planned;
  await enter(world, sessionId, kari);
  world.clock.advance(10 * MINUTE_MS);
  expect(await correct(planned, anne, kari, 90)).toMatchObject({
    value: { figure: { thereMs: 90 * MINUTE_MS, source: 'corrected' } },
  });
  world.clock.advance(2 * HOUR_MS);
  expect((await figures(planned)).get('Kari Nordmann')).toMatchObject({ thereMs: 90 * MINUTE_MS });
  const ask = { sessionId, personId: kari.personId, seen: 1, reason: 'Var her hele tiden' };
  await world.call(bjorn, commands.correctAttendance, { ...ask, to: { as: 'as-counted' } });
  const own = await world.ask(kari, sessionAttendance, { sessionId });
  expect(own).toMatchObject({
    value: {
      everybody: null,
      own: {
        figure: { source: 'measured', thereMs: 115 * MINUTE_MS },
        corrections: [
          {
            byName: 'Anne Moen',
            before: { thereMs: 10 * MINUTE_MS, source: 'measured' },
            after: { thereMs: 90 * MINUTE_MS, source: 'corrected' },
            reason,
          },
          {
            byName: 'Bjørn Dahl',
            before: { thereMs: 90 * MINUTE_MS },
            after: { source: 'measured' },
          },
        ],
      },
    },
  });
});

test('F33 ATT-5 what cannot be is refused, with its own word, and changes nothing', async () => {
  const planned = await planSession(world);
  const { sessionId, anne, kari } = planned;
  const other = await planSession(world);
  const before = await kept();
  const guest = await world.person({ role: 'guest', name: 'Gro Gjest' });
  await run(sql`
    insert into session_invitation (session_id, person_id, until_at)
    values (${sessionId}, ${guest.personId}, ${momentOf(world.clock.now() + HOUR_MS)})`);
  expect(await correct(planned, anne, kari, 121)).toMatchObject(refused('too-many-minutes'));
  for (const stranger of [other.kari, guest, anne, { personId: newId<'person'>() as never }]) {
    expect(await correct(planned, anne, stranger, 5)).toMatchObject(refused('not-theirs'));
    expect(await tick(planned, anne, stranger as Somebody, true)).toMatchObject(
      refused('not-theirs'),
    );
  }
  const ahead = await planSession(world, { startsAt: world.clock.now() + HOUR_MS });
  expect(await correct(ahead, ahead.anne, ahead.kari, 5)).toMatchObject(refused('not-yet'));
  expect(await tick(ahead, ahead.anne, ahead.kari, true)).toMatchObject(refused('not-yet'));
  const cancelled = await planSession(world, { cancelled: true });
  const { anne: hers, kari: whose } = cancelled;
  expect(await correct(cancelled, hers, whose, 5)).toMatchObject(refused('was-cancelled'));
  expect(await tick(cancelled, hers, whose, true)).toMatchObject(refused('was-cancelled'));
  for (const bad of ['', ' ', 'ab', 'x'.repeat(501), undefined, null, 7]) {
    const ask = { sessionId, personId: kari.personId, seen: 0, to: { as: 'present' }, reason: bad };
    expect(await world.call(anne, commands.correctAttendance, ask as never)).toMatchObject(
      refused('bad-input'),
    );
  }
  for (const to of [{ as: 'minutes', minutes: -1 }, { as: 'minutes' }, { as: 'late' }, 'present']) {
    const ask = { sessionId, personId: kari.personId, seen: 0, to, reason };
    expect(await world.call(anne, commands.correctAttendance, ask as never)).toMatchObject(
      refused('bad-input'),
    );
  }
  expect(await kept()).toBe(before);
});

test('F33 F84 ATT-5 only the teachers of the very session put it right and tick: not a student, another teacher, or the office', async () => {
  const planned = await planSession(world);
  const elsewhere = await planSession(world);
  const before = await kept();
  const office = await Promise.all(
    (['studyAdviser', 'admin', 'rector', 'practiceCoordinator'] as const).map((role) =>
      world.person({ role }),
    ),
  );
  for (const who of [planned.kari, planned.ola, elsewhere.anne, ...office]) {
    expect(await correct(planned, who, planned.kari, 5)).toEqual(refused('not-found'));
    expect(await tick(planned, who, planned.kari, true)).toEqual(refused('not-found'));
  }
  expect(await kept()).toBe(before);
});

test('F33 ATT-5 two correct at once: one is kept, the other is told, and both are logged once they have seen each other', async () => {
  const planned = await planSession(world);
  const { sessionId, anne, bjorn, kari } = planned;
  const both = await Promise.all([
    correct(planned, anne, kari, 3),
    correct(planned, bjorn, kari, 4),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject(refused('changed-meanwhile'));
  expect(await correct(planned, bjorn, kari, 5, 1)).toMatchObject({ ok: true });
  const own = await world.ask(kari, sessionAttendance, { sessionId });
  expect(own.ok && own.value.own?.corrections).toHaveLength(2);
});

test('F33 ATT-5 a retry of a correction is the same correction', async () => {
  const planned = await planSession(world);
  const { sessionId, anne, kari } = planned;
  const callId = newId<'call'>();
  const ask = { sessionId, personId: kari.personId, seen: 0, reason };
  const to = { as: 'absent' as const };
  for (const _ of [1, 2, 3])
    expect(
      await world.call(anne, commands.correctAttendance, { ...ask, to }, callId),
    ).toMatchObject({ ok: true });
  const own = await world.ask(kari, sessionAttendance, { sessionId });
  expect(own.ok && own.value.own?.corrections).toHaveLength(1);
});

test('F33 ATT-4 two teachers tick at once and lose nothing; pressed again it is as measured; a correction is not ticked over', async () => {
  const planned = await planSession(world);
  const { anne, bjorn, kari, ola, siri } = planned;
  const pressed = await Promise.all([
    tick(planned, anne, kari, true),
    tick(planned, bjorn, kari, true),
    tick(planned, anne, ola, true),
    tick(planned, bjorn, siri, true),
  ]);
  expect(pressed.every(({ ok }) => ok)).toBe(true);
  const classroom = { thereMs: 5 * MINUTE_MS, source: 'classroom' };
  for (const name of ['Kari Nordmann', 'Ola Hansen', 'Siri Berg'])
    expect((await figures(planned)).get(name), name).toMatchObject(classroom);
  expect(await tick(planned, bjorn, ola, null)).toMatchObject({
    value: { figure: { thereMs: 0, source: 'measured' } },
  });
  expect((await figures(planned)).has('Ola Hansen')).toBe(false);
  expect(await correct(planned, anne, kari, 2)).toMatchObject({ ok: true });
  expect(await tick(planned, bjorn, kari, null)).toMatchObject(refused('already-corrected'));
  expect((await figures(planned)).get('Kari Nordmann')).toMatchObject({ thereMs: 2 * MINUTE_MS });
});

test('F33 ATT-4 at a gathering each day is ticked by itself, by a teacher of the cohort, and seen by the student', async () => {
  const planned = await planSession(world);
  const { anne, bjorn, kari, ola, cohortId } = planned;
  const elsewhere = await planSession(world);
  const gatheringId = await gatheringOf(planned);
  const press = (
    by: Somebody,
    of: Somebody,
    present: boolean | null,
    { day = TODAY, at = gatheringId } = {},
  ) => {
    const { personId } = of;
    return world.call(by, commands.tickAtGathering, { gatheringId: at, day, personId, present });
  };
  await Promise.all([press(anne, kari, true), press(bjorn, ola, false)]);
  expect(await press(anne, elsewhere.kari, true)).toMatchObject(refused('not-theirs'));
  expect(await press(anne, kari, true, { day: '2026-09-30' })).toMatchObject(refused('not-yet'));
  // No day of this gathering, no day at all, somebody else's gathering.
  expect(await press(anne, kari, true, { day: '2026-10-05' })).toEqual(refused('not-found'));
  expect(await press(anne, kari, true, { day: '2026-09-31' })).toEqual(refused('bad-input'));
  expect(await press(elsewhere.anne, kari, true)).toEqual(refused('not-found'));
  expect(await press(kari, kari, true)).toEqual(refused('not-found'));
  const table = async () => {
    const asked = await world.ask(anne, attendanceSheet, { cohortId, courseCode: null });
    if (!asked.ok || !asked.value.sheet) throw new Error('no table');
    return asked.value.sheet;
  };
  expect((await table()).occasions).toMatchObject([{ day: TODAY, mandatory: true, state: 'on' }]);
  expect((await table()).people).toMatchObject([
    {
      displayName: 'Kari Nordmann',
      cells: [{ present: true }],
      totals: { daysPresent: 1, days: 1 },
    },
    { displayName: 'Ola Hansen', cells: [{ present: false }], totals: { daysPresent: 0, days: 1 } },
    { displayName: 'Siri Berg', cells: [{ present: null }], totals: { days: 0 } },
  ]);
  const ask = { gatheringId, day: TODAY, personId: ola.personId, seen: 0, reason };
  expect(
    await world.call(bjorn, commands.correctGatheringDay, { ...ask, to: { as: 'present' } }),
  ).toMatchObject({ value: { figure: { present: true, source: 'corrected' } } });
  const own = await world.ask(ola, ownAttendance, {});
  expect(own).toMatchObject({
    value: {
      gatherings: [
        {
          title: 'Samling 1',
          days: [
            {
              ...{ day: TODAY, figure: { present: true } },
              corrections: [{ byName: 'Bjørn Dahl', before: { present: false }, reason }],
            },
          ],
        },
      ],
    },
  });
});

test('F33 F85 ATT-11 what was said of somebody is exported to them and erased with them; what they said of others stays without them', async () => {
  const planned = await planSession(world);
  const { sessionId, anne, kari, ola } = planned;
  await tick(planned, anne, kari, true);
  await correct(planned, anne, kari, 3);
  await correct(planned, anne, ola, 4);
  const transaction = world.test.database.transaction.bind(world.test.database);
  const held = await transaction((tx) => exportPersonalData(tx, kari.personId));
  expect(held.said).toMatchObject([{ title: 'En økt', present: true }]);
  expect(held.corrections).toMatchObject([{ reason, after: { thereMs: 3 * MINUTE_MS } }]);
  const hers = await transaction((tx) => exportPersonalData(tx, anne.personId));
  expect(hers.ticked).toHaveLength(1);
  expect(hers.corrected).toMatchObject([{ reason }, { reason }]);
  expect(JSON.stringify(hers)).not.toContain(kari.personId);
  await transaction((tx) => erasePersonalData(tx, kari.personId));
  await transaction((tx) => erasePersonalData(tx, anne.personId));
  const all = await kept();
  for (const gone of [kari, anne]) expect(all).not.toContain(gone.personId);
  const own = await world.ask(ola, sessionAttendance, { sessionId });
  expect(own).toMatchObject({ value: { own: { corrections: [{ byName: null, reason }] } } });
});
