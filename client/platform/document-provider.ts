import { type Accessor, createSignal } from 'solid-js';
import {
  Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { type RefusedReason, RIGHT } from '#shared/wire/document-line.ts';
import type { DeviceStore } from './device-store.ts';
import { createDocumentKeeping } from './document-keeping.ts';
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
import { type DocumentSocket, kindOf, openDocumentSocket } from './document-socket.ts';
import { watchPage } from './page-attention.ts';
import { retryDelayMs } from './retry-delay.ts';
import { makeUnsentChanges } from './unsent-changes.ts';

/** After this without an ack the screen no longer says "Lagrer …". */
const OVERDUE_MS = 8_000;

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
  /**
   * The one that was open before it on the same page. What that one puts on the device comes first; `givenUp`: its copy agrees with
   * nobody's document, and read again its refused words would be refused once more.
   */
  readonly before?: { readonly closed: Promise<void>; readonly givenUp: boolean };
};

/** Opens a document and keeps it in step with the server for as long as it is open. */
export function makeDocumentProvider(parts: ProviderParts): DocumentProvider {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  awareness.setLocalState(null);
  const [line, setLine] = createSignal<DocumentLine>({ status: 'connecting' });
  const [rights, setRights] = createSignal<LineRights>();
  const [ledger, setLedger] = createSignal(openLedger(false));
  const [shown, setShown] = createSignal(false);
  const changes = makeUnsentChanges();
  let contactAt = 0;
  const keeping = createDocumentKeeping({
    ...parts,
    doc,
    line,
    shown,
    unsaved: changes.all,
    contactAt: () => contactAt,
  });
  const save = () => saveState(line(), ledger(), keeping.keptHere());

  let socket: DocumentSocket | undefined;
  /** The server's state vector, while it waits for us to know whether we may write. */
  let askedFor: Uint8Array | undefined;
  let rightsKnown = false;
  /** The first change of this line that was refused. It ends the line once those before it are settled: they may be stored. */
  let refusal: { readonly nth: number; readonly why: RefusedReason } | undefined;
  let closed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let overdue: ReturnType<typeof setTimeout> | undefined;

  // — The line

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
    if (after.status === 'gone' || after.status === 'refused') keeping.giveUp(after);
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
    socket = openDocumentSocket(`${parts.address}/${parts.documentId}`, {
      open() {
        socket?.askAcks();
        askForAll();
        if (awareness.getLocalState() !== null) tellAwareness([doc.clientID]);
      },
      heard() {
        contactAt = Date.now();
      },
      asked(stateVector) {
        askedFor = stateVector;
        catchUp();
      },
      update(bytes, whole) {
        Y.applyUpdate(doc, bytes, 'line');
        if (!whole) return;
        setShown(true);
        dispatch({ type: 'whole' });
      },
      awareness: (bytes) => applyAwarenessUpdate(awareness, bytes, 'line'),
      rights: hearRights,
      acked: hearAck,
      refused(nth, why) {
        changes.refused(nth);
        refusal ??= { nth, why };
      },
      silent: askForAll,
      closed: ended,
    });
  }

  function ended(code: number): void {
    if (refusal) dispatch({ type: 'refused', why: refusal.why });
    else dispatch({ type: 'closed', code });
    if (line().status === 'offline' && !closed)
      void parts.whyNot().then((verdict) => dispatch({ type: 'told', verdict }));
  }

  function cut(): void {
    const old = socket;
    socket = undefined;
    askedFor = undefined;
    rightsKnown = false;
    refusal = undefined;
    clearTimeout(overdue);
    changes.lineLost();
    note({ type: 'line-lost' });
    const others = [...awareness.getStates().keys()].filter((id) => id !== doc.clientID);
    removeAwarenessStates(awareness, others, 'line');
    old?.cut();
  }

  const askForAll = () => socket?.ask(Y.encodeStateVector(doc));

  // — What is changed here

  /** Sends changes, which the server counts: it answers with how many of them it has settled, those that it refused too. */
  function sendChanges(update: Uint8Array, kind: 'step 2' | 'update'): void {
    note({ type: 'sent' });
    changes.sent(ledger().sent, update);
    socket?.change(update, kind);
    waitForAck();
  }

  function waitForAck(): void {
    clearTimeout(overdue);
    if (changes.isAnyOnTheWay()) overdue = setTimeout(() => note({ type: 'overdue' }), OVERDUE_MS);
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
    if (askedFor === undefined || !rightsKnown || refusal) return;
    const serverHas = askedFor;
    askedFor = undefined;
    // Asked again on the same line: what is on its way is among it, and counted by its own message.
    if (rights()?.write || ledger().unsaved) {
      const before = changes.takeWaiting();
      sendChanges(Y.encodeStateAsUpdate(doc, serverHas), 'step 2');
      // For the words, should it be refused: only what was changed here.
      changes.sent(ledger().sent, before ?? EMPTY);
    }
    note({ type: 'caught-up' });
    keeping.soon();
  }

  function hearAck(count: number): void {
    if (refusal && count >= refusal.nth) {
      changes.settled(count);
      dispatch({ type: 'refused', why: refusal.why });
      return;
    }
    note({ type: 'acked', count });
    changes.settled(ledger().acked);
    waitForAck();
    if (!ledger().unsaved) keeping.soon();
  }

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    keeping.soon();
    if (origin === 'line' || origin === 'device') return;
    note({ type: 'changed' });
    // After a refusal it would build on what was refused.
    if (ledger().caughtUp && socket?.isOpen() && !refusal) sendChanges(update, kindOf(update));
    else changes.wait(update);
  });

  // — Who is here

  awareness.on('update', (all: Record<'added' | 'updated' | 'removed', number[]>) => {
    const { added, updated, removed } = all;
    if ([...added, ...updated, ...removed].includes(doc.clientID)) tellAwareness([doc.clientID]);
  });

  function tellAwareness(clients: number[]): void {
    if (!awareness.meta.has(doc.clientID)) return;
    socket?.awareness(encodeAwarenessUpdate(awareness, clients));
  }

  // — From the first moment to the last

  const tryNow = () => dispatch({ type: 'try-now' });
  const stopWatching = watchPage({
    back: tryNow,
    offline: () => ended(1006),
    hidden: () => void keeping.now(),
  });

  async function begin(): Promise<void> {
    await parts.before?.closed;
    const copy = parts.before?.givenUp ? undefined : await keeping.read();
    if (copy && !closed) {
      Y.applyUpdate(doc, copy.state, 'device');
      contactAt = copy.contactAt;
      changes.begin(copy.unsaved);
      setLedger(openLedger(copy.unsaved !== null));
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
    refusedWords: keeping.refusedWords,
    tryNow,
    async close() {
      if (closed) return;
      await keeping.now();
      awareness.setLocalState(null);
      closed = true;
      cut();
      for (const timer of [retry, overdue]) clearTimeout(timer);
      keeping.end();
      stopWatching();
      awareness.destroy();
      doc.destroy();
    },
  };
}

const EMPTY = Y.encodeStateAsUpdate(new Y.Doc());
