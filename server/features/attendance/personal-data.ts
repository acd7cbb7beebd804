import { type SQL, sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { msOf } from '../../storage/moment.ts';

/** Our tables that name a person. When somebody was seen in sessions and rooms stands with those slices. */
export const PERSONAL_TABLES = [
  'attendance_entry',
  'attendance_correction',
  'attendance_taken_out',
] as const;

export type AttendanceData = {
  readonly said: readonly object[];
  readonly corrections: readonly object[];
  readonly ticked: readonly object[];
  readonly corrected: readonly object[];
  readonly takenOut: readonly object[];
};

const OCCASION = sql`coalesce(s.title, g.title) as title,
  coalesce(to_char(x.day, 'YYYY-MM-DD'), to_char(s.starts_at at time zone 'Europe/Oslo', 'YYYY-MM-DD')) as day`;
const ITS_OCCASION = sql`left join session s on s.id = x.session_id
  left join gathering g on g.id = x.gathering_id`;

/**
 * What we hold about a person: what has been said of them and put right, with why, and what they have done themselves. Of others it
 * says nothing: not whom they ticked off or corrected.
 */
export async function exportPersonalData(tx: Tx, personId: PersonId): Promise<AttendanceData> {
  const rows = async (query: SQL) => (await tx.execute<Record<string, unknown>>(query)).rows;
  return {
    said: await rows(sql`
      select ${OCCASION}, x.present, x.corrected, ${msOf(sql`x.ticked_at`)} as "tickedAt"
      from attendance_entry x ${ITS_OCCASION}
      where x.person_id = ${personId} order by 2, 1`),
    corrections: await rows(sql`
      select ${OCCASION}, x.before, x.after, x.reason, ${msOf(sql`x.at`)} as at
      from attendance_correction x ${ITS_OCCASION}
      where x.person_id = ${personId} order by x.at`),
    ticked: await rows(sql`
      select ${OCCASION}, ${msOf(sql`x.ticked_at`)} as at
      from attendance_entry x ${ITS_OCCASION}
      where x.ticked_by = ${personId} order by x.ticked_at`),
    corrected: await rows(sql`
      select ${OCCASION}, x.reason, ${msOf(sql`x.at`)} as at
      from attendance_correction x ${ITS_OCCASION}
      where x.by_id = ${personId} order by x.at`),
    takenOut: await rows(sql`
      select c.name as cohort, o.course_code as course, o.form, ${msOf(sql`o.at`)} as at
      from attendance_taken_out o join cohort c on c.id = o.cohort_id
      where o.by_id = ${personId} order by o.id`),
  };
}

/** Takes the person out. What they have said of others stands, as others' figures do, without who said it. */
export async function erasePersonalData(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`delete from attendance_entry where person_id = ${personId}`);
  await tx.execute(sql`delete from attendance_correction where person_id = ${personId}`);
  await tx.execute(sql`
    update attendance_entry set ticked_by = null where ticked_by = ${personId}`);
  await tx.execute(sql`
    update attendance_correction set by_id = null where by_id = ${personId}`);
  await tx.execute(sql`
    update attendance_taken_out set by_id = null where by_id = ${personId}`);
}
