import { sql } from 'drizzle-orm';
import type { SessionKind } from '#shared/features/programme/calendar/model.ts';
import type { GuestAs } from '#shared/features/programme/invitation/model.ts';
import { type SessionState, sessionChannel } from '#shared/features/session/channel.ts';
import { joinSession } from '#shared/features/session/roster/commands.ts';
import type { Place } from '#shared/features/session/roster/model.ts';
import { HOUR_MS, type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { AgendaItemId, CohortId, GroupId, SessionId } from '#shared/kernel/ids.ts';
import { type PreparedSession, prepareSession } from '../features/session/public.ts';
import { newId } from '../platform/new-id.ts';
import { momentOf } from '../storage/moment.ts';
import type { Somebody, TestLine, World } from './world.ts';

/** A session with the people it is planned for: Anne and Bjørn teach, Anne first; Kari, Ola and Siri study. */
export type PlannedSession = {
  readonly sessionId: SessionId;
  readonly cohortId: CohortId;
  readonly agenda: readonly [AgendaItemId, AgendaItemId, AgendaItemId];
  readonly anne: Somebody;
  readonly bjorn: Somebody;
  readonly kari: Somebody;
  readonly ola: Somebody;
  readonly siri: Somebody;
};

const AGENDA: PreparedSession['agenda'] = [
  { title: 'Innsjekk', about: 'En runde', minutes: 15, kind: 'item' },
  { title: 'Pause', about: '', minutes: 10, kind: 'pause' },
  { title: 'Samtale', about: '', minutes: 40, kind: 'item' },
];

/**
 * Plans a session in a cohort of its own. It started five minutes ago and lasts two hours, unless told otherwise.
 * Of a group's session only Kari and Ola are members, Siri is in the cohort alone.
 */
export async function planSession(
  world: World,
  plan: {
    readonly startsAt?: Instant;
    readonly endsAt?: Instant;
    readonly cancelled?: boolean;
    readonly group?: boolean;
    readonly kind?: SessionKind;
  } = {},
): Promise<PlannedSession> {
  const startsAt = plan.startsAt ?? world.clock.now() - 5 * MINUTE_MS;
  const endsAt = plan.endsAt ?? startsAt + 2 * HOUR_MS;
  const sessionId = newId<'session'>();
  const { courseId, cohortId } = await makeCohort(world);
  const groupId = plan.group ? newId<'group'>() : null;
  const run = (statement: ReturnType<typeof sql>) => world.test.database.execute(statement);
  if (groupId) {
    await run(sql`
      insert into student_group (id, cohort_id, name) values (${groupId}, ${cohortId}, 'Gruppe')`);
  }
  await run(sql`
    insert into session (id, course_id, cohort_id, group_id, title, kind, starts_at, ends_at, cancelled_at)
    values (${sessionId}, ${courseId}, ${cohortId}, ${groupId}, 'En økt',
      ${plan.kind ?? 'teaching'}, ${momentOf(startsAt)},
      ${momentOf(endsAt)}, ${plan.cancelled ? momentOf(world.clock.now()) : null})`);

  const anne = await world.person({ role: 'teacher', name: 'Anne Moen' });
  const bjorn = await world.person({ role: 'teacher', name: 'Bjørn Dahl' });
  await run(sql`
    insert into session_teacher (session_id, person_id, position)
    values (${sessionId}, ${anne.personId}, 0), (${sessionId}, ${bjorn.personId}, 1)`);
  const kari = await world.person({ name: 'Kari Nordmann' });
  const ola = await world.person({ name: 'Ola Hansen' });
  const siri = await world.person({ name: 'Siri Berg' });
  await enrol(world, kari, cohortId, groupId);
  await enrol(world, ola, cohortId, groupId);
  await enrol(world, siri, cohortId);

  await world.test.database.transaction((tx) =>
    prepareSession(tx, sessionId, { agenda: AGENDA, current: null, chat: [] }),
  );
  const items = await world.test.database.execute<{ id: AgendaItemId }>(
    sql`select id from agenda_item where session_id = ${sessionId} order by position`,
  );
  const agenda = items.rows.map(({ id }) => id) as unknown as PlannedSession['agenda'];
  return { sessionId, cohortId, agenda, anne, bjorn, kari, ola, siri };
}

async function makeCohort(world: World) {
  const [programmeId, courseId] = [newId<'programme'>(), newId<'course'>()];
  const cohortId = newId<'cohort'>();
  const { database } = world.test;
  await database.execute(sql`
    insert into programme (id, name, degree) values (${programmeId}, 'Utdanning', 'Grad')`);
  await database.execute(sql`
    insert into course (id, programme_id, code, title, credits, kind, term)
    values (${courseId}, ${programmeId}, ${`T-${courseId}`}, 'Et emne', 10, 'theory', 'autumn')`);
  await database.execute(sql`
    insert into cohort (id, programme_id, name, mode, starts_on)
    values (${cohortId}, ${programmeId}, ${`Kull ${cohortId}`}, 'full-time', '2026-08-17')`);
  return { courseId, cohortId };
}

/** Makes somebody a student of a cohort, and of a group in it, since yesterday. */
export async function enrol(
  world: World,
  { personId }: Somebody,
  cohortId: CohortId,
  groupId: GroupId | null = null,
): Promise<void> {
  const from = momentOf(world.clock.now() - 24 * HOUR_MS);
  await world.test.database.execute(sql`
    insert into enrolment (person_id, cohort_id, from_at) values (${personId}, ${cohortId}, ${from})`);
  if (groupId === null) return;
  await world.test.database.execute(sql`
    insert into group_member (group_id, person_id, from_at) values (${groupId}, ${personId}, ${from})`);
}

/** A guest who was invited to the session as that. They have not come yet, and wait outside unless a host has let them in. */
export async function inviteGuest(
  world: World,
  sessionId: SessionId,
  { as, name = 'Gro Gjest', letIn = true }: { as: GuestAs; name?: string; letIn?: boolean },
): Promise<Somebody> {
  const somebody = await world.person({ role: 'guest', name });
  const { personId } = somebody;
  const [now, until] = [momentOf(world.clock.now()), momentOf(world.clock.now() + HOUR_MS)];
  await world.test.database.execute(sql`
    insert into session_invitation (session_id, person_id, until_at, guest_as)
    values (${sessionId}, ${personId}, ${until}, ${as})`);
  if (letIn)
    await world.test.database.execute(sql`
      insert into session_admission (session_id, person_id, verdict, by_id, at)
      values (${sessionId}, ${personId}, 'let-in', ${personId}, ${now})`);
  return somebody;
}

/** Joins and listens, as a browser does: takes the seat, then opens a line to the channel. */
export async function enter(
  world: World,
  sessionId: SessionId,
  somebody: Somebody,
  place?: Place,
): Promise<TestLine> {
  const joined = await world.call(
    somebody,
    joinSession,
    place ? { sessionId, place } : { sessionId },
  );
  if (!joined.ok) throw new Error(`not let in: ${joined.refusal}`);
  const line = world.line(somebody);
  const subscribed = await line.subscribe(sessionChannel, sessionId);
  if (!subscribed.ok) throw new Error(`not heard: ${subscribed.refusal}`);
  await world.slices.session.tick();
  return line;
}

/** The state as a fresh screen reads it, through a line that is let in. Opens no new line. */
export async function read(
  line: TestLine,
  sessionId: SessionId,
): Promise<{ readonly state: SessionState; readonly revision: number }> {
  const subscribed = await line.subscribe(sessionChannel, sessionId);
  if (!subscribed.ok || !('snapshot' in subscribed)) throw new Error('nothing was read');
  // Through the contract's own schema, as in a browser.
  const state = sessionChannel.state.parse(subscribed.snapshot);
  return { state, revision: subscribed.revision };
}

/** What one person's presence is called. */
export function statusOf(state: SessionState, { personId }: Somebody): string | undefined {
  return state.roster.entries.find((entry) => entry.personId === personId)?.presence.status;
}
