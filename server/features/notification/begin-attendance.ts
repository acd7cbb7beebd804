import { sql } from 'drizzle-orm';
import { STUDENT_FIRST_MS } from '#shared/features/attendance/requirement/model.ts';
import { attendanceDay } from '#shared/features/notification/causes.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CourseId, PersonId } from '#shared/kernel/ids.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { attendanceNotices } from '../attendance/public.ts';
import { begin } from './begin.ts';

type Told = { readonly personId: PersonId; readonly courseId: CourseId };

/**
 * NOTE-14: once a day, word to those whose attendance has come near what a course requires, or under it, while nobody else is
 * shown it.
 */
export async function beginAttendance(database: Database, now: Instant): Promise<void> {
  const day = attendanceDay(now);
  if (day === null) return;
  await inTransaction(database, 'change', async (tx) => {
    const { rowCount } = await tx.execute(
      sql`insert into attendance_look (day) values (${day}) on conflict do nothing`,
    );
    if (rowCount !== 1) return;
    for (const [courseId, told] of Map.groupBy(await newlyLow(tx, now), (one) => one.courseId)) {
      const cause = {
        stage: 'attendance',
        aboutId: courseId,
        at: now + STUDENT_FIRST_MS,
        version: 0,
      } as const;
      await begin(tx, cause, async () => told.map(({ personId }) => personId), now);
    }
  });
}

/** Those with whom it is worse than they were told. Whoever is well again can be told anew. */
async function newlyLow(tx: Tx, now: Instant): Promise<Told[]> {
  const low = JSON.stringify(await attendanceNotices(tx, now));
  const found = sql`jsonb_to_recordset(${low}::jsonb)
    as low ("personId" uuid, "courseId" uuid, state text)`;
  await tx.execute(sql`
    delete from told_attendance t where not exists (
      select from ${found} where low."personId" = t.person_id and low."courseId" = t.course_id)`);
  const { rows } = await tx.execute<Told>(sql`
    insert into told_attendance as t (person_id, course_id, state)
    select low."personId", low."courseId", low.state from ${found}
    on conflict (person_id, course_id) do update set state = excluded.state
    where t.state = 'near' and excluded.state = 'under'
    returning person_id as "personId", course_id as "courseId"`);
  return rows;
}
