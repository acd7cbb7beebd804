import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { MESSAGE } from '#shared/wire/document-line.ts';

/** What a server says, as far as a writer has to know. */
export type Heard =
  | { readonly kind: 'step-1' }
  /** What was asked for: the whole, or what it lacks. */
  | { readonly kind: 'step-2'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  /** So many of ours, or one more, are called taken. */
  | { readonly kind: 'acked'; readonly count: number | 'one more' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'other' };

/** How messages are framed: y-websocket's way, or Hocuspocus' way, which names the document in each. */
export type Dialect = {
  /** What is said first. */
  hello(): readonly Uint8Array[];
  sync(step: 0 | 1 | 2, body: Uint8Array): Uint8Array;
  hear(payload: Uint8Array): Heard;
};

const NOTHING_KNOWN = new Uint8Array([0]);
const OTHER: Heard = { kind: 'other' };

/** `asksAcks`: our own server alone has them in this format. */
export function yDialect(asksAcks: boolean): Dialect {
  const sync = syncAfter(new Uint8Array());
  return {
    hello: () => [
      ...(asksAcks ? [encoding.encode((to) => encoding.writeVarUint(to, MESSAGE.askAcks))] : []),
      sync(0, NOTHING_KNOWN),
    ],
    sync,
    hear(payload) {
      if (payload[0] === MESSAGE.sync) return hearSync(payload, 1);
      const decoder = decoding.createDecoder(payload);
      const kind = decoding.readVarUint(decoder);
      if (kind === MESSAGE.acked) return { kind: 'acked', count: decoding.readVarUint(decoder) };
      return kind === MESSAGE.refused ? { kind: 'refused' } : OTHER;
    },
  };
}

const HOCUSPOCUS = { auth: 2, syncReply: 4, syncStatus: 8 };

export function hocuspocusDialect(name: string): Dialect {
  const head = encoding.encode((to) => encoding.writeVarString(to, name));
  const sync = syncAfter(head);
  const auth = encoding.encode((to) => {
    encoding.writeUint8Array(to, head);
    encoding.writeVarUint(to, HOCUSPOCUS.auth);
    encoding.writeVarUint(to, 0);
    encoding.writeVarString(to, 'nobody asks');
  });
  return {
    hello: () => [auth, sync(0, NOTHING_KNOWN)],
    sync,
    hear(payload) {
      const kind = payload[head.length];
      if (kind === MESSAGE.sync || kind === HOCUSPOCUS.syncReply) {
        return hearSync(payload, head.length + 1);
      }
      if (kind !== HOCUSPOCUS.syncStatus) return OTHER;
      return payload[head.length + 1] === 1
        ? { kind: 'acked', count: 'one more' }
        : { kind: 'refused' };
    },
  };
}

function syncAfter(head: Uint8Array): Dialect['sync'] {
  return (step, body) =>
    encoding.encode((to) => {
      encoding.writeUint8Array(to, head);
      encoding.writeVarUint(to, MESSAGE.sync);
      encoding.writeVarUint(to, step);
      encoding.writeVarUint8Array(to, body);
    });
}

function hearSync(payload: Uint8Array, at: number): Heard {
  const step = payload[at];
  if (step === 0) return { kind: 'step-1' };
  let start = at + 1;
  // A short body has a length of one byte: the common case, read without a decoder.
  const short = payload[start] ?? 0;
  let update: Uint8Array;
  if (short < 128) update = payload.subarray(++start, start + short);
  else {
    const decoder = decoding.createDecoder(payload);
    decoder.pos = start;
    update = decoding.readVarUint8Array(decoder);
  }
  return { kind: step === 1 ? 'step-2' : 'update', update };
}
