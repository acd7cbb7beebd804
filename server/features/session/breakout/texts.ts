import type { Instant } from '#shared/kernel/duration.ts';
import type { BreakoutId, DocumentId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';

/** What a breakout needs of its group's text; the document server gives it. */
export type BreakoutTexts = {
  /** An empty one for some of those in the session. */
  readonly make: (
    tx: Tx,
    text: {
      readonly sessionId: SessionId;
      readonly title: string;
      readonly by: PersonId;
      readonly at: Instant;
    },
  ) => Promise<DocumentId>;
  readonly letIn: (tx: Tx, documentId: DocumentId, people: readonly PersonId[]) => Promise<void>;
  readonly letOut: (tx: Tx, documentId: DocumentId, people: readonly PersonId[]) => Promise<void>;
  /** It goes on in another session of the same people: whose it is follows from there. */
  readonly bring: (tx: Tx, documentId: DocumentId, sessionId: SessionId) => Promise<void>;
  /** When each was last written in; null where nobody has. */
  readonly writtenAt: (
    tx: Tx,
    documents: readonly DocumentId[],
  ) => Promise<ReadonlyMap<DocumentId, Instant | null>>;
};

/** A room with its text. */
export type WithText = { readonly id: BreakoutId; readonly documentId: DocumentId | null };
