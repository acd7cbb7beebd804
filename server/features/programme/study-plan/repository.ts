import { type SQL, sql } from 'drizzle-orm';
import type { PlanStanding, Rate, Semester } from '#shared/features/programme/study-plan/model.ts';
import type { Day } from '#shared/kernel/calendar-day.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CohortId, CourseId, Id, PersonId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';

/** Somebody who is or has been a student, of the cohort entered last, with this subject's relation to it. */
export type StudentPlanned = PlanStanding & {
  readonly personId: PersonId;
  readonly displayName: string;
  readonly cohortId: CohortId;
  readonly programmeId: Id<'programme'>;
  readonly cohortName: string;
  readonly rate: Rate;
  readonly startsOn: Day;
};

/** Null for whoever has never been in a cohort. */
export async function studentPlanned(
  tx: Tx,
  subject: Subject,
  personId: PersonId,
): Promise<StudentPlanned | null> {
  const [found] = await students(tx, subject, sql`p.id = ${personId}::uuid`);
  return found ?? null;
}

/** Everybody who is a student just now. */
export function studentsNow(tx: Tx, subject: Subject, now: Instant): Promise<StudentPlanned[]> {
  const at = momentOf(now);
  return students(
    tx,
    subject,
    sql`last.from_at <= ${at} and (last.until_at is null or last.until_at > ${at})`,
  );
}

async function students(tx: Tx, subject: Subject, which: SQL): Promise<StudentPlanned[]> {
  const { rows } = await tx.execute<StudentPlanned>(sql`
    select p.id as "personId", p.display_name as "displayName", c.id as "cohortId",
      c.programme_id as "programmeId", c.name as "cohortName", c.mode as rate, to_char(c.starts_on, 'YYYY-MM-DD') as "startsOn",
      exists (
        select from session s join session_teacher t on t.session_id = s.id
        where s.cohort_id = c.id and s.deleted_at is null
          and t.person_id = ${subject.personId}::uuid
      ) as "teachesCohort"
    from person p
      join lateral (
        select e.cohort_id, e.from_at, e.until_at from enrolment e where e.person_id = p.id
        order by e.from_at desc, e.cohort_id limit 1
      ) last on true
      join cohort c on c.id = last.cohort_id
    where p.display_name <> '' and ${which}
    order by c.starts_on desc, c.name, p.display_name, p.id`);
  return rows;
}

export type OwnOfPlan = {
  readonly own: { readonly rate: Rate; readonly since: Day } | null;
  readonly moved: Map<CourseId, Semester>;
  readonly recognised: Map<CourseId, string>;
};

/** What of a student's plan is their own. */
export async function ownOfPlan(tx: Tx, personId: PersonId): Promise<OwnOfPlan> {
  const rates = await tx.execute<{ rate: Rate; since: Day }>(sql`
    select rate, to_char(rate_since, 'YYYY-MM-DD') as since from study_plan
    where person_id = ${personId}::uuid`);
  const { rows } = await tx.execute<{
    readonly courseId: CourseId;
    readonly year: number | null;
    readonly season: Semester['season'];
    readonly recognised: string | null;
  }>(sql`
    select course_id as "courseId", moved_year as year, moved_season as season, recognised
    from study_plan_course where person_id = ${personId}::uuid`);
  return {
    own: rates.rows[0] ?? null,
    moved: new Map(
      rows.flatMap(({ courseId, year, season }) =>
        year === null ? [] : [[courseId, { year, season }] as const],
      ),
    ),
    recognised: new Map(
      rows.flatMap(({ courseId, recognised }) =>
        recognised === null ? [] : [[courseId, recognised] as const],
      ),
    ),
  };
}

/** The same rate as before keeps its day. */
export async function saveRate(
  tx: Tx,
  personId: PersonId,
  rate: Rate | null,
  since: Day,
): Promise<void> {
  if (rate === null) {
    await tx.execute(sql`delete from study_plan where person_id = ${personId}::uuid`);
    return;
  }
  await tx.execute(sql`
    insert into study_plan (person_id, rate, rate_since) values (${personId}, ${rate}, ${since})
    on conflict (person_id) do update
      set rate = excluded.rate, rate_since = excluded.rate_since
      where study_plan.rate <> excluded.rate`);
}

/** Keeps what of a course is the student's own; a row with nothing of that goes. */
export async function saveCourseOfPlan(
  tx: Tx,
  { personId, courseId }: { readonly personId: PersonId; readonly courseId: CourseId },
  { moved, recognised }: { readonly moved: Semester | null; readonly recognised: string | null },
): Promise<void> {
  await tx.execute(sql`
    delete from study_plan_course
    where person_id = ${personId}::uuid and course_id = ${courseId}::uuid`);
  if (moved === null && recognised === null) return;
  await tx.execute(sql`
    insert into study_plan_course (person_id, course_id, moved_year, moved_season, recognised)
    values (${personId}, ${courseId}, ${moved?.year ?? null}, ${moved?.season ?? null},
      ${recognised})`);
}

/** Whoever changes somebody's plan waits here for whoever does so already. */
export async function lockPlanOf(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`study-plan ${personId}`}, 0))`,
  );
}
