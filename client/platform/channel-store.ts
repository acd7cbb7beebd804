import { type Accessor, batch, createComputed, createSignal } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import type { AnyChannel, FactOf, Revision, StateOf } from '#shared/wire/contract.ts';
import type { Subscribed } from '#shared/wire/socket-events.ts';
import {
  after,
  emptySequence,
  hearHead,
  isBehind,
  type Sequence,
  type Step,
  takeBatches,
  takeSnapshot,
} from './channel-sequence.ts';
import { LineLost, type Wire } from './wire.ts';

/** A batch overtaken by its follower is usually a few milliseconds behind; only then do we ask. */
const GAP_GRACE_MS = 150;
/** Between two tries when the server could not answer just then. */
const ASK_AGAIN_MS = 1_000;

export type ChannelStatus =
  /** No snapshot yet. */
  | { readonly status: 'opening' }
  | { readonly status: 'live' }
  /** The line is gone or something was missed: what is shown is true up to a while ago. */
  | { readonly status: 'behind' }
  /** It will not come by itself: there is no right to it, or no seat, or we let it go. */
  | { readonly status: 'closed'; readonly why: 'not-found' | 'not-joined' | 'let-go' };

export type OpenChannel<C extends AnyChannel> = {
  /** The state, or undefined until the first snapshot. Unchanged parts keep their identity between facts. */
  readonly state: Accessor<StateOf<C> | undefined>;
  readonly status: Accessor<ChannelStatus>;
  /** Calls back with each fact heard after the snapshot, once, in order, when the state already shows it. */
  readonly whenFact: (listener: (fact: FactOf<C>) => void) => () => void;
  /** Asks again after the channel was closed: after joining anew. */
  readonly reopen: () => void;
  /** Wipes what was heard from memory: there is no right to see it any more. It can be opened again. */
  readonly forget: () => void;
  /** Tells the server that we let go. Answers when it has, or when the line is gone anyway. */
  readonly letGo: () => Promise<void>;
};

export type Channels = {
  /** Opens a channel. Whoever opens it lets it go; one page opens a channel once. */
  readonly open: <C extends AnyChannel>(contract: C, id: string) => OpenChannel<C>;
  /** Waits until every open channel has got as far as these revisions. */
  readonly reached: (revisions: readonly Revision[]) => Promise<void>;
};

type Follower = {
  readonly reached: (revision: number) => Promise<void>;
};

export function makeChannels(wire: Wire): Channels {
  const followers = new Map<string, Follower>();
  const nameOf = (channel: string, id: string) => `${channel} ${id}`;
  return {
    open(contract, id) {
      const name = nameOf(contract.name, id);
      const { channel, follower } = follow(wire, contract, id, () => followers.delete(name));
      followers.set(name, follower);
      return channel;
    },
    async reached(revisions) {
      await Promise.all(
        revisions.map(({ channel, id, revision }) =>
          followers.get(nameOf(channel, id))?.reached(revision),
        ),
      );
    },
  };
}

