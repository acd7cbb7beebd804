import { sql } from 'drizzle-orm';
import type {
  AssignmentMode,
  Brief,
  Holder,
  NamedPerson,
} from '#shared/features/assignment/assignment/model.ts';
import type { PaperFact } from '#shared/features/assignment/submission/facts.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type {
  AssignmentId,
  CohortId,
  CourseId,
  DocumentId,
  GroupId,
  PaperId,
  PersonId,
} from '#shared/kernel/ids.ts';
import { newId } from '../../platform/new-id.ts';
import type { Tx } from '../../storage/database.ts';
import { momentOf, msOf } from '../../storage/moment.ts';

type LogEntry = {
  readonly assignmentId: AssignmentId;
  readonly paperId?: PaperId;
  readonly act: 'set' | 'changed' | 'begun' | PaperFact['type'];
  readonly by: PersonId | null;
  readonly at: Instant;
};

/** Notes what was done, in the transaction that does it. Never what it says. */
export async function noteAct(tx: Tx, entry: LogEntry): Promise<void> {
  const { assignmentId, paperId = null, act, by, at } = entry;
  await tx.execute(sql`
    insert into assignment_log (id, assignment_id, paper_id, at, act, by_id)
    values (${newId<'log-entry'>()}, ${assignmentId}, ${paperId}, ${momentOf(at)}, ${act}, ${by})`);
}

export type NewAssignment = Brief & {
  readonly cohortId: CohortId;
  readonly courseId: CourseId;
  readonly mode: AssignmentMode;
  readonly templateId: DocumentId | null;
  readonly by: PersonId | null;
  readonly at: Instant;
};

export async function addAssignment(tx: Tx, given: NewAssignment): Promise<AssignmentId> {
  const id = newId<'assignment'>();
  const { cohortId, courseId, mode, title, brief, criteria, templateId, by } = given;
  await tx.execute(sql`
    insert into assignment (id, cohort_id, course_id, mode, title, brief, criteria, due_at, template_id,
      created_at, created_by)
    values (${id}, ${cohortId}, ${courseId}, ${mode}, ${title}, ${brief}, ${sql.param(criteria)}::text[],
      ${momentOf(given.dueAt)}, ${templateId}, ${momentOf(given.at)}, ${by})`);
  await noteAct(tx, { assignmentId: id, act: 'set', by, at: given.at });
  return id;
}

export async function changeBrief(
  tx: Tx,
  assignmentId: AssignmentId,
  { title, brief, criteria, dueAt }: Brief,
): Promise<void> {
  await tx.execute(sql`
    update assignment set title = ${title}, brief = ${brief}, criteria = ${sql.param(criteria)}::text[],
      due_at = ${momentOf(dueAt)}
    where id = ${assignmentId}`);
}

/** How many assignments a cohort has in a course. */
export async function assignmentsAt(
  tx: Tx,
  { cohortId, courseId }: { readonly cohortId: CohortId; readonly courseId: CourseId },
): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from assignment
    where cohort_id = ${cohortId} and course_id = ${courseId}`);
  return rows[0]?.count ?? 0;
}

export async function groupsOf(
  tx: Tx,
  cohortId: CohortId,
): Promise<{ groupId: GroupId; name: string }[]> {
  const { rows } = await tx.execute<{ groupId: GroupId; name: string }>(sql`
    select id as "groupId", name from student_group where cohort_id = ${cohortId} order by name`);
  return rows;
}

const groupIdOf = (holder: Holder) => (holder.kind === 'group' ? holder.groupId : null);
const personIdOf = (holder: Holder) => (holder.kind === 'person' ? holder.personId : null);

/** The paper of a holder, made when there is none; locked until the end of the transaction. */
export async function lockPaperOf(
  tx: Tx,
  assignmentId: AssignmentId,
  holder: Holder,
): Promise<{ readonly paperId: PaperId; readonly documentId: DocumentId | null }> {
  const [groupId, personId] = [groupIdOf(holder), personIdOf(holder)];
  await tx.execute(sql`
    insert into paper (id, assignment_id, group_id, person_id)
    values (${newId<'paper'>()}, ${assignmentId}, ${groupId}, ${personId}) on conflict do nothing`);
  const { rows } = await tx.execute<{ paperId: PaperId; documentId: DocumentId | null }>(sql`
    select p.id as "paperId",
      (select d.id from document d where d.id = p.document_id and d.trashed_at is null) as "documentId"
    from paper p
    where p.assignment_id = ${assignmentId}
      and p.group_id is not distinct from ${groupId}::uuid
      and p.person_id is not distinct from ${personId}::uuid
    for update of p`);
  const [found] = rows;
  if (!found) throw new Error('a paper that was just made is not there');
  return found;
}

/** @param beganAs the fingerprint of what its template says; null where there is none */
export async function putDocument(
  tx: Tx,
  paperId: PaperId,
  documentId: DocumentId,
  beganAs: string | null,
): Promise<void> {
  await tx.execute(sql`
    update paper set document_id = ${documentId}, began_as = ${beganAs} where id = ${paperId}`);
}

/** Nobody else decides about the paper until the end of the transaction. */
export async function lockPaper(
  tx: Tx,
  paperId: PaperId,
): Promise<{ readonly documentId: DocumentId | null; readonly dueAt: Instant }> {
  await tx.execute(sql`select from paper where id = ${paperId} for update`);
  // Read after it is locked: whoever held it until then may have begun another text, or moved when it is due.
  const { rows } = await tx.execute<{ documentId: DocumentId | null; dueAt: Instant }>(sql`
    select d.id as "documentId", ${msOf(sql`a.due_at`)} as "dueAt"
    from paper p join assignment a on a.id = p.assignment_id
      left join document d on d.id = p.document_id and d.trashed_at is null
    where p.id = ${paperId}`);
  const [paper] = rows;
  if (!paper) throw new Error('a paper that is locked is there');
  return paper;
}

/**
 * Who answers together just now: members of the group who are students of its cohort, or the one person. On what is handed in stands
 * the school's own name, whatever somebody is shown as elsewhere (docs/rules/names.md, PROFILE-5).
 */
export async function membersOf(tx: Tx, holder: Holder, now: Instant): Promise<NamedPerson[]> {
  const at = momentOf(now);
  const { rows } = await tx.execute<NamedPerson>(sql`
    select p.id as "personId", coalesce(p.registered_name, p.display_name) as "displayName"
    from person p
    where p.id = ${personIdOf(holder)}::uuid or exists (
      select from group_member m join student_group g on g.id = m.group_id
        join enrolment e on e.cohort_id = g.cohort_id and e.person_id = m.person_id
      where m.group_id = ${groupIdOf(holder)}::uuid and m.person_id = p.id
        and m.from_at <= ${at} and (m.until_at is null or m.until_at > ${at})
        and e.from_at <= ${at} and (e.until_at is null or e.until_at > ${at}))
    order by "displayName", p.id`);
  return rows;
}
