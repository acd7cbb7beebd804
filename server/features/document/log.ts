import { sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import { newId } from '../../platform/new-id.ts';
import type { Tx } from '../../storage/database.ts';
import { momentOf } from '../../storage/moment.ts';

export type DocumentAct =
  | 'created'
  | 'renamed'
  | 'trashed'
  | 'taken-back'
  | 'frozen'
  | 'thawed'
  | 'shared'
  | 'unshared'
  | 'restored'
  | 'quarantined'
  | 'lifted';

/** Notes what was done with a document, in the transaction that does it. Never what it says. */
export async function noteDocumentAct(
  tx: Tx,
  entry: {
    readonly documentId: DocumentId;
    readonly act: DocumentAct;
    /** Null: the server itself. */
    readonly by: PersonId | null;
    readonly about?: PersonId;
    readonly at: Instant;
  },
): Promise<void> {
  const { documentId, act, by, about = null, at } = entry;
  await tx.execute(sql`
    insert into document_log (id, document_id, at, act, by_id, about_id)
    values (${newId<'log-entry'>()}, ${documentId}, ${momentOf(at)}, ${act}, ${by}, ${about})`);
}
