import type { DocumentId } from '#shared/kernel/ids.ts';
import { CLOSE } from '#shared/wire/document-line.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Log } from '../../../platform/log.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { addVersion } from '../history/repository.ts';
import { type DocumentRoom, makeDocumentRoom } from './document-room.ts';
import { DocumentPoisoned, makeKeeper } from './keeper.ts';
import type { AtRest, Authorship, Canonical } from './keeper-protocol.ts';
import { makeQuarantine } from './quarantine.ts';
import { noteWritten, putSnapshot, putText, readStored } from './stored.ts';
import { makeUpdateLog } from './update-log.ts';

/** A tab that is reloaded finds its document still there. */
const FORGOTTEN_AFTER_MS = 20_000;

export class NoDocument extends Error {}
export class Quarantined extends Error {}

/** Whether it is the text itself that cannot be read, and not that we could not get at it. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof Quarantined || error instanceof DocumentPoisoned;
}

/**
 * The documents that are open on this server, and what they say. None is ever open twice; one that nobody has a line to
 * is let go of after a while.
 */
export function makeOpenRooms(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** How long the thread that holds the texts may be at one thing. */
  readonly answersWithinMs?: number;
  /** A document is being opened. */
  readonly opening: () => void;
}) {
  const { database, clock, log } = parts;
  const limits = parts.answersWithinMs ? { answersWithinMs: parts.answersWithinMs } : {};
  const quarantine = makeQuarantine({
    ...{ database, clock, log, ...limits },
    close: (documentId) => closeRoom(documentId, CLOSE.quarantined),
  });
  const keeper = makeKeeper({
    ...{ log, ...limits },
    poisoned: (documentId) => void quarantine.begin(documentId),
    lost: (at) => {
      for (const documentId of [...holders.keys()]) closeRoom(documentId, CLOSE.serverStopping);
      if (at) void quarantine.hung(at);
    },
  });
  const updateLog = makeUpdateLog(parts);

  type Holder = {
    readonly room: Promise<DocumentRoom>;
    open: DocumentRoom | null;
    idle: NodeJS.Timeout | null;
    closed: Promise<void> | null;
  };
  const holders = new Map<DocumentId, Holder>();

  async function roomOf(documentId: DocumentId): Promise<DocumentRoom> {
    for (;;) {
      const holder = holders.get(documentId) ?? hold(documentId);
      if (!holder.closed) return holder.room;
      await holder.closed;
    }
  }

  function hold(documentId: DocumentId): Holder {
    const holder: Holder = { room: load(documentId), open: null, idle: null, closed: null };
    holders.set(documentId, holder);
    parts.opening();
    holder.room.then(
      (room) => {
        holder.open = room;
        forgetIfEmpty(documentId);
      },
      () => {
        // Where it is being closed already, that ends with letting it go.
        if (!holder.closed) holders.delete(documentId);
      },
    );
    return holder;
  }

  async function load(documentId: DocumentId): Promise<DocumentRoom> {
    const found = await inTransaction(database, 'view', (tx) => readStored(tx, documentId));
    if (!found) throw new NoDocument();
    if (found.quarantined) throw new Quarantined();
    try {
      const loaded = await keeper.ask('load', { documentId, stored: found.stored });
      return makeDocumentRoom({
        documentId,
        loaded,
        seq: found.seq,
        rows: found.updates,
        lastVersionAt: found.lastVersionAt,
        keeper,
        updateLog,
        clock,
        keeping: {
          snapshot: (at) =>
            inTransaction(database, 'change', (tx) =>
              putSnapshot(tx, documentId, { ...at, at: clock.now() }),
            ),
          version: async (state) => {
            const at = clock.now();
            await addVersion(database, { documentId, state, at, name: null, by: null });
          },
          noteWritten: (at) => noteWritten(database, documentId, at),
          putText: (text) => putText(database, documentId, text),
        },
      });
    } catch (error) {
      if (!(error instanceof DocumentPoisoned)) throw error;
      await quarantine.begin(documentId);
      throw new Quarantined();
    }
  }

  function forgetIfEmpty(documentId: DocumentId): void {
    const holder = holders.get(documentId);
    if (!holder?.open || holder.open.lines.size > 0 || holder.closed) return;
    if (holder.idle) clearTimeout(holder.idle);
    holder.idle = setTimeout(forget, FORGOTTEN_AFTER_MS, documentId).unref();
  }

  function forget(documentId: DocumentId): void {
    const holder = holders.get(documentId);
    if (!holder?.open || holder.open.lines.size > 0 || holder.closed) return;
    const room = holder.open;
    holder.closed = (async () => {
      await room.rest().catch((error) => log.warn({ err: error }, 'a document rests unfinished'));
      room.end(CLOSE.serverStopping);
      await letGo(documentId, holder);
    })();
  }

  /** Ends every line to a document now. What was taken is still stored before it can be opened again. */
  function closeRoom(documentId: DocumentId, code: number): void {
    const holder = holders.get(documentId);
    if (!holder || holder.closed) return;
    holder.closed = (async () => {
      const room = await holder.room.catch(() => null);
      room?.end(code);
      await room?.drain();
      await letGo(documentId, holder);
    })();
  }

  async function letGo(documentId: DocumentId, holder: Holder): Promise<void> {
    if (holder.idle) clearTimeout(holder.idle);
    if (holders.get(documentId) !== holder) return;
    await keeper.ask('forget', { documentId }).catch(() => undefined);
    holders.delete(documentId);
  }

  /**
   * What a document says now, as one state and as text. Whoever is in a transaction reads in that: were it to wait for
   * a second connection, as many as there are connections would wait for each other.
   */
  async function contentOf(
    documentId: DocumentId,
    within: Tx | Database | null = null,
  ): Promise<AtRest> {
    const holder = holders.get(documentId);
    if (holder?.open) {
      await holder.open.drain();
      if (!holder.closed) return keeper.ask('rest', { documentId });
    }
    // Nobody can have written what is only being opened.
    const found = await (within
      ? readStored(within, documentId)
      : inTransaction(database, 'view', (tx) => readStored(tx, documentId)));
    if (!found) throw new NoDocument();
    if (found.quarantined) throw new Quarantined();
    return keeper.ask('assemble', { documentId, stored: found.stored });
  }

  return {
    keeper,
    roomOf,
    forgetIfEmpty,
    /** One that is open here already. */
    openRoom: (documentId: DocumentId): DocumentRoom | null =>
      holders.get(documentId)?.open ?? null,
    /** Those that are open, and are not being closed. */
    *openRooms(): Iterable<DocumentRoom> {
      for (const { open, closed } of holders.values()) if (open && !closed) yield open;
    },
    /** How many are open, or about to be. */
    count: () => holders.size,
    contentOf,
    /** What it says now in canonical form, of which its fingerprint is made, and how many words of it somebody here wrote. */
    async canonicalOf(documentId: DocumentId, within: Tx | Database): Promise<Canonical> {
      const { state, authors } = await contentOf(documentId, within);
      return keeper.ask('canonical', { documentId, state, authors });
    },
    async authorshipOf(documentId: DocumentId): Promise<Authorship> {
      const room = await roomOf(documentId);
      await room.drain();
      const authorship = await keeper.ask('authorship', { documentId });
      forgetIfEmpty(documentId);
      return authorship;
    },
    /** Looks for the last good state of a document in quarantine, where that has not been found yet. */
    salvage: quarantine.salvage,
    /** Whether anything is stored just now. */
    storing: () => !updateLog.failing(),
    /** Stores what was taken. Call when no line sends any more. */
    async drain(): Promise<void> {
      await Promise.all([...holders.values()].map(({ open }) => open?.drain()));
    },
    async stop(): Promise<void> {
      for (const { open, idle } of holders.values()) {
        if (idle) clearTimeout(idle);
        open?.end(CLOSE.serverStopping);
      }
      updateLog.stop();
      await Promise.all([keeper.stop(), quarantine.stop()]);
    },
  };
}
