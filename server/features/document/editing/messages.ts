import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { MESSAGE, type RefusedReason } from '#shared/wire/document-line.ts';
import { binaryFrame } from '../../../platform/websocket-frame.ts';

const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

/** What a client can say. */
export type ClientMessage =
  | { readonly kind: 'step-1'; readonly stateVector: Uint8Array }
  /** Something to store. Both count; the second step may be as large as a document. */
  | { readonly kind: 'edit'; readonly bytes: Uint8Array; readonly isStep2: boolean }
  | { readonly kind: 'awareness'; readonly bytes: Uint8Array }
  | { readonly kind: 'query-awareness' }
  | { readonly kind: 'ask-acks' };

/** @returns null for what is none of them */
export function readMessage(bytes: Uint8Array): ClientMessage | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const message = read(decoder);
    return decoding.hasContent(decoder) ? null : message;
  } catch {
    return null;
  }
}

function read(decoder: decoding.Decoder): ClientMessage | null {
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync: {
      const step = decoding.readVarUint(decoder);
      const body = decoding.readVarUint8Array(decoder);
      if (step === STEP_1) return { kind: 'step-1', stateVector: body };
      return step === STEP_2 || step === UPDATE
        ? { kind: 'edit', bytes: body, isStep2: step === STEP_2 }
        : null;
    }
    case MESSAGE.awareness:
      return { kind: 'awareness', bytes: decoding.readVarUint8Array(decoder) };
    case MESSAGE.queryAwareness:
      return { kind: 'query-awareness' };
    case MESSAGE.askAcks:
      return { kind: 'ask-acks' };
    default:
      return null;
  }
}

function frame(write: (encoder: encoding.Encoder) => void): Buffer {
  return binaryFrame(encoding.encode(write));
}

function syncFrame(step: number, bytes: Uint8Array): Buffer {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

export const step1Frame = (stateVector: Uint8Array) => syncFrame(STEP_1, stateVector);
export const step2Frame = (update: Uint8Array) => syncFrame(STEP_2, update);
export const updateFrame = (update: Uint8Array) => syncFrame(UPDATE, update);

export function awarenessFrame(update: Uint8Array): Buffer {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(encoder, update);
  });
}

export function ackedFrame(count: number): Buffer {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.acked);
    encoding.writeVarUint(encoder, count);
  });
}

export function rightsFrame(bits: number): Buffer {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.rights);
    encoding.writeVarUint(encoder, bits);
  });
}

export function refusedFrame(nth: number, reason: RefusedReason): Buffer {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.refused);
    encoding.writeVarUint(encoder, nth);
    encoding.writeVarString(encoder, reason);
  });
}

/** What a stock client is told when it may not write. */
export function permissionDeniedFrame(reason: RefusedReason): Buffer {
  return frame((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.auth);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, reason);
  });
}
