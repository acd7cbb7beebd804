import { sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import type { Place } from './tables.ts';

/**
 * What others see of a person who comes in, and where the person usually sits.
 * @throws when there is no such person
 */
export async function nameAndPlace(
  tx: Tx,
  personId: PersonId,
): Promise<{ readonly displayName: string; readonly place: Place }> {
  const { rows } = await tx.execute<{ displayName: string; place: Place }>(
    sql`select display_name as "displayName", place from person where id = ${personId}`,
  );
  const [known] = rows;
  if (!known) throw new Error('a person who asks is not there');
  return known;
}
