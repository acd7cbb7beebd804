import { assertNever } from '#shared/kernel/assert-never.ts';
import { CLOSE, type RefusedReason } from '#shared/wire/document-line.ts';

/** Why a document's line will not be tried again by itself. */
export type RefusedWhy =
  | 'signed-out'
  /** The document was set aside by the server: something in it cannot be read. */
  | 'quarantined'
  /** A change of ours was refused. */
  | RefusedReason;

/** Why what was written on a line is in nobody's document. */
export type GivenUpWhy = Exclude<RefusedWhy, 'signed-out'> | 'gone';

/**
 * How one open document stands with the server. `attempt` counts since the line was last whole; `trying` is false
 * while waiting for the next attempt.
 */
export type DocumentLine =
  /** The first attempt. What is on the screen, if anything, comes from this device. */
  | { readonly status: 'connecting' }
  /** What the server had is here, and what happens there comes at once. */
  | { readonly status: 'whole' }
  | {
      readonly status: 'offline';
      readonly attempt: number;
      readonly trying: boolean;
      /** The server closed it, and is being asked why: nothing is wrong with the network. */
      readonly shut?: true;
    }
  /** The server said no for good: what was written since then is not in the document of the others. */
  | { readonly status: 'refused'; readonly why: RefusedWhy }
  /** Deleted, moved, or no longer ours to see: one answer, as everywhere. */
  | { readonly status: 'gone' };

export type LineEvent =
  | { readonly type: 'whole' }
  | { readonly type: 'closed'; readonly code: number }
  /** The server was asked over HTTP why the line did not come up, or ended. */
  | { readonly type: 'told'; readonly verdict: 'gone' | 'signed-out' | 'unknown' }
  | { readonly type: 'refused'; readonly why: RefusedWhy }
  | { readonly type: 'wait-over' }
  | { readonly type: 'try-now' };

/** Our close codes, each with its one next step. Whatever is not listed says nothing about us: try again. */
export function afterClose(code: number): 'retry' | RefusedWhy {
  switch (code) {
    case CLOSE.tooLarge:
      return 'too-large';
    case CLOSE.malformed:
      return 'malformed';
    case CLOSE.signedOut:
      return 'signed-out';
    case CLOSE.quarantined:
      return 'quarantined';
    default:
      return 'retry';
  }
}

/** What comes next. Every state meets every event; what cannot matter leaves the state as it is. */
export function nextLine(line: DocumentLine, event: LineEvent): DocumentLine {
  if (line.status === 'gone' || line.status === 'refused') return line;
  switch (event.type) {
    case 'whole':
      return { status: 'whole' };
    case 'closed':
      return closed(line, event.code);
    case 'told':
      if (event.verdict === 'unknown') return withoutShut(line);
      return event.verdict === 'gone'
        ? { status: 'gone' }
        : { status: 'refused', why: event.verdict };
    case 'refused':
      return { status: 'refused', why: event.why };
    case 'wait-over':
    case 'try-now':
      return line.status === 'offline' && !line.trying ? { ...line, trying: true } : line;
    default:
      return assertNever(event);
  }
}

/** Nobody could say why: then it may as well be the network. */
function withoutShut(line: DocumentLine): DocumentLine {
  if (line.status !== 'offline' || !line.shut) return line;
  const { shut: _, ...rest } = line;
  return rest;
}

function closed(
  line: Exclude<DocumentLine, { status: 'gone' | 'refused' }>,
  code: number,
): DocumentLine {
  const then = afterClose(code);
  if (then !== 'retry') return { status: 'refused', why: then };
  switch (line.status) {
    case 'whole':
    case 'connecting':
      return {
        ...{ status: 'offline', attempt: 1, trying: false },
        ...(code === CLOSE.forbidden && { shut: true }),
      };
    case 'offline':
      // Only an attempt can fail; while waiting there is nothing left that could close.
      return line.trying ? { ...line, attempt: line.attempt + 1, trying: false } : line;
    default:
      return assertNever(line);
  }
}

/**
 * Why the words and the copy of a line that has ended agree with nobody's document any more; undefined while they may. A sign-in
 * that ended locks what needs the server and takes nothing from the device (docs/promises.md §1).
 */
export function givenUpWhy(line: DocumentLine): GivenUpWhy | undefined {
  if (line.status === 'gone') return 'gone';
  return line.status === 'refused' && line.why !== 'signed-out' ? line.why : undefined;
}

/** Whether a line is up or being tried: a socket belongs to this state. */
export function wantsSocket(line: DocumentLine): boolean {
  return (
    line.status === 'connecting' ||
    line.status === 'whole' ||
    (line.status === 'offline' && line.trying)
  );
}

/** What the screen says of what was written. */
export type SaveState = 'saved' | 'saving' | 'offline-unsaved' | 'not-saved';

/** What of this page's changes the server has said that it stored; counted anew on each line, as the server counts. */
export type Ledger = {
  /** Messages with changes that were sent on this line. */
  readonly sent: number;
  /** So many of them are stored, in order. */
  readonly acked: number;
  /** Whether this line was told of everything that was changed without one. */
  readonly caughtUp: boolean;
  /** Whether anything was changed here that is not known to be stored. */
  readonly unsaved: boolean;
  /** The server has been silent about it for longer than a person should be told "Lagrer …". */
  readonly overdue: boolean;
};

export type LedgerEvent =
  | { readonly type: 'changed' }
  | { readonly type: 'sent' }
  | { readonly type: 'caught-up' }
  | { readonly type: 'acked'; readonly count: number }
  | { readonly type: 'overdue' }
  | { readonly type: 'line-lost' };

/** `unsaved`: whether changes of an earlier visit lie on the device. */
export function openLedger(unsaved: boolean): Ledger {
  return { sent: 0, acked: 0, caughtUp: false, unsaved, overdue: false };
}

export function nextLedger(ledger: Ledger, event: LedgerEvent): Ledger {
  switch (event.type) {
    case 'changed':
      return { ...ledger, unsaved: true };
    case 'sent':
      return { ...ledger, sent: ledger.sent + 1 };
    case 'caught-up':
      return settled({ ...ledger, caughtUp: true });
    case 'acked':
      // A server that counts backwards, or further than we sent, is not believed.
      if (event.count <= ledger.acked || event.count > ledger.sent) return ledger;
      return settled({ ...ledger, acked: event.count, overdue: false });
    case 'overdue':
      return ledger.unsaved ? { ...ledger, overdue: true } : ledger;
    case 'line-lost':
      return { ...openLedger(ledger.unsaved), overdue: ledger.overdue };
    default:
      return assertNever(event);
  }
}

/** "Lagret" only when everything that was sent is stored, and everything was sent. */
function settled(ledger: Ledger): Ledger {
  return ledger.caughtUp && ledger.acked === ledger.sent
    ? { ...ledger, unsaved: false, overdue: false }
    : ledger;
}

/** `keptHere`: whether this device holds what is not stored, so that it may be said. */
export function saveState(line: DocumentLine, ledger: Ledger, keptHere: boolean): SaveState {
  if (!ledger.unsaved) return 'saved';
  if (line.status === 'whole') return ledger.overdue ? 'not-saved' : 'saving';
  return line.status === 'offline' && keptHere ? 'offline-unsaved' : 'not-saved';
}
