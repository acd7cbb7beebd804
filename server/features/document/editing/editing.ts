import type { DocumentStanding } from '#shared/features/document/catalogue/model.ts';
import { isClosed, isOpenForEdits } from '#shared/features/document/catalogue/rules.ts';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import { CLOSE, RIGHT } from '#shared/wire/document-line.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Caller, Can, SubjectOf } from '../../../platform/dispatch.ts';
import type { Log } from '../../../platform/log.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { nameAndPlace } from '../../identity/public.ts';
import { documentStanding } from '../catalogue/standing.ts';
import { addVersion } from '../history/repository.ts';
import { type DocumentRoom, makeDocumentRoom } from './document-room.ts';
import { DocumentPoisoned, makeKeeper } from './keeper.ts';
import type { AtRest, Authorship } from './keeper-protocol.ts';
import { type DocumentLine, type LineRights, makeDocumentLine, type Pipe } from './line.ts';
import type { Shown } from './presence.ts';
import { makeQuarantine } from './quarantine.ts';
import { noteWritten, putSnapshot, putText, readStored } from './stored.ts';
import { makeUpdateLog } from './update-log.ts';

/** A tab that is reloaded finds its document still there. */
const FORGOTTEN_AFTER_MS = 20_000;
const TICK_MS = 5_000;
const ASKED_AGAIN_EVERY_MS = MINUTE_MS;
/** Far longer than a commit, and no longer than one may be kept from writing when it failed. */
const COMMITTED_WITHIN_MS = 10_000;

type SignedIn = Caller & { readonly expiresAt: Instant };

/** What a line is given when it opens. */
export type LineEnd = {
  message(bytes: Uint8Array): void | Promise<void>;
  closed(): void;
};

export type Editing = ReturnType<typeof makeEditing>;

class NoDocument extends Error {}
class Quarantined extends Error {}

