import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import { makeLog } from '../../../platform/log.ts';
import { newId } from '../../../platform/new-id.ts';
import { type Keeper, makeKeeper } from './keeper.ts';
import type { Stored, StoredUpdate } from './keeper-protocol.ts';

/** Far more than going through twice takes, far less than trying every beginning does. */
const WITHIN_MS = 15_000;

let keeper: Keeper;
beforeAll(() => {
  const log = makeLog('error');
  const unheard = () => undefined;
  keeper = makeKeeper({ log, poisoned: unheard, lost: unheard, answersWithinMs: WITHIN_MS });
});
afterAll(() => keeper.stop());

const writer = newId<'person'>() as PersonId;
const salvage = (stored: Stored) =>
  keeper.ask('salvage', { documentId: newId<'document'>() as DocumentId, stored });

function varUint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varUint(value >> 7)];
}
const row = (update: Uint8Array): StoredUpdate => ({
  personId: writer,
  bytes: Uint8Array.from([...varUint(update.length), ...update]),
  whose: null,
});

/** A log in which each row writes a paragraph of its own: "0", "1", and so on. */
function logOf(rows: number): StoredUpdate[] {
  const doc = new Y.Doc();
  const log: StoredUpdate[] = [];
  doc.on('update', (update: Uint8Array) => log.push(row(update)));
  for (let nth = 0; nth < rows; nth++) {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(String(nth))]);
    doc.getXmlFragment(TEXT_FIELD).push([paragraph]);
  }
  return log;
}

/** Builds on something that was never stored. */
function poison(): StoredUpdate {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, 'a');
  const known = Y.encodeStateVector(doc);
  doc.getText('t').insert(1, 'b');
  return row(Y.encodeStateAsUpdate(doc, known));
}

const paragraphs = (text: string) => text.split('\n').filter((line) => line !== '');
const upTo = (count: number) => Array.from({ length: count }, (_, nth) => String(nth));

describe('X18 the last good state of a document', () => {
  test('is everything but the update that cannot be applied, wherever that is', async () => {
    const log = logOf(6);
    for (let at = 0; at <= log.length; at++) {
      const { text, authors } = await salvage({
        snapshot: null,
        updates: [...log.slice(0, at), poison(), ...log.slice(at)],
      });
      expect(paragraphs(text), `after ${at}`).toEqual(upTo(6));
      expect(Object.keys(authors)).toHaveLength(1);
    }
    expect(paragraphs((await salvage({ snapshot: null, updates: log })).text)).toEqual(upTo(6));
  });

  test('has nothing of what builds on something unreadable, and all that others wrote before', async () => {
    const log = logOf(40);
    const [lost, ...after] = logOf(30);
    expect(lost).toBeDefined();
    const { text } = await salvage({ snapshot: null, updates: [...log, ...after] });
    expect(paragraphs(text)).toEqual(upTo(40));
  });

  test('is an empty page where not even what was put together can be read', async () => {
    const snapshot = { state: Uint8Array.from([1, 2, 3]), authors: {}, gone: [] };
    expect((await salvage({ snapshot, updates: logOf(3) })).text).toBe('');
  });

  test('is found in a log of many thousands before the thread is taken to hang', async () => {
    const log = logOf(8_000);
    const middle = log.length / 2;
    const { text } = await salvage({
      snapshot: null,
      updates: [...log.slice(0, middle), poison(), ...log.slice(middle)],
    });
    expect(paragraphs(text)).toEqual(upTo(log.length));
  }, 40_000);
});
