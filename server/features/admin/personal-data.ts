import { sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { msOf } from '../../storage/moment.ts';

/** Our tables that name a person. */
export const PERSONAL_TABLES = ['welcome', 'person_act', 'role_request'] as const;

/** The invitation that somebody came by, and those that they made; of others' nothing but that it was made. */
export async function exportPersonalData(
  tx: Tx,
  personId: PersonId,
): Promise<
  Readonly<Record<'invitedAs' | 'invited' | 'acts' | 'actsBy' | 'roleRequests', readonly object[]>>
> {
  const { rows: invitedAs } = await tx.execute<Record<string, unknown>>(sql`
    select email, display_name as name, language, to_jsonb(roles) as roles,
      ${msOf(sql`made_at`)} as "madeAt", ${msOf(sql`accepted_at`)} as "acceptedAt"
    from welcome where person_id = ${personId}`);
  const { rows: invited } = await tx.execute<Record<string, unknown>>(sql`
    select ${msOf(sql`made_at`)} as "madeAt", to_jsonb(roles) as roles
    from welcome where made_by = ${personId} order by made_at, id`);
  const { rows: acts } = await tx.execute<Record<string, unknown>>(sql`
    select act, role, reason, ${msOf(sql`at`)} as at from person_act
    where person_id = ${personId} order by at, id`);
  const { rows: actsBy } = await tx.execute<Record<string, unknown>>(sql`
    select act, role, reason, ${msOf(sql`at`)} as at from person_act
    where by_id = ${personId} and person_id <> ${personId} order by at, id`);
  const { rows: roleRequests } = await tx.execute<Record<string, unknown>>(sql`
    select role, ${msOf(sql`asked_at`)} as "askedAt", granted, person_id = ${personId} as "forMe"
    from role_request where ${personId} in (person_id, asked_by, settled_by) order by asked_at, id`);
  return { invitedAs, invited, acts, actsBy, roleRequests };
}

/** The row stays, as the mark of who let whom in, without a name or an address. */
export async function erasePersonalData(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`
    update welcome set email = id || '@erased.invalid', display_name = ''
    where person_id = ${personId}`);
  await tx.execute(sql`update person_act set reason = '' where person_id = ${personId}`);
  await tx.execute(sql`
    delete from role_request where person_id = ${personId} and settled_at is null`);
}