/** Whether it is the text itself that cannot be read, and not that we could not get at it. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof Quarantined || error instanceof DocumentPoisoned;
}

/** The documents that are open on this server, and the lines to them. No document is ever open twice. */
export function makeEditing(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly can: Can;
  readonly subjectOf: SubjectOf;
  /** How long the thread that holds the texts may be at one thing. */
  readonly answersWithinMs?: number;
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
  const linesOf = new Map<PersonId, Set<DocumentLine>>();
  const askAgainAt = new WeakMap<DocumentLine, Instant>();
  /** Documents that take no edit just now, and once something is decided, when they are let go. */
  const held = new Map<DocumentId, NodeJS.Timeout | null>();
  /** Raised whenever anybody's rights change: a line that opens meanwhile is asked about again. */
  let changes = 0;
  let ticking: NodeJS.Timeout | null = null;
  let underWay: Promise<void> | null = null;

  // — Rooms

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
    ticking ??= setInterval(() => void tick(), TICK_MS).unref();
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

  // — Lines

  type Asked =
    | { readonly ok: true; readonly rights: LineRights; readonly shown: Shown }
    | { readonly ok: false; readonly code: typeof CLOSE.signedOut | typeof CLOSE.forbidden };

  /** What a caller may do with a document now: the same judge as for every call. */
  function ask(caller: Caller, documentId: DocumentId): Promise<Asked> {
    return inTransaction(database, 'view', async (tx): Promise<Asked> => {
      const now = clock.now();
      const subject = await parts.subjectOf(tx, caller.personId, caller.signInId, now);
      if (!subject?.active) return { ok: false, code: CLOSE.signedOut };
      const standing = await documentStanding(tx, subject, documentId, now);
      const may = (action: 'document/read' | 'document/edit') =>
        standing !== null && parts.can(subject, action, standing, { now });
      if (!standing || !may('document/read')) return { ok: false, code: CLOSE.forbidden };
      return {
        ok: true,
        rights: rightsOf(standing, may('document/edit')),
        shown: await shownAs(tx, caller.personId),
      };
    });
  }

  /** @returns how to open the line, or why there is none */
  async function admit(
    caller: SignedIn,
    documentId: DocumentId,
  ): Promise<((pipe: Pipe) => LineEnd) | 'signed-out' | 'not-found'> {
    const before = changes;
    const asked = await ask(caller, documentId);
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
        const wasHeld = line.rights().frozen === 'held';
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
      const asked = await ask(line.caller, line.documentId);
      line.regrant(asked.ok ? whileHeld(line.documentId, asked.rights) : NO_RIGHTS);
      holders.get(line.documentId)?.open?.regranted(line);
      if (!asked.ok) line.close(asked.code);
    } catch (error) {
      // Closed when in doubt: the client comes back and is asked at the door.
      log.warn({ err: error }, 'rights to a document could not be checked again; the line is cut');
      line.regrant(NO_RIGHTS);
      line.close(CLOSE.serverStopping);
    }
  }

  /** What the database says is closed, is closed already: then there is nothing to wait for. */
  const whileHeld = (documentId: DocumentId, rights: LineRights): LineRights =>
    held.has(documentId) && rights.frozen !== true
      ? { bits: rights.bits & ~RIGHT.write, frozen: 'held' }
      : rights;

  function holdStill(documentId: DocumentId): void {
    clearTimeout(held.get(documentId) ?? undefined);
    held.set(documentId, null);
    for (const line of holders.get(documentId)?.open?.lines ?? []) {
      line.regrant(whileHeld(documentId, line.rights()));
    }
  }

  function releaseWhenCommitted(documentId: DocumentId): void {
    clearTimeout(held.get(documentId) ?? undefined);
    held.set(documentId, setTimeout(release, COMMITTED_WITHIN_MS, documentId).unref());
  }

  function release(documentId: DocumentId): void {
    clearTimeout(held.get(documentId) ?? undefined);
    held.delete(documentId);
    for (const line of holders.get(documentId)?.open?.lines ?? []) void recheck(line);
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
    for (const { open, closed } of holders.values()) {
      if (!open || closed) continue;
      await open.tick();
      for (const line of open.lines) {
        if ((askAgainAt.get(line) ?? 0) > now) continue;
        askAgainAt.set(line, now + ASKED_AGAIN_EVERY_MS);
        await recheck(line);
      }
    }
    if (holders.size === 0 && ticking) {
      clearInterval(ticking);
      ticking = null;
    }
  }

  return {
    admit,
    /** Somebody's rights have changed: every line of theirs is asked about again. */
    changed(personId: PersonId): void {
      changes++;
      for (const line of linesOf.get(personId) ?? []) void recheck(line);
    },
    /**
     * What a document says now, as one state and as text. Whoever is in a transaction reads in that: were it to wait for
     * a second connection, as many as there are connections would wait for each other.
     */
    async contentOf(documentId: DocumentId, within: Tx | Database | null = null): Promise<AtRest> {
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
    },
    /** What it says now in canonical form, of which its fingerprint is made, and as plain text. */
    async canonicalOf(
      documentId: DocumentId,
      within: Tx | Database,
    ): Promise<{ readonly canonical: string; readonly text: string }> {
      const { state, text } = await this.contentOf(documentId, within);
      return { canonical: await keeper.ask('canonical', { documentId, state }), text };
    },
    /**
     * Takes no edit from now on, however long it takes to read it, until it is let go: then each line's rights are what the
     * database says. What is read after this is what stays. Whoever holds it lets go of it, at once or when it is committed.
     */
    holdStill,
    release,
    releaseWhenCommitted,
    async authorshipOf(documentId: DocumentId): Promise<Authorship> {
      const room = await roomOf(documentId);
      await room.drain();
      const authorship = await keeper.ask('authorship', { documentId });
      forgetIfEmpty(documentId);
      return authorship;
    },
    /**
     * Makes a document say what a state says, as a change in that person's name that all who have it open receive.
     * Resolves when it is stored.
     * @returns false when it is held still just now
     */
    async makeLike(documentId: DocumentId, state: Uint8Array, by: PersonId): Promise<boolean> {
      const room = await roomOf(documentId);
      for (let tries = 0; tries < RESTORE_TRIES; tries++) {
        await room.drain();
        const change = await keeper.ask('changeTo', { documentId, state });
        if (held.has(documentId)) {
          forgetIfEmpty(documentId);
          return false;
        }
        if (change === null || (await room.submit(by, change))) break;
      }
      forgetIfEmpty(documentId);
      return true;
    },
    /** A version was kept by somebody: the next one by itself comes later. */
    versionKept(documentId: DocumentId): void {
      holders.get(documentId)?.open?.versionKept();
    },
    /** Looks for the last good state of a document in quarantine, where that has not been found yet. */
    salvage: quarantine.salvage,
    /** Whether anything is stored just now. */
    storing: () => !updateLog.failing(),
    /** How many documents are open here. */
    openDocuments: () => holders.size,
    tick,
    /** Stores what was taken. Call when no line sends any more. */
    async drain(): Promise<void> {
      await Promise.all([...holders.values()].map(({ open }) => open?.drain()));
    },
    async stop(): Promise<void> {
      if (ticking) clearInterval(ticking);
      for (const timer of held.values()) clearTimeout(timer ?? undefined);
      for (const { open, idle } of holders.values()) {
        if (idle) clearTimeout(idle);
        open?.end(CLOSE.serverStopping);
      }
      updateLog.stop();
      await Promise.all([keeper.stop(), quarantine.stop()]);
    },
  };
}

const RESTORE_TRIES = 3;
const NO_RIGHTS: LineRights = { bits: 0, frozen: false };

function rightsOf(standing: DocumentStanding, mayEdit: boolean): LineRights {
  const write = mayEdit && isOpenForEdits(standing) ? RIGHT.write : 0;
  return { bits: RIGHT.read | RIGHT.awareness | write, frozen: isClosed(standing) };
}

const HUES = 360;

/** The same person has the same colour in every document and on every screen. */
async function shownAs(tx: Tx, personId: PersonId): Promise<Shown> {
  const { displayName } = await nameAndPlace(tx, personId);
  const number = Number.parseInt(personId.replaceAll('-', '').slice(-8), 16);
  return { personId, name: displayName, hue: number % HUES };
}
