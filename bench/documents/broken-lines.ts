import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import type { Happened, Of } from './asks.ts';
import { startOf } from './typing.ts';
import { waitFor } from './wait-for.ts';
import { dialectOf, openLine } from './writer.ts';

/** The same chance in every run and for everybody. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Of one kind after the other, with a few bytes changed, cut off or doubled; a line that is closed is opened again. */
export async function sayMutated({ document, messages }: Of<'mutate'>): Promise<Happened> {
  const startedAt = performance.now();
  const chance = seeded(7);
  const dialect = dialectOf(document);
  const doc = new Y.Doc();
  doc.getXmlFragment(TEXT_FIELD).insert(0, [new Y.XmlElement('paragraph')]);
  const awareness = encoding.encode((to) => {
    encoding.writeVarUint(to, 1);
    encoding.writeVarUint8Array(
      to,
      encoding.encode((body) => {
        encoding.writeVarUint(body, 1);
        encoding.writeVarUint(body, doc.clientID);
        encoding.writeVarUint(body, 1);
        encoding.writeVarString(body, '{"user":{"name":"Kari"}}');
      }),
    );
  });
  const good = [
    dialect.sync(0, Y.encodeStateVector(doc)),
    dialect.sync(1, Y.encodeStateAsUpdate(doc)),
    dialect.sync(2, startOf(4_242)),
    awareness,
  ];
  let closed = 0;
  let line = await openOnce();
  async function openOnce() {
    let isOpen: boolean | null = null;
    const opened = openLine(document, closed, {
      open: () => {
        isOpen = true;
        for (const message of dialect.hello()) opened.sendBinary(message);
      },
      binary: () => undefined,
      closed: () => {
        if (isOpen) closed++;
        isOpen = false;
      },
    });
    await waitFor(() => isOpen !== null);
    return { opened, isOpen: () => isOpen === true };
  }
  for (let nth = 0; nth < messages; nth++) {
    if (!line.isOpen()) line = await openOnce();
    if (!line.isOpen()) break;
    line.opened.sendBinary(mutated(good[nth % good.length] as Uint8Array, chance));
    // At a pace that a single line may have, so that each is looked at.
    if (nth % 4 === 0) await delay(2);
  }
  await delay(500);
  line.opened.cut();
  return { tookMs: performance.now() - startedAt, closed };
}

function mutated(message: Uint8Array, chance: () => number): Uint8Array {
  const bytes = Uint8Array.from(message);
  const kind = chance();
  if (kind < 0.2) return bytes.subarray(0, Math.floor(chance() * bytes.length));
  if (kind < 0.3) return Uint8Array.from([...bytes, ...bytes]);
  for (let n = 0; n < 1 + chance() * 4; n++) {
    bytes[Math.floor(chance() * bytes.length)] = Math.floor(chance() * 256);
  }
  return bytes;
}

const HEADERS = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n';
const KEY = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
const FRAMES: readonly Uint8Array[] = [
  new Uint8Array([0x82, 0x80, 0, 0, 0, 0]), // nothing at all
  new Uint8Array([0x82, 0x05, 1, 2, 3, 4, 5]), // no mask
  new Uint8Array([0x83, 0x80, 0, 0, 0, 0]), // an opcode of no kind
  new Uint8Array([0xf2, 0x80, 0, 0, 0, 0]), // reserved bits
  new Uint8Array([0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]), // larger than anything
  new Uint8Array([0x09, 0xfe, 0x01, 0x00, 0, 0, 0, 0]), // a ping in pieces, too long
  new Uint8Array([0x88, 0x81, 0, 0, 0, 0, 1]), // a goodbye of one byte
  new Uint8Array([0x88, 0x82, 0, 0, 0, 0, 0, 0]), // a goodbye with no such code
  new Uint8Array([0x80, 0x80, 0, 0, 0, 0]), // goes on with nothing
  new Uint8Array([0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28]), // text that is no text
  masked([0]), // messages that end too early, and of no kind
  masked([0, 0]),
  masked([0, 2, 255, 255, 255, 255, 15]),
  masked([0, 9, 1, 0]),
  masked([1, 200]),
  masked([99]),
  masked([255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255]),
  masked([0, 1, 4, 1, 1, 1, 255]),
  masked([0, 2, 5, 255, 255, 255, 255, 15]),
  masked([1, 6, 1, 1, 1, 2, 123, 34]),
];

