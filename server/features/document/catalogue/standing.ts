import { type SQL, sql } from 'drizzle-orm';
import type {
  DocumentKind,
  DocumentPlace,
  DocumentStanding,
  ShareRight,
} from '#shared/features/document/catalogue/model.ts';
import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type {
  CohortId,
  CourseId,
  DocumentId,
  GroupId,
  PersonId,
  SessionId,
} from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Load } from '../../../platform/handler.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';
import { sessionStandings } from '../../programme/public.ts';

/** A document with this subject's relations to it just now; null when it is gone for good, or never was. */
export async function documentStanding(
  tx: Tx,
  subject: Subject,
  documentId: DocumentId,
  now: Instant,
): Promise<DocumentStanding | null> {
  const which = sql`d.id = ${documentId}::uuid`;
  const [standing] = await documentStandings(tx, subject, which, now);
  return standing ?? null;
}

/** Finds the document that a call names, with what the caller is to it. */
export const loadDocument: Load<{ readonly documentId: DocumentId }, DocumentStanding> = ({
  tx,
  subject,
  input,
  now,
}) => documentStanding(tx, subject, input.documentId, now);

type Row = Omit<DocumentStanding, 'place'> & {
  readonly kind: DocumentKind;
  readonly ownerId: PersonId | null;
  readonly groupId: GroupId | null;
  readonly cohortId: CohortId | null;
  readonly sessionId: SessionId | null;
  readonly courseId: CourseId | null;
  readonly forSome: boolean;
  readonly inIt: boolean;
  readonly inGroup: boolean;
  readonly teachesCohort: boolean;
  readonly takesCourse: boolean;
  readonly teachesCourse: boolean;
};

/**
 * The same for several, the last written in first. What a session's document needs of its session is the
 * programme's own answer; one whose session is deleted is left out.
 * @param which a condition on `document d`
 */
export async function documentStandings(
  tx: Tx,
  subject: Subject,
  which: SQL,
  now: Instant,
  order: SQL = sql`d.updated_at desc, d.id`,
  limit = 500,
): Promise<DocumentStanding[]> {
  const me = sql`${subject.personId}::uuid`;
  const { rows } = await tx.execute<Row>(sql`
    select d.id as "documentId", d.kind, d.title, d.owner_id as "ownerId",
      d.group_id as "groupId", g.cohort_id as "cohortId", d.session_id as "sessionId",
      d.course_id as "courseId", d.for_some as "forSome",
      (d.for_some and exists (
        select from document_member m where m.document_id = d.id and m.person_id = ${me})) as "inIt",
      d.session_default as "isNote",
      coalesce(g.name, s.title, c.title) as "placeName", p.display_name as "ownerName",
      ${msOf(sql`d.created_at`)} as "createdAt", ${msOf(sql`d.updated_at`)} as "updatedAt",
      ${msOf(sql`d.frozen_at`)} as "frozenAt", ${msOf(sql`d.handed_in_at`)} as "handedInAt",
      ${msOf(sql`d.trashed_at`)} as "trashedAt",
      ${msOf(sql`d.quarantined_at`)} as "quarantinedAt",
      (
        select share."right" from document_share share
        where share.document_id = d.id and share.person_id = ${me}
      ) as "sharedWithMe",
      ${inGroup(me, now)} as "inGroup",
      ${teachesCohort(me)} as "teachesCohort",
      ${takesCourse(me, now)} as "takesCourse",
      ${teachesCourse(me)} as "teachesCourse"
    from document d
      left join student_group g on g.id = d.group_id
      left join session s on s.id = d.session_id
      left join course c on c.id = d.course_id
      left join person p on p.id = d.owner_id
    where ${which}
    order by ${order} limit ${limit}`);
  const sessionIds = rows.flatMap(({ sessionId }) => (sessionId === null ? [] : [sessionId]));
  const sessions = new Map(
    sessionIds.length === 0
      ? []
      : (await sessionStandings(tx, subject, [...new Set(sessionIds)], now)).map((each) => [
          each.sessionId,
          each,
        ]),
  );
  return rows.flatMap((row) => {
    const place = placeOf(row, sessions);
    return place === null ? [] : [standingOf(row, place)];
  });
}

