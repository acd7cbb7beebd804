import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import { CLOSE, type RefusedReason, RIGHT } from '#shared/wire/document-line.ts';
import type { Caller } from '../../../platform/dispatch.ts';
import { ackedFrame, permissionDeniedFrame, refusedFrame, rightsFrame } from './messages.ts';
import type { Shown } from './presence.ts';
import { isWithin, type Known, type UpdateShape } from './read-update.ts';

/** What the transport gives us to answer with. */
export type Pipe = {
  send(frames: Buffer, whole?: boolean): void;
  close(code: number): void;
};

/** What a line may do just now, asked of `can()` when it opened and whenever the person's rights change. */
export type LineRights = {
  readonly bits: number;
  /** Why nobody may write. `held`: for a moment, until what is being decided is committed; then it is told anew. */
  readonly closed: 'frozen' | 'handed-in' | 'held' | null;
};

/** One tab on one document: what it may, and what has become of what it sent. */
export type DocumentLine = ReturnType<typeof makeDocumentLine>;

export function makeDocumentLine(given: {
  readonly documentId: DocumentId;
  readonly caller: Caller;
  readonly shown: Shown;
  readonly pipe: Pipe;
  readonly rights: LineRights;
}) {
  const { pipe } = given;
  let rights = given.rights;
  let asksAcks = false;
  let closed = false;
  /** Sync step 2 and update messages so far. */
  let received = 0;
  let acked = 0;
  /** Those that are neither stored nor refused yet, in their order. */
  const unsettled = new Set<number>();
  /** Those of them that cannot be applied until what is missing has come, and what they are about. */
  const gaps = new Map<number, UpdateShape>();
  let toldReadOnly = false;

  /** Whether it has the right, also when it is closed: what was sent before somebody left is theirs to have sent. */
  function holds(right: keyof typeof RIGHT): boolean {
    return (rights.bits & RIGHT[right]) !== 0;
  }

  function may(right: keyof typeof RIGHT): boolean {
    return !closed && holds(right);
  }

  /** The frame that says how far everything is settled; empty when nothing has changed, or nobody asked. */
  function takeAck(): Buffer {
    const [first] = unsettled;
    const settled = first === undefined ? received : first - 1;
    if (!asksAcks || settled === acked) return NOTHING;
    acked = settled;
    return ackedFrame(settled);
  }

  function refuse(nth: number, reason: RefusedReason): void {
    // One that is ending is told by its end. An ack that counted this would call it stored.
    if (closed) return;
    unsettled.delete(nth);
    gaps.delete(nth);
    if (asksAcks) pipe.send(Buffer.concat([refusedFrame(nth, reason), takeAck()]));
    else if (!toldReadOnly) pipe.send(permissionDeniedFrame(reason));
    toldReadOnly = true;
  }

  /** Ends it from our side, and says why. */
  function close(code: number): void {
    closed = true;
    pipe.close(code);
  }

  return {
    documentId: given.documentId,
    caller: given.caller,
    personId: given.caller.personId as PersonId,
    shown: given.shown,
    pipe,
    /** Hears what others write: from the moment its first state is being written out. */
    live: false,
    /** When it was last asked to send what is missing. */
    askedAt: Number.NEGATIVE_INFINITY,
    may,
    holds,
    rights: () => rights,
    isClosed: () => closed,
    takeAck,
    gaps,

    askAcks(): void {
      asksAcks = true;
      pipe.send(Buffer.concat([rightsFrame(rights.bits), takeAck()]));
    },
    /** @returns the number of this message */
    receive(): number {
      received++;
      unsettled.add(received);
      return received;
    },
    gap(nth: number, shape: UpdateShape): void {
      gaps.set(nth, shape);
    },
    /** Is stored, and with it what lacked something before, if this brought it. */
    settle(nth: number, stored: Known): void {
      unsettled.delete(nth);
      gaps.delete(nth);
      for (const [before, shape] of gaps) {
        if (before > nth || !isWithin(shape, stored)) continue;
        gaps.delete(before);
        unsettled.delete(before);
      }
    },
    refuse,
    /**
     * What it sent is not taken, because it may only read, or nobody may write just now. A refusal is for good; while it is
     * being decided whether anybody may, the line ends instead: the browser keeps what it has, comes back and offers it again.
     */
    refuseWriting(nth: number): void {
      if (rights.closed === 'held') close(CLOSE.serverStopping);
      else refuse(nth, rights.closed ?? 'read-only');
    },
    regrant(next: LineRights): void {
      if (next.bits === rights.bits && next.closed === rights.closed) return;
      rights = next;
      toldReadOnly = false;
      if (asksAcks) pipe.send(rightsFrame(rights.bits));
    },
    asksAcks: () => asksAcks,
    /** Nothing more is taken from it or sent to it. */
    end(): void {
      closed = true;
    },
    close,
  };
}

export const NOTHING = Buffer.alloc(0);
