import { sql } from 'drizzle-orm';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';

/** The active assigned teachers of a session, in the order in which the lead falls to them. */
export async function assignedTeachers(
  tx: Tx,
  sessionId: SessionId,
): Promise<{ readonly personId: PersonId; readonly displayName: string }[]> {
  const { rows } = await tx.execute<{ personId: PersonId; displayName: string }>(sql`
    select p.id as "personId", p.display_name as "displayName"
    from session_teacher t join person p on p.id = t.person_id
    where t.session_id = ${sessionId} and p.status = 'active'
    order by t.position`);
  return rows;
}
