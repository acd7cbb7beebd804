import { sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { msOf } from '../../storage/moment.ts';

/** Our tables that name a person. */
export const PERSONAL_TABLES = ['erasure_request'] as const;

/** When somebody asked to be erased; of others' wishes that they said yes to, nothing. */
export async function exportPersonalData(
  tx: Tx,
  personId: PersonId,
): Promise<{ readonly requests: readonly object[] }> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select ${msOf(sql`asked_at`)} as "askedAt", ${msOf(sql`taken_back_at`)} as "takenBackAt"
    from erasure_request where person_id = ${personId} order by asked_at`);
  return { requests: rows };
}

/** The wish is done, whoever ran it; that there was one stays, of an id that means nobody. The address goes when its letter is left. */
export async function erasePersonalData(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`
    update erasure_request set done_at = now()
    where person_id = ${personId} and taken_back_at is null and done_at is null`);
}
