import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import type { Share, StoredAuthors, WordCount } from './authors.ts';
import type { StoredGone } from './gone-letters.ts';
import type { Owner } from './owners.ts';
import type { UpdateShape } from './read-update.ts';

/** What one person wrote between two commits, as it is stored: Yjs updates, each after its length. */
export type StoredUpdate = {
  readonly personId: PersonId | null;
  readonly bytes: Uint8Array;
  /** Whose the words are that a restored version brought, by client; null where the server has not said. */
  readonly whose: StoredAuthors | null;
};

export type Stored = {
  readonly snapshot: {
    readonly state: Uint8Array;
    readonly authors: StoredAuthors;
    readonly gone: StoredGone;
  } | null;
  readonly updates: readonly StoredUpdate[];
};

/** What can be asked of the thread that holds the documents, and what it answers. */
export type KeeperAsks = {
  /** Builds a document from what is stored. */
  load: { ask: { documentId: DocumentId; stored: Stored }; answer: Loaded };
  /** The whole state as one update. */
  state: { ask: { documentId: DocumentId }; answer: Uint8Array };
  /** What somebody lacks who has this much. */
  diff: { ask: { documentId: DocumentId; stateVector: Uint8Array }; answer: Uint8Array };
  /** Reads a large update; with a document named, also whether its deletions are news to it. */
  read: {
    ask: { documentId: DocumentId; bytes: Uint8Array };
    answer: { shape: UpdateShape; newDeletes: boolean } | null;
  };
  /** Everything that is stored when a document rests. */
  rest: { ask: { documentId: DocumentId }; answer: AtRest };
  /** The plain text, for search. */
  text: { ask: { documentId: DocumentId }; answer: string };
  /** The change that makes the document say what a version says; null when it does. */
  changeTo: { ask: { documentId: DocumentId; state: Uint8Array }; answer: Change | null };
  authorship: { ask: { documentId: DocumentId }; answer: Authorship };
  forget: { ask: { documentId: DocumentId }; answer: null };
  /** Of a document that nobody has open: what its stored parts come to. */
  assemble: { ask: { documentId: DocumentId; stored: Stored }; answer: AtRest };
  /** What a state says, in canonical form, and whose words those are. */
  canonical: {
    ask: { documentId: DocumentId; state: Uint8Array; authors: StoredAuthors };
    answer: Canonical;
  };
  /** The last state from before an update that cannot be applied. */
  salvage: { ask: { documentId: DocumentId; stored: Stored }; answer: AtRest };
};
export type Asked = keyof KeeperAsks;

/** How much each has written of what stands there, and whose every stretch is. */
export type Authorship = { readonly shares: readonly Share[]; readonly authors: StoredAuthors };

/** What the server itself writes, and whose words it is. */
export type Change = { readonly update: Uint8Array; readonly whose: StoredAuthors };

export type Canonical = WordCount & { readonly canonical: string };

export type Loaded = {
  readonly owners: readonly Owner[];
  readonly known: readonly (readonly [number, number])[];
  readonly bytes: number;
};
export type AtRest = {
  readonly state: Uint8Array;
  readonly authors: StoredAuthors;
  readonly gone: StoredGone;
  readonly text: string;
};

/** What a thread is at, in memory that both sides see: the number of the message. It cannot say so itself when it hangs. */
export type KeeperThreadData = { readonly at: SharedArrayBuffer };

export type ToKeeper =
  | { readonly kind: 'ask'; readonly nth: number; readonly what: Asked; readonly with: unknown }
  /** Stored updates of open documents: nothing is answered unless they cannot be applied. */
  | {
      readonly kind: 'apply';
      readonly documents: readonly (readonly [
        nth: number,
        documentId: DocumentId,
        updates: readonly StoredUpdate[],
      ])[];
    };

export type FromKeeper =
  | { readonly kind: 'answer'; readonly nth: number; readonly value: unknown }
  | {
      readonly kind: 'failed';
      readonly nth: number;
      readonly poisoned: boolean;
      readonly message: string;
    }
  | { readonly kind: 'poisoned'; readonly documentId: DocumentId; readonly message: string };
