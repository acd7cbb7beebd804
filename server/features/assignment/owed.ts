import { type SQL, sql } from 'drizzle-orm';
import { mayReadAssignment } from '#shared/features/assignment/assignment/policy.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { AssignmentId, PersonId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Tx } from '../../storage/database.ts';
import { momentOf, msOf } from '../../storage/moment.ts';
import { assignmentStandings } from './standing.ts';

/** Assignments that are due in a stretch of time. */
export async function dueBetween(
  tx: Tx,
  fromAt: Instant,
  untilAt: Instant,
): Promise<{ readonly assignmentId: AssignmentId; readonly dueAt: Instant }[]> {
  const { rows } = await tx.execute<{ assignmentId: AssignmentId; dueAt: Instant }>(sql`
    select id as "assignmentId", ${msOf(sql`due_at`)} as "dueAt" from assignment
    where due_at > ${momentOf(fromAt)} and due_at <= ${momentOf(untilAt)}
    order by due_at, id`);
  return rows;
}

/** The students who answer an assignment just now, alone or in a group, and of whom nothing lies handed in. */
export function whoOwes(tx: Tx, assignmentId: AssignmentId, now: Instant): Promise<PersonId[]> {
  return owing(tx, assignmentId, sql`true`, now);
}

/** An assignment that the subject owes and may read; null where they do not. */
export async function owedBy(
  tx: Tx,
  subject: Subject,
  assignmentId: AssignmentId,
  now: Instant,
): Promise<{ readonly title: string; readonly dueAt: Instant } | null> {
  const [found] = await assignmentStandings(tx, subject, sql`a.id = ${assignmentId}::uuid`, now);
  if (!found || !mayReadAssignment(subject, found, now)) return null;
  const me = sql`e.person_id = ${subject.personId}::uuid`;
  const [owes] = await owing(tx, assignmentId, me, now);
  return owes ? { title: found.title, dueAt: found.dueAt } : null;
}

/** @param which a condition on `enrolment e` */
async function owing(
  tx: Tx,
  assignmentId: AssignmentId,
  which: SQL,
  now: Instant,
): Promise<PersonId[]> {
  const at = momentOf(now);
  const runs = (row: SQL) =>
    sql`(${row}.from_at <= ${at} and (${row}.until_at is null or ${row}.until_at > ${at}))`;
  const isIn = sql`exists (
    select from submission s
    where s.paper_id = p.id and not exists (
      select from submission_take_back b where b.submission_id = s.id))`;
  const { rows } = await tx.execute<{ personId: PersonId }>(sql`
    select distinct e.person_id as "personId"
    from assignment a join enrolment e on e.cohort_id = a.cohort_id
      left join group_member m on a.mode = 'group' and m.person_id = e.person_id and ${runs(sql`m`)}
        and exists (
          select from student_group g where g.id = m.group_id and g.cohort_id = a.cohort_id)
    where a.id = ${assignmentId}::uuid and ${runs(sql`e`)} and ${which}
      and (a.mode = 'individual' or m.group_id is not null)
      and not exists (
        select from paper p
        where p.assignment_id = a.id and ${isIn}
          and case a.mode when 'individual' then p.person_id = e.person_id
            else p.group_id = m.group_id end)
    order by 1`);
  return rows.map(({ personId }) => personId);
}
