import { type Accessor, createSignal } from 'solid-js';
import * as Y from 'yjs';
import type { DocumentId } from '#shared/kernel/ids.ts';
import type { DeviceStore } from './device-store.ts';
import { type DocumentCopy, forgetCopy, keepCopy, keptCopy } from './document-copy.ts';
import { type DocumentLine, givenUpWhy } from './document-line.ts';
import { keepRefusedWords } from './refused-words.ts';
import { wordsInUpdates } from './words-in-update.ts';

/** How far the device may be behind, also while somebody types without a pause; the page being hidden does not wait. */
const KEEP_AFTER_MS = 500;

/** What of an open document lies on this device. */
export type DocumentKeeping = {
  /** What lay here from an earlier visit. */
  readonly read: () => Promise<DocumentCopy | undefined>;
  /** Whether this device holds what it should, so that it may be said. */
  readonly keptHere: Accessor<boolean>;
  /** What was refused for good, as words to be copied out. Empty while there is nothing. */
  readonly refusedWords: Accessor<string>;
  readonly soon: () => void;
  readonly now: () => Promise<unknown>;
  /** The line has ended for good. What was not stored is saved as words; the copy, which holds it, no longer agrees with anybody's. */
  readonly giveUp: (after: DocumentLine) => void;
  readonly end: () => void;
};

export function createDocumentKeeping(parts: {
  readonly documentId: DocumentId;
  readonly doc: Y.Doc;
  readonly store: Promise<DeviceStore>;
  /** Whether this device keeps whole documents. One that does not keeps only what is unsaved. */
  readonly keepsCopies: () => boolean;
  readonly line: Accessor<DocumentLine>;
  /** Before anything was shown there is nothing to keep. */
  readonly shown: Accessor<boolean>;
  readonly unsaved: () => Uint8Array[];
  readonly contactAt: () => number;
}): DocumentKeeping {
  const { documentId, doc, line, unsaved } = parts;
  const [keptHere, setKeptHere] = createSignal(true);
  const [refusedWords, setRefusedWords] = createSignal('');
  /** Set once the sign-in has ended and what was unsaved is kept: a sign-out then erases, and nothing may come after. */
  let locked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** One write after the other, so that none overtakes. */
  let writing: Promise<unknown> = Promise.resolve();

  function now(): Promise<unknown> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write);
    return writing.then(
      () => setKeptHere(true),
      () => setKeptHere(false),
    );
  }

  /** Puts on the device what belongs there just now. */
  async function write(): Promise<void> {
    const store = await parts.store;
    if (locked || givenUpWhy(line()) || !parts.shown()) return;
    locked = line().status === 'refused';
    const mine = unsaved();
    if (mine.length === 0 && !parts.keepsCopies()) return forgetCopy(store, documentId);
    return keepCopy(store, documentId, {
      state: Y.encodeStateAsUpdate(doc),
      unsaved: mine.length === 0 ? null : Y.mergeUpdates(mine),
      contactAt: parts.contactAt(),
    });
  }

  return {
    keptHere,
    refusedWords,
    now,
    read: () => parts.store.then((store) => keptCopy(store, documentId)).catch(() => undefined),
    soon() {
      timer ??= setTimeout(now, KEEP_AFTER_MS);
    },
    giveUp(after) {
      const why = givenUpWhy(after);
      if (!why) return void now();
      const words = wordsInUpdates(unsaved());
      if (words !== '') setRefusedWords(words);
      writing = writing
        .then(async () => {
          const store = await parts.store;
          if (words !== '') await keepRefusedWords(store, documentId, { why, words });
          await forgetCopy(store, documentId);
        })
        .catch(() => setKeptHere(false));
    },
    end: () => clearTimeout(timer),
  };
}
