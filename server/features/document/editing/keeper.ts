import { Worker } from 'node:worker_threads';
import type { DocumentId } from '#shared/kernel/ids.ts';
import type { Log } from '../../../platform/log.ts';
import type {
  Asked,
  FromKeeper,
  KeeperAsks,
  KeeperThreadData,
  StoredUpdate,
  ToKeeper,
} from './keeper-protocol.ts';

/** Five times what the largest document takes on a slow machine. One that takes longer never ends. */
const ANSWERS_WITHIN_MS = 30_000;

/**
 * What was stored need not be in the text at once, only before anybody asks for the text: a message to the thread for each
 * commit and document would cost more than the commit.
 */
const APPLIED_WITHIN_MS = 100;
const NOTHING_YET = -1;

/** The stored document itself is what failed, not the thread. */
export class DocumentPoisoned extends Error {}
/** The thread ended, or was ended, with the question in it. */
export class KeeperLost extends Error {}

/** Holds the open documents in a thread of its own. */
export type Keeper = {
  ask<What extends Asked>(
    what: What,
    ask: KeeperAsks[What]['ask'],
  ): Promise<KeeperAsks[What]['answer']>;
  /** Follows what was stored. In order with what is asked. */
  apply(documentId: DocumentId, updates: readonly StoredUpdate[]): void;
  stop(): Promise<void>;
};

/**
 * Starts the thread when it is first needed. One that hangs or dies is replaced, and everything that was open in it
 * is open no more: its holder loads it anew.
 */
export function makeKeeper(parts: {
  readonly log: Log;
  /** A document that was open can no longer be followed: its stored updates do not apply. */
  readonly poisoned: (documentId: DocumentId) => void;
  /** The thread has been replaced: nothing is open any more. Named: the document that it was at when it hung or died. */
  readonly lost: (at: DocumentId | null) => void;
  readonly answersWithinMs?: number;
}): Keeper {
  const { answersWithinMs = ANSWERS_WITHIN_MS } = parts;
  type Waiting = PromiseWithResolvers<unknown> & { readonly timer: NodeJS.Timeout };
  const waiting = new Map<number, Waiting>();
  /** Which document each thing that the thread was told since its last answer is about. */
  const about = new Map<number, DocumentId>();
  let thread: Worker | null = null;
  /** What was stored and the thread has not been told of yet. */
  const toApply = new Map<DocumentId, StoredUpdate[]>();
  let applying: NodeJS.Timeout | null = null;
  let at = new Int32Array(new SharedArrayBuffer(4));
  let asked = 0;
  let stopped = false;

  function threadNow(): Worker {
    if (thread) return thread;
    const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    at = new Int32Array(shared).fill(NOTHING_YET);
    const started = new Worker(new URL('./keeper-thread.ts', import.meta.url), {
      execArgv: [],
      workerData: { at: shared } satisfies KeeperThreadData,
    });
    started.on('message', (message: FromKeeper) => hear(message));
    started.on('error', (error) => {
      parts.log.error({ err: error }, 'the thread that holds documents failed');
    });
    started.on('exit', () => {
      if (thread === started) replace();
    });
    // What is asked keeps the process alive, not the thread itself.
    started.unref();
    thread = started;
    return started;
  }

  function hear(message: FromKeeper): void {
    if (message.kind === 'poisoned') {
      parts.log.error({ documentId: message.documentId }, message.message);
      parts.poisoned(message.documentId);
      return;
    }
    const asking = waiting.get(message.nth);
    if (!asking) return;
    waiting.delete(message.nth);
    for (const nth of about.keys()) if (nth <= message.nth) about.delete(nth);
    clearTimeout(asking.timer);
    if (message.kind === 'answer') asking.resolve(message.value);
    else asking.reject(new (message.poisoned ? DocumentPoisoned : Error)(message.message));
  }

  function replace(): void {
    const before = thread;
    const stuckAt = about.get(Atomics.load(at, 0)) ?? null;
    thread = null;
    about.clear();
    void before?.terminate();
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(new KeeperLost('the thread that holds documents was replaced'));
    }
    waiting.clear();
    toApply.clear();
    if (!stopped) parts.lost(stuckAt);
  }

  function post(message: ToKeeper): void {
    threadNow().postMessage(message);
  }

  function tellWhatWasStored(): void {
    if (applying) clearTimeout(applying);
    applying = null;
    if (toApply.size === 0) return;
    const documents = [...toApply].map(([documentId, updates]) => {
      const nth = asked++;
      about.set(nth, documentId);
      return [nth, documentId, updates] as const;
    });
    post({ kind: 'apply', documents });
    toApply.clear();
  }

  return {
    ask(what, ask) {
      if (stopped) return Promise.reject(new KeeperLost('the server is stopping'));
      tellWhatWasStored();
      const nth = asked++;
      const timer = setTimeout(() => {
        parts.log.error({ what }, 'the thread that holds documents hangs and is replaced');
        replace();
      }, answersWithinMs);
      const asking = { ...Promise.withResolvers<unknown>(), timer };
      waiting.set(nth, asking);
      about.set(nth, ask.documentId);
      post({ kind: 'ask', nth, what, with: ask });
      return asking.promise as Promise<never>;
    },
    apply(documentId, updates) {
      if (stopped) return;
      const before = toApply.get(documentId);
      if (before) before.push(...updates);
      else toApply.set(documentId, [...updates]);
      applying ??= setTimeout(tellWhatWasStored, APPLIED_WITHIN_MS).unref();
    },
    async stop() {
      stopped = true;
      replace();
    },
  };
}
