import { sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';

/** Our tables that name a person. */
export const PAUSE_TABLES = ['quiet_pause'] as const;

/** The pauses that the person is on just now: of those that are over nothing is kept. */
export async function exportPauses(tx: Tx, personId: PersonId): Promise<readonly object[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select session_id, since, choice from quiet_pause where person_id = ${personId} order by since`);
  return rows;
}

/** Takes them away. */
export async function erasePauses(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`delete from quiet_pause where person_id = ${personId}`);
}
