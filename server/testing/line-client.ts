import { once } from 'node:events';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { MESSAGE } from '#shared/wire/document-line.ts';

/** A document's line by hand: says what no client would, counts what is acknowledged, and can stop reading. */
export type LineClient = {
  readonly socket: WebSocket;
  readonly doc: Y.Doc;
  /** Sync step 2 and update messages sent so far. */
  readonly sent: () => number;
  readonly acked: () => number;
  readonly rights: () => number | null;
  readonly refused: { readonly nth: number; readonly reason: string }[];
  /** Awareness states heard, by client: JSON. */
  readonly presence: Map<number, string>;
  /** Whether the whole document has come. */
  readonly whole: () => boolean;
  /** How often the server asked for what is missing. */
  readonly askedFor: () => number;
  readonly denied: () => number;
  readonly closed: Promise<number>;
  /** Sends an update of its own. */
  update(bytes: Uint8Array): void;
  step2(bytes: Uint8Array): void;
  raw(bytes: Uint8Array): void;
  awareness(states: readonly (readonly [client: number, clock: number, state: unknown])[]): void;
  close(): void;
};

export type LineAddress = {
  readonly url: string;
  readonly cookie: string;
  readonly path: string;
  readonly doc?: Y.Doc;
  /** Does not ask for acknowledgements, as a stock client does not. */
  readonly plain?: boolean;
  /** Does not answer the server's first step. */
  readonly silent?: boolean;
};

/** @throws with the HTTP status, when there is no line */
export async function openLineClient(at: LineAddress): Promise<LineClient> {
  const doc = at.doc ?? new Y.Doc();
  const socket = new WebSocket(`${at.url.replace('http', 'ws')}${at.path}`, {
    headers: { origin: at.url, cookie: at.cookie },
  });
  socket.binaryType = 'nodebuffer';
  let sent = 0;
  let acked = 0;
  let rights: number | null = null;
  let whole = false;
  let askedFor = 0;
  let denied = 0;
  const refused: LineClient['refused'] = [];
  const presence = new Map<number, string>();
  const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)));

  const say = (write: (encoder: encoding.Encoder) => void) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(encoding.encode(write));
  };
  const sync = (step: number, bytes: Uint8Array) =>
    say((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.sync);
      encoding.writeVarUint(encoder, step);
      encoding.writeVarUint8Array(encoder, bytes);
    });

  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(data);
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE.sync: {
        const step = decoding.readVarUint(decoder);
        const bytes = decoding.readVarUint8Array(decoder);
        if (step === 0) {
          askedFor++;
          if (at.silent) return;
          sent++;
          sync(1, Y.encodeStateAsUpdate(doc, bytes));
        } else {
          Y.applyUpdate(doc, bytes, 'line');
          if (step === 1) whole = true;
        }
        return;
      }
      case MESSAGE.awareness: {
        const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder));
        for (let count = decoding.readVarUint(inner); count > 0; count--) {
          const client = decoding.readVarUint(inner);
          decoding.readVarUint(inner);
          presence.set(client, decoding.readVarString(inner));
        }
        return;
      }
      case MESSAGE.auth:
        denied++;
        return;
      case MESSAGE.acked:
        acked = decoding.readVarUint(decoder);
        return;
      case MESSAGE.rights:
        rights = decoding.readVarUint(decoder);
        return;
      case MESSAGE.refused:
        refused.push({
          nth: decoding.readVarUint(decoder),
          reason: decoding.readVarString(decoder),
        });
    }
  });
  doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin === 'line' || socket.readyState !== WebSocket.OPEN) return;
    sent++;
    sync(2, bytes);
  });
  socket.on('error', () => undefined);

  const refusedAt = new Promise<never>((_, reject) => {
    socket.on('unexpected-response', (_request, response) => {
      response.resume();
      reject(new Error(`HTTP ${response.statusCode}`));
      socket.terminate();
    });
    socket.on('close', () => reject(new Error('closed')));
  });
  refusedAt.catch(() => undefined);
  await Promise.race([once(socket, 'open'), refusedAt]);
  if (!at.plain) say((encoder) => encoding.writeVarUint(encoder, MESSAGE.askAcks));
  sync(0, Y.encodeStateVector(doc));

  return {
    socket,
    doc,
    refused,
    presence,
    closed,
    sent: () => sent,
    acked: () => acked,
    rights: () => rights,
    whole: () => whole,
    askedFor: () => askedFor,
    denied: () => denied,
    update(bytes) {
      sent++;
      sync(2, bytes);
    },
    step2(bytes) {
      sent++;
      sync(1, bytes);
    },
    raw: (bytes) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(bytes);
    },
    awareness(states) {
      const update = encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, states.length);
        for (const [client, clock, state] of states) {
          encoding.writeVarUint(encoder, client);
          encoding.writeVarUint(encoder, clock);
          encoding.writeVarString(encoder, JSON.stringify(state));
        }
      });
      say((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.awareness);
        encoding.writeVarUint8Array(encoder, update);
      });
    },
    close: () => socket.terminate(),
  };
}
