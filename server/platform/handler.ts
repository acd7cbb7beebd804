import type { Refused } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { ConnectionId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type {
  AnyChannel,
  AnyCommand,
  AnyQuery,
  AnySignal,
  FactOf,
  HeardOf,
  InputOf,
  OutputOf,
  RefusalOf,
  StateOf,
} from '#shared/wire/contract.ts';
import type { Tx } from '../storage/database.ts';

/** Puts facts on a channel: they get its next revision, and are heard after the commit. */
export type Publish = <C extends AnyChannel>(
  channel: C,
  id: string,
  facts: readonly FactOf<C>[],
) => void;

export type Answer<Output> = { readonly ok: true; readonly value: Output };

export function answer<Output>(value: Output): Answer<Output> {
  return { ok: true, value };
}

/** Finds what the call is about, with what the policy needs to know of it; null where there is no such thing. */
export type Load<Input, Thing> = (ask: {
  readonly tx: Tx;
  readonly input: Input;
  readonly subject: Subject;
  readonly now: Instant;
}) => Promise<Thing | null>;

export type Calling<Input, Thing> = {
  readonly input: Input;
  readonly subject: Subject;
  readonly now: Instant;
  readonly tx: Tx;
  /** The very object that the policy said yes to. Nothing is loaded again by an id that came in. */
  readonly object: Thing;
};

/** What a command is run with. */
export type Running<Input, Thing> = Calling<Input, Thing> & {
  readonly publish: Publish;
  /**
   * Passes the gate once more: for whoever has waited for a lock, while which the right may have gone.
   * @returns the object as it is now, and when that is; null where the answer is a no by now
   */
  readonly askAgain: () => Promise<{ readonly object: Thing; readonly now: Instant } | null>;
};

export type CommandHandler<C extends AnyCommand = AnyCommand, Thing = unknown> = {
  readonly contract: C;
  readonly load: Load<InputOf<C>, Thing>;
  readonly run: (
    call: Running<InputOf<C>, Thing>,
  ) => Promise<Answer<OutputOf<C>> | Refused<RefusalOf<C> | 'not-found'>>;
  /**
   * Whether calls that share a transaction may all pass the gate before the first of them changes anything, in one question.
   * Only where `load` locks nothing, and `run` finds out under its lock what another call may have taken away.
   */
  readonly gateAhead?: boolean;
};

export type QueryHandler<Q extends AnyQuery = AnyQuery, Thing = unknown> = {
  readonly contract: Q;
  readonly load: Load<InputOf<Q>, Thing>;
  readonly run: (call: Calling<InputOf<Q>, Thing>) => Promise<OutputOf<Q>>;
};

/** A person's line to a channel: one tab on one device. */
export type Line = {
  readonly connectionId: ConnectionId;
  readonly subject: Subject;
  readonly channelId: string;
};

/** How a line ended: the client let go, the network did, or the right was taken away. */
export type LineEnd = 'let-go' | 'dropped' | 'revoked';

export type ChannelHandler<C extends AnyChannel = AnyChannel, Thing = unknown> = {
  readonly contract: C;
  /** The same as for calls, with the channel's id as input. */
  readonly load: Load<string, Thing>;
  /** Beyond the policy: may this subject hear it now, or must it join first? */
  readonly admits: (ask: Calling<string, Thing>) => Promise<boolean>;
  /** Which of the finite audiences this subject is one of; each audience gets one frame. */
  readonly audienceOf: (subject: Subject, object: Thing, now: Instant) => string;
  /** The fact as this audience may hear it, or null. */
  readonly hear: (fact: FactOf<C>, audience: string) => FactOf<C> | null;
  /** Does this fact take back what earlier ones said? Then those are read anew, never told from memory. */
  readonly retells?: (fact: FactOf<C>) => boolean;
  /** The state as this audience may see it, read in the transaction that read the revision. */
  readonly snapshot: (tx: Tx, object: Thing, audience: string) => Promise<StateOf<C>>;
  readonly lineOpened?: (line: Line) => void;
  readonly lineEnded?: (line: Line, how: LineEnd) => void;
};

export type SignalHandler<S extends AnySignal = AnySignal, Thing = unknown> = {
  readonly contract: S;
  readonly load: Load<InputOf<S>, Thing>;
  /** Beyond the policy: must one have joined first? */
  readonly admits: (ask: Calling<InputOf<S>, Thing>) => Promise<boolean>;
  /** Whose listeners hear it. */
  readonly channel: (input: InputOf<S>) => AnyChannel;
  readonly channelId: (input: InputOf<S>) => string;
  /** How often one person may on one channel. */
  readonly limit: { readonly perSecond: number; readonly burst: number };
  /** As this audience may hear it, or null. */
  readonly hear: (
    call: Omit<Calling<InputOf<S>, Thing>, 'tx'>,
    audience: string,
  ) => HeardOf<S> | null;
  /** Told once of each that passed, before anybody hears it: for what is to be known a moment later. In memory alone. */
  readonly note?: (call: Omit<Calling<InputOf<S>, Thing>, 'tx'>) => void;
};

/** One command's handler: the loaded object passes `can()` before `run` sees it. */
export function handle<C extends AnyCommand, Thing>(
  contract: C,
  load: Load<InputOf<C>, Thing>,
  run: CommandHandler<C, Thing>['run'],
  how: Pick<CommandHandler, 'gateAhead'> = {},
): CommandHandler<C, Thing> {
  return { contract, load, run, ...how };
}

/** One query's handler, gated in the same way. */
export function answerQuery<Q extends AnyQuery, Thing>(
  contract: Q,
  load: Load<InputOf<Q>, Thing>,
  run: QueryHandler<Q, Thing>['run'],
): QueryHandler<Q, Thing> {
  return { contract, load, run };
}

/** What a slice gives to `app`: everything that can be asked of it. */
export type Slice = {
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: a registry holds handlers of every shape
  readonly commands: readonly CommandHandler<any, any>[];
  // biome-ignore lint/suspicious/noExplicitAny: a registry holds handlers of every shape
  readonly queries: readonly QueryHandler<any, any>[];
  // biome-ignore lint/suspicious/noExplicitAny: a registry holds handlers of every shape
  readonly channels: readonly ChannelHandler<any, any>[];
  // biome-ignore lint/suspicious/noExplicitAny: a registry holds handlers of every shape
  readonly signals?: readonly SignalHandler<any, any>[];
  /**
   * Where the slice's commands wait for each other, by their input: in a rush those of one lane share a commit. Only for
   * commands that ask nobody but the database, so that none holds up the others.
   */
  // biome-ignore lint/suspicious/noExplicitAny: a registry holds handlers of every shape
  readonly laneOf?: (input: any) => string;
};
