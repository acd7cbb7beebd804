import { sql } from 'drizzle-orm';
import type { AttendanceSheet, Scope } from '#shared/features/attendance/sheet/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

type Form = AttendanceSheet['takenOut'][number]['form'];
const TOLD_MAX = 20;

/** Notes that somebody takes a table out. */
export async function noteTakenOut(
  tx: Tx,
  { cohortId, courseCode }: Scope,
  { form, by, at }: { readonly form: Form; readonly by: PersonId; readonly at: Instant },
): Promise<void> {
  await tx.execute(sql`
    insert into attendance_taken_out (cohort_id, course_code, form, by_id, at)
    values (${cohortId}, ${courseCode}, ${form}, ${by}, ${momentOf(at)})`);
}

/** Who has taken it out, the last first. */
export async function takenOutOf(
  tx: Tx,
  { cohortId, courseCode }: Scope,
): Promise<AttendanceSheet['takenOut']> {
  const { rows } = await tx.execute<AttendanceSheet['takenOut'][number]>(sql`
    select ${msOf(sql`o.at`)} as at, nullif(p.display_name, '') as "byName", o.form
    from attendance_taken_out o left join person p on p.id = o.by_id
    where o.cohort_id = ${cohortId} and o.course_code is not distinct from ${courseCode}::text
    order by o.id desc limit ${TOLD_MAX}`);
  return rows;
}
