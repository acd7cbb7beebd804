import type { DocumentId } from '#shared/kernel/ids.ts';
import type { DeviceStore } from './device-store.ts';
import type { GivenUpWhy } from './document-line.ts';

/** What a person wrote that did not go into the document, and why. */
export type RefusedWords = { readonly why: GivenUpWhy; readonly words: string };

/** Under which name they lie among the drafts of this device. */
const nameOf = (documentId: DocumentId): string => `refused ${documentId}`;

/** Beside those of an earlier refusal that nobody has copied out yet. */
export function besides(before: RefusedWords | undefined, more: RefusedWords): RefusedWords {
  return before ? { why: more.why, words: `${before.words}\n${more.words}` } : more;
}

export async function keepRefusedWords(
  store: DeviceStore,
  documentId: DocumentId,
  more: RefusedWords,
): Promise<void> {
  const before = await keptRefusedWords(store, documentId);
  await store.put('drafts', nameOf(documentId), besides(before, more));
}

export async function keptRefusedWords(
  store: DeviceStore,
  documentId: DocumentId,
): Promise<RefusedWords | undefined> {
  const kept = await store.get('drafts', nameOf(documentId));
  // As a page of an earlier version left them, which kept no reason.
  if (typeof kept === 'string') return { why: 'read-only', words: kept };
  return kept as RefusedWords | undefined;
}

export const forgetRefusedWords = (store: DeviceStore, documentId: DocumentId): Promise<void> =>
  store.remove('drafts', nameOf(documentId));
