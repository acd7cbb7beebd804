import type { DocumentId } from '../kernel/ids.ts';

/**
 * The document line: y-websocket's wire format at `/yjs/<documentId>`, with messages of our own for those who asked for
 * them. Every message is a lib0 varUint of its kind and what follows.
 */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  /** Server to client: permission denied, with a reason in words of ours. */
  auth: 2,
  queryAwareness: 3,
  /** Client to server, without a body, once after opening: says that it understands the three below. */
  askAcks: 100,
  /**
   * `varUint n`: the first n sync step 2 and update messages of this connection are settled: stored, or refused by a
   * `refused` of their own, which comes before it.
   */
  acked: 101,
  /** `varUint bits` of RIGHT. */
  rights: 102,
  /** `varUint n, varString reason`: the n-th such message is not stored and never will be. */
  refused: 103,
} as const;

export const RIGHT = { read: 1, write: 2, awareness: 4 } as const;

export const REFUSED_REASONS = [
  'read-only',
  'frozen',
  'handed-in',
  'too-large',
  'document-full',
  'malformed',
  /** It continues what another person writes. */
  'not-yours',
] as const;
export type RefusedReason = (typeof REFUSED_REASONS)[number];

/** Why the server ends a line. Each has one next state in the client. */
export const CLOSE = {
  /** Come back at once: another server takes over. */
  serverStopping: 1012,
  /** More was sent at once than a frame may hold. */
  tooLarge: 1009,
  /** What was sent cannot be read. */
  malformed: 4400,
  signedOut: 4401,
  /** The right to read is gone, or the document is. */
  forbidden: 4403,
  /** The stored text cannot be read; its last good state can be opened. */
  quarantined: 4410,
  /** Too many messages, or reading too slowly: come back after a while. */
  tooMuch: 4429,
} as const;

/** An update in one frame; an offline merge comes as a sync step 2 and may be as large as the document. */
export const UPDATE_BYTES_MAX = 256 * 1024;
/** Of the encoded state. Beyond it the document is full: what is there stays, nothing is added. */
export const DOCUMENT_BYTES_MAX = 5 * 1024 * 1024;
/** Room for the frame's head around a whole document. */
export const FRAME_BYTES_MAX = DOCUMENT_BYTES_MAX + 1024;

/** The XML fragment of the Yjs document that holds the text. */
export const TEXT_FIELD = 'text';

export function linePathOf(documentId: DocumentId): string {
  return `/yjs/${documentId}`;
}
