import { type SQL, sql } from 'drizzle-orm';
import type {
  AssignmentMode,
  AssignmentPlace,
  AssignmentStanding,
  Holder,
} from '#shared/features/assignment/assignment/model.ts';
import type { PaperStanding } from '#shared/features/assignment/submission/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type {
  AssignmentId,
  CohortId,
  CourseId,
  DocumentId,
  GroupId,
  PaperId,
  PersonId,
  SubmissionId,
} from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Load } from '../../platform/handler.ts';
import type { Tx } from '../../storage/database.ts';
import { momentOf, msOf } from '../../storage/moment.ts';

/** Whether a row's `from_at` and `until_at` are around a moment. */
const runs = (row: SQL, now: Instant): SQL => sql`(
  ${row}.from_at <= ${momentOf(now)} and (${row}.until_at is null or ${row}.until_at > ${momentOf(now)}))`;

const isEnrolled = (personId: SQL, cohortId: SQL, now: Instant): SQL => sql`exists (
  select from enrolment e
  where e.person_id = ${personId} and e.cohort_id = ${cohortId} and ${runs(sql`e`, now)})`;

const teachesThere = (personId: SQL, cohortId: SQL, courseId: SQL): SQL => sql`exists (
  select from session_teacher t join session s on s.id = t.session_id
  where t.person_id = ${personId} and s.cohort_id = ${cohortId} and s.course_id = ${courseId}
    and s.deleted_at is null)`;

/** A cohort in a course, with what the subject is there; null where there is no such cohort or course. */
export async function assignmentPlace(
  tx: Tx,
  subject: Subject,
  at: { readonly cohortId: CohortId; readonly courseId: CourseId },
  now: Instant,
): Promise<AssignmentPlace | null> {
  const me = sql`${subject.personId}::uuid`;
  const { rows } = await tx.execute<AssignmentPlace>(sql`
    select c.id as "cohortId", k.id as "courseId", ${isEnrolled(me, sql`c.id`, now)} as "inCohort",
      ${teachesThere(me, sql`c.id`, sql`k.id`)} as teaches
    from cohort c cross join course k where c.id = ${at.cohortId} and k.id = ${at.courseId}`);
  return rows[0] ?? null;
}

const ASSIGNMENTS_SHOWN = 500;

/**
 * Assignments with what the subject is to them, the last due first.
 * @param which a condition on `assignment a`
 */
export async function assignmentStandings(
  tx: Tx,
  subject: Subject,
  which: SQL,
  now: Instant,
): Promise<AssignmentStanding[]> {
  const me = sql`${subject.personId}::uuid`;
  const { rows } = await tx.execute<AssignmentStanding & { mode: AssignmentMode }>(sql`
    select a.id as "assignmentId", a.cohort_id as "cohortId", a.course_id as "courseId", a.mode, a.title,
      a.brief, a.criteria, ${msOf(sql`a.due_at`)} as "dueAt", a.template_id as "templateId",
      k.code as "courseCode", k.title as "courseTitle", c.name as "cohortName",
      ${isEnrolled(me, sql`a.cohort_id`, now)} as "inCohort",
      ${teachesThere(me, sql`a.cohort_id`, sql`a.course_id`)} as teaches
    from assignment a join course k on k.id = a.course_id join cohort c on c.id = a.cohort_id
    where ${which}
    order by a.due_at desc, a.id limit ${ASSIGNMENTS_SHOWN}`);
  return rows;
}

/** Finds the assignment that a call names, with what the caller is to it. */
export const loadAssignment: Load<
  { readonly assignmentId: AssignmentId },
  AssignmentStanding
> = async ({ tx, subject, input, now }) => {
  const which = sql`a.id = ${input.assignmentId}::uuid`;
  const [found] = await assignmentStandings(tx, subject, which, now);
  return found ?? null;
};

/** Those of `paper p` that are the subject's: of one's own group just now, or one's own. */
function isMine(me: SQL, now: Instant): SQL {
  return sql`((p.person_id = ${me} or exists (
      select from group_member m
      where m.group_id = p.group_id and m.person_id = ${me} and ${runs(sql`m`, now)}))
    and ${isEnrolled(me, sql`a.cohort_id`, now)})`;
}

type PaperRow = {
  readonly paperId: PaperId | null;
  readonly assignmentId: AssignmentId;
  readonly groupId: GroupId | null;
  readonly personId: PersonId | null;
  readonly groupName: string | null;
  readonly documentId: DocumentId | null;
  readonly mine: boolean;
};

