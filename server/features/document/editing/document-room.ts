import type { Instant } from '#shared/kernel/duration.ts';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import { CLOSE, UPDATE_BYTES_MAX } from '#shared/wire/document-line.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Keeper } from './keeper.ts';
import type { Change, Loaded } from './keeper-protocol.ts';
import type { DocumentLine } from './line.ts';
import { readMessage, step1Frame, step2Frame, updateFrame } from './messages.ts';
import { readUpdate } from './read-update.ts';
import { makeRoomIntake } from './room-intake.ts';
import { makeRoomPresence } from './room-presence.ts';
import { makeRoomQueue, type Taken } from './room-queue.ts';
import { makeRoomRest, type RoomKeeping } from './room-rest.ts';
import type { LogRow, Numbered } from './stored.ts';
import type { UpdateLog } from './update-log.ts';
import { makeWholeState } from './whole-state.ts';

/** Storage that is away keeps no line open: what it was asked to store then is with its person. */
const DISMISSED_MS = 2_000;

export type DocumentRoom = ReturnType<typeof makeDocumentRoom>;

/**
 * One live document: who has it open, and what comes in. An update is read and held against what is known (`room-intake.ts`),
 * stored (`room-queue.ts`), and only then told to others and acknowledged.
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
  const { documentId, keeper } = parts;
  const lines = new Set<DocumentLine>();
  /** Raised by each commit. */
  let version = 0;
  let over = false;
  const queue = makeRoomQueue({ ...parts, stored: tell, overtaken });
  const presence = makeRoomPresence(lines, queue.isOthers);
  const intake = makeRoomIntake({ ...parts, queue, isOver: () => over });
  const whole = makeWholeState({
    documentId,
    keeper,
    version: () => version,
    measuring: queue.measuring,
    failed: (these) => {
      for (const line of these) line.close(CLOSE.serverStopping);
    },
  });
  const rest = makeRoomRest({ ...parts, storedSeq: queue.storedSeq, measuring: queue.measuring });

  // — Lines

  function join(line: DocumentLine): void {
    lines.add(line);
    line.pipe.send(step1Frame(queue.stateVector()));
    presence.sendAll(line);
  }

  function leave(line: DocumentLine): void {
    line.end();
    lines.delete(line);
    presence.leave(line);
  }

  /** Its rights have changed: what it may no longer do ends now. */
  function regranted(line: DocumentLine): void {
    if (!line.may('awareness')) presence.leave(line);
  }

  /**
   * Ends a line that may no longer be here. What of it is being stored already is acknowledged first: else its person would be told
   * that words were lost which are in the document.
   */
  function dismiss(line: DocumentLine, code: number): void {
    line.end();
    presence.leave(line);
    const end = () => line.close(code);
    const underWay = queue.underWay();
    if (underWay === null) {
      end();
      return;
    }
    const late = setTimeout(end, DISMISSED_MS);
    void underWay.then(() => {
      clearTimeout(late);
      end();
    });
  }

  function message(line: DocumentLine, raw: Uint8Array): void | Promise<void> {
    if (line.isClosed()) return;
    const said = readMessage(raw);
    if (said === null) return line.close(CLOSE.malformed);
    switch (said.kind) {
      case 'step-1':
        return answerStep1(line, said.stateVector);
      case 'edit':
        return intake.edit(line, said);
      case 'awareness':
        if (line.may('awareness') && !presence.take(line, said.bytes)) line.close(CLOSE.malformed);
        return;
      case 'query-awareness':
        return presence.sendAll(line);
      case 'ask-acks':
        return line.askAcks();
    }
  }

  // — Reading the whole

  function answerStep1(line: DocumentLine, has: Uint8Array): void {
    if (!line.may('read')) return;
    if (has.length > UPDATE_BYTES_MAX) line.close(CLOSE.malformed);
    else if (has.length <= 1) whole.sendTo(line);
    else sendDifference(line, has);
  }

  function sendDifference(line: DocumentLine, has: Uint8Array): void {
    line.live = true;
    keeper.ask('diff', { documentId, stateVector: has }).then(
      (update) => {
        if (line.may('read')) line.pipe.send(step2Frame(update), true);
      },
      () => line.close(CLOSE.malformed),
    );
  }

  // — Telling what is stored

  /** One write for each who has it open: the same frames for all, and each one's own acknowledgement behind them. */
  function tell(entries: readonly Taken[], rows: readonly LogRow[]): void {
    if (rows.length > 0) {
      takeOver(rows);
      rest.stored(
        rows.length,
        rows.reduce((sum, row) => sum + row.bytes.length, 0),
      );
    }
    for (const { line, nth } of entries) line?.settle(nth, queue.stored);
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

  function overtaken(others: readonly Numbered[], updates: readonly Uint8Array[]): void {
    takeOver(others);
    rest.stored(others.length, 0);
    const frames = Buffer.concat(updates.map(updateFrame));
    if (frames.length === 0) return;
    for (const line of lines) if (line.live && line.may('read')) line.pipe.send(frames);
  }

  /** What is stored becomes part of the text, and what was written out before is old. */
  function takeOver(rows: readonly (LogRow | Numbered)[]): void {
    if (!over) keeper.apply(documentId, rows);
    version++;
    whole.forget();
  }

  return {
    documentId,
    lines,
    join,
    leave,
    message,
    regranted,
    dismiss,
    tick: rest.tick,
    drain: queue.drain,
    unstored: queue.unstored,
    /** A change of the server's own in a person's name; resolves when it is stored, with false when it no longer fits. */
    submit(personId: PersonId, { update, whose }: Change): Promise<boolean> {
      const shape = readUpdate(update);
      const fits = queue.fit(shape);
      if (fits.kind === 'gap' || over) return Promise.resolve(false);
      return new Promise((settled) => {
        const own = { line: null, nth: 0, isEcho: false };
        queue.add({ ...own, personId, bytes: update, whose, shape, settled }, fits.next);
      });
    },
    versionKept: rest.versionKept,
    /** Everybody has left: what is stored is put together, and forgotten here. */
    async rest(): Promise<void> {
      await queue.drain();
      if (!over) await rest.leave();
    },
    /** Ends every line. What was taken is still stored; what is not yet, the clients have. */
    end(code: number): void {
      over = true;
      whole.end();
      presence.end();
      for (const line of lines) line.close(code);
      lines.clear();
    },
  };
}
