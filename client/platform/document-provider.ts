import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type Accessor, createSignal } from 'solid-js';
import {
  Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import type { DocumentId } from '#shared/kernel/ids.ts';
import {
  MESSAGE,
  REFUSED_REASONS,
  type RefusedReason,
  RIGHT,
  UPDATE_BYTES_MAX,
} from '#shared/wire/document-line.ts';
import { retryDelayMs } from './connection-state.ts';
import type { DeviceStore } from './device-store.ts';
import { forgetCopy, keepCopy, keptCopy } from './document-copy.ts';
import {
  type DocumentLine,
  type LedgerEvent,
  type LineEvent,
  nextLedger,
  nextLine,
  openLedger,
  type SaveState,
  saveState,
  wantsSocket,
} from './document-line.ts';
import { wordsInUpdates } from './words-in-update.ts';

/** After this without an ack the screen no longer says "Lagrer …". */
const OVERDUE_MS = 8_000;
/** Longer than somebody pauses to think, shorter than a proxy's patience with an idle line. */
const SILENCE_MS = 20_000;
/** A line that does not answer a question within this is dead. */
const ANSWER_MS = 10_000;
/** How far the device may be behind, also while somebody types without a pause; the page being hidden does not wait. */
const KEEP_AFTER_MS = 500;

export type LineRights = {
  readonly read: boolean;
  readonly write: boolean;
  readonly awareness: boolean;
};

export type DocumentProvider = {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly line: Accessor<DocumentLine>;
  readonly save: Accessor<SaveState>;
  /** What the server lets this line do; undefined until it has said so for the first time. */
  readonly rights: Accessor<LineRights | undefined>;
  /** Whether there is something to show: from this device, or whole from the server. */
  readonly shown: Accessor<boolean>;
  /** What was written here and refused for good, to be copied out. Empty while there is nothing. */
  readonly refusedWords: Accessor<string>;
  readonly tryNow: () => void;
  /** Lets go of the line, and keeps on the device what is not stored. */
  readonly close: () => Promise<void>;
};

export type ProviderParts = {
  readonly documentId: DocumentId;
  /** `wss://…/yjs`, without the id. */
  readonly address: string;
  readonly store: Promise<DeviceStore>;
  /** Whether this device keeps whole documents. One that does not keeps only what is unsaved. */
  readonly keepsCopies: () => boolean;
  /** Asked over HTTP when a line fails: a browser does not tell a socket's 404 from a lost network. */
  readonly whyNot: () => Promise<'gone' | 'signed-out' | 'unknown'>;
};

/** Opens a document and keeps it in step with the server for as long as it is open. */
export function makeDocumentProvider(parts: ProviderParts): DocumentProvider {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  awareness.setLocalState(null);
  const [line, setLine] = createSignal<DocumentLine>({ status: 'connecting' });
  const [rights, setRights] = createSignal<LineRights>();
  const [ledger, setLedger] = createSignal(openLedger(false));
  const [keptHere, setKeptHere] = createSignal(true);
  const [shown, setShown] = createSignal(false);
  const [refusedWords, setRefusedWords] = createSignal('');
  const save = () => saveState(line(), ledger(), keptHere());
  const wordsName = `refused ${parts.documentId}`;

  let socket: WebSocket | undefined;
  /** The server's state vector, while it waits for us to know whether we may write. */
  let askedFor: Uint8Array | undefined;
  let rightsKnown = false;
  let heardAt = 0;
  let contactAt = 0;
  let closed = false;
  /** Set once the sign-in has ended and what was unsaved is kept: a sign-out then erases, and nothing may come after. */
  let locked = false;
  /** Changes that no message of this line carries. */
  let waiting: Uint8Array | undefined;
  /** Changes on their way, by the number of their message on this line. */
  const onTheWay = new Map<number, Uint8Array>();
  let retry: ReturnType<typeof setTimeout> | undefined;
  let overdue: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<unknown> = Promise.resolve();

  const unsaved = (): Uint8Array[] => [...(waiting ? [waiting] : []), ...onTheWay.values()];

  function note(event: LedgerEvent): void {
    setLedger(nextLedger(ledger(), event));
  }

  function dispatch(event: LineEvent): void {
    const before = line();
    const after = nextLine(before, event);
    if (after === before || closed) return;
    clearTimeout(retry);
    if (!wantsSocket(after)) cut();
    // What was written is read out before anybody is told that it was refused.
    if (after.status === 'gone' || after.status === 'refused') giveUp(after);
    setLine(after);
    if (wantsSocket(after) && !wantsSocket(before)) connect();
    if (after.status === 'offline' && !after.trying) {
      retry = setTimeout(
        () => dispatch({ type: 'wait-over' }),
        retryDelayMs(after.attempt, Math.random()),
      );
    }
  }

  function connect(): void {
    const mine = new WebSocket(`${parts.address}/${parts.documentId}`);
    socket = mine;
    mine.binaryType = 'arraybuffer';
    heardAt = Date.now();
    mine.addEventListener('open', () => {
      if (socket !== mine) return;
      heardAt = Date.now();
      send(MESSAGE.askAcks);
      askForAll();
      if (awareness.getLocalState() !== null) tellAwareness([doc.clientID]);
    });
    mine.addEventListener('message', ({ data }) => {
      if (socket !== mine) return;
      heardAt = Date.now();
      contactAt = heardAt;
      hear(new Uint8Array(data as ArrayBuffer));
    });
    mine.addEventListener('close', ({ code }) => {
      if (socket === mine) ended(code);
    });
  }

  function ended(code: number): void {
    dispatch({ type: 'closed', code });
    if (line().status === 'offline' && !closed)
      void parts.whyNot().then((verdict) => dispatch({ type: 'told', verdict }));
  }

  /** Drops the line without waiting for a goodbye that a dead one never gives. */
  function cut(): void {
    const old = socket;
    socket = undefined;
    askedFor = undefined;
    rightsKnown = false;
    clearTimeout(overdue);
    const all = unsaved();
    waiting = all.length === 0 ? undefined : Y.mergeUpdates(all);
    onTheWay.clear();
    note({ type: 'line-lost' });
    const others = [...awareness.getStates().keys()].filter((id) => id !== doc.clientID);
    removeAwarenessStates(awareness, others, 'line');
    old?.close();
  }

  function send(type: number, write?: (encoder: encoding.Encoder) => void): void {
    if (socket?.readyState !== WebSocket.OPEN) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, type);
    write?.(encoder);
    socket.send(encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>);
  }

  const askForAll = () => send(MESSAGE.sync, (encoder) => sync.writeSyncStep1(encoder, doc));

  /** Sends changes, which the server counts: it answers with how many of them it has stored. */
  function sendChanges(update: Uint8Array, kind: 'step 2' | 'update'): void {
    note({ type: 'sent' });
    onTheWay.set(ledger().sent, update);
    send(MESSAGE.sync, (encoder) => {
      encoding.writeVarUint(
        encoder,
        kind === 'step 2' ? sync.messageYjsSyncStep2 : sync.messageYjsUpdate,
      );
      encoding.writeVarUint8Array(encoder, update);
    });
    waitForAck();
  }

  function waitForAck(): void {
    clearTimeout(overdue);
    if (onTheWay.size > 0) overdue = setTimeout(() => note({ type: 'overdue' }), OVERDUE_MS);
  }

  function hear(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE.sync:
        hearSync(decoder);
        return;
      case MESSAGE.awareness:
        applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), 'line');
        return;
      case MESSAGE.rights:
        hearRights(decoding.readVarUint(decoder));
        return;
      case MESSAGE.acked:
        hearAck(decoding.readVarUint(decoder));
        return;
      case MESSAGE.refused:
        decoding.readVarUint(decoder);
        dispatch({ type: 'refused', why: asWhy(decoding.readVarString(decoder)) });
        return;
      // Kinds that a newer server may have: nothing we asked for.
    }
  }

  function hearSync(decoder: decoding.Decoder): void {
    switch (decoding.readVarUint(decoder)) {
      case sync.messageYjsSyncStep1:
        askedFor = decoding.readVarUint8Array(decoder);
        catchUp();
        return;
      case sync.messageYjsSyncStep2:
        Y.applyUpdate(doc, decoding.readVarUint8Array(decoder), 'line');
        setShown(true);
        dispatch({ type: 'whole' });
        return;
      case sync.messageYjsUpdate:
        Y.applyUpdate(doc, decoding.readVarUint8Array(decoder), 'line');
        return;
    }
  }

  function hearRights(bits: number): void {
    rightsKnown = true;
    const told = {
      read: (bits & RIGHT.read) !== 0,
      write: (bits & RIGHT.write) !== 0,
      awareness: (bits & RIGHT.awareness) !== 0,
    };
    setRights(told);
    // Being here is seen by the others as soon as it may be; the server puts the name to it.
    if (!told.awareness) awareness.setLocalState(null);
    else if (awareness.getLocalState() === null) awareness.setLocalState({});
    catchUp();
  }

  /** Tells this line what the server has not got. A reader who has changed nothing has nothing to tell. */
  function catchUp(): void {
    if (askedFor === undefined || !rightsKnown) return;
    const serverHas = askedFor;
    askedFor = undefined;
    // Asked again on the same line: what is on its way is among it, and counted by its own message.
    if (rights()?.write || ledger().unsaved) {
      const before = waiting;
      waiting = undefined;
      sendChanges(Y.encodeStateAsUpdate(doc, serverHas), 'step 2');
      // For the words, should it be refused: only what was changed here.
      onTheWay.set(ledger().sent, before ?? EMPTY);
    }
    note({ type: 'caught-up' });
    keepSoon();
  }

  function hearAck(count: number): void {
    note({ type: 'acked', count });
    for (const n of onTheWay.keys()) if (n <= ledger().acked) onTheWay.delete(n);
    waitForAck();
    if (!ledger().unsaved) keepSoon();
  }

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    keepSoon();
    if (origin === 'line' || origin === 'device') return;
    note({ type: 'changed' });
    if (ledger().caughtUp && socket?.readyState === WebSocket.OPEN)
      sendChanges(update, fitsFrame(update) ? 'update' : 'step 2');
    else waiting = waiting ? Y.mergeUpdates([waiting, update]) : update;
  });

  awareness.on('update', (changes: Record<'added' | 'updated' | 'removed', number[]>) => {
    const { added, updated, removed } = changes;
    if ([...added, ...updated, ...removed].includes(doc.clientID)) tellAwareness([doc.clientID]);
  });

  function tellAwareness(clients: number[]): void {
    if (!awareness.meta.has(doc.clientID)) return;
    send(MESSAGE.awareness, (encoder) =>
      encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, clients)),
    );
  }

  function keepSoon(): void {
    keeping ??= setTimeout(keepNow, KEEP_AFTER_MS);
  }

  /** Puts on the device what belongs there just now. One write after the other, so that none overtakes. */
  function keepNow(): Promise<unknown> {
    clearTimeout(keeping);
    keeping = undefined;
    writing = writing.then(async () => {
      const store = await parts.store;
      const { status } = line();
      if (locked || status === 'gone' || (status === 'refused' && !keepsAfter(line()))) return;
      if (!shown()) return;
      locked = status === 'refused';
      const mine = unsaved();
      if (mine.length === 0 && !parts.keepsCopies()) return forgetCopy(store, parts.documentId);
      return keepCopy(store, parts.documentId, {
        state: Y.encodeStateAsUpdate(doc),
        unsaved: mine.length === 0 ? null : Y.mergeUpdates(mine),
        contactAt,
      });
    });
    return writing.then(
      () => setKeptHere(true),
      () => setKeptHere(false),
    );
  }

  /** What was not stored is saved as words; the copy, which holds it, no longer agrees with anybody's. */
  function giveUp(after: DocumentLine): void {
    if (keepsAfter(after)) return void keepNow();
    const words = wordsInUpdates(unsaved());
    if (words !== '') setRefusedWords(words);
    writing = writing
      .then(async () => {
        const store = await parts.store;
        if (words !== '') await store.put('drafts', wordsName, words);
        await forgetCopy(store, parts.documentId);
      })
      .catch(() => setKeptHere(false));
  }

  const silence = setInterval(() => {
    if (socket?.readyState !== WebSocket.OPEN) return;
    const silentMs = Date.now() - heardAt;
    if (silentMs > SILENCE_MS + ANSWER_MS) ended(1006);
    else if (silentMs > SILENCE_MS) askForAll();
  }, ANSWER_MS / 2);

  const tryNow = () => dispatch({ type: 'try-now' });
  const away = () => ended(1006);
  const hiding = () => {
    if (document.visibilityState === 'hidden') void keepNow();
    else tryNow();
  };
  if (typeof document !== 'undefined') {
    addEventListener('online', tryNow);
    addEventListener('offline', away);
    addEventListener('pagehide', hiding);
    document.addEventListener('visibilitychange', hiding);
  }

  async function begin(): Promise<void> {
    const copy = await parts.store
      .then((store) => keptCopy(store, parts.documentId))
      .catch(() => undefined);
    if (copy && !closed) {
      Y.applyUpdate(doc, copy.state, 'device');
      contactAt = copy.contactAt;
      waiting = copy.unsaved ?? undefined;
      setLedger(openLedger(waiting !== undefined));
      setShown(true);
    }
    if (!closed) connect();
  }
  void begin();

  return {
    doc,
    awareness,
    line,
    save,
    rights,
    shown,
    refusedWords,
    tryNow,
    async close() {
      if (closed) return;
      await keepNow();
      awareness.setLocalState(null);
      closed = true;
      cut();
      for (const timer of [retry, overdue, keeping]) clearTimeout(timer);
      clearInterval(silence);
      if (typeof document !== 'undefined') {
        removeEventListener('online', tryNow);
        removeEventListener('offline', away);
        removeEventListener('pagehide', hiding);
        document.removeEventListener('visibilitychange', hiding);
      }
      awareness.destroy();
      doc.destroy();
    },
  };
}

/** A change that is larger than an update may be goes as a step 2, which may be as large as a document. */
const FRAME_HEAD_BYTES = 16;
const fitsFrame = (update: Uint8Array) => update.length + FRAME_HEAD_BYTES <= UPDATE_BYTES_MAX;

const EMPTY = Y.encodeStateAsUpdate(new Y.Doc());

/** A sign-in that ended locks what needs the server and takes nothing from the device (promises.md §1). */
const keepsAfter = (line: DocumentLine) => line.status === 'refused' && line.why === 'signed-out';

/** A reason that a newer server may have is still a no. */
const asWhy = (reason: string): RefusedReason =>
  REFUSED_REASONS.find((known) => known === reason) ?? 'malformed';
