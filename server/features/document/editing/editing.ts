import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import { CLOSE } from '#shared/wire/document-line.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Caller, Can, SubjectOf } from '../../../platform/dispatch.ts';
import type { Log } from '../../../platform/log.ts';
import type { Database } from '../../../storage/database.ts';
import type { DocumentRoom } from './document-room.ts';
import { makeHeldStill } from './held-still.ts';
import { type DocumentLine, makeDocumentLine, type Pipe } from './line.ts';
import { askRights, NO_RIGHTS } from './line-rights.ts';
import { makeOpenRooms, NoDocument, Quarantined } from './open-rooms.ts';

const TICK_MS = 5_000;
const ASKED_AGAIN_EVERY_MS = MINUTE_MS;
const RESTORE_TRIES = 3;

type SignedIn = Caller & { readonly expiresAt: Instant };

/** What came of making a document say what a state says: nothing, where it says so already, or is held still just now. */
type Made = 'changed' | 'same' | 'held';

/** What a line is given when it opens. */
export type LineEnd = {
  message(bytes: Uint8Array): void | Promise<void>;
  closed(): void;
};

export type Editing = ReturnType<typeof makeEditing>;

/** The lines to the documents that are open on this server: who may have one, and what they may as long as they do. */
export function makeEditing(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly can: Can;
  readonly subjectOf: SubjectOf;
  /** How long the thread that holds the texts may be at one thing. */
  readonly answersWithinMs?: number;
}) {
  const { clock, log } = parts;
  const linesOf = new Map<PersonId, Set<DocumentLine>>();
  const making = new Map<DocumentId, Promise<Made>>();
  const askAgainAt = new WeakMap<DocumentLine, Instant>();
  /** Raised whenever anybody's rights change: a line that opens meanwhile is asked about again. */
  let changes = 0;
  let ticking: NodeJS.Timeout | null = null;
  let underWay: Promise<void> | null = null;

  const rooms = makeOpenRooms({
    ...parts,
    opening: () => {
      ticking ??= setInterval(() => void tick(), TICK_MS).unref();
    },
  });
  const { roomOf, forgetIfEmpty, openRoom } = rooms;
  const held = makeHeldStill({
    linesTo: (documentId) => openRoom(documentId)?.lines ?? [],
    recheck: (line) => void recheck(line),
  });
  const { whileHeld } = held;

  /** @returns how to open the line, or why there is none */
  async function admit(
    caller: SignedIn,
    documentId: DocumentId,
  ): Promise<((pipe: Pipe) => LineEnd) | 'signed-out' | 'not-found'> {
    const before = changes;
    const asked = await askRights(parts, caller, documentId);
    if (!asked.ok) return asked.code === CLOSE.signedOut ? 'signed-out' : 'not-found';
    return (pipe) => {
      const { shown } = asked;
      const rights = whileHeld(documentId, asked.rights);
      const line = makeDocumentLine({ documentId, caller, shown, pipe, rights });
      return openLine(line, caller.expiresAt, changes !== before);
    };
  }

  function openLine(line: DocumentLine, expiresAt: Instant, isStale: boolean): LineEnd {
    const mine = linesOf.get(line.personId) ?? new Set();
    linesOf.set(line.personId, mine.add(line));
    const now = clock.now();
    askAgainAt.set(line, Math.max(expiresAt, now + ASKED_AGAIN_EVERY_MS));
    let room: DocumentRoom | null = null;
    const opening = roomOf(line.documentId).then(
      (found) => {
        room = found;
        if (line.isClosed()) return;
        // Held, or let go, while it opened: those that hold still and let go saw only the lines that were open.
        const wasHeld = line.rights().closed === 'held';
        line.regrant(whileHeld(line.documentId, line.rights()));
        found.join(line);
        if (wasHeld && !held.has(line.documentId)) void recheck(line);
      },
      (error) => failLine(line, error),
    );
    if (isStale) void recheck(line);
    return {
      message: (bytes) =>
        room ? room.message(line, bytes) : opening.then(() => room?.message(line, bytes)),
      closed: () => {
        mine.delete(line);
        if (mine.size === 0) linesOf.delete(line.personId);
        if (room) {
          room.leave(line);
          forgetIfEmpty(line.documentId);
        } else {
          line.end();
          void opening.then(() => room && forgetIfEmpty(line.documentId));
        }
      },
    };
  }

  function failLine(line: DocumentLine, error: unknown): void {
    const code =
      error instanceof NoDocument
        ? CLOSE.forbidden
        : error instanceof Quarantined
          ? CLOSE.quarantined
          : CLOSE.serverStopping;
    if (code === CLOSE.serverStopping) log.warn({ err: error }, 'a document could not be opened');
    line.close(code);
  }

  async function recheck(line: DocumentLine): Promise<void> {
    if (line.isClosed()) return;
    try {
      const asked = await askRights(parts, line.caller, line.documentId);
      line.regrant(asked.ok ? whileHeld(line.documentId, asked.rights) : NO_RIGHTS);
      const room = openRoom(line.documentId);
      if (asked.ok) room?.regranted(line);
      else if (room) room.dismiss(line, asked.code);
      else line.close(asked.code);
    } catch (error) {
      // Closed when in doubt: the client comes back and is asked at the door.
      log.warn({ err: error }, 'rights to a document could not be checked again; the line is cut');
      line.regrant(NO_RIGHTS);
      line.close(CLOSE.serverStopping);
    }
  }

  /** One at a time: while storage is slow the next one is left out. */
  function tick(): Promise<void> {
    underWay ??= lookAround().finally(() => {
      underWay = null;
    });
    return underWay;
  }

  async function lookAround(): Promise<void> {
    const now = clock.now();
    for (const room of rooms.openRooms()) {
      await room.tick();
      for (const line of room.lines) {
        if ((askAgainAt.get(line) ?? 0) > now) continue;
        askAgainAt.set(line, now + ASKED_AGAIN_EVERY_MS);
        await recheck(line);
      }
    }
    if (rooms.count() === 0 && ticking) {
      clearInterval(ticking);
      ticking = null;
    }
  }

  async function makeLike(documentId: DocumentId, state: Uint8Array, by: PersonId): Promise<Made> {
    const room = await roomOf(documentId);
    for (let tries = 0; tries < RESTORE_TRIES; tries++) {
      await room.drain();
      const change = await rooms.keeper.ask('changeTo', { documentId, state });
      const isHeld = held.has(documentId);
      if (!isHeld && change !== null && !(await room.submit(by, change))) continue;
      forgetIfEmpty(documentId);
      if (isHeld) return 'held';
      return change === null ? 'same' : 'changed';
    }
    forgetIfEmpty(documentId);
    throw new Error('a document was written in each time that it was to be made like another');
  }

  return {
    admit,
    /** Somebody's rights have changed: every line of theirs is asked about again. */
    changed(personId: PersonId): void {
      changes++;
      for (const line of linesOf.get(personId) ?? []) void recheck(line);
    },
    contentOf: rooms.contentOf,
    canonicalOf: rooms.canonicalOf,
    /**
     * Takes no edit from now on, however long it takes to read it, until it is let go: then each line's rights are what the
     * database says. What is read after this is what stays. Whoever holds it lets go of it, at once or when it is committed.
     */
    holdStill: held.holdStill,
    release: held.release,
    releaseWhenCommitted: held.releaseWhenCommitted,
    authorshipOf: rooms.authorshipOf,
    /**
     * Makes a document say what a state says, as a change in that person's name that all who have it open receive.
     * Resolves when it is stored. One after the other: two that ask for the same would else write it twice.
     */
    makeLike(documentId: DocumentId, state: Uint8Array, by: PersonId): Promise<Made> {
      const before = making.get(documentId);
      const now = (async () => {
        await before?.catch(() => undefined);
        return makeLike(documentId, state, by);
      })();
      making.set(documentId, now);
      const done = () => {
        if (making.get(documentId) === now) making.delete(documentId);
      };
      now.then(done, done);
      return now;
    },
    /** A version was kept by somebody: the next one by itself comes later. */
    versionKept(documentId: DocumentId): void {
      openRoom(documentId)?.versionKept();
    },
    salvage: rooms.salvage,
    storing: rooms.storing,
    openDocuments: rooms.count,
    tick,
    drain: rooms.drain,
    async stop(): Promise<void> {
      if (ticking) clearInterval(ticking);
      held.stop();
      await rooms.stop();
    },
  };
}
