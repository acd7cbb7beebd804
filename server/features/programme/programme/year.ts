import { sql } from 'drizzle-orm';
import type { DayOff } from '#shared/features/programme/holiday/model.ts';
import type {
  CourseOfYear,
  GatheringOfYear,
  TermOfYear,
} from '#shared/features/programme/programme/queries.ts';
import type { Days } from '#shared/features/programme/programme/rules.ts';
import type { CohortId, Id } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

type ProgrammeRow = {
  readonly programmeId: Id<'programme'>;
  readonly name: string;
  readonly degree: string;
};

/** The school's programme: the first that it was given. Null as long as it has none. */
export async function programmeOf(tx: Tx): Promise<ProgrammeRow | null> {
  const { rows } = await tx.execute<ProgrammeRow>(sql`
    select id as "programmeId", name, degree from programme order by id limit 1`);
  return rows[0] ?? null;
}

/** The courses of a programme, or of all of them. */
export async function coursesOf(
  tx: Tx,
  programmeId: Id<'programme'> | null,
): Promise<CourseOfYear[]> {
  const { rows } = await tx.execute<CourseOfYear>(sql`
    select id as "courseId", code, title, credits::float8 as credits, kind, term as semester
    from course where ${programmeId}::uuid is null or programme_id = ${programmeId}::uuid
    order by code`);
  return rows;
}

type CohortRow = {
  readonly cohortId: CohortId;
  readonly name: string;
  readonly mode: 'full-time' | 'part-time';
  readonly terms: TermOfYear[];
};

/** The terms of one cohort, in order. */
export async function termsOf(tx: Tx, cohortId: CohortId): Promise<TermOfYear[]> {
  return (await cohortsWithTerms(tx)).find((one) => one.cohortId === cohortId)?.terms ?? [];
}

/** Every cohort with its terms in order, the one that began last first. */
export async function cohortsWithTerms(tx: Tx): Promise<CohortRow[]> {
  const { rows } = await tx.execute<CohortRow>(sql`
    select c.id as "cohortId", c.name, c.mode, coalesce((
        select jsonb_agg(jsonb_build_object('termId', t.id, 'name', t.name,
            'firstDay', t.first_day, 'lastDay', t.last_day,
            'courseIds', (
              select coalesce(jsonb_agg(k.course_id order by k.course_id), '[]')
              from term_course k where k.term_id = t.id)
          ) order by t.first_day)
        from term t where t.cohort_id = c.id
      ), '[]') as terms
    from cohort c order by c.starts_on desc, c.name`);
  return rows;
}

export async function gatheringsOfYear(tx: Tx): Promise<GatheringOfYear[]> {
  const { rows } = await tx.execute<GatheringOfYear>(sql`
    select g.id as "gatheringId", g.title, g.place, g.mandatory,
      ${msOf(sql`g.starts_at`)} as "startsAt", ${msOf(sql`g.ends_at`)} as "endsAt",
      array(select c.cohort_id::text from gathering_cohort c
        where c.gathering_id = g.id order by c.cohort_id) as "cohortIds"
    from gathering g order by g.starts_at, g.id`);
  return rows;
}

/** Whether there are all of these; each is asked for once. */
export async function areAllThere(
  tx: Tx,
  table: 'cohort' | 'course',
  ids: readonly string[],
): Promise<boolean> {
  const once = [...new Set(ids)];
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from ${sql.identifier(table)}
    where id = any(${sql.param(once)}::uuid[])`);
  return rows[0]?.count === once.length;
}

export async function saveProgrammeRow(
  tx: Tx,
  programmeId: Id<'programme'>,
  { name, degree }: Omit<ProgrammeRow, 'programmeId'>,
): Promise<void> {
  await tx.execute(sql`
    update programme set name = ${name}, degree = ${degree} where id = ${programmeId}::uuid`);
}

/** @returns whether there was such a course */
export async function changeCourse(tx: Tx, course: CourseOfYear): Promise<boolean> {
  const { courseId, code, title, credits, kind, semester } = course;
  const { rowCount } = await tx.execute(sql`
    update course set code = ${code}, title = ${title}, credits = ${credits}, kind = ${kind},
      term = ${semester}
    where id = ${courseId}::uuid`);
  return rowCount === 1;
}

/** Keeps a term, new or not, with the courses in it. */
export async function keepTerm(
  tx: Tx,
  term: Omit<TermOfYear, 'termId'> & {
    readonly termId: Id<'term'> | null;
    readonly cohortId: CohortId;
  },
): Promise<Id<'term'>> {
  const { cohortId, name, firstDay, lastDay, courseIds } = term;
  const termId = term.termId ?? newId<'term'>();
  await tx.execute(sql`
    insert into term (id, cohort_id, name, first_day, last_day)
    values (${termId}, ${cohortId}, ${name}, ${firstDay}, ${lastDay})
    on conflict (id) do update set name = excluded.name, first_day = excluded.first_day,
      last_day = excluded.last_day`);
  await tx.execute(sql`delete from term_course where term_id = ${termId}::uuid`);
  await tx.execute(sql`
    insert into term_course (term_id, course_id)
    select ${termId}::uuid, course_id
    from unnest(${sql.param([...new Set(courseIds)])}::uuid[]) as named(course_id)`);
  return termId;
}

/** Keeps when and where a gathering is, and whose. */
export async function changeGathering(tx: Tx, gathering: GatheringOfYear): Promise<void> {
  const { gatheringId, title, place, mandatory, startsAt, endsAt, cohortIds } = gathering;
  await tx.execute(sql`
    update gathering set title = ${title}, place = ${place}, mandatory = ${mandatory},
      starts_at = ${momentOf(startsAt)}, ends_at = ${momentOf(endsAt)}
    where id = ${gatheringId}::uuid`);
  await tx.execute(sql`delete from gathering_cohort where gathering_id = ${gatheringId}::uuid`);
  await tx.execute(sql`
    insert into gathering_cohort (gathering_id, cohort_id)
    select ${gatheringId}::uuid, cohort_id
    from unnest(${sql.param([...new Set(cohortIds)])}::uuid[]) as named(cohort_id)`);
}

export async function keepDayOff(
  tx: Tx,
  {
    dayOffId,
    name,
    firstDay,
    lastDay,
  }: Days & {
    readonly dayOffId: DayOff['dayOffId'] | null;
    readonly name: string;
  },
): Promise<DayOff['dayOffId'] | null> {
  if (dayOffId === null) {
    const id = newId<'day-off'>();
    await tx.execute(sql`
      insert into day_off (id, name, first_day, last_day)
      values (${id}, ${name}, ${firstDay}, ${lastDay})`);
    return id;
  }
  const { rowCount } = await tx.execute(sql`
    update day_off set name = ${name}, first_day = ${firstDay}, last_day = ${lastDay}
    where id = ${dayOffId}::uuid`);
  return rowCount === 1 ? dayOffId : null;
}

/** @returns whether there was one */
export async function dropOf(
  tx: Tx,
  table: 'term' | 'gathering' | 'day_off',
  id: string,
): Promise<boolean> {
  const { rowCount } = await tx.execute(
    sql`delete from ${sql.identifier(table)} where id = ${id}::uuid`,
  );
  return rowCount === 1;
}
