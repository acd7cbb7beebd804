import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import type { StoredAuthors } from './authors.ts';
import type { Loaded } from './keeper-protocol.ts';
import type { DocumentLine } from './line.ts';
import { askForMissing } from './missing.ts';
import { makeOwners } from './owners.ts';
import {
  type Fit,
  fitInto,
  isWithin,
  type Known,
  readUpdate,
  type UpdateShape,
} from './read-update.ts';
import type { LogRow, Numbered } from './stored.ts';
import type { UpdateLog, Writer } from './update-log.ts';
import { updatesIn } from './updates-in.ts';

/** What waits while storage is away (X3); then lines are ended, and browsers keep what they have. */
const WAITING_UPDATES_MAX = 2_000;
const WAITING_BYTES_MAX = 5 * 1024 * 1024;

/** An update that was taken, until it is stored. */
export type Taken = {
  /** Null: a change of the server's own, in a person's name. */
  readonly line: DocumentLine | null;
  readonly nth: number;
  readonly personId: PersonId;
  readonly bytes: Uint8Array;
  readonly shape: UpdateShape;
  /** Tells nothing that is not waiting to be stored already: it is settled with that. */
  readonly isEcho: boolean;
  /** Of a change of the server's own: whose words it brings back. */
  readonly whose?: StoredAuthors;
  readonly settled?: (stored: boolean) => void;
};

export type RoomQueue = ReturnType<typeof makeRoomQueue>;

/**
 * What was taken into one document and is not stored yet, in its order. Knows how far each client is stored, and how far it is
 * taken beyond that; the text itself lies in the keeper's thread.
 */
