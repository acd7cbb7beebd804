import type { DocumentId } from '#shared/kernel/ids.ts';
import { CLOSE, DOCUMENT_BYTES_MAX, UPDATE_BYTES_MAX } from '#shared/wire/document-line.ts';
import type { Keeper } from './keeper.ts';
import type { DocumentLine } from './line.ts';
import type { ClientMessage } from './messages.ts';
import { askForMissing } from './missing.ts';
import { type Known, readUpdate, type UpdateShape } from './read-update.ts';
import type { RoomQueue } from './room-queue.ts';

/** Larger updates are read in the keeper's thread: one of 5 MB would hold everybody up. */
const READ_HERE_BYTES = 16 * 1024;

type Edit = Extract<ClientMessage, { kind: 'edit' }>;

/** One edit on its way in. */
type Offered = {
  readonly line: DocumentLine;
  readonly nth: number;
  readonly said: Edit;
  readonly shape: UpdateShape;
  /** Whether it deletes what stands yet; undefined while nobody has looked. */
  readonly newDeletes?: boolean | undefined;
};

/**
 * What becomes of an edit that a line sends: it is read strictly and held against what is known, and then taken into the queue,
 * refused, or asked to bring what it lacks.
 */
export function makeRoomIntake(parts: {
  readonly documentId: DocumentId;
  readonly keeper: Keeper;
  readonly queue: RoomQueue;
  readonly isOver: () => boolean;
}) {
  const { documentId, keeper, queue } = parts;

  function edit(line: DocumentLine, said: Edit): void | Promise<void> {
    const nth = line.receive();
    const { bytes: update, isStep2 } = said;
    if (!line.may('write') && !isStep2) return line.refuseWriting(nth);
    if (update.length > (isStep2 ? DOCUMENT_BYTES_MAX : UPDATE_BYTES_MAX)) {
      line.refuse(nth, 'too-large');
      // Coming back, a client offers all it has in one second step, which may be larger.
      return line.close(CLOSE.tooLarge);
    }
    if (update.length > READ_HERE_BYTES) return readElsewhere(line, nth, said);
    let shape: UpdateShape;
    try {
      shape = readUpdate(update);
    } catch {
      return malformed(line, nth);
    }
    return offer({ line, nth, said, shape });
  }

  async function readElsewhere(line: DocumentLine, nth: number, said: Edit): Promise<void> {
    const read = await keeper.ask('read', { documentId, bytes: said.bytes });
    if (read === null) return malformed(line, nth);
    return offer({ line, nth, said, ...read });
  }

  function offer(offered: Offered): void | Promise<void> {
    const { said, shape } = offered;
    const fits = queue.fit(shape);
    if (fits.kind === 'gap') return lacks(offered);
    if (fits.next.size === 0) {
      if (!shape.deletes) return settleWhenStored(offered);
      // A second step tells of every deletion that there has ever been: mostly of none that is new.
      if (said.isStep2) return offerDeletes(offered);
    }
    return take(offered, fits.next);
  }

  async function offerDeletes(offered: Offered): Promise<void> {
    const { bytes } = offered.said;
    const isNews =
      offered.newDeletes ?? (await keeper.ask('read', { documentId, bytes }))?.newDeletes ?? false;
    if (!isNews) return settleWhenStored(offered);
    return take(offered, new Map());
  }

  function take(offered: Offered, next: Known): void | Promise<void> {
    const { line, nth, said, shape } = offered;
    const { personId } = line;
    const { length } = said.bytes;
    if (parts.isOver() || line.isClosed()) return;
    if (!line.may('write')) return line.refuseWriting(nth);
    if ([...next.keys()].some((client) => queue.isOthers(client, personId))) {
      return line.refuse(nth, 'not-yours');
    }
    if (next.size > 0 && isTooMuch(length)) return takeIfRoom(offered);
    if (!queue.hasRoomFor(length)) return line.close(CLOSE.tooMuch);
    queue.add({ line, nth, personId, bytes: said.bytes, shape, isEcho: false }, next);
  }

  /** The size is known to the byte only when it has been written out: what was deleted has shrunk since. */
  async function takeIfRoom(offered: Offered): Promise<void> {
    const { line, nth, said, shape } = offered;
    const measured = queue.measuring();
    measured((await keeper.ask('state', { documentId })).length);
    if (isTooMuch(said.bytes.length)) return line.refuse(nth, 'document-full');
    const fits = queue.fit(shape);
    if (fits.kind === 'gap') return lacks(offered);
    return take(offered, fits.next);
  }

  function isTooMuch(more: number): boolean {
    return queue.bytes() + more > DOCUMENT_BYTES_MAX;
  }

  /** Holds nothing new. What is new may have come on another line, and be on its way only. */
  function settleWhenStored({ line, nth, said, shape }: Offered): void {
    if (!queue.isStored(shape)) {
      queue.addEcho({ line, nth, personId: line.personId, bytes: said.bytes, shape });
      return;
    }
    line.settle(nth, queue.stored);
    const ack = line.takeAck();
    if (ack.length > 0) line.pipe.send(ack);
  }

  function lacks({ line, nth, shape }: Offered): void {
    askForMissing(line, nth, shape, queue.stateVector);
  }

  function malformed(line: DocumentLine, nth: number): void {
    line.refuse(nth, 'malformed');
    line.close(CLOSE.malformed);
  }

  return { edit };
}
