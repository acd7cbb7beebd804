import { type SQL, sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { msOf } from '../../storage/moment.ts';

/** Our tables that name a person. */
export const PERSONAL_TABLES = [
  'support_card',
  'concern',
  'concern_reader',
  'group_agreement',
] as const;

export type CareData = {
  readonly supportCards: readonly object[];
  readonly concerns: readonly object[];
  readonly readsConcerns: boolean;
  readonly agreements: readonly object[];
};

/**
 * What we hold about a person: what they changed on the support card and in agreements, and what they reported. What was reported to them is not theirs, but
 * whose words it is.
 */
export async function exportPersonalData(tx: Tx, personId: PersonId): Promise<CareData> {
  const rows = async (query: SQL) => (await tx.execute<Record<string, unknown>>(query)).rows;
  return {
    supportCards: await rows(sql`
      select version, entries, ${msOf(sql`at`)} as at from support_card
      where by_id = ${personId} order by version`),
    concerns: await rows(sql`
      select c.text, ${msOf(sql`c.at`)} as at, s.title as session
      from concern c left join session s on s.id = c.session_id
      where c.person_id = ${personId} order by c.at`),
    readsConcerns:
      (await rows(sql`select 1 as one from concern_reader where person_id = ${personId}`)).length >
      0,
    agreements: await rows(sql`
      select version, text, ${msOf(sql`at`)} as at from group_agreement
      where by_id = ${personId} order by at`),
  };
}

/** What the school published and a group agreed on stays, without who wrote it. What somebody reported goes with them; what was sent to them keeps no reader. */
export async function erasePersonalData(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`update support_card set by_id = null where by_id = ${personId}`);
  await tx.execute(sql`update group_agreement set by_id = null where by_id = ${personId}`);
  await tx.execute(sql`delete from concern where person_id = ${personId}`);
  await tx.execute(sql`update concern set reader_id = null where reader_id = ${personId}`);
  await tx.execute(sql`delete from concern_reader where person_id = ${personId}`);
}
