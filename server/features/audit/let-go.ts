import { sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import { RETENTION } from '#shared/kernel/retention.ts';
import type { Database } from '../../storage/database.ts';
import { momentOf } from '../../storage/moment.ts';
import { inTransaction } from '../../storage/transaction.ts';

/** What a school has to be able to look back at. */
export const LOG_KEPT_MS = RETENTION.audit;

/** Lets go of what is older than two years. The chain begins behind it, and says so. */
export async function letGoOfOldLines(database: Database, now: Instant): Promise<void> {
  await inTransaction(database, 'change', async (tx) => {
    await tx.execute(sql`
      update audit_chain set first_seq = gone.seq + 1, before_first = gone.hash
      from (select seq, hash from audit_entry where seq < (
          select coalesce(min(seq), (select last_seq + 1 from audit_chain)) from audit_entry
          where at >= ${momentOf(now - LOG_KEPT_MS)})
        order by seq desc limit 1) as gone`);
    await tx.execute(sql`delete from audit_entry where seq < (select first_seq from audit_chain)`);
  });
}
