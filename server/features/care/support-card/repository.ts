import { sql } from 'drizzle-orm';
import type { SupportCard, SupportEntry } from '#shared/features/care/support-card/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';

const NOTHING_YET: SupportCard = { version: 0, entries: [] };

/** The card as it stands. */
export async function readSupportCard(from: Database | Tx): Promise<SupportCard> {
  const { rows } = await from.execute<{ version: number; entries: SupportEntry[] }>(
    sql`select version, entries from support_card order by version desc limit 1`,
  );
  return rows[0] ?? NOTHING_YET;
}

/** The same, with changes put in order until the transaction ends. Readers are not held up. */
export async function lockSupportCard(tx: Tx): Promise<SupportCard> {
  await tx.execute(sql`lock table support_card in share row exclusive mode`);
  return readSupportCard(tx);
}

export async function saveSupportCard(
  tx: Tx,
  { version, entries }: SupportCard,
  by: PersonId | null,
  at: Instant,
): Promise<void> {
  await tx.execute(sql`
    insert into support_card (version, entries, at, by_id)
    values (${version}, ${JSON.stringify(entries)}::jsonb, ${momentOf(at)}, ${by})`);
}
