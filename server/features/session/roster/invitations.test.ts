import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownInvitations } from '#shared/features/session/roster/queries.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { planSession } from '../../../testing/planned-session.ts';
import { createSchool, type School } from '../../../testing/school.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';
import { keepOut } from '../../programme/public.ts';

let world: World;
let school: School;
beforeAll(async () => {
  world = await createWorld();
  school = await createSchool(world.test.database, world.clock.now());
});
afterAll(() => world.close());

async function invitationsOf(somebody: Somebody): Promise<SessionId[]> {
  const reply = await world.ask(somebody, ownInvitations, {});
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value.sessions.map(({ sessionId }) => sessionId);
}

test.each(['guest', 'practiceSupervisor'] as const)(
  'ROSTER-16 a %s finds what they are invited to, as it is seen from its door',
  async (role) => {
    const now = world.clock.now();
    const later = await planSession(world, { startsAt: now + HOUR_MS });
    const running = await planSession(world);
    const forOthers = await planSession(world);
    const [invited, another] = [await world.person({ role }), await world.person({ role })];
    for (const { sessionId } of [later, running]) await school.invite(invited, sessionId);
    await school.letIn(invited, running.sessionId);
    await school.invite(another, forOthers.sessionId);

    const reply = await world.ask(invited, ownInvitations, {});
    expect(reply).toMatchObject({
      ok: true,
      value: {
        now,
        sessions: [
          {
            sessionId: running.sessionId,
            door: 'open',
            mayJoin: true,
            waits: false,
            teachers: ['Anne Moen', 'Bjørn Dahl'],
          },
          { sessionId: later.sessionId, door: 'not-open-yet', mayJoin: false, waits: true },
        ],
      },
    });
  },
);

test('ROSTER-16 what one can no longer come to is not told of', async () => {
  const now = world.clock.now();
  const past = { startsAt: now - 3 * HOUR_MS, endsAt: now - HOUR_MS };
  const over = await planSession(world, past);
  const cancelledThen = await planSession(world, { ...past, cancelled: true });
  const [ended, keptFrom, cancelled] = [
    await planSession(world),
    await planSession(world),
    await planSession(world, { cancelled: true }),
  ];
  const guest = await world.person({ role: 'guest' });
  for (const { sessionId } of [over, cancelledThen, keptFrom, cancelled])
    await school.invite(guest, sessionId);
  await school.invite(guest, ended.sessionId, now + MINUTE_MS);
  expect((await invitationsOf(guest)).toSorted()).toEqual(
    [ended, keptFrom, cancelled].map(({ sessionId }) => sessionId).toSorted(),
  );

  await world.test.database.transaction((tx) =>
    keepOut(tx, {
      words: '',
      sessionId: keptFrom.sessionId,
      personId: guest.personId,
      by: keptFrom.anne.personId,
      at: now,
    }),
  );
  world.clock.advance(MINUTE_MS);
  expect(await invitationsOf(guest)).toEqual([cancelled.sessionId]);
});

test('ROSTER-16 an invitation says nothing to one who could not come by it', async () => {
  const { sessionId } = await planSession(world);
  const [student, examiner] = [
    await world.person({ role: 'student' }),
    await world.person({ role: 'examiner' }),
  ];
  for (const somebody of [student, examiner]) await school.invite(somebody, sessionId);
  expect(await invitationsOf(student)).toEqual([]);
  expect(await world.ask(examiner, ownInvitations, {})).toEqual({
    ok: false,
    refusal: 'not-found',
  });
});
