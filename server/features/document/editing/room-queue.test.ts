import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from '#shared/wire/document-line.ts';
import { newId } from '../../../platform/new-id.ts';
import { type DocumentLine, makeDocumentLine, type Pipe } from './line.ts';
import { readUpdate } from './read-update.ts';
import { makeRoomQueue } from './room-queue.ts';
import type { Writer } from './update-log.ts';

function heldLine(pipe: Pipe): DocumentLine {
  return makeDocumentLine({
    documentId: newId<'document'>(),
    caller: { personId: newId<'person'>(), signInId: newId<'sign-in'>() },
    shown: { personId: newId<'person'>(), name: 'Ola Hansen', hue: 0 },
    pipe,
    rights: { bits: 0, closed: 'held' },
  });
}

test('what is on its way when a text is held is dropped: whoever waits is told, and whoever wrote is sent back, not refused', async () => {
  const pipe = { send: vi.fn(), close: vi.fn() };
  const woken: Writer[] = [];
  const queue = makeRoomQueue({
    documentId: newId<'document'>(),
    loaded: { owners: [], known: [], bytes: 0 },
    seq: 0,
    updateLog: {
      wake: (writer) => void woken.push(writer),
      failing: () => false,
      idle: async () => undefined,
      stop: () => undefined,
    },
    stored: () => undefined,
    overtaken: () => undefined,
  });
  const doc = new Y.Doc();
  doc.getText('text').insert(0, 'Ord');
  const bytes = Y.encodeStateAsUpdate(doc);
  const shape = readUpdate(bytes);
  const fits = queue.fit(shape);
  if (fits.kind === 'gap') throw new Error('it builds on nothing');
  const personId = newId<'person'>();
  queue.add({ line: heldLine(pipe), nth: 1, personId, bytes, shape, isEcho: false }, fits.next);
  const drained = queue.drain();
  expect(woken[0]?.take()).toEqual([]);
  await drained;
  expect(queue.unstored()).toBe(0);
  expect(pipe.close).toHaveBeenCalledWith(CLOSE.serverStopping);
  expect(pipe.send).not.toHaveBeenCalled();
});

test('DOC-22 of measurements that overlap the one that was begun last counts, whichever is answered first', () => {
  const queue = makeRoomQueue({
    documentId: newId<'document'>(),
    loaded: { owners: [], known: [], bytes: 900 },
    seq: 0,
    updateLog: {
      wake: () => undefined,
      failing: () => false,
      idle: async () => undefined,
      stop: () => undefined,
    },
    stored: () => undefined,
    overtaken: () => undefined,
  });
  const [first, second] = [queue.measuring(), queue.measuring()];
  first(500);
  second(500);
  expect(queue.bytes()).toBe(500);
  const [early, late] = [queue.measuring(), queue.measuring()];
  late(400);
  early(400);
  expect(queue.bytes()).toBe(400);
});
