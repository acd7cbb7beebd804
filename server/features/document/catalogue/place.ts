import { sql } from 'drizzle-orm';
import type { DocumentKind, DocumentPlace } from '#shared/features/document/catalogue/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CohortId, CourseId, GroupId, SessionId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';
import { sessionStanding } from '../../programme/public.ts';

/** What a call says of the place of a new document. */
export type NamedPlace = {
  readonly kind: DocumentKind;
  readonly groupId?: GroupId | undefined;
  readonly sessionId?: SessionId | undefined;
  readonly courseId?: CourseId | undefined;
};

/**
 * Finds the place that a call names, with what the subject is to it; null where there is none, or where the call
 * names the place of another kind.
 */
export async function placeNamed(
  tx: Tx,
  subject: Subject,
  named: NamedPlace,
  now: Instant,
): Promise<DocumentPlace | null> {
  const { kind, groupId, sessionId, courseId } = named;
  const given = [groupId, sessionId, courseId].filter((each) => each !== undefined);
  switch (kind) {
    case 'personal':
      return given.length === 0 ? { kind, ownerId: subject.personId } : null;
    case 'group':
      return groupId && given.length === 1 ? groupPlace(tx, subject, groupId, now) : null;
    case 'session': {
      if (!sessionId || given.length > 1) return null;
      const session = await sessionStanding(tx, subject, sessionId, now);
      return session && { kind, session, forSome: null };
    }
    default: {
      if (given.length > 1 || given[0] !== courseId) return null;
      if (kind === 'course' && courseId === undefined) return null;
      return coursePlace(tx, subject, kind, courseId ?? null, now);
    }
  }
}

async function groupPlace(
  tx: Tx,
  subject: Subject,
  groupId: GroupId,
  now: Instant,
): Promise<DocumentPlace | null> {
  const me = sql`${subject.personId}::uuid`;
  const at = momentOf(now);
  const { rows } = await tx.execute<{
    cohortId: CohortId;
    inGroup: boolean;
    teachesCohort: boolean;
  }>(sql`
    select g.cohort_id as "cohortId",
      exists (
        select from group_member m join enrolment e
          on e.cohort_id = g.cohort_id and e.person_id = m.person_id
        where m.group_id = g.id and m.person_id = ${me}
          and m.from_at <= ${at} and (m.until_at is null or m.until_at > ${at})
          and e.from_at <= ${at} and (e.until_at is null or e.until_at > ${at})
      ) as "inGroup",
      exists (
        select from session_teacher t join session s on s.id = t.session_id
        where t.person_id = ${me} and s.cohort_id = g.cohort_id and s.deleted_at is null
      ) as "teachesCohort"
    from student_group g where g.id = ${groupId}::uuid`);
  const [row] = rows;
  return row ? { kind: 'group', groupId, ...row } : null;
}

async function coursePlace(
  tx: Tx,
  subject: Subject,
  kind: 'course' | 'template',
  courseId: CourseId | null,
  now: Instant,
): Promise<DocumentPlace | null> {
  const me = sql`${subject.personId}::uuid`;
  const at = momentOf(now);
  const { rows } = await tx.execute<{ takesCourse: boolean; teachesCourse: boolean }>(sql`
    select
      exists (
        select from enrolment e
        where e.person_id = ${me} and e.from_at <= ${at} and (e.until_at is null or e.until_at > ${at})
          and (asked.course_id is null or exists (
            select from session s where s.cohort_id = e.cohort_id and s.course_id = asked.course_id
              and s.deleted_at is null))
      ) as "takesCourse",
      exists (
        select from session_teacher t join session s on s.id = t.session_id
        where t.person_id = ${me} and s.deleted_at is null
          and (asked.course_id is null or s.course_id = asked.course_id)
      ) as "teachesCourse"
    from (select ${courseId}::uuid as course_id) as asked
    where asked.course_id is null or exists (select from course where id = asked.course_id)`);
  const [row] = rows;
  return row ? { kind, courseId, ...row } : null;
}