function follow<C extends AnyChannel>(
  wire: Wire,
  contract: C,
  id: string,
  forget: () => void,
): { channel: OpenChannel<C>; follower: Follower } {
  type State = StateOf<C>;
  type Fact = FactOf<C>;
  const evolve = contract.evolve as (state: State, fact: Fact) => State;
  const [state, setState] = createSignal<State | undefined>(undefined, { equals: Object.is });
  const [status, setStatus] = createSignal<ChannelStatus>({ status: 'opening' });
  const listeners = new Set<(fact: Fact) => void>();
  const waiting = new Set<{ readonly revision: number; readonly done: () => void }>();
  let sequence: Sequence<State> = emptySequence();
  let lineUp = false;
  /** Whether the server has answered on this line: until then our right and our seat may be gone. */
  let confirmed = false;
  let asking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const mine = (heard: { readonly channel: string; readonly id: string }) =>
    heard.channel === contract.name && heard.id === id;
  const isClosed = () => status().status === 'closed';

  function take(step: Step<State, Fact>): void {
    sequence = step.sequence;
    batch(() => {
      setState(() => sequence.current?.state);
      show();
    });
    for (const fact of step.facts) for (const listener of listeners) listener(fact);
    releaseWaiting();
  }

  function show(): void {
    if (isClosed()) return;
    const behind = !lineUp || !confirmed || isBehind(sequence);
    // A gap that closes within the grace is nobody's business.
    if (lineUp && behind && sequence.current !== null && !asking) return;
    const now = sequence.current === null ? 'opening' : behind ? 'behind' : 'live';
    if (status().status !== now) setStatus({ status: now });
  }

  function releaseWaiting(): void {
    for (const one of waiting) {
      if (!isClosed() && (sequence.current?.revision ?? 0) < one.revision) continue;
      waiting.delete(one);
      one.done();
    }
  }

  function close(why: Extract<ChannelStatus, { status: 'closed' }>['why']): void {
    clearTimeout(timer);
    setStatus({ status: 'closed', why });
    releaseWaiting();
  }

  function wipe(): void {
    sequence = emptySequence();
    setState(undefined);
  }

  function startAnew(): void {
    sequence = emptySequence();
    setStatus({ status: 'opening' });
    askForMissing();
  }

  /** Asks what came after what we have; one question at a time. */
  async function askForMissing(): Promise<void> {
    clearTimeout(timer);
    if (asking || !lineUp || isClosed()) return;
    asking = true;
    const from = after(sequence);
    try {
      const answer = await wire.ask('subscribe', { channel: contract.name, id, after: from });
      asking = false;
      answered(answer, from);
    } catch (error) {
      asking = false;
      if (!(error instanceof LineLost)) throw error;
      if (lineUp) askLater(ASK_AGAIN_MS);
    }
  }

  function answered(answer: Subscribed, from: number | null): void {
    if (isClosed()) return;
    if (!answer.ok) {
      if (answer.refusal === 'not-found' || answer.refusal === 'not-joined') close(answer.refusal);
      if (answer.refusal === 'not-found') wipe();
      else if (answer.refusal !== 'not-joined') askLater(ASK_AGAIN_MS);
      return;
    }
    confirmed = true;
    // The server stands before where we stood: it was put back, and what we know never happened.
    if (from !== null && answer.revision < from) sequence = emptySequence();
    sequence = hearHead(sequence, answer.revision);
    take(
      'snapshot' in answer
        ? takeSnapshot(sequence, answer.revision, answer.snapshot as State, evolve)
        : takeBatches(sequence, answer.revisions, evolve),
    );
    if (isBehind(sequence)) askLater(GAP_GRACE_MS);
  }

  function askLater(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(askForMissing, delayMs);
  }

  const stop = [
    wire.hear('facts', (facts) => {
      if (!mine(facts) || isClosed()) return;
      take(takeBatches(sequence, facts.revisions, evolve));
      if (isBehind(sequence) && !asking) askLater(GAP_GRACE_MS);
    }),
    wire.hear('head', (head) => {
      if (!mine(head) || isClosed()) return;
      sequence = hearHead(sequence, head.revision);
      if (isBehind(sequence) && !asking) askLater(GAP_GRACE_MS);
    }),
    wire.hear('closed', (ended) => {
      // What may be heard has changed: nothing of before is carried on, and the policy is asked anew.
      if (mine(ended) && !isClosed()) startAnew();
    }),
    wire.whenLine((up) => {
      lineUp = up;
      confirmed = false;
      show();
      if (up) askForMissing();
    }),
  ];

  return {
    follower: {
      reached: (revision) =>
        new Promise((done) => {
          waiting.add({ revision, done });
          releaseWaiting();
        }),
    },
    channel: {
      state,
      status,
      whenFact(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      reopen: startAnew,
      forget: wipe,
      async letGo() {
        for (const end of stop) end();
        close('let-go');
        forget();
        await wire.ask('unsubscribe', { channel: contract.name, id }).catch(() => undefined);
      },
    },
  };
}

/**
 * Follows one part of a state as a store whose rows keep their identity by `key`, so that a changed row is
 * changed in place: nothing on the screen is made anew, and what has focus keeps it.
 *
 * `reconcile` takes rows over as they are and writes into them later: they are copies, or a row that is only seen
 * otherwise for a while (while-away.ts) would be written into what was heard.
 */
export function createFollowed<Part extends object>(
  part: Accessor<Part | undefined>,
  empty: Part,
  key: string,
): Part {
  const [store, setStore] = createStore({ part: structuredClone(empty) });
  createComputed<Part | undefined>((before) => {
    const now = part();
    // Most facts are about another part: a thousand rows are not copied for those.
    if (now === before) return now;
    // Gone again when the channel was wiped: then nothing of it may stay in the rows either.
    setStore('part', reconcile(structuredClone(now ?? empty), { key }) as never);
    return now;
  });
  return store.part;
}
