import { sql } from 'drizzle-orm';
import type { Id } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';

/** The programme of a school, which has one; null while it has none. */
export async function onlyProgramme(tx: Tx): Promise<Id<'programme'> | null> {
  const { rows } = await tx.execute<{ id: Id<'programme'> }>(
    sql`select id from programme order by name, id limit 1`,
  );
  return rows[0]?.id ?? null;
}
