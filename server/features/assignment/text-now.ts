import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { TextNow } from '#shared/features/assignment/submission/model.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import type { Editing } from '../document/public.ts';

export type Canonical = TextNow & { readonly canonical: string };

/** What a document says just now, in the form that is handed in, and the fingerprint of that. */
export async function textNow(
  tx: Tx,
  editing: Pick<Editing, 'canonicalOf'>,
  documentId: DocumentId,
): Promise<Canonical> {
  const { canonical, words, fromTemplate } = await editing.canonicalOf(documentId, tx);
  const fingerprint = fingerprintOf(canonical);
  // What has become its template again is the template's, whoever brought it back.
  if (await beganAs(tx, documentId, fingerprint))
    return { canonical, fingerprint, words: 0, fromTemplate: words + fromTemplate };
  return { canonical, fingerprint, words, fromTemplate };
}

async function beganAs(tx: Tx, documentId: DocumentId, fingerprint: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    select from paper where document_id = ${documentId} and began_as = ${fingerprint}`);
  return rowCount !== 0;
}

/** SHA-256 of the bytes in UTF-8: what `sha256sum` says of the file that is downloaded. */
export function fingerprintOf(canonical: string): string {
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}
