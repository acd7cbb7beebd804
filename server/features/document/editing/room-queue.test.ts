import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { newId } from '../../../platform/new-id.ts';
import { type DocumentLine, makeDocumentLine } from './line.ts';
import { readUpdate } from './read-update.ts';
import { makeRoomQueue } from './room-queue.ts';
import type { Writer } from './update-log.ts';

function lineWithoutWriting(): DocumentLine {
  return makeDocumentLine({
    documentId: newId<'document'>(),
    caller: { personId: newId<'person'>(), signInId: newId<'sign-in'>() },
    shown: { personId: newId<'person'>(), name: 'Ola Hansen', hue: 0 },
    pipe: { send: () => undefined, close: () => undefined },
    rights: { bits: 0, frozen: 'held' },
  });
}

test('whoever waits for what is on its way is told when all of it is dropped, its right having gone', async () => {
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
  queue.add(
    { line: lineWithoutWriting(), nth: 1, personId, bytes, shape, isEcho: false },
    fits.next,
  );
  const drained = queue.drain();
  expect(woken[0]?.take()).toEqual([]);
  await drained;
  expect(queue.unstored()).toBe(0);
});
