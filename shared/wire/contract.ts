import type * as z from 'zod/mini';
import type { Action } from './access.ts';

type Schema<Value> = z.ZodMiniType<Value, unknown>;

/** Refusals that any call can meet, whatever it asks for. */
export const UNIVERSAL_REFUSALS = [
  /** Unknown and forbidden are one answer (docs/access.md §1). */
  'not-found',
  'bad-input',
  'too-many-calls',
  'signed-out',
  /** Storage cannot be reached. Nothing is decided: the same call id may be sent again. */
  'try-again',
  /** A bug of ours; the reply carries an incident id. Sent again only by the person. */
  'fault',
] as const;
export type UniversalRefusal = (typeof UNIVERSAL_REFUSALS)[number];

/** What a person can ask to change. */
export type Command<Input, Output, Refusal extends string> = {
  readonly kind: 'command';
  /** `slice/verb`, unique on the wire. */
  readonly name: string;
  /** Which right it needs: asked of `can()` on the loaded object, at every call. */
  readonly action: Action;
  readonly input: Schema<Input>;
  readonly output: Schema<Output>;
  readonly refusals: readonly Refusal[];
  /**
   * No record is kept of who called when, and a repeat of the call is run again: for what must not be traced to anybody.
   * The command itself sees to it that a repeat changes nothing.
   */
  readonly unrecorded?: true;
};

/** What a screen can ask to know. */
export type Query<Input, Output> = {
  readonly kind: 'query';
  readonly name: string;
  readonly action: Action;
  readonly input: Schema<Input>;
  readonly output: Schema<Output>;
};

/** A slice's live state: a snapshot that facts carry forward, numbered without gaps per channel id. */
export type Channel<State, Fact> = {
  readonly kind: 'channel';
  readonly name: string;
  readonly action: Action;
  /**
   * A reply names no revision of it: how far it has come would tell the caller of what others have done there. Who
   * listens to it hears the facts all the same.
   */
  readonly quiet?: true;
  /**
   * Whether a fact is told and not kept. Its revision is then a hole in what is stored, with all that was said at once with
   * it: whoever missed it reads everything anew, and no kept answer names it.
   */
  readonly unkept?: (fact: Fact) => boolean;
  /** The same function in server tests and in every browser: old state + fact = new state. */
  readonly evolve: (state: State, fact: Fact) => State;
  readonly state: Schema<State>;
  readonly fact: Schema<Fact>;
};

/** Something shown to those who listen to a channel, for a moment: stored by nobody, promised to nobody, and not repeated. */
export type Signal<Input, Heard> = {
  readonly kind: 'signal';
  readonly name: string;
  readonly action: Action;
  readonly input: Schema<Input>;
  /** What comes to those who hear it. */
  readonly heard: Schema<Heard>;
};

// biome-ignore lint/suspicious/noExplicitAny: a registry holds contracts of every shape
export type AnyCommand = Command<any, any, any>;
// biome-ignore lint/suspicious/noExplicitAny: a registry holds contracts of every shape
export type AnyQuery = Query<any, any>;
// biome-ignore lint/suspicious/noExplicitAny: a registry holds contracts of every shape
export type AnyChannel = Channel<any, any>;
// biome-ignore lint/suspicious/noExplicitAny: a registry holds contracts of every shape
export type AnySignal = Signal<any, any>;

export type InputOf<C> = C extends { input: Schema<infer Input> } ? Input : never;
export type OutputOf<C> = C extends { output: Schema<infer Output> } ? Output : never;
export type RefusalOf<C> = C extends { refusals: readonly (infer Refusal extends string)[] }
  ? Refusal
  : never;
export type StateOf<C> = C extends Channel<infer State, infer _Fact> ? State : never;
export type FactOf<C> = C extends Channel<infer _State, infer Fact> ? Fact : never;

export type HeardOf<C> = C extends { heard: Schema<infer Heard> } ? Heard : never;

export function command<Input, Output, const Refusal extends string = never>(
  contract: Omit<Command<Input, Output, Refusal>, 'kind'>,
): Command<Input, Output, Refusal> {
  return { kind: 'command', ...contract };
}

export function query<Input, Output>(
  contract: Omit<Query<Input, Output>, 'kind'>,
): Query<Input, Output> {
  return { kind: 'query', ...contract };
}

export function channel<State, Fact>(
  contract: Omit<Channel<State, Fact>, 'kind'>,
): Channel<State, Fact> {
  return { kind: 'channel', ...contract };
}

export function signal<Input, Heard>(
  contract: Omit<Signal<Input, Heard>, 'kind'>,
): Signal<Input, Heard> {
  return { kind: 'signal', ...contract };
}

/** Where a change can be seen: the reply names it, so that the screen shows what the reply confirms. */
export type Revision = { readonly channel: string; readonly id: string; readonly revision: number };

export type Reply<Output, Refusal extends string> =
  | { readonly ok: true; readonly value: Output; readonly revisions: readonly Revision[] }
  | {
      readonly ok: false;
      readonly refusal: Refusal | UniversalRefusal;
      /** With `fault`: what a person can quote. */
      readonly incident?: string;
      /** With `too-many-calls`: how long to wait. */
      readonly retryAfterMs?: number;
    };
