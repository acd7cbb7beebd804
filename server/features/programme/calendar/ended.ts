import { sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Database } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';

/** Whose enrolment, group or invitation has ended by its date within a stretch of time. */
export async function relationsEnded(
  database: Database,
  after: Instant,
  until: Instant,
): Promise<PersonId[]> {
  const { rows } = await database.execute<{ personId: PersonId }>(sql`
    select person_id as "personId" from (
      select person_id, until_at from enrolment
      union all select person_id, until_at from group_member
      union all select person_id, until_at from session_invitation
    ) as relation
    where until_at > ${momentOf(after)} and until_at <= ${momentOf(until)}
    group by person_id`);
  return rows.map((row) => row.personId);
}
