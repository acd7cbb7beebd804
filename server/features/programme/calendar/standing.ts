import { type SQL, sql } from 'drizzle-orm';
import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CohortId, SessionId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';
import { together } from '../../../storage/together.ts';

const standingRow = together(
  { session: 'uuid', person: 'uuid', at: 'timestamptz' },
  standingsOf(sql`asked.person`, sql`asked.at`, sql`s.id = asked.session`),
);

/**
 * A planned session with this subject's relations to it just now, in one query: it runs at every call of a
 * live session, for all who ask at once in a transaction. Null when the session is deleted, or never was.
 */
export function sessionStanding(
  tx: Tx,
  subject: Subject,
  sessionId: SessionId,
  now: Instant,
): Promise<SessionStanding | null> {
  const at = new Date(now).toISOString();
  return standingRow(tx, { session: sessionId, person: subject.personId, at });
}

/** The same for several sessions; those that are deleted, or never were, are left out. */
export function sessionStandings(
  tx: Tx,
  subject: Subject,
  sessionIds: readonly SessionId[],
  now: Instant,
): Promise<SessionStanding[]> {
  return standings(tx, subject, sql`s.id = any(${sql.param(sessionIds)}::uuid[])`, now);
}

/** The same for every session that overlaps a stretch of time, in the order of their start. */
export function standingsBetween(
  tx: Tx,
  subject: Subject,
  { fromAt, untilAt }: { fromAt: Instant; untilAt: Instant },
  now: Instant,
): Promise<SessionStanding[]> {
  const overlaps = sql`s.ends_at > ${momentOf(fromAt)} and s.starts_at < ${momentOf(untilAt)}`;
  return standings(tx, subject, overlaps, now);
}

/** The same for every session of a cohort, in the order of their start. */
export function standingsOfCohort(
  tx: Tx,
  subject: Subject,
  cohortId: CohortId,
  now: Instant,
): Promise<SessionStanding[]> {
  return standings(tx, subject, sql`s.cohort_id = ${cohortId}::uuid`, now);
}

/** The same for every session that this subject is invited to just now. */
export function invitedStandings(
  tx: Tx,
  subject: Subject,
  now: Instant,
): Promise<SessionStanding[]> {
  const invited = sql`exists (
    select from session_invitation i
    where i.session_id = s.id and i.person_id = ${subject.personId}::uuid
      and i.until_at > ${momentOf(now)})`;
  return standings(tx, subject, invited, now);
}

/** @param which a condition on `session s` */
async function standings(
  tx: Tx,
  subject: Subject,
  which: SQL,
  now: Instant,
): Promise<SessionStanding[]> {
  const { rows } = await tx.execute<SessionStanding>(
    standingsOf(sql`${subject.personId}::uuid`, momentOf(now), which),
  );
  return rows;
}

function standingsOf(me: SQL, at: SQL, which: SQL): SQL<SessionStanding> {
  return sql`
    select s.id as "sessionId", s.cohort_id as "cohortId", s.group_id as "groupId",
      s.title, c.code as "courseCode", c.title as "courseTitle",
      s.notes || jsonb_build_object('version', s.notes_version) as notes,
      ${msOf(sql`s.starts_at`)} as "startsAt", ${msOf(sql`s.ends_at`)} as "endsAt",
      s.cancelled_at is not null as "cancelled", ${msOf(sql`s.ended_at`)} as "endedAt",
      mine.enrolled as "inCohort",
      -- A membership that outlives the enrolment gives nothing.
      mine.enrolled and exists (
        select from group_member g
        where g.group_id = s.group_id and g.person_id = ${me}
          and g.from_at <= ${at} and (g.until_at is null or g.until_at > ${at})
      ) as "inGroup",
      exists (
        select from session_teacher t where t.session_id = s.id and t.person_id = ${me}
      ) as "teaches",
      exists (
        select from session_teacher t join session other on other.id = t.session_id
        where t.person_id = ${me} and other.cohort_id = s.cohort_id and other.deleted_at is null
      ) as "teachesCohort",
      (
        select ${msOf(sql`i.until_at`)} from session_invitation i
        where i.session_id = s.id and i.person_id = ${me}
      ) as "invitedUntil",
      (
        select i.guest_as from session_invitation i
        where i.session_id = s.id and i.person_id = ${me}
      ) as "invitedAs",
      exists (
        select from session_removal r where r.session_id = s.id and r.person_id = ${me}
      ) as "keptOut",
      (
        select a.verdict from session_admission a
        where a.session_id = s.id and a.person_id = ${me}
      ) as "admission"
    from session s
      join course c on c.id = s.course_id
      cross join lateral (
        select exists (
          select from enrolment e
          where e.cohort_id = s.cohort_id and e.person_id = ${me}
            and e.from_at <= ${at} and (e.until_at is null or e.until_at > ${at})
        ) as enrolled
      ) as mine
    where ${which} and s.deleted_at is null
    order by s.starts_at, s.id`;
}
