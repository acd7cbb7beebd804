import type { FactBatch } from '#shared/wire/socket-events.ts';

/**
 * One channel as far as this browser has heard it: a state that is right up to `revision`, batches that came too
 * early, and the newest revision that we know exists. `current` is null until the first snapshot.
 */
export type Sequence<State> = {
  readonly current: { readonly revision: number; readonly state: State } | null;
  /** Batches beyond a gap, by their revision. */
  readonly early: ReadonlyMap<number, FactBatch>;
  readonly head: number;
};

type Evolve<State, Fact> = (state: State, fact: Fact) => State;

/** What a step brought: the new sequence, and the facts that became true by it, in order. */
export type Step<State, Fact> = {
  readonly sequence: Sequence<State>;
  readonly facts: readonly Fact[];
};

export function emptySequence<State>(): Sequence<State> {
  return { current: null, early: new Map(), head: 0 };
}

/**
 * Takes batches in whatever order and number they come: what is known already is ignored, what follows directly is
 * applied, the rest waits. Never applies a revision twice, and never past a gap.
 */
export function takeBatches<State, Fact>(
  sequence: Sequence<State>,
  batches: readonly FactBatch[],
  evolve: Evolve<State, Fact>,
): Step<State, Fact> {
  const early = new Map(sequence.early);
  let head = sequence.head;
  for (const batch of batches) {
    head = Math.max(head, batch.revision);
    if (sequence.current === null || batch.revision > sequence.current.revision)
      early.set(batch.revision, batch);
  }
  return applyReady({ ...sequence, early, head }, evolve);
}

/** Takes a whole state. One that is older than ours tells nothing new; batches it already holds are let go. */
export function takeSnapshot<State, Fact>(
  sequence: Sequence<State>,
  revision: number,
  state: State,
  evolve: Evolve<State, Fact>,
): Step<State, Fact> {
  if (sequence.current !== null && sequence.current.revision >= revision)
    return { sequence, facts: [] };
  const early = new Map([...sequence.early].filter(([early]) => early > revision));
  const head = Math.max(sequence.head, revision);
  return applyReady({ current: { revision, state }, early, head }, evolve);
}

/** Hears where the channel stands, so that a miss is noticed also in silence. */
export function hearHead<State>(sequence: Sequence<State>, head: number): Sequence<State> {
  return head > sequence.head ? { ...sequence, head } : sequence;
}

/** Whether something exists that we have not got: then the channel is asked for what came after `after`. */
export function isBehind(sequence: Sequence<unknown>): boolean {
  return sequence.current === null || sequence.current.revision < sequence.head;
}

/** The last revision that we stand on, or null for "everything, please". */
export function after(sequence: Sequence<unknown>): number | null {
  return sequence.current?.revision ?? null;
}

function applyReady<State, Fact>(
  sequence: Sequence<State>,
  evolve: Evolve<State, Fact>,
): Step<State, Fact> {
  if (sequence.current === null) return { sequence, facts: [] };
  let { revision, state } = sequence.current;
  const early = new Map(sequence.early);
  const facts: Fact[] = [];
  for (let batch = early.get(revision + 1); batch; batch = early.get(revision + 1)) {
    early.delete(batch.revision);
    revision = batch.revision;
    for (const fact of batch.facts as readonly Fact[]) {
      state = evolve(state, fact);
      facts.push(fact);
    }
  }
  return { sequence: { current: { revision, state }, early, head: sequence.head }, facts };
}