/** @param papers rows of `paper p`: those that there are, or one that could be */
async function readPapers(
  tx: Tx,
  subject: Subject,
  papers: SQL,
  now: Instant,
): Promise<PaperStanding[]> {
  const me = sql`${subject.personId}::uuid`;
  const { rows } = await tx.execute<PaperRow>(sql`
    select p.id as "paperId", p.assignment_id as "assignmentId", p.group_id as "groupId",
      p.person_id as "personId", g.name as "groupName", d.id as "documentId", ${isMine(me, now)} as mine
    from ${papers} join assignment a on a.id = p.assignment_id
      left join student_group g on g.id = p.group_id
      left join document d on d.id = p.document_id and d.trashed_at is null
    order by g.name, p.id`);
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(({ assignmentId }) => assignmentId))];
  const which = sql`a.id = any(${sql.param(ids)}::uuid[])`;
  const assignments = await assignmentStandings(tx, subject, which, now);
  return rows.flatMap((row) => {
    const assignment = assignments.find(({ assignmentId }) => assignmentId === row.assignmentId);
    const holder = holderOf(row);
    if (!assignment || !holder) return [];
    const { paperId, groupName, documentId, mine } = row;
    return [{ assignment, holder, mine, groupName, paperId, documentId, takenBack: false }];
  });
}

function holderOf({ groupId, personId }: PaperRow): Holder | null {
  if (groupId) return { kind: 'group', groupId };
  return personId && { kind: 'person', personId };
}

/** Every answer that the subject has or could have to these assignments. */
export function ownPapers(
  tx: Tx,
  subject: Subject,
  assignmentIds: readonly AssignmentId[],
  now: Instant,
): Promise<PaperStanding[]> {
  const me = sql`${subject.personId}::uuid`;
  const these = sql`a.id = any(${sql.param(assignmentIds)}::uuid[])`;
  const papers = sql`(
    select p.id, a.id as assignment_id, m.group_id, null::uuid as person_id, p.document_id
      from assignment a
        join student_group g on g.cohort_id = a.cohort_id
        join group_member m on m.group_id = g.id and m.person_id = ${me} and ${runs(sql`m`, now)}
        left join paper p on p.assignment_id = a.id and p.group_id = g.id
      where a.mode = 'group' and ${these} and ${isEnrolled(me, sql`a.cohort_id`, now)}
    union all
    select p.id, a.id, null, ${me}, p.document_id
      from assignment a left join paper p on p.assignment_id = a.id and p.person_id = ${me}
      where a.mode = 'individual' and ${these} and ${isEnrolled(me, sql`a.cohort_id`, now)}
  ) as p`;
  return readPapers(tx, subject, papers, now);
}

/** The answer that a call names by whose it is; there may be none yet. Null where nobody like that answers it. */
export const loadPaperOf: Load<
  {
    readonly assignmentId: AssignmentId;
    readonly groupId?: GroupId | undefined;
    readonly personId?: PersonId | undefined;
  },
  PaperStanding
> = async ({ tx, subject, input, now }) => {
  const { assignmentId, groupId, personId } = input;
  if ((groupId === undefined) === (personId === undefined)) return null;
  const asked = groupId
    ? sql`select a.id as assignment_id, g.id as group_id, null::uuid as person_id
        from assignment a join student_group g on g.cohort_id = a.cohort_id
        where a.id = ${assignmentId} and a.mode = 'group' and g.id = ${groupId}`
    : sql`select a.id as assignment_id, null::uuid as group_id, who.id as person_id
        from assignment a cross join person who
        where a.id = ${assignmentId} and a.mode = 'individual' and who.id = ${personId}`;
  const papers = sql`(
    select p.id, asked.assignment_id, asked.group_id, asked.person_id, p.document_id
    from (${asked}) as asked left join paper p on p.assignment_id = asked.assignment_id
      and p.group_id is not distinct from asked.group_id
      and p.person_id is not distinct from asked.person_id
  ) as p`;
  const [found] = await readPapers(tx, subject, papers, now);
  return found ?? null;
};

/** The answer that a call names. */
export const loadPaper: Load<{ readonly paperId: PaperId }, PaperStanding> = async ({
  tx,
  subject,
  input,
  now,
}) => {
  const papers = sql`(select * from paper where id = ${input.paperId}) as p`;
  const [found] = await readPapers(tx, subject, papers, now);
  return found ?? null;
};

/** The answer that a submission is of, and whether that submission was taken back. */
export const loadSubmission: Load<{ readonly submissionId: SubmissionId }, PaperStanding> = async ({
  tx,
  subject,
  input,
  now,
}) => {
  const papers = sql`(
    select paper.* from paper join submission s on s.paper_id = paper.id
    where s.id = ${input.submissionId}) as p`;
  const [found] = await readPapers(tx, subject, papers, now);
  if (!found) return null;
  const { rows } = await tx.execute(sql`
    select from submission_take_back where submission_id = ${input.submissionId}`);
  return { ...found, takenBack: rows.length > 0 };
};