export function makeRoomQueue(parts: {
  readonly documentId: DocumentId;
  readonly loaded: Loaded;
  readonly seq: number;
  readonly updateLog: UpdateLog;
  /** These are stored, as these rows: none when there was nothing new in them. */
  readonly stored: (entries: readonly Taken[], rows: readonly LogRow[]) => void;
  /** Another server stored these before us. */
  readonly overtaken: (rows: readonly Numbered[], updates: readonly Uint8Array[]) => void;
}) {
  const { documentId, updateLog } = parts;
  const stored = new Map(parts.loaded.known);
  let known = new Map(parts.loaded.known);
  const owners = makeOwners(parts.loaded.owners);
  let waiting: Taken[] = [];
  let waitingBytes = 0;
  let underWay: Taken[] = [];
  let underWayBytes = 0;
  let underWayRows: readonly LogRow[] = [];
  let seq = parts.seq;
  /** All that was stored since it was opened; it only grows. */
  let storedSince = 0;
  /** How large the state was when it was measured last, and how much had been stored by then. */
  let measured = { at: 0, bytes: parts.loaded.bytes };
  const drained: (() => void)[] = [];
  const decided: (() => void)[] = [];
  const writer: Writer = { documentId, take: takeRows, stored: rowsStored, overtaken };

  function stateVector(): Uint8Array {
    return Y.encodeStateVector(stored);
  }

  function add(entry: Taken, next: Known): void {
    for (const [client, clock] of next) known.set(client, clock);
    owners.take(next.keys(), entry.personId);
    waiting.push(entry);
    waitingBytes += entry.bytes.length;
    updateLog.wake(writer);
  }

  function takeRows(): readonly LogRow[] {
    dropWhatIsNoLongerAllowed();
    underWay = waiting;
    underWayBytes = waitingBytes;
    waiting = [];
    waitingBytes = 0;
    underWayRows = [...byPerson(underWay)].map(([personId, entries]) => ({
      documentId,
      seq: ++seq,
      personId,
      bytes: putTogether(entries),
      whose: whoseIn(entries),
    }));
    // Only echoes of what has been stored meanwhile, or nothing, where all of it was dropped: whoever waits is told.
    if (underWayRows.length === 0) rowsStored();
    return underWayRows;
  }

  /** Rights may have gone since it was taken. What builds on what is dropped goes with it. */
  function dropWhatIsNoLongerAllowed(): void {
    const mayStill = ({ line, isEcho }: Taken) => line === null || isEcho || line.holds('write');
    if (waiting.every(mayStill)) return;
    const all = waiting;
    waiting = [];
    waitingBytes = 0;
    known = new Map(stored);
    owners.forgetTaken();
    for (const entry of all) {
      const { line, nth } = entry;
      const fits = fitInto(entry.shape, known);
      const isNews = fits.kind === 'gap' || fits.next.size > 0 || !entry.isEcho;
      if (line && isNews && !line.holds('write')) {
        line.refuseWriting(nth);
        continue;
      }
      if (fits.kind === 'gap') {
        if (line) askForMissing(line, nth, entry.shape, stateVector);
        else entry.settled?.(false);
        continue;
      }
      add({ ...entry, isEcho: entry.isEcho && fits.next.size === 0 }, fits.next);
    }
  }

  function rowsStored(): void {
    const [entries, rows] = [underWay, underWayRows];
    storedSince += underWayBytes;
    underWay = [];
    underWayBytes = 0;
    underWayRows = [];
    for (const { shape, personId, isEcho } of entries) {
      advance(stored, shape);
      if (!isEcho) owners.store(shape.spans, personId);
    }
    parts.stored(entries, rows);
    for (const resolve of decided.splice(0)) resolve();
    if (waiting.length > 0) updateLog.wake(writer);
    else for (const resolve of drained.splice(0)) resolve();
  }

  function overtaken(others: readonly Numbered[]): void {
    const updates: Uint8Array[] = [];
    for (const { bytes: row, personId } of others) {
      for (const update of updatesIn(row)) {
        const shape = readUpdate(update);
        advance(stored, shape);
        advance(known, shape);
        owners.store(shape.spans, personId);
        updates.push(update);
        storedSince += update.length;
      }
    }
    seq = others.at(-1)?.seq ?? storedSeq();
    waiting = [...underWay, ...waiting];
    waitingBytes += underWayBytes;
    underWay = [];
    underWayBytes = 0;
    underWayRows = [];
    parts.overtaken(others, updates);
    for (const resolve of decided.splice(0)) resolve();
    updateLog.wake(writer);
  }

  /** The number of the last stored row. */
  function storedSeq(): number {
    return seq - underWayRows.length;
  }

  return {
    stored: stored as Known,
    stateVector,
    storedSeq,
    /** What an update would do to all that was taken. */
    fit: (shape: UpdateShape): Fit => fitInto(shape, known),
    /** Whether somebody else writes under a client number. */
    isOthers: owners.isOthers,
    /** Whether everything that an update writes is stored. */
    isStored: (shape: UpdateShape): boolean =>
      waiting.length + underWay.length === 0 || isWithin(shape, stored),
    /** Whether so much more may wait. */
    hasRoomFor: (more: number): boolean =>
      waiting.length < WAITING_UPDATES_MAX && waitingBytes + more <= WAITING_BYTES_MAX,
    add,
    /** Holds nothing new, but what it repeats is on its way only. */
    addEcho(entry: Omit<Taken, 'isEcho'>): void {
      waiting.push({ ...entry, isEcho: true });
      updateLog.wake(writer);
    },
    /** How large the state is at most, with all that was taken. */
    bytes: () => measured.bytes + storedSince - measured.at + underWayBytes + waitingBytes,
    /** Begun when the size of what is stored is asked for, and told the answer: what is stored in between comes on top. */
    measuring(): (bytes: number) => void {
      const at = storedSince;
      return (bytes) => {
        // Of two that overlap, the one that was begun last knows best.
        if (at >= measured.at) measured = { at, bytes };
      };
    },
    /** How many updates are not stored yet. */
    unstored: () => waiting.length + underWay.length,
    /** Resolves when it is known whether what is being written out just now is stored; null when nothing is. */
    underWay: (): Promise<void> | null =>
      underWay.length === 0 ? null : new Promise((resolve) => decided.push(resolve)),
    /** Resolves when everything that was taken is stored. */
    drain: (): Promise<void> =>
      waiting.length + underWay.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => drained.push(resolve)),
  };
}

function byPerson(entries: readonly Taken[]): Map<PersonId, Taken[]> {
  return Map.groupBy(
    entries.filter(({ isEcho }) => !isEcho),
    ({ personId }) => personId,
  );
}

/** Each change of the server's own has a client number that nobody has had before. */
function whoseIn(entries: readonly Taken[]): StoredAuthors | null {
  if (entries.every(({ whose }) => whose === undefined)) return null;
  return Object.assign({}, ...entries.map(({ whose }) => whose));
}

function advance(known: Map<number, number>, { spans }: UpdateShape): void {
  for (const { client, to } of spans) {
    if ((known.get(client) ?? 0) < to) known.set(client, to);
  }
}

function putTogether(entries: readonly Taken[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const { bytes } of entries) encoding.writeVarUint8Array(encoder, bytes);
  });
}
