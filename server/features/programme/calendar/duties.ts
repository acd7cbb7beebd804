import { sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CohortId, CourseId, GatheringId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

export type SessionOfCourse = {
  readonly sessionId: SessionId;
  readonly courseId: CourseId;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly endedAt: Instant | null;
};

/** The sessions of these courses from a moment on that are held or to be held, in their order; of one cohort, or of all. */
export async function sessionsOfCourses(
  tx: Tx,
  courseIds: readonly CourseId[],
  cohortId: CohortId | null,
  from: Instant,
): Promise<SessionOfCourse[]> {
  const { rows } = await tx.execute<SessionOfCourse>(sql`
    select id as "sessionId", course_id as "courseId", ${msOf(sql`starts_at`)} as "startsAt",
      ${msOf(sql`ends_at`)} as "endsAt", ${msOf(sql`ended_at`)} as "endedAt"
    from session
    where course_id = any(${sql.param(courseIds)}::uuid[]) and starts_at >= ${momentOf(from)}
      and deleted_at is null and cancelled_at is null
      and (${cohortId}::uuid is null or cohort_id = ${cohortId}::uuid)
    order by starts_at, id`);
  return rows;
}

export type GatheringOfCourse = {
  readonly gatheringId: GatheringId;
  readonly courseId: CourseId;
  readonly personId: PersonId;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
};

/**
 * The mandatory gatherings that go with these courses, for each student enrolled at some moment of it: those in a term of their cohort
 * that has the course; where no term has it, all of a cohort that has a session of it.
 */
export async function gatheringsOfCourses(
  tx: Tx,
  courseIds: readonly CourseId[],
  personId: PersonId | null,
): Promise<GatheringOfCourse[]> {
  const { rows } = await tx.execute<GatheringOfCourse>(sql`
    select distinct g.id as "gatheringId", k.id as "courseId", e.person_id as "personId",
      ${msOf(sql`g.starts_at`)} as "startsAt", ${msOf(sql`g.ends_at`)} as "endsAt"
    from course k
      join gathering g on g.mandatory
      join gathering_cohort c on c.gathering_id = g.id
      join enrolment e on e.cohort_id = c.cohort_id
        and e.from_at < g.ends_at and (e.until_at is null or e.until_at > g.starts_at)
    where k.id = any(${sql.param(courseIds)}::uuid[])
      and (${personId}::uuid is null or e.person_id = ${personId}::uuid)
      and case
        when exists (
          select from term t join term_course o on o.term_id = t.id
          where t.cohort_id = c.cohort_id and o.course_id = k.id)
        then exists (
          select from term t join term_course o on o.term_id = t.id
          where t.cohort_id = c.cohort_id and o.course_id = k.id
            and (g.starts_at at time zone 'Europe/Oslo')::date between t.first_day and t.last_day)
        else exists (
          select from session s
          where s.cohort_id = c.cohort_id and s.course_id = k.id and s.deleted_at is null)
      end
    order by 4, 1`);
  return rows;
}

/** Who has which of these courses recognised from before, and owes it nothing. */
export async function recognisedOf(
  tx: Tx,
  courseIds: readonly CourseId[],
): Promise<{ readonly personId: PersonId; readonly courseId: CourseId }[]> {
  const { rows } = await tx.execute<{ personId: PersonId; courseId: CourseId }>(sql`
    select person_id as "personId", course_id as "courseId" from study_plan_course
    where recognised is not null and course_id = any(${sql.param(courseIds)}::uuid[])`);
  return rows;
}
