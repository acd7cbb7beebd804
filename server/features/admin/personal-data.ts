import { sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { msOf } from '../../storage/moment.ts';

/** Our tables that name a person. */
export const PERSONAL_TABLES = ['welcome'] as const;

/** The invitation that somebody came by, and those that they made; of others' nothing but that it was made. */
export async function exportPersonalData(
  tx: Tx,
  personId: PersonId,
): Promise<Readonly<Record<'invitedAs' | 'invited', readonly object[]>>> {
  const { rows: invitedAs } = await tx.execute<Record<string, unknown>>(sql`
    select email, display_name as name, language, to_jsonb(roles) as roles,
      ${msOf(sql`made_at`)} as "madeAt", ${msOf(sql`accepted_at`)} as "acceptedAt"
    from welcome where person_id = ${personId}`);
  const { rows: invited } = await tx.execute<Record<string, unknown>>(sql`
    select ${msOf(sql`made_at`)} as "madeAt", to_jsonb(roles) as roles
    from welcome where made_by = ${personId} order by made_at, id`);
  return { invitedAs, invited };
}

/** The row stays, as the mark of who let whom in, without a name or an address. */
export async function erasePersonalData(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`
    update welcome set email = id || '@erased.invalid', display_name = ''
    where person_id = ${personId}`);
}
