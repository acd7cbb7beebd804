import { sql } from 'drizzle-orm';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

/** Keeps one's address; the one before opens nothing from this commit on. @returns false where it is another's already */
export async function saveAddress(
  tx: Tx,
  personId: PersonId,
  tokenHash: string,
  at: Instant,
): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    insert into calendar_address (person_id, token_hash, made_at)
    select ${personId}::uuid, ${tokenHash}, ${momentOf(at)}
    where not exists (
      select from calendar_address
      where token_hash = ${tokenHash} and person_id <> ${personId}::uuid)
    on conflict (person_id) do update
      set token_hash = excluded.token_hash, made_at = excluded.made_at`);
  return rowCount === 1;
}

export async function dropAddress(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`delete from calendar_address where person_id = ${personId}::uuid`);
}

export async function addressOf(tx: Tx, personId: PersonId): Promise<Instant | null> {
  const { rows } = await tx.execute<{ madeAt: Instant }>(sql`
    select ${msOf(sql`made_at`)} as "madeAt" from calendar_address
    where person_id = ${personId}::uuid`);
  return rows[0]?.madeAt ?? null;
}

/** Whose calendar an address opens; null for one that opens nothing. */
export async function ownerOfAddress(
  tx: Tx,
  tokenHash: string,
): Promise<{ readonly personId: PersonId; readonly language: Language } | null> {
  const { rows } = await tx.execute<{ personId: PersonId; language: Language }>(sql`
    select p.id as "personId", p.language from calendar_address a join person p on p.id = a.person_id
    where a.token_hash = ${tokenHash}`);
  return rows[0] ?? null;
}
