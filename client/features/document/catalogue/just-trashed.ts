import { createSignal } from 'solid-js';
import type { DocumentId } from '#shared/kernel/ids.ts';

type Trashed = { readonly documentId: DocumentId; readonly title: string };

/** What was put into the trash a moment ago, on whatever page: the list offers to take it back. */
const [justTrashed, rememberTrashed] = createSignal<Trashed | undefined>();

export { justTrashed, rememberTrashed };
