import type { aboutDocument } from '#shared/features/document/catalogue/queries.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import type { DeviceStore } from '../../../platform/device-store.ts';

/** What is known of a document, kept beside its copy so that it has a name without a network. */
export type KeptAbout = { readonly about: OutputOf<typeof aboutDocument> };

const SUFFIX = ' about';
export const aboutName = (documentId: DocumentId): string => `${documentId}${SUFFIX}`;

/** The documents that can be opened from this device, the newest first. */
export async function documentsHere(store: DeviceStore): Promise<readonly KeptAbout[]> {
  const all = await store.all('documents');
  return [...all]
    .filter(([name]) => name.endsWith(SUFFIX) && all.has(name.slice(0, -SUFFIX.length)))
    .map(([, kept]) => kept as KeptAbout)
    .sort((a, b) => b.about.item.updatedAt - a.about.item.updatedAt);
}
