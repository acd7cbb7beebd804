import { sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { momentOf } from '../../storage/moment.ts';
import { addDocument, type NewDocument, putFirstState } from './catalogue/repository.ts';
import type { Editing } from './editing/editing.ts';
import { noteDocumentAct } from './log.ts';

type Act = { readonly by: PersonId; readonly at: Instant };

/** Makes a document that begins as a template says, or empty: nobody here has written what a template says. */
export async function beginDocument(
  tx: Tx,
  editing: Pick<Editing, 'contentOf'>,
  given: NewDocument,
  templateId: DocumentId | null,
): Promise<DocumentId> {
  const documentId = await addDocument(tx, given);
  if (templateId !== null) {
    const { state, text } = await editing.contentOf(templateId);
    await putFirstState(tx, documentId, { state, text, authors: {}, at: given.at });
  }
  return documentId;
}

/** DOC-33: closes a document that is handed in, for everybody, in the transaction that keeps what was handed in. */
export async function closeHandedIn(tx: Tx, documentId: DocumentId, act: Act): Promise<void> {
  await tx.execute(sql`
    update document set handed_in_at = ${momentOf(act.at)} where id = ${documentId}`);
  await noteDocumentAct(tx, { documentId, act: 'handed-in', ...act });
}

/** What was handed in is taken back: it can be written in again, unless a teacher has frozen it. */
export async function reopenHandedIn(tx: Tx, documentId: DocumentId, act: Act): Promise<void> {
  await tx.execute(sql`update document set handed_in_at = null where id = ${documentId}`);
  await noteDocumentAct(tx, { documentId, act: 'reopened', ...act });
}
