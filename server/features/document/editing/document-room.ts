import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { type Instant, SECOND_MS } from '#shared/kernel/duration.ts';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import {
  CLOSE,
  DOCUMENT_BYTES_MAX,
  type RefusedReason,
  UPDATE_BYTES_MAX,
} from '#shared/wire/document-line.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Keeper } from './keeper.ts';
import type { Loaded } from './keeper-protocol.ts';
import type { DocumentLine } from './line.ts';
import {
  awarenessFrame,
  type ClientMessage,
  readMessage,
  step1Frame,
  step2Frame,
  updateFrame,
} from './messages.ts';
import { makePresence } from './presence.ts';
import { fitInto, isWithin, type Known, readUpdate, type UpdateShape } from './read-update.ts';
import { makeRoomRest, type RoomKeeping } from './room-rest.ts';
import type { LogRow, Numbered } from './stored.ts';
import type { UpdateLog, Writer } from './update-log.ts';
import { updatesIn } from './updates-in.ts';
import { makeWholeState } from './whole-state.ts';

/** Larger updates are read in the keeper's thread: one of 5 MB would hold everybody up. */
const READ_HERE_BYTES = 16 * 1024;
/** What waits while storage is away (X3); then lines are ended, and browsers keep what they have. */
const WAITING_UPDATES_MAX = 2_000;
const WAITING_BYTES_MAX = 5 * 1024 * 1024;
/** Updates that lack something, from one line in a row, before it is no honest client any more. */
const GAPS_MAX = 100;
const ASK_AGAIN_MS = SECOND_MS;
/** Cursors of the same moment share a frame: nobody sees 50 ms. */
const PRESENCE_PACE_MS = 50;

type Entry = {
  /** Null: a change of the server's own, in a person's name. */
  readonly line: DocumentLine | null;
  readonly nth: number;
  readonly personId: PersonId;
  readonly bytes: Uint8Array;
  readonly shape: UpdateShape;
  /** Tells nothing that is not waiting to be stored already: it is settled with that. */
  readonly isEcho: boolean;
  readonly settled?: (stored: boolean) => void;
};

export type DocumentRoom = ReturnType<typeof makeDocumentRoom>;

/**
 * One live document: who has it open, and what comes in. An update is read and held against what is known, stored, and only
 * then told to others and acknowledged. The text itself lies in the keeper's thread; here is only how far each client is known.
 */
