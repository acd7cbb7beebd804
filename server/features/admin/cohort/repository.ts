import { type SQL, sql } from 'drizzle-orm';
import type {
  CohortStanding,
  StudentOfCohort,
  TeacherOfCohort,
} from '#shared/features/admin/cohort/model.ts';
import type { GroupOfCohort, GroupStanding } from '#shared/features/admin/group/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CohortId, GroupId, PersonId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';

/** Whether somebody teaches some session of `cohort c`. */
const teachesIt = (subject: Subject): SQL => sql`
  exists (
    select from session_teacher t join session s on s.id = t.session_id
    where t.person_id = ${subject.personId}::uuid and s.cohort_id = c.id and s.deleted_at is null)`;

/** Whether a relation, which has `from_at` and `until_at`, runs at a moment. */
const runs = (relation: SQL, now: Instant): SQL => sql`
  ${relation}.from_at <= ${momentOf(now)}
    and (${relation}.until_at is null or ${relation}.until_at > ${momentOf(now)})`;

type Counted = CohortStanding & { readonly students: number };

async function cohortsWhere(tx: Tx, subject: Subject, which: SQL, now: Instant) {
  const { rows } = await tx.execute<Counted>(sql`
    select c.id as "cohortId", c.name, c.mode, to_char(c.starts_on, 'YYYY-MM-DD') as "startsOn",
      ${teachesIt(subject)} as "teachesCohort",
      (select count(distinct e.person_id)::int from enrolment e
        where e.cohort_id = c.id and ${runs(sql`e`, now)}) as students
    from cohort c where ${which} order by c.starts_on desc, c.name`);
  return rows;
}

/** Every cohort as this subject stands to it, the one that began last first. */
export function everyCohort(tx: Tx, subject: Subject, now: Instant): Promise<Counted[]> {
  return cohortsWhere(tx, subject, sql`true`, now);
}

export async function cohortStanding(
  tx: Tx,
  subject: Subject,
  cohortId: CohortId,
  now: Instant,
): Promise<CohortStanding | null> {
  return (await cohortsWhere(tx, subject, sql`c.id = ${cohortId}::uuid`, now))[0] ?? null;
}

export async function groupStanding(
  tx: Tx,
  subject: Subject,
  groupId: GroupId,
): Promise<GroupStanding | null> {
  const { rows } = await tx.execute<GroupStanding>(sql`
    select g.id as "groupId", g.name, g.archived_at is not null as archived,
      c.id as "cohortId", ${teachesIt(subject)} as "teachesCohort"
    from student_group g join cohort c on c.id = g.cohort_id where g.id = ${groupId}::uuid`);
  return rows[0] ?? null;
}

/** By name, each with the group that they are in. */
export async function studentsOf(
  tx: Tx,
  cohortId: CohortId,
  now: Instant,
): Promise<StudentOfCohort[]> {
  const { rows } = await tx.execute<StudentOfCohort>(sql`
    select p.id as "personId", coalesce(p.registered_name, p.display_name) as name, p.email, (
        select m.group_id from group_member m join student_group g on g.id = m.group_id
        where m.person_id = p.id and g.cohort_id = ${cohortId}::uuid and ${runs(sql`m`, now)}
        order by g.archived_at nulls first, m.from_at desc limit 1) as "groupId"
    from person p
    where exists (select from enrolment e
      where e.cohort_id = ${cohortId}::uuid and e.person_id = p.id and ${runs(sql`e`, now)})
    order by name, p.id`);
  return rows;
}

/** How many have an invitation to it that can be used. */
export async function invitedTo(tx: Tx, cohortId: CohortId, now: Instant): Promise<number> {
  const { rows } = await tx.execute<{ invited: number }>(sql`
    select count(*)::int as invited from welcome w
    where w.cohort_id = ${cohortId}::uuid and w.accepted_at is null and w.withdrawn_at is null
      and w.until_at > ${momentOf(now)}`);
  return rows[0]?.invited ?? 0;
}

/** Whoever has a session of it, by name, with the courses. */
export async function teachersOf(tx: Tx, cohortId: CohortId): Promise<TeacherOfCohort[]> {
  const { rows } = await tx.execute<TeacherOfCohort>(sql`
    select p.id as "personId", p.display_name as name, p.email,
      to_jsonb(array_agg(distinct k.code order by k.code)) as courses
    from session s join session_teacher t on t.session_id = s.id
      join person p on p.id = t.person_id join course k on k.id = s.course_id
    where s.cohort_id = ${cohortId}::uuid and s.deleted_at is null and p.status = 'active'
    group by p.id order by p.display_name, p.id`);
  return rows;
}

/** Those that run first, by name. */
export async function groupsOf(tx: Tx, cohortId: CohortId): Promise<GroupOfCohort[]> {
  const { rows } = await tx.execute<GroupOfCohort>(sql`
    select id as "groupId", name, archived_at is not null as archived
    from student_group where cohort_id = ${cohortId}::uuid order by archived, name`);
  return rows;
}

/** The cohorts that somebody is a student of just now. */
export async function enrolledIn(
  tx: Tx,
  personId: PersonId,
  now: Instant,
): Promise<{ readonly cohortId: CohortId; readonly name: string }[]> {
  const { rows } = await tx.execute<{ cohortId: CohortId; name: string }>(sql`
    select distinct c.id as "cohortId", c.name from enrolment e join cohort c on c.id = e.cohort_id
    where e.person_id = ${personId}::uuid and ${runs(sql`e`, now)} order by c.name`);
  return rows;
}
