import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as sync from 'y-protocols/sync';
import {
  MESSAGE,
  REFUSED_REASONS,
  type RefusedReason,
  UPDATE_BYTES_MAX,
} from '#shared/wire/document-line.ts';

/** Longer than somebody pauses to think, shorter than a proxy's patience with an idle line. */
const SILENCE_MS = 20_000;
/** A line that does not answer a question within this is dead. */
const ANSWER_MS = 10_000;

/** What is heard on one socket to a document. */
export type SocketEvents = {
  open(): void;
  /** Anything at all has come. */
  heard(): void;
  /** The server says how much it has. */
  asked(stateVector: Uint8Array): void;
  /** `whole`: the answer to what we asked for. */
  update(bytes: Uint8Array, whole: boolean): void;
  awareness(bytes: Uint8Array): void;
  rights(bits: number): void;
  acked(count: number): void;
  /** The n-th of our changes. What was sent before it is judged by itself, and may not be settled yet. */
  refused(nth: number, why: RefusedReason): void;
  /** Nothing has come for so long that a question should be asked. */
  silent(): void;
  closed(code: number): void;
};

/** One socket to one document: our messages as bytes, and theirs as events until it is cut. */
export type DocumentSocket = {
  readonly isOpen: () => boolean;
  /** Asks for everything that we lack who have this much. */
  readonly ask: (stateVector: Uint8Array) => void;
  /** What the server counts, stores and acknowledges. */
  readonly change: (update: Uint8Array, kind: 'step 2' | 'update') => void;
  readonly awareness: (bytes: Uint8Array) => void;
  readonly askAcks: () => void;
  /** Says no goodbye that a dead line never answers; nothing is heard from it any more. */
  readonly cut: () => void;
};

export function openDocumentSocket(address: string, events: SocketEvents): DocumentSocket {
  const socket = new WebSocket(address);
  socket.binaryType = 'arraybuffer';
  let isCut = false;
  let heardAt = Date.now();

  socket.addEventListener('open', () => {
    if (isCut) return;
    heardAt = Date.now();
    events.open();
  });
  socket.addEventListener('message', ({ data }) => {
    if (isCut) return;
    heardAt = Date.now();
    events.heard();
    hear(new Uint8Array(data as ArrayBuffer), events);
  });
  socket.addEventListener('close', ({ code }) => {
    if (!isCut) events.closed(code);
  });
  const listening = setInterval(() => {
    if (!isOpen()) return;
    const silentMs = Date.now() - heardAt;
    if (silentMs > SILENCE_MS + ANSWER_MS) events.closed(1006);
    else if (silentMs > SILENCE_MS) events.silent();
  }, ANSWER_MS / 2);

  const isOpen = () => !isCut && socket.readyState === WebSocket.OPEN;

  function send(type: number, write?: (encoder: encoding.Encoder) => void): void {
    if (!isOpen()) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, type);
    write?.(encoder);
    socket.send(encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>);
  }

  const sendSync = (step: number, bytes: Uint8Array) =>
    send(MESSAGE.sync, (encoder) => {
      encoding.writeVarUint(encoder, step);
      encoding.writeVarUint8Array(encoder, bytes);
    });

  return {
    isOpen,
    ask: (stateVector) => sendSync(sync.messageYjsSyncStep1, stateVector),
    change: (update, kind) =>
      sendSync(kind === 'step 2' ? sync.messageYjsSyncStep2 : sync.messageYjsUpdate, update),
    awareness: (bytes) =>
      send(MESSAGE.awareness, (encoder) => encoding.writeVarUint8Array(encoder, bytes)),
    askAcks: () => send(MESSAGE.askAcks),
    cut() {
      isCut = true;
      clearInterval(listening);
      socket.close();
    },
  };
}

function hear(message: Uint8Array, events: SocketEvents): void {
  const decoder = decoding.createDecoder(message);
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync:
      hearSync(decoder, events);
      break;
    case MESSAGE.awareness:
      events.awareness(decoding.readVarUint8Array(decoder));
      break;
    case MESSAGE.rights:
      events.rights(decoding.readVarUint(decoder));
      break;
    case MESSAGE.acked:
      events.acked(decoding.readVarUint(decoder));
      break;
    case MESSAGE.refused:
      events.refused(decoding.readVarUint(decoder), asWhy(decoding.readVarString(decoder)));
      break;
    // Kinds that a newer server may have: nothing we asked for.
  }
}

function hearSync(decoder: decoding.Decoder, events: SocketEvents): void {
  const step = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  if (step === sync.messageYjsSyncStep1) events.asked(bytes);
  else if (step === sync.messageYjsSyncStep2) events.update(bytes, true);
  else if (step === sync.messageYjsUpdate) events.update(bytes, false);
}

/** A change that is larger than an update may be goes as a step 2, which may be as large as a document. */
const FRAME_HEAD_BYTES = 16;
export const kindOf = (update: Uint8Array): 'step 2' | 'update' =>
  update.length + FRAME_HEAD_BYTES <= UPDATE_BYTES_MAX ? 'update' : 'step 2';

/** A reason that a newer server may have is still a no. */
const asWhy = (reason: string): RefusedReason =>
  REFUSED_REASONS.find((known) => known === reason) ?? 'malformed';
