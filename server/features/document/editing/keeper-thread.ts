import { parentPort, workerData } from 'node:worker_threads';
import * as Y from 'yjs';
import type { DocumentId } from '#shared/kernel/ids.ts';
import {
  type Authors,
  authorsOf,
  authorsToStore,
  noteAuthor,
  plainTextOf,
  sharesOf,
  wordsOf,
} from './authors.ts';
import { canonicalOf } from './canonical.ts';
import { cameBack } from './come-back.ts';
import { type GoneLetters, makeGoneLetters } from './gone-letters.ts';
import type {
  Asked,
  AtRest,
  FromKeeper,
  KeeperAsks,
  KeeperThreadData,
  Stored,
  StoredUpdate,
  ToKeeper,
} from './keeper-protocol.ts';
import { changeTo } from './make-like.ts';
import { ownersOf } from './owners.ts';
import { type Known, MalformedUpdate, readUpdate } from './read-update.ts';
import { updatesIn } from './updates-in.ts';

/**
 * The thread that holds the open documents as Yjs documents, so that loading one of a megabyte, writing it out or
 * reading a long absence's edits keeps nobody else waiting. It holds what is stored, and nothing else.
 */
type Kept = { readonly doc: Y.Doc; readonly authors: Authors; readonly gone: GoneLetters };

/** A stored update that cannot be applied (X18). */
class Poisoned extends Error {}

const kept = new Map<DocumentId, Kept>();

function keptOf(documentId: DocumentId): Kept {
  const found = kept.get(documentId);
  if (!found) throw new Error('a document that is not open');
  return found;
}

const knownOf = (doc: Y.Doc): Known => Y.decodeStateVector(Y.encodeStateVector(doc));

function build({ snapshot, updates }: Stored): Kept {
  const doc = new Y.Doc();
  const authors = snapshot ? authorsOf(snapshot.authors) : new Map();
  if (snapshot) applyOne(doc, snapshot.state);
  const built = { doc, authors, gone: makeGoneLetters(snapshot?.gone ?? []) };
  for (const update of updates) apply(built, update);
  return built;
}

function apply({ doc, authors, gone }: Kept, { personId, bytes, whose }: StoredUpdate): void {
  const before = knownOf(doc);
  const found = doc.transact((transaction) => {
    for (const update of updatesIn(bytes)) applyOne(doc, update);
    return cameBack(transaction, { before, authors, gone, by: personId });
  });
  const others = whose ? new Map([...found, ...authorsOf(whose)]) : found;
  noteAuthor(authors, before, knownOf(doc), personId, others);
}

function applyOne(doc: Y.Doc, update: Uint8Array): void {
  try {
    Y.applyUpdate(doc, update);
  } catch (error) {
    throw new Poisoned('an update cannot be applied', { cause: error });
  }
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new Poisoned('an update lacks what it builds on');
  }
}

function atRest({ doc, authors, gone }: Kept): AtRest {
  return {
    state: Y.encodeStateAsUpdate(doc),
    authors: authorsToStore(authors),
    gone: gone.toStore(),
    text: plainTextOf(doc),
  };
}

/** How many updates are left out before what was found until then has to do: each costs one more reading of the log. */
const LEFT_OUT_MAX = 8;

/** Everything that can be applied. What was acknowledged after a poisonous update is kept like what came before it. */
function salvage({ snapshot, updates }: Stored): AtRest {
  const good: StoredUpdate[] = [];
  let built = builtOrNull({ snapshot, updates: good });
  if (!built) return atRest(build({ snapshot: null, updates: [] }));
  let leftOut = 0;
  for (const update of updates) {
    try {
      apply(built, update);
      good.push(update);
    } catch (error) {
      if (!(error instanceof Poisoned)) throw error;
      // One that failed has left its traces.
      built = build({ snapshot, updates: good });
      leftOut += 1;
      if (leftOut === LEFT_OUT_MAX) break;
    }
  }
  return atRest(built);
}

