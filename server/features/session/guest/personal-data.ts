import { sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { msOf } from '../../../storage/moment.ts';

export const GUEST_TABLES = ['guest_link'] as const;

/** The links that somebody came by, and those that they made. */
export async function exportGuestLinks(tx: Tx, personId: PersonId): Promise<readonly object[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select session_id as "sessionId", guest_as as "as", note, ${msOf(sql`until_at`)} as "untilAt",
      ${msOf(sql`made_at`)} as "madeAt", made_by = ${personId} as "madeByMe",
      coalesce(person_id = ${personId}, false) as "usedByMe"
    from guest_link where made_by = ${personId} or person_id = ${personId} order by made_at, id`);
  return rows;
}

/** The link stays, with nothing in it about whom it was for; nobody comes in by it again. */
export async function eraseGuestLinks(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`
    update guest_link set note = '', browser_hash = null
    where made_by = ${personId} or person_id = ${personId}`);
}
