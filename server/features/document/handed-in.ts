import { sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { momentOf } from '../../storage/moment.ts';
import { addDocument, type NewDocument, putFirstState } from './catalogue/repository.ts';
import type { Editing } from './editing/editing.ts';
import { copyImages } from './images/repository.ts';

/** Makes a document that begins as a template says, or empty: nobody here has written what a template says. */
export async function beginDocument(
  tx: Tx,
  editing: Pick<Editing, 'contentOf'>,
  given: NewDocument,
  templateId: DocumentId | null,
): Promise<DocumentId> {
  const documentId = await addDocument(tx, given);
  if (templateId !== null) {
    const { state, text } = await editing.contentOf(templateId, tx);
    await putFirstState(tx, documentId, { state, text, authors: {}, at: given.at });
    await copyImages(tx, templateId, documentId, given.at);
  }
  return documentId;
}

/**
 * DOC-33: closes a document that is handed in, for everybody, in the transaction that keeps what was handed in. Who did it
 * is noted with the assignment.
 * @returns false for one that lies in the trash by now, and stays there
 */
export async function closeHandedIn(tx: Tx, documentId: DocumentId, at: Instant): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update document set handed_in_at = ${momentOf(at)} where id = ${documentId} and trashed_at is null`);
  return rowCount === 1;
}

/** What was handed in is taken back: it can be written in again, unless a teacher has frozen it. */
export async function reopenHandedIn(tx: Tx, documentId: DocumentId): Promise<void> {
  await tx.execute(sql`update document set handed_in_at = null where id = ${documentId}`);
}