function standingOf(row: Row, place: DocumentPlace): DocumentStanding {
  const { documentId, title, placeName, ownerName, isNote, createdAt, updatedAt } = row;
  const { frozenAt, handedInAt, trashedAt, quarantinedAt } = row;
  const sharedWithMe = row.sharedWithMe as ShareRight | null;
  return {
    ...{ documentId, place, title, placeName, ownerName, sharedWithMe, isNote },
    ...{ createdAt, updatedAt, frozenAt, handedInAt, trashedAt, quarantinedAt },
  };
}

function placeOf(
  row: Row,
  sessions: ReadonlyMap<SessionId, SessionStanding>,
): DocumentPlace | null {
  const { kind, ownerId, groupId, cohortId, sessionId, courseId } = row;
  if (kind === 'personal') return ownerId && { kind, ownerId };
  if (kind === 'group') {
    const { inGroup, teachesCohort } = row;
    return groupId && cohortId && { kind, groupId, cohortId, inGroup, teachesCohort };
  }
  if (kind === 'session') {
    const session = sessionId && sessions.get(sessionId);
    const { forSome, inIt } = row;
    return session ? { kind, session, forSome: forSome ? { inIt } : null } : null;
  }
  const { takesCourse, teachesCourse } = row;
  return { kind, courseId, takesCourse, teachesCourse };
}

/** Member of `student_group g` just now. A membership that outlives the enrolment gives nothing. */
function inGroup(me: SQL, now: Instant): SQL {
  const at = momentOf(now);
  return sql`(g.id is not null and exists (
    select from group_member m join enrolment e
      on e.cohort_id = g.cohort_id and e.person_id = m.person_id
    where m.group_id = g.id and m.person_id = ${me}
      and m.from_at <= ${at} and (m.until_at is null or m.until_at > ${at})
      and e.from_at <= ${at} and (e.until_at is null or e.until_at > ${at})))`;
}

/** Assigned to some session of the cohort of `student_group g`. */
function teachesCohort(me: SQL): SQL {
  return sql`(g.id is not null and exists (
    select from session_teacher t join session other on other.id = t.session_id
    where t.person_id = ${me} and other.cohort_id = g.cohort_id and other.deleted_at is null))`;
}

/** Student of a cohort that has a session of the course of `document d`; of any cohort for the whole school's. */
function takesCourse(me: SQL, now: Instant): SQL {
  const at = momentOf(now);
  return sql`(d.kind in ('course', 'template') and exists (
    select from enrolment e
    where e.person_id = ${me} and e.from_at <= ${at} and (e.until_at is null or e.until_at > ${at})
      and (d.course_id is null or exists (
        select from session planned where planned.cohort_id = e.cohort_id
          and planned.course_id = d.course_id and planned.deleted_at is null))))`;
}

/** Assigned to some session of the course of `document d`; to any session for the whole school's. */
function teachesCourse(me: SQL): SQL {
  return sql`(d.kind in ('course', 'template') and exists (
    select from session_teacher t join session taught on taught.id = t.session_id
    where t.person_id = ${me} and taught.deleted_at is null
      and (d.course_id is null or taught.course_id = d.course_id)))`;
}

/** A condition that holds for every document that the subject can have a right to, and for few others. */
export function withinReach(subject: Subject, now: Instant): SQL {
  const me = sql`${subject.personId}::uuid`;
  return sql`(d.owner_id = ${me}
    or d.kind in ('course', 'template')
    or exists (
      select from document_share share where share.document_id = d.id and share.person_id = ${me})
    or ${inGroup(me, now)} or ${teachesCohort(me)}
    or (d.kind = 'session'
      and (not d.for_some
        or exists (select from document_member m where m.document_id = d.id and m.person_id = ${me})
        or exists (select from session_teacher t where t.session_id = s.id and t.person_id = ${me}))
      and (
      exists (select from enrolment e where e.cohort_id = s.cohort_id and e.person_id = ${me})
      or exists (select from session_teacher t where t.session_id = s.id and t.person_id = ${me})
      or exists (select from session_invitation i where i.session_id = s.id and i.person_id = ${me}))))`;
}