function masked(payload: readonly number[]): Uint8Array {
  return new Uint8Array([0x82, 0x80 | payload.length, 0, 0, 0, 0, ...payload]);
}

/** Upgrades that are none, and bad frames behind good ones, each on a line of its own and without a sign-in. */
export async function sayMalformed({ document }: Of<'malformed'>): Promise<Happened> {
  const startedAt = performance.now();
  const { port, path, origin } = document;
  const head = (where: string, more: string) =>
    `GET ${where} HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${origin}\r\n${more}\r\n`;
  const cases: (string | Uint8Array)[][] = [
    [head(path, `${HEADERS}Sec-WebSocket-Key: short\r\n`)],
    [head(path, HEADERS)],
    [head(path, `${HEADERS.replace('13', '99')}${KEY}`)],
    [head('/%00/..%2f..%2fetc', `${HEADERS}${KEY}`)],
    [head(`/${'a'.repeat(8_000)}`, `${HEADERS}${KEY}`)],
    [head('*', `${HEADERS}${KEY}`)],
    [head('//', `${HEADERS}${KEY}`)],
    ['GET / HTTP/9.9\r\n\r\n'],
    ['\0\0\0\0\r\n\r\n'],
    [head(path, `${HEADERS}${KEY}Content-Length: -1\r\n`)],
    [head(path, `${HEADERS}${KEY}Sec-WebSocket-Extensions: permessage-deflate; x=\r\n`)],
    [head(path, `${HEADERS}${KEY}Sec-WebSocket-Protocol: ,,,\r\n`)],
    ...FRAMES.map((frame) => [head(path, `${HEADERS}${KEY}`), frame]),
    ...FRAMES.slice(10).map((frame) => [head('/no-such-document', `${HEADERS}${KEY}`), frame]),
  ];
  let closed = 0;
  for (const parts of cases) {
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('error', () => undefined);
    socket.on('close', () => closed++);
    for (const part of parts) {
      socket.write(part);
      await delay(15);
    }
    await delay(25);
    socket.resetAndDestroy();
  }
  return { tookMs: performance.now() - startedAt, closed };
}

/** Each of them well formed, and built on a writer whom nobody has ever heard of. */
export async function sayGaps({ document, updates }: Of<'gaps'>): Promise<Happened> {
  const startedAt = performance.now();
  const dialect = dialectOf(document);
  let closed = 0;
  let refused = 0;
  let isOpen = false;
  const line = openLine(document, 0, {
    open: () => {
      isOpen = true;
      for (const message of dialect.hello()) line.sendBinary(message);
    },
    binary: (payload) => {
      if (dialect.hear(payload).kind === 'refused') refused++;
    },
    closed: () => {
      isOpen = false;
      closed++;
    },
  });
  await waitFor(() => isOpen);
  for (let nth = 0; nth < updates && closed === 0; nth++) {
    line.sendBinary(dialect.sync(2, gapUpdate(nth)));
    if (nth % 20 === 0) await delay(5);
  }
  // Long enough for a server that puts off the work to come to it.
  await delay(2_000);
  line.cut();
  return { tookMs: performance.now() - startedAt, closed, refused };
}

/** One letter of somebody at clock 0, behind a letter of somebody else that nobody has. */
function gapUpdate(nth: number): Uint8Array {
  return encoding.encode((to) => {
    encoding.writeVarUint(to, 1);
    encoding.writeVarUint(to, 1);
    encoding.writeVarUint(to, 50_000_000 + nth);
    encoding.writeVarUint(to, 0);
    encoding.writeUint8(to, 0x84);
    encoding.writeVarUint(to, 90_000_000 + nth);
    encoding.writeVarUint(to, 1_000);
    encoding.writeVarString(to, 'x');
    encoding.writeVarUint(to, 0);
  });
}
