import type { DocumentId } from '#shared/kernel/ids.ts';
import { RIGHT } from '#shared/wire/document-line.ts';
import type { DocumentLine, LineRights } from './line.ts';

/** Far longer than a commit, and no longer than one may be kept from writing when it failed. */
const COMMITTED_WITHIN_MS = 10_000;

/** Documents that take no edit just now, while something about them is decided and committed. */
export function makeHeldStill(parts: {
  /** The lines to a document that are open. */
  readonly linesTo: (documentId: DocumentId) => Iterable<DocumentLine>;
  /** Asks anew what a line may. */
  readonly recheck: (line: DocumentLine) => void;
}) {
  /** Once something is decided: when they are let go. */
  const held = new Map<DocumentId, NodeJS.Timeout | null>();

  /** What the database says is closed, is closed already: then there is nothing to wait for. */
  const whileHeld = (documentId: DocumentId, rights: LineRights): LineRights =>
    held.has(documentId) && (rights.closed === null || rights.closed === 'held')
      ? { bits: rights.bits & ~RIGHT.write, closed: 'held' }
      : rights;

  function holdStill(documentId: DocumentId): void {
    clearTimeout(held.get(documentId) ?? undefined);
    held.set(documentId, null);
    for (const line of parts.linesTo(documentId))
      line.regrant(whileHeld(documentId, line.rights()));
  }

  function releaseWhenCommitted(documentId: DocumentId): void {
    clearTimeout(held.get(documentId) ?? undefined);
    held.set(documentId, setTimeout(release, COMMITTED_WITHIN_MS, documentId).unref());
  }

  function release(documentId: DocumentId): void {
    clearTimeout(held.get(documentId) ?? undefined);
    held.delete(documentId);
    for (const line of parts.linesTo(documentId)) parts.recheck(line);
  }

  return {
    /** Whether a document takes no edit just now. */
    has: (documentId: DocumentId): boolean => held.has(documentId),
    /** What is left of a line's rights meanwhile. */
    whileHeld,
    holdStill,
    release,
    releaseWhenCommitted,
    stop(): void {
      for (const timer of held.values()) clearTimeout(timer ?? undefined);
    },
  };
}
