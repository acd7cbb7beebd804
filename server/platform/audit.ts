import { sql } from 'drizzle-orm';
import type { AuditEntry } from '#shared/features/audit/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Database, Tx } from '../storage/database.ts';
import { momentOf } from '../storage/moment.ts';

/** Writes into the audit log with the transaction: what is undone was never there. It joins the chain at the commit. */
export async function writeAudit(tx: Tx | Database, entry: AuditEntry): Promise<void> {
  const { at, by, of, action, object = '', outcome = 'done' } = entry;
  await tx.execute(sql`
    insert into audit_entry (at, actor_id, subject_id, action, object, outcome)
    values (${momentOf(at)}, ${by}, ${of}, ${action}, ${object}, ${outcome})`);
}

/** Says for the rest of the transaction who acts: roles and standing are written down by the tables themselves (0073-audit.sql). */
export async function actAs(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`select set_config('mellom.acting', ${personId}, true)`);
}
