import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { aboutDocument } from '#shared/features/document/catalogue/queries.ts';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { openDeviceStore } from '../../../platform/device-store.ts';
import { COPY_LASTS_MS, keptCopy } from '../../../platform/document-copy.ts';
import { givenUpWhy } from '../../../platform/document-line.ts';
import {
  type DocumentProvider,
  makeDocumentProvider,
  type ProviderParts,
} from '../../../platform/document-provider.ts';
import { askOverHttp } from '../../../platform/http-query.ts';
import { createLate } from '../../../platform/late.ts';
import { isOwnDevice } from '../../../platform/own-device-mark.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import {
  besides,
  forgetRefusedWords,
  keptRefusedWords,
  type RefusedWords,
} from '../../../platform/refused-words.ts';
import { holdsWords } from '../../../platform/unsaved-words.ts';
import { watchSignIn } from '../../identity/public.ts';
import { type KeptPictures, makeKeptPictures } from '../images/kept-pictures.ts';
import { aboutName, type KeptAbout } from './kept-about.ts';
import { othersHere, type PersonHere, renamesSaid } from './people-here.ts';

export type AboutDocument = OutputOf<typeof aboutDocument>;

export type OpenDocument = {
  readonly documentId: DocumentId;
  readonly me: PersonId;
  /** What is known of it: from the server, or from the last visit while there is none. */
  readonly about: Accessor<AboutDocument | undefined>;
  readonly state: Accessor<'loading' | 'open' | 'gone' | 'unreachable' | 'too-old'>;
  /** With a failure: what to quote. */
  readonly incident: Accessor<string | undefined>;
  /** A new one after a refusal: then the text begins anew from what the server has. */
  readonly provider: Accessor<DocumentProvider>;
  readonly pictures: KeptPictures;
  readonly mayWrite: Accessor<boolean>;
  /** All was well a moment ago, and the line is still being had back if it is gone. */
  readonly blinks: Accessor<boolean>;
  readonly others: Accessor<readonly PersonHere[]>;
  /** Of one that is gone: that it was on the screen, and whether one could write and all of it was saved. */
  readonly wasOpen: Accessor<'saved' | 'not-saved' | undefined>;
  readonly lostWords: Accessor<RefusedWords | undefined>;
  /** The person has copied them, or does not want them. */
  readonly dropLostWords: () => void;
  readonly refetch: () => void;
  /** Begins anew, from what this device and the server have. */
  readonly reopen: () => void;
  /** It has another name now: those who have it open are to ask for it. */
  readonly tellRenamed: () => void;
};

/** A line that is back within this was never away, to whoever writes: a second's cut, and the tries until one is had again. */
const BLINK_MS = 4_000;

/** How often somebody who waits looks whether the document was opened again. */
const QUARANTINE_LOOK_MS = 5_000;

/** How often somebody before a document that is gone looks whether it is there again. */
const GONE_LOOK_MS = 5_000;

