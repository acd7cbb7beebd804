import { sql } from 'drizzle-orm';
import type { SchoolSoFar } from '#shared/features/admin/first-hour/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';

/** What is there of a school, counted. Of people: who is active in a role that runs, and whose invitation can be used. */
export async function soFarOf(tx: Tx, now: Instant): Promise<Omit<SchoolSoFar, 'hasContact'>> {
  const at = momentOf(now);
  const people = (role: 'teacher' | 'student') => sql`
    jsonb_build_object(
      'here', (select count(*)::int from role_held h join person p on p.id = h.person_id
        where h.role = ${role} and p.status = 'active' and (h.until is null or h.until > ${at})),
      'invited', (select count(*)::int from welcome w
        where ${role}::text = any (w.roles) and w.accepted_at is null and w.withdrawn_at is null
          and w.until_at > ${at}))`;
  const { rows } = await tx.execute<Omit<SchoolSoFar, 'hasContact'>>(sql`
    select exists (select from programme) as "hasProgramme",
      (select count(*)::int from cohort) as cohorts,
      (select count(distinct cohort_id)::int from term) as "cohortsWithTerms",
      (select count(*)::int from session where deleted_at is null) as sessions,
      ${people('teacher')} as teachers, ${people('student')} as students`);
  const [soFar] = rows;
  if (!soFar) throw new Error('counting a school gave no row');
  return soFar;
}