export function makeDocumentRoom(parts: {
  readonly documentId: DocumentId;
  readonly loaded: Loaded;
  readonly seq: number;
  readonly rows: number;
  readonly lastVersionAt: Instant | null;
  readonly keeper: Keeper;
  readonly updateLog: UpdateLog;
  readonly keeping: RoomKeeping;
  readonly clock: Clock;
}) {
  const { documentId, keeper, updateLog } = parts;
  const lines = new Set<DocumentLine>();
  const presence = makePresence();
  /** What is stored, and what has been taken beyond that. */
  const stored = new Map(parts.loaded.known);
  let known = new Map(parts.loaded.known);
  let waiting: Entry[] = [];
  let waitingBytes = 0;
  let underWay: Entry[] = [];
  let underWayRows: readonly LogRow[] = [];
  let seq = parts.seq;
  /** How large the encoded state is at most. */
  let bytes = parts.loaded.bytes;
  /** Raised by each commit. */
  let version = 0;
  let presenceTimer: NodeJS.Timeout | null = null;
  let over = false;
  const drained: (() => void)[] = [];
  const whole = makeWholeState({
    documentId,
    keeper,
    version: () => version,
    written: measured,
    failed: (these) => {
      for (const line of these) endLine(line, CLOSE.serverStopping);
    },
  });
  const rest = makeRoomRest({ ...parts, storedSeq, measured });

  const writer: Writer = {
    documentId,
    take: takeRows,
    stored: rowsStored,
    overtaken,
  };

  // — Lines

  function join(line: DocumentLine): void {
    lines.add(line);
    line.pipe.send(step1Frame(stateVector()));
    const there = line.may('read') ? presence.all() : null;
    if (there) line.pipe.send(awarenessFrame(there));
  }

  function leave(line: DocumentLine): void {
    line.end();
    lines.delete(line);
    presence.leaveAll(line);
    schedulePresence();
  }

  /** Its rights have changed: what it may no longer do ends now. */
  function regranted(line: DocumentLine): void {
    if (line.may('awareness')) return;
    presence.leaveAll(line);
    schedulePresence();
  }

  function message(line: DocumentLine, raw: Uint8Array): void | Promise<void> {
    if (line.isClosed()) return;
    const said = readMessage(raw);
    if (said === null) return endLine(line, CLOSE.malformed);
    switch (said.kind) {
      case 'step-1':
        return answerStep1(line, said.stateVector);
      case 'edit':
        return edit(line, said);
      case 'awareness':
        if (!line.may('awareness')) return;
        if (!presence.take(line, line.shown, said.bytes)) return endLine(line, CLOSE.malformed);
        return schedulePresence();
      case 'query-awareness': {
        const there = line.may('read') ? presence.all() : null;
        if (there) line.pipe.send(awarenessFrame(there));
        return;
      }
      case 'ask-acks':
        return line.askAcks();
    }
  }

  function endLine(line: DocumentLine, code: number): void {
    line.end();
    line.pipe.close(code);
  }

  // — Reading the whole

  function answerStep1(line: DocumentLine, has: Uint8Array): void {
    if (!line.may('read')) return;
    if (has.length > UPDATE_BYTES_MAX) endLine(line, CLOSE.malformed);
    else if (has.length <= 1) whole.sendTo(line);
    else sendDifference(line, has);
  }

  function sendDifference(line: DocumentLine, has: Uint8Array): void {
    line.live = true;
    keeper.ask('diff', { documentId, stateVector: has }).then(
      (update) => {
        if (line.may('read')) line.pipe.send(step2Frame(update), true);
      },
      () => endLine(line, CLOSE.malformed),
    );
  }

  /** The size to the byte, of what was stored when it was asked for. */
  function measured(stateBytes: number): void {
    bytes = stateBytes + waitingBytes;
  }

  function stateVector(): Uint8Array {
    return Y.encodeStateVector(stored);
  }

  // — Writing

  type Edit = Extract<ClientMessage, { kind: 'edit' }>;

  function edit(line: DocumentLine, said: Edit): void | Promise<void> {
    const nth = line.receive();
    const { bytes: update, isStep2 } = said;
    if (!line.may('write') && !isStep2) return refuse(line, nth, whyNot(line));
    if (update.length > (isStep2 ? DOCUMENT_BYTES_MAX : UPDATE_BYTES_MAX)) {
      refuse(line, nth, 'too-large');
      // Coming back, a client offers all it has in one second step, which may be larger.
      return endLine(line, CLOSE.tooLarge);
    }
    if (update.length > READ_HERE_BYTES) return readElsewhere(line, nth, said);
    let shape: UpdateShape;
    try {
      shape = readUpdate(update);
    } catch {
      return malformed(line, nth);
    }
    return offer(line, nth, said, shape);
  }

  async function readElsewhere(line: DocumentLine, nth: number, said: Edit): Promise<void> {
    const read = await keeper.ask('read', { documentId, bytes: said.bytes });
    if (read === null) return malformed(line, nth);
    return offer(line, nth, said, read.shape, read.newDeletes);
  }

  function offer(
    line: DocumentLine,
    nth: number,
    said: Edit,
    shape: UpdateShape,
    newDeletes?: boolean,
  ): void | Promise<void> {
    const fits = fitInto(shape, known);
    if (fits.kind === 'gap') return gap(line, nth, shape);
    if (fits.next.size === 0) {
      if (!shape.deletes) return settleWhenStored(line, nth, said, shape);
      // A second step tells of every deletion that there has ever been: mostly of none that is new.
      if (said.isStep2) return offerDeletes(line, nth, said, shape, newDeletes);
    }
    return take(line, nth, said, shape, fits.next);
  }

  async function offerDeletes(
    line: DocumentLine,
    nth: number,
    said: Edit,
    shape: UpdateShape,
    newDeletes?: boolean,
  ): Promise<void> {
    const isNews =
      newDeletes ??
      (await keeper.ask('read', { documentId, bytes: said.bytes }))?.newDeletes ??
      false;
    if (!isNews) return settleWhenStored(line, nth, said, shape);
    return take(line, nth, said, shape, new Map());
  }

  function take(
    line: DocumentLine,
    nth: number,
    said: Edit,
    shape: UpdateShape,
    next: Known,
  ): void | Promise<void> {
    if (over || line.isClosed()) return;
    if (!line.may('write')) return refuse(line, nth, whyNot(line));
    if (next.size > 0 && bytes + said.bytes.length > DOCUMENT_BYTES_MAX) {
      return takeIfRoom(line, nth, said, shape);
    }
    if (
      waiting.length >= WAITING_UPDATES_MAX ||
      waitingBytes + said.bytes.length > WAITING_BYTES_MAX
    ) {
      return endLine(line, CLOSE.tooMuch);
    }
    const { personId } = line;
    queue({ line, nth, personId, bytes: said.bytes, shape, isEcho: false }, next);
  }

  /** The size is known to the byte only when it has been written out: what was deleted has shrunk since. */
  async function takeIfRoom(
    line: DocumentLine,
    nth: number,
    said: Edit,
    shape: UpdateShape,
  ): Promise<void> {
    measured((await keeper.ask('state', { documentId })).length);
    if (bytes + said.bytes.length > DOCUMENT_BYTES_MAX) return refuse(line, nth, 'document-full');
    const fits = fitInto(shape, known);
    if (fits.kind === 'gap') return gap(line, nth, shape);
    return take(line, nth, said, shape, fits.next);
  }

  function queue(entry: Entry, next: Known): void {
    for (const [client, clock] of next) known.set(client, clock);
    waiting.push(entry);
    waitingBytes += entry.bytes.length;
    bytes += entry.bytes.length;
    updateLog.wake(writer);
  }

  function gap(line: DocumentLine, nth: number, shape: UpdateShape): void {
    line.gap(nth, shape);
    const now = performance.now();
    if (line.gaps.size > GAPS_MAX) malformed(line, nth);
    if (line.isClosed() || now - line.askedAt < ASK_AGAIN_MS) return;
    line.askedAt = now;
    line.pipe.send(step1Frame(stateVector()));
  }

  function malformed(line: DocumentLine, nth: number): void {
    line.refuse(nth, 'malformed');
    endLine(line, CLOSE.malformed);
  }

  function refuse(line: DocumentLine, nth: number, reason: RefusedReason): void {
    line.refuse(nth, reason);
  }

  function whyNot(line: DocumentLine): RefusedReason {
    return line.isFrozen() ? 'frozen' : 'read-only';
  }

  /** Holds nothing new. What is new may have come on another line, and be on its way only. */
  function settleWhenStored(line: DocumentLine, nth: number, said: Edit, shape: UpdateShape): void {
    if (waiting.length + underWay.length > 0 && !isWithin(shape, stored)) {
      const { personId } = line;
      waiting.push({ line, nth, personId, bytes: said.bytes, shape, isEcho: true });
      updateLog.wake(writer);
      return;
    }
    line.settle(nth, stored);
    const ack = line.takeAck();
    if (ack.length > 0) line.pipe.send(ack);
  }

  // — Storing

  function takeRows(): readonly LogRow[] {
    dropWhatIsNoLongerAllowed();
    underWay = waiting;
    waiting = [];
    waitingBytes = 0;
    const byPerson = new Map<PersonId, Uint8Array[]>();
    for (const { personId, bytes: update, isEcho } of underWay) {
      if (isEcho) continue;
      const theirs = byPerson.get(personId) ?? [];
      theirs.push(update);
      byPerson.set(personId, theirs);
    }
    underWayRows = [...byPerson].map(([personId, updates]) => ({
      documentId,
      seq: ++seq,
      personId,
      bytes: putTogether(updates),
    }));
    // Only echoes of what has been stored meanwhile.
    if (underWayRows.length === 0 && underWay.length > 0) rowsStored();
    return underWayRows;
  }

  /** Rights may have gone since it was taken. What builds on what is dropped goes with it. */
  function dropWhatIsNoLongerAllowed(): void {
    const mayStill = ({ line, isEcho }: Entry) => line === null || isEcho || line.holds('write');
    if (waiting.every(mayStill)) return;
    const all = waiting;
    waiting = [];
    waitingBytes = 0;
    known = new Map(stored);
    for (const entry of all) {
      const { line, nth } = entry;
      const fits = fitInto(entry.shape, known);
      const isNews = fits.kind === 'gap' || fits.next.size > 0 || !entry.isEcho;
      if (line && isNews && !line.holds('write')) {
        refuse(line, nth, whyNot(line));
        continue;
      }
      if (fits.kind === 'gap') {
        if (line) gap(line, nth, entry.shape);
        else entry.settled?.(false);
        continue;
      }
      queue({ ...entry, isEcho: entry.isEcho && fits.next.size === 0 }, fits.next);
    }
  }

  function rowsStored(): void {
    const entries = underWay;
    const theRows = underWayRows;
    underWay = [];
    underWayRows = [];
    for (const { shape } of entries) advance(stored, shape);
    if (theRows.length > 0) {
      if (!over) keeper.apply(documentId, theRows);
      version++;
      whole.forget();
      rest.stored(
        theRows.length,
        theRows.reduce((sum, row) => sum + row.bytes.length, 0),
      );
    }
    tell(entries);
    if (waiting.length > 0) updateLog.wake(writer);
    else for (const resolve of drained.splice(0)) resolve();
  }

  /** One write for each who has it open: the same frames for all, and each one's own acknowledgement behind them. */
  function tell(entries: readonly Entry[]): void {
    for (const { line, nth } of entries) line?.settle(nth, stored);
    const news = entries.filter(({ isEcho }) => !isEcho);
    const frames = Buffer.concat(news.map((entry) => updateFrame(entry.bytes)));
    const onlyOf = news.every(({ line }) => line === news[0]?.line) ? news[0]?.line : null;
    for (const line of lines) {
      const ack = line.takeAck();
      const hears = news.length > 0 && line.live && line !== onlyOf && line.may('read');
      if (hears) line.pipe.send(ack.length > 0 ? Buffer.concat([frames, ack]) : frames);
      else if (ack.length > 0) line.pipe.send(ack);
    }
    for (const { settled } of entries) settled?.(true);
  }

  function overtaken(others: readonly Numbered[]): void {
    const updates = others.flatMap((row) => [...updatesIn(row.bytes)]);
    for (const update of updates) {
      const shape = readUpdate(update);
      advance(stored, shape);
      advance(known, shape);
    }
    seq = others.at(-1)?.seq ?? seq - underWayRows.length;
    if (!over) keeper.apply(documentId, others);
    version++;
    whole.forget();
    rest.stored(others.length, 0);
    waiting = [...underWay, ...waiting];
    underWay = [];
    underWayRows = [];
    const frames = Buffer.concat(updates.map(updateFrame));
    if (frames.length > 0) {
      for (const line of lines) if (line.live && line.may('read')) line.pipe.send(frames);
    }
    updateLog.wake(writer);
  }

  // — Presence

  function schedulePresence(): void {
    presenceTimer ??= setTimeout(() => {
      presenceTimer = null;
      const changes = presence.takeChanges();
      if (!changes) return;
      const frame = awarenessFrame(changes.bytes);
      for (const line of lines) {
        if (line !== changes.onlyOf && line.may('read')) line.pipe.send(frame);
      }
    }, PRESENCE_PACE_MS);
  }

  // — The end

  function storedSeq(): number {
    return seq - underWayRows.length;
  }

  function drain(): Promise<void> {
    return waiting.length + underWay.length === 0
      ? Promise.resolve()
      : new Promise((resolve) => drained.push(resolve));
  }

  return {
    documentId,
    lines,
    join,
    leave,
    message,
    regranted,
    tick: rest.tick,
    /** Resolves when everything that was taken is stored. */
    drain,
    /** How many updates are not stored yet. */
    unstored: () => waiting.length + underWay.length,
    /** A change of the server's own in a person's name; resolves when it is stored, with false when it no longer fits. */
    submit(personId: PersonId, update: Uint8Array): Promise<boolean> {
      const shape = readUpdate(update);
      const fits = fitInto(shape, known);
      if (fits.kind === 'gap' || over) return Promise.resolve(false);
      return new Promise((settled) => {
        const own = { line: null, nth: 0, isEcho: false };
        queue({ ...own, personId, bytes: update, shape, settled }, fits.next);
      });
    },
    versionKept: rest.versionKept,
    /** Everybody has left: what is stored is put together, and forgotten here. */
    async rest(): Promise<void> {
      await drain();
      if (!over) await rest.leave();
    },
    /** Ends every line. What was taken is still stored; what is not yet, the clients have. */
    end(code: number): void {
      over = true;
      whole.end();
      if (presenceTimer) clearTimeout(presenceTimer);
      for (const line of lines) endLine(line, code);
      lines.clear();
    },
  };
}

function advance(known: Map<number, number>, { spans }: UpdateShape): void {
  for (const { client, to } of spans) {
    if ((known.get(client) ?? 0) < to) known.set(client, to);
  }
}

function putTogether(updates: readonly Uint8Array[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const update of updates) encoding.writeVarUint8Array(encoder, update);
  });
}
