import { sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';

/**
 * It names people by their id alone, which says nothing of whoever was erased; and it is only ever added to. So there is
 * nothing to erase.
 */
export const PERSONAL_TABLES = ['audit_entry'] as const;

/** What was written down of what a person did, and of what was done with what is theirs. */
export async function exportPersonalData(
  tx: Tx,
  personId: PersonId,
): Promise<{ readonly log: readonly object[] }> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select at, action, object, outcome, actor_id = ${personId} as "byThem", subject_id = ${personId} as "ofThem"
    from audit_entry where actor_id = ${personId} or subject_id = ${personId} order by seq`);
  return { log: rows };
}
