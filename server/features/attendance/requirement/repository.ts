import { sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CourseId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

type Percents = { readonly sessions: number | null; readonly gatherings: number | null };

export type CourseRequired = Percents & {
  readonly courseId: CourseId;
  readonly code: string;
  readonly title: string;
};

/** What is required of whom, from when on. */
export type Required = CourseRequired & { readonly since: Instant };

/** Every course, with what it requires. */
export async function coursesRequired(tx: Tx): Promise<CourseRequired[]> {
  const { rows } = await tx.execute<CourseRequired>(sql`
    select c.id as "courseId", c.code, c.title, r.sessions_percent as sessions,
      r.gatherings_percent as gatherings
    from course c left join attendance_requirement r on r.course_id = c.id
    order by c.code`);
  return rows;
}

/** The courses that require something: all of them, or the one with a code. */
export async function requiredOf(tx: Tx, code: string | null): Promise<Required[]> {
  const { rows } = await tx.execute<Required>(sql`
    select c.id as "courseId", c.code, c.title, r.sessions_percent as sessions,
      r.gatherings_percent as gatherings, ${msOf(sql`r.since`)} as since
    from attendance_requirement r join course c on c.id = r.course_id
    where ${code}::text is null or c.code = ${code}::text
    order by c.code`);
  return rows;
}

/** The same as before keeps its moment. */
export async function saveRequirement(
  tx: Tx,
  courseId: CourseId,
  { sessions, gatherings }: Percents,
  at: Instant,
): Promise<void> {
  if (sessions === null && gatherings === null) {
    await tx.execute(sql`delete from attendance_requirement where course_id = ${courseId}::uuid`);
    return;
  }
  await tx.execute(sql`
    insert into attendance_requirement (course_id, sessions_percent, gatherings_percent, since)
    values (${courseId}, ${sessions}, ${gatherings}, ${momentOf(at)})
    on conflict (course_id) do update set sessions_percent = excluded.sessions_percent,
      gatherings_percent = excluded.gatherings_percent, since = excluded.since
    where (attendance_requirement.sessions_percent, attendance_requirement.gatherings_percent)
      is distinct from (excluded.sessions_percent, excluded.gatherings_percent)`);
}
