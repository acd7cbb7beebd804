import { sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';

/** Our tables that name a person. */
export const PAUSE_FOR_ALL_TABLES = ['pause_for_all', 'pause_ready'] as const;

/** The last pauses that the person began for everybody, and where they stand as ready. */
export async function exportPausesForAll(tx: Tx, personId: PersonId): Promise<readonly object[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select p.session_id, p.started_at, p.ends_at, p.by_id = ${personId} as "byMe",
      r.person_id is not null as ready
    from pause_for_all p
      left join pause_ready r on r.session_id = p.session_id and r.person_id = ${personId}
    where p.by_id = ${personId} or r.person_id is not null order by p.started_at`);
  return rows;
}

/** Takes them away. */
export async function erasePausesForAll(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`delete from pause_ready where person_id = ${personId}`);
  await tx.execute(sql`delete from pause_for_all where by_id = ${personId}`);
}
