import { type SQL, sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { msOf } from '../../storage/moment.ts';

/** Our tables that name a person. */
export const PERSONAL_TABLES = [
  'enrolment',
  'group_member',
  'session_teacher',
  'session_invitation',
  'session_removal',
  'session_admission',
  'calendar_address',
  'study_plan',
  'study_plan_course',
  'plan_change',
] as const;

export type ProgrammeData = {
  readonly enrolments: readonly object[];
  readonly groups: readonly object[];
  readonly teaches: readonly object[];
  readonly invitations: readonly object[];
  readonly removals: readonly object[];
  readonly admissions: readonly object[];
  readonly calendarAddress: readonly object[];
  readonly studyPlan: readonly object[];
  readonly coursesOfPlan: readonly object[];
  readonly planned: readonly object[];
};

/** What we hold about a person: where they belong and have belonged. Moments in milliseconds. */
export async function exportPersonalData(tx: Tx, personId: PersonId): Promise<ProgrammeData> {
  const rows = async (query: SQL) => (await tx.execute<Record<string, unknown>>(query)).rows;
  return {
    enrolments: await rows(sql`
      select c.name as cohort, ${msOf(sql`e.from_at`)} as "fromAt", ${msOf(sql`e.until_at`)} as "untilAt"
      from enrolment e join cohort c on c.id = e.cohort_id
      where e.person_id = ${personId}::uuid order by e.from_at`),
    groups: await rows(sql`
      select g.name as "group", c.name as cohort,
        ${msOf(sql`m.from_at`)} as "fromAt", ${msOf(sql`m.until_at`)} as "untilAt"
      from group_member m join student_group g on g.id = m.group_id join cohort c on c.id = g.cohort_id
      where m.person_id = ${personId}::uuid order by m.from_at`),
    teaches: await rows(sql`
      select s.title, ${msOf(sql`s.starts_at`)} as "startsAt", ${msOf(sql`s.ends_at`)} as "endsAt",
        t.is_substitute as "isSubstitute"
      from session_teacher t join session s on s.id = t.session_id
      where t.person_id = ${personId}::uuid order by s.starts_at`),
    invitations: await rows(sql`
      select s.title, ${msOf(sql`s.starts_at`)} as "startsAt", ${msOf(sql`i.until_at`)} as "untilAt",
        i.guest_as as "as"
      from session_invitation i join session s on s.id = i.session_id
      where i.person_id = ${personId}::uuid order by s.starts_at`),
    removals: await rows(sql`
      select s.title, ${msOf(sql`s.starts_at`)} as "startsAt", ${msOf(sql`r.at`)} as at, r.words,
        r.by_id = ${personId}::uuid as "byMe"
      from session_removal r join session s on s.id = r.session_id
      where r.person_id = ${personId}::uuid or r.by_id = ${personId}::uuid order by s.starts_at`),
    admissions: await rows(sql`
      select s.title, ${msOf(sql`s.starts_at`)} as "startsAt", a.verdict, ${msOf(sql`a.at`)} as at
      from session_admission a join session s on s.id = a.session_id
      where a.person_id = ${personId}::uuid order by s.starts_at`),
    calendarAddress: await rows(sql`
      select ${msOf(sql`made_at`)} as "madeAt" from calendar_address
      where person_id = ${personId}::uuid`),
    studyPlan: await rows(sql`
      select rate, to_char(rate_since, 'YYYY-MM-DD') as since from study_plan
      where person_id = ${personId}::uuid`),
    coursesOfPlan: await rows(sql`
      select c.code as course, o.moved_year as "movedYear", o.moved_season as "movedSeason",
        o.recognised
      from study_plan_course o join course c on c.id = o.course_id
      where o.person_id = ${personId}::uuid order by c.code`),
    planned: await rows(sql`
      select s.title, ${msOf(sql`c.at`)} as at from plan_change c join session s on s.id = c.session_id
      where c.person_id = ${personId}::uuid order by c.at, s.id`),
  };
}

/** Takes the person out of cohorts, groups and sessions; what they had there ends with the same commit. */
export async function erasePersonalData(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`update session_removal set words = '' where by_id = ${personId}::uuid`);
  for (const table of PERSONAL_TABLES) {
    await tx.execute(sql`delete from ${sql.identifier(table)} where person_id = ${personId}::uuid`);
  }
}
