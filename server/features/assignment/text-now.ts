import { createHash } from 'node:crypto';
import type { TextNow } from '#shared/features/assignment/submission/model.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { countWords, type Editing } from '../document/public.ts';

export type Canonical = TextNow & { readonly canonical: string };

/** What a document says just now, in the form that is handed in, and the fingerprint of that. */
export async function textNow(
  tx: Tx,
  editing: Pick<Editing, 'canonicalOf'>,
  documentId: DocumentId,
): Promise<Canonical> {
  const { canonical, text } = await editing.canonicalOf(documentId, tx);
  return { canonical, fingerprint: fingerprintOf(canonical), words: countWords(text) };
}

/** SHA-256 of the bytes in UTF-8: what `sha256sum` says of the file that is downloaded. */
export function fingerprintOf(canonical: string): string {
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}