function builtOrNull(stored: Stored): Kept | null {
  try {
    return build(stored);
  } catch (error) {
    if (!(error instanceof Poisoned)) throw error;
    return null;
  }
}

/** Whether an update deletes something that still stands. */
function deletesAnything(doc: Y.Doc, bytes: Uint8Array): boolean {
  for (const [client, ranges] of Y.decodeUpdate(bytes).ds.clients) {
    const structs = doc.store.clients.get(client);
    if (!structs) return true;
    for (const { clock, len } of ranges) {
      const end = clock + len;
      if (Y.getState(doc.store, client) < end) return true;
      for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
        const struct = structs[at];
        if (!struct || struct.id.clock >= end) break;
        if (!struct.deleted) return true;
      }
    }
  }
  return false;
}

const answers: {
  [What in Asked]: (ask: KeeperAsks[What]['ask']) => KeeperAsks[What]['answer'];
} = {
  load({ documentId, stored }) {
    const built = build(stored);
    kept.set(documentId, built);
    const bytes = Y.encodeStateAsUpdate(built.doc).length;
    const known = knownOf(built.doc);
    return { known: [...known], owners: ownersOf(built.authors, known), bytes };
  },
  state: ({ documentId }) => Y.encodeStateAsUpdate(keptOf(documentId).doc),
  diff: ({ documentId, stateVector }) => Y.encodeStateAsUpdate(keptOf(documentId).doc, stateVector),
  read({ documentId, bytes }) {
    try {
      const shape = readUpdate(bytes);
      const newDeletes = shape.deletes && deletesAnything(keptOf(documentId).doc, bytes);
      return { shape, newDeletes };
    } catch (error) {
      if (error instanceof MalformedUpdate) return null;
      throw error;
    }
  },
  rest: ({ documentId }) => atRest(keptOf(documentId)),
  text: ({ documentId }) => plainTextOf(keptOf(documentId).doc),
  changeTo({ documentId, state }) {
    const wanted = new Y.Doc();
    Y.applyUpdate(wanted, state);
    const { doc, authors } = keptOf(documentId);
    return changeTo(doc, wanted, authors);
  },
  authorship({ documentId }) {
    const { doc, authors } = keptOf(documentId);
    return { shares: sharesOf(doc, authors), authors: authorsToStore(authors) };
  },
  forget({ documentId }) {
    kept.get(documentId)?.doc.destroy();
    kept.delete(documentId);
    return null;
  },
  assemble: ({ stored }) => atRest(build(stored)),
  salvage: ({ stored }) => salvage(stored),
  canonical({ state, authors }) {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    const said = { canonical: canonicalOf(doc), ...wordsOf(doc, authorsOf(authors)) };
    doc.destroy();
    return said;
  },
};

function say(message: FromKeeper): void {
  parentPort?.postMessage(message);
}

const at = new Int32Array((workerData as KeeperThreadData).at);

function applyAll(documentId: DocumentId, updates: readonly StoredUpdate[]): void {
  const open = kept.get(documentId);
  if (!open) return;
  try {
    for (const update of updates) apply(open, update);
  } catch (error) {
    kept.delete(documentId);
    say({ kind: 'poisoned', documentId, message: String(error) });
  }
}

parentPort?.on('message', (message: ToKeeper) => {
  if (message.kind === 'apply') {
    for (const [nth, documentId, updates] of message.documents) {
      Atomics.store(at, 0, nth);
      applyAll(documentId, updates);
    }
    return;
  }
  const { nth } = message;
  Atomics.store(at, 0, nth);
  try {
    const answer = answers[message.what] as (ask: unknown) => unknown;
    say({ kind: 'answer', nth, value: answer(message.with) });
  } catch (error) {
    say({ kind: 'failed', nth, poisoned: error instanceof Poisoned, message: String(error) });
  }
});