const lineAddress = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/yjs`;

/** A document that is open on this page. Cleaned up by Solid. */
export function createOpenDocument(documentId: DocumentId, me: PersonId): OpenDocument {
  const store = openDeviceStore(me);
  const keepsCopies = () => isOwnDevice(me);
  const asked = createQuery(aboutDocument, () => ({ documentId }));
  watchSignIn(asked.state);
  const [remembered, setRemembered] = createSignal<KeptAbout>();
  const [tooOld, setTooOld] = createSignal(false);
  const [lostWords, setLostWords] = createSignal<RefusedWords>();
  const [provider, setProvider] = createSignal(open());
  const [others, setOthers] = createSignal<readonly PersonHere[]>([]);
  const [renames, setRenames] = createSignal(0);
  holdsWords(() => provider().save() !== 'saved', 'device');
  const about = () => asked.value() ?? remembered()?.about;
  let setAside = false;
  const pictures = makeKeptPictures({ documentId, store, keepsCopies });

  function open(before?: ProviderParts['before']): DocumentProvider {
    return makeDocumentProvider({
      documentId,
      address: lineAddress(),
      store,
      keepsCopies,
      ...(before && { before }),
      whyNot: async () => {
        const answer = await askOverHttp(aboutDocument, { documentId });
        if (answer.ok) return 'unknown';
        if (answer.refusal === 'not-found') return 'gone';
        return answer.refusal === 'signed-out' ? 'signed-out' : 'unknown';
      },
    });
  }

  function beginAnew(): void {
    const before = provider();
    const givenUp = givenUpWhy(before.line()) !== undefined;
    setProvider(open({ closed: before.close(), givenUp }));
  }

  store.then(async (lying) => {
    const kept = (await lying.get('documents', aboutName(documentId))) as KeptAbout | undefined;
    setRemembered(kept);
    const copy = await keptCopy(lying, documentId);
    setTooOld(copy !== undefined && Date.now() - copy.contactAt > COPY_LASTS_MS);
    // From a visit that ended before they were copied.
    const words = await keptRefusedWords(lying, documentId);
    setLostWords((known) => known ?? words);
  });
  createEffect(() => {
    const known = asked.value();
    if (!known || !keepsCopies()) return;
    const kept: KeptAbout = { about: known };
    store.then((lying) => lying.put('documents', aboutName(documentId), kept));
  });

  createEffect(
    on(
      () => provider().line(),
      (line) => {
        if (line.status !== 'gone' && line.status !== 'refused') return;
        const why = givenUpWhy(line);
        const words = provider().refusedWords();
        // Somebody who writes on meanwhile may be refused twice.
        if (why && words !== '') setLostWords((before) => besides(before, { why, words }));
        if (line.status === 'gone') {
          store.then((lying) => lying.remove('documents', aboutName(documentId)));
          pictures.forget();
        }
        asked.refetch();
        if (line.status === 'gone' || line.why === 'signed-out') return;
        // The last good state can be opened; a second time there is nothing more to try.
        if (line.why === 'quarantined' && setAside) return;
        setAside = line.why === 'quarantined';
        // Read on from what the server has; what was refused stands beside it, in words.
        beginAnew();
      },
    ),
  );

  const isOffLong = createLate(() => provider().line().status === 'offline', BLINK_MS);
  const blinks = createMemo<boolean>((before) => {
    const { status } = provider().line();
    if (status === 'whole') return provider().save() !== 'not-saved';
    return status === 'offline' && before && !isOffLong();
  }, false);

  const isGone = createMemo(() => {
    const state = asked.state();
    return (
      provider().line().status === 'gone' ||
      (state.status === 'failed' && state.refusal === 'not-found')
    );
  });
  const wasShown = createMemo<boolean>((before) => before || provider().shown(), false);
  const wasOpen = () => {
    if (!wasShown()) return undefined;
    const isSaved = provider().save() === 'saved' && !lostWords();
    return isSaved && about()?.rights.edit ? 'saved' : 'not-saved';
  };
  // No line tells that it is there again: out of the trash, or for oneself once more.
  createEffect(() => {
    if (isGone()) refetchEvery(GONE_LOOK_MS, asked);
  });
  let wasNotFound = false;
  createEffect(
    on(asked.state, (now) => {
      if (now.status === 'failed') wasNotFound ||= now.refusal === 'not-found';
      if (now.status !== 'ready' || !wasNotFound) return;
      wasNotFound = false;
      beginAnew();
    }),
  );

  const isSetAside = createMemo(() => asked.value()?.quarantined === true);
  // No line tells that somebody else has opened it again.
  createEffect(() => {
    if (isSetAside()) refetchEvery(QUARANTINE_LOOK_MS, asked);
  });
  // Opened again from its last good state, by whoever may: everybody's text begins anew from there.
  createEffect(
    on(isSetAside, (now, before) => {
      if (now || before !== true) return;
      setAside = false;
      beginAnew();
    }),
  );

  // Frozen, thawed, shared, taken back: what else has changed with it is asked for.
  createEffect(
    on(
      () => provider().rights(),
      () => asked.refetch(),
      { defer: true },
    ),
  );
  createEffect(() => {
    const { awareness } = provider();
    const listen = () => {
      setOthers(othersHere(awareness.getStates(), me));
      setRenames(renamesSaid(awareness.getStates()));
    };
    listen();
    awareness.on('change', listen);
    onCleanup(() => awareness.off('change', listen));
  });
  createEffect(on(renames, () => asked.refetch(), { defer: true }));
  onCleanup(() => void provider().close());

  return {
    documentId,
    me,
    about,
    provider,
    pictures,
    others,
    wasOpen,
    lostWords,
    blinks,
    state() {
      if (isGone()) return 'gone';
      const failed = asked.state().status === 'failed';
      if (failed && !asked.value() && tooOld()) return 'too-old';
      // Set aside, there is no text to wait for: what can be done about it stands on the page.
      if (about() && (provider().shown() || isSetAside())) return 'open';
      return failed && provider().line().status !== 'connecting' ? 'unreachable' : 'loading';
    },
    incident() {
      const state = asked.state();
      return state.status === 'failed' ? state.incident : undefined;
    },
    mayWrite: () =>
      (provider().rights()?.write ?? about()?.rights.edit ?? false) &&
      provider().line().status !== 'refused' &&
      provider().line().status !== 'gone',
    reopen: beginAnew,
    dropLostWords() {
      setLostWords(undefined);
      store.then((lying) => forgetRefusedWords(lying, documentId));
    },
    tellRenamed() {
      const { awareness } = provider();
      const before = awareness.getLocalState()?.renamed ?? 0;
      awareness.setLocalStateField('renamed', before + 1);
    },
    refetch() {
      asked.refetch();
      provider().tryNow();
    },
  };
}
