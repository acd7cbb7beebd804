import type { PaperState, TextNow } from '#shared/features/assignment/submission/model.ts';
import type { DocumentId, PaperId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { type Editing, isUnreadable, marksOf } from '../document/public.ts';
import { textNow } from './text-now.ts';

/** More than wait to be handed in at one time in a school. */
const KNOWN_MAX = 5_000;

type Of = { readonly paperId: PaperId | null; readonly documentId: DocumentId | null };

export type TextsSaid = ReturnType<typeof makeTextsSaid>;

/**
 * What texts are now, for pages that ask every few seconds and lists of many: a text is read again when it was written in since it
 * was last asked about.
 */
export function makeTextsSaid(
  editing: Pick<Editing, 'canonicalOf'>,
  { knownMax = KNOWN_MAX } = {},
) {
  /** Those asked about last come last. */
  const known = new Map<DocumentId, { readonly mark: string; readonly said: TextNow }>();

  async function read(tx: Tx, documentId: DocumentId, mark: string): Promise<TextNow | null> {
    const found = known.get(documentId);
    known.delete(documentId);
    const said = found?.mark === mark ? found.said : await readWhole(tx, editing, documentId);
    if (said) known.set(documentId, { mark, said });
    for (const oldest of known.keys()) {
      if (known.size <= knownMax) break;
      known.delete(oldest);
    }
    return said;
  }

  return {
    /** Null for one that cannot be read: there is no whole of it to say yes to. */
    async now(tx: Tx, documentId: DocumentId): Promise<TextNow | null> {
      const mark = (await marksOf(tx, [documentId])).get(documentId);
      return mark === undefined ? null : read(tx, documentId, mark);
    },
    /** One that nobody has said yes to is never read. Of a paper that is missing nobody can say yes to what is there now: none have, or it is handed in, or cannot be read. */
    async saidTo(
      tx: Tx,
      papers: readonly Of[],
      states: ReadonlyMap<PaperId, PaperState>,
    ): Promise<ReadonlyMap<PaperId, TextNow>> {
      const asked = papers.flatMap(({ paperId, documentId }) => {
        const state = paperId && states.get(paperId);
        const isAsked = state && state.handedIn === null && state.confirmations.length > 0;
        return isAsked && documentId ? [{ paperId, documentId }] : [];
      });
      const told = new Map<PaperId, TextNow>();
      if (asked.length === 0) return told;
      const marks = await marksOf(
        tx,
        asked.map(({ documentId }) => documentId),
      );
      for (const { paperId, documentId } of asked) {
        const mark = marks.get(documentId);
        const said = mark === undefined ? null : await read(tx, documentId, mark);
        if (said) told.set(paperId, said);
      }
      return told;
    },
  };
}

async function readWhole(
  tx: Tx,
  editing: Pick<Editing, 'canonicalOf'>,
  documentId: DocumentId,
): Promise<TextNow | null> {
  try {
    const { fingerprint, words, fromTemplate } = await textNow(tx, editing, documentId);
    return { fingerprint, words, fromTemplate };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return null;
  }
}
