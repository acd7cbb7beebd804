import { type SQL, sql } from 'drizzle-orm';
import type { DocumentStanding, ShareRight } from '#shared/features/document/catalogue/model.ts';
import * as queries from '#shared/features/document/sharing/queries.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { answerQuery } from '../../../platform/handler.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';
import { loadDocument } from '../catalogue/standing.ts';

type Group = OutputOf<typeof queries.documentReaders>['groups'][number];
type Person = Group['people'][number];

/** A whole school's students are counted beyond this. */
const NAMED_MAX = 100;

export const documentReaders = answerQuery(
  queries.documentReaders,
  loadDocument,
  async ({ tx, object, now }) => {
    const groups = await readersOf(tx, object, now);
    return { groups: groups.filter(({ people }) => people.length > 0) };
  },
);

async function readersOf(tx: Tx, document: DocumentStanding, now: Instant): Promise<Group[]> {
  const { place, documentId } = document;
  const at = momentOf(now);
  const holds = (...roles: string[]) => sql`exists (
    select from role_held r where r.person_id = p.id and (r.until is null or r.until > ${at})
      and r.role = any(${sql.param(roles)}::text[]))`;
  const enrolled = (cohort: SQL) => sql`exists (
    select from enrolment e where e.person_id = p.id and e.cohort_id = ${cohort}
      and e.from_at <= ${at} and (e.until_at is null or e.until_at > ${at}))`;
  const list = (because: Group['because'], mayEdit: boolean, which: SQL) =>
    groupOf(tx, because, mayEdit, which);

  switch (place.kind) {
    case 'personal':
      return [
        await list('owner', true, sql`p.id = ${place.ownerId}`),
        await sharedWith(
          tx,
          documentId,
          holds('student', 'teacher', 'practiceCoordinator', 'studyAdviser'),
        ),
      ];
    case 'group':
      return [
        await list(
          'members',
          true,
          sql`${holds('student')} and ${enrolled(sql`${place.cohortId}::uuid`)} and exists (
            select from group_member m where m.person_id = p.id and m.group_id = ${place.groupId}
              and m.from_at <= ${at} and (m.until_at is null or m.until_at > ${at}))`,
        ),
        await list(
          'teachers',
          false,
          sql`${holds('teacher')} and exists (
            select from session_teacher t join session s on s.id = t.session_id
            where t.person_id = p.id and s.cohort_id = ${place.cohortId} and s.deleted_at is null)`,
        ),
      ];
    case 'session': {
      const { sessionId, cohortId, groupId } = place.session;
      const stays = sql`not exists (
        select from session_removal k where k.session_id = ${sessionId} and k.person_id = p.id)`;
      const inIt = place.forSome
        ? sql`exists (
            select from document_member i where i.person_id = p.id and i.document_id = ${documentId})`
        : sql`true`;
      const ofGroup =
        groupId === null
          ? sql`true`
          : sql`exists (
              select from group_member m where m.person_id = p.id and m.group_id = ${groupId}
                and m.from_at <= ${at} and (m.until_at is null or m.until_at > ${at}))`;
      return [
        await list(
          'teachers',
          true,
          sql`${holds('teacher')} and exists (
            select from session_teacher t where t.person_id = p.id and t.session_id = ${sessionId})`,
        ),
        await list(
          'participants',
          true,
          sql`${holds('student')} and ${stays} and ${enrolled(sql`${cohortId}::uuid`)} and ${ofGroup}
            and ${inIt}`,
        ),
        await list(
          'invited',
          true,
          sql`${holds('practiceCoordinator', 'practiceSupervisor', 'studyAdviser', 'guest')}
            and ${stays} and ${inIt} and exists (
              select from session_invitation i where i.person_id = p.id
                and i.session_id = ${sessionId} and i.until_at > ${at})
            -- Whoever still waits outside reads nothing.
            and exists (
              select from session_admission a where a.person_id = p.id
                and a.session_id = ${sessionId} and a.verdict = 'let-in')`,
        ),
      ];
    }
    default: {
      const ofCourse = (s: SQL) =>
        place.courseId === null ? sql`true` : sql`${s}.course_id = ${place.courseId}`;
      return [
        await list(
          'teachers',
          true,
          sql`${holds('teacher')} and exists (
            select from session_teacher t join session s on s.id = t.session_id
            where t.person_id = p.id and s.deleted_at is null and ${ofCourse(sql`s`)})`,
        ),
        await list(
          'students',
          false,
          sql`${holds('student')} and exists (
            select from enrolment e where e.person_id = p.id
              and e.from_at <= ${at} and (e.until_at is null or e.until_at > ${at})
              and (${place.courseId}::uuid is null or exists (
                select from session s where s.cohort_id = e.cohort_id and s.deleted_at is null
                  and ${ofCourse(sql`s`)})))`,
        ),
        await list('staff', false, holds('practiceCoordinator', 'studyAdviser', 'admin', 'rector')),
      ];
    }
  }
}

async function groupOf(
  tx: Tx,
  because: Group['because'],
  mayEdit: boolean,
  which: SQL,
): Promise<Group> {
  const { rows } = await tx.execute<Person>(sql`
    select p.id as "personId", p.display_name as "displayName", null as right
    from person p where p.status = 'active' and ${which} order by p.display_name, p.id`);
  const more = Math.max(0, rows.length - NAMED_MAX);
  return { because, mayEdit, people: rows.slice(0, NAMED_MAX), more };
}

async function sharedWith(
  tx: Tx,
  documentId: DocumentStanding['documentId'],
  canBeNamed: SQL,
): Promise<Group> {
  const { rows } = await tx.execute<Person & { readonly right: ShareRight }>(sql`
    select p.id as "personId", p.display_name as "displayName", share."right"
    from document_share share join person p on p.id = share.person_id
    where share.document_id = ${documentId} and p.status = 'active' and ${canBeNamed}
    order by p.display_name, p.id`);
  return { because: 'shared', mayEdit: false, people: rows, more: 0 };
}
