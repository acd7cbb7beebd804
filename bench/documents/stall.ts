import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import { isHeld } from '../tcp.ts';
import type { Happened, Of } from './asks.ts';
import { waitFor } from './wait-for.ts';
import { dialectOf, openLine } from './writer.ts';

const PIECE_BYTES = 20_000;
const PONG_EVERY_MS = 1_000;

/** One writes a piece and deletes the one before, over and over, so that the document stays small; one has stopped reading. */
export async function stall(ask: Of<'stall'>): Promise<Happened> {
  const startedAt = performance.now();
  const dialect = dialectOf(ask.document);
  let closed = 0;
  let reads = false;
  const reader = openLine(ask.document, 1, {
    open: () => {
      for (const message of dialect.hello()) reader.sendBinary(message);
    },
    binary: () => {
      reads = true;
    },
    closed: () => closed++,
  });
  await waitFor(() => reads);
  await delay(200);
  if (ask.reader !== 'reads') reader.stopReading();
  const pongs =
    ask.reader === 'pongs' ? setInterval(() => reader.pong(), PONG_EVERY_MS) : undefined;

  const doc = new Y.Doc();
  const text = new Y.XmlText();
  doc.getXmlFragment(TEXT_FIELD).insert(0, [text]);
  let isOpen = false;
  const writer = openLine(ask.document, 2, {
    open: () => {
      isOpen = true;
      for (const message of dialect.hello()) writer.sendBinary(message);
      writer.sendBinary(dialect.sync(2, Y.encodeStateAsUpdate(doc)));
    },
    binary: () => undefined,
    closed: () => {
      isOpen = false;
    },
  });
  await waitFor(() => isOpen);
  doc.on('update', (update: Uint8Array) => writer.sendBinary(dialect.sync(2, update)));
  const everyMs = (PIECE_BYTES * 1000) / ask.bytesPerSecond;
  const pieces = (ask.seconds * 1000) / everyMs;
  for (let nth = 0; nth < pieces && isOpen; nth++) {
    doc.transact(() => {
      if (text.length > 0) text.delete(0, text.length);
      text.insert(0, String.fromCharCode(97 + (nth % 26)).repeat(PIECE_BYTES));
    });
    await delay(Math.max(0, startedAt + 200 + nth * everyMs - performance.now()));
  }
  const wasClosed = Number(closed > 0 || !isHeld(ask.document.port, reader.port));
  clearInterval(pongs);
  reader.cut();
  writer.cut();
  return {
    tookMs: performance.now() - startedAt,
    closed: wasClosed,
    ...(!isOpen && { refused: 1 }),
  };
}
