import type { CallId } from '../kernel/ids.ts';
import type { Reply, UniversalRefusal } from './contract.ts';

/** One command or query on the socket. A retry carries the same call id and meets the same answer. */
export type Call = { readonly callId: CallId; readonly name: string; readonly input: unknown };

/** Asks to hear a channel. `after`: the last revision that this client has seen, or null for a snapshot. */
export type Subscribe = {
  readonly channel: string;
  readonly id: string;
  readonly after: number | null;
};

export type Subscribed =
  | { readonly ok: true; readonly revision: number; readonly snapshot: unknown }
  | { readonly ok: true; readonly revision: number; readonly revisions: readonly FactBatch[] }
  | {
      readonly ok: false;
      readonly refusal: 'not-found' | 'not-joined' | 'too-many-calls' | 'try-again';
    };

/** What one revision brought for this listener; `facts` is empty when all of it was for others. */
export type FactBatch = { readonly revision: number; readonly facts: readonly unknown[] };

/** Consecutive revisions of one channel, put together in one frame. */
export type Facts = {
  readonly channel: string;
  readonly id: string;
  readonly revisions: readonly FactBatch[];
};

/** Where a channel stands; sent every few seconds, so that a miss is noticed also in silence. */
export type Head = { readonly channel: string; readonly id: string; readonly revision: number };

/** Something shown for a moment to those who listen to a channel. */
export type Shown = {
  readonly channel: string;
  readonly id: string;
  readonly name: string;
  readonly what: unknown;
};

export type SignalReply =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly refusal: UniversalRefusal | 'not-joined';
      /** With `too-many-calls`: how long to wait. */
      readonly retryAfterMs?: number;
    };

/** Why the server ends a connection. Each reason has one next state in the client. */
export const BYE_REASONS = [
  'signed-out',
  'new-version',
  'resync',
  'server-stopping',
  'too-many-connections',
] as const;
export type ByeReason = (typeof BYE_REASONS)[number];

export type ClientToServerEvents = {
  command: (call: Call, reply: (reply: Reply<unknown, string>) => void) => void;
  query: (call: Omit<Call, 'callId'>, reply: (reply: Reply<unknown, string>) => void) => void;
  signal: (call: Omit<Call, 'callId'>, reply: (reply: SignalReply) => void) => void;
  subscribe: (ask: Subscribe, reply: (reply: Subscribed) => void) => void;
  /** Answered when the channel has let go: in a session, when this line's seat is given up. */
  unsubscribe: (ask: Omit<Subscribe, 'after'>, reply: (done: { ok: true }) => void) => void;
};

export type ServerToClientEvents = {
  facts: (facts: Facts) => void;
  head: (head: Head) => void;
  signal: (shown: Shown) => void;
  /** The right to hear a channel is gone. */
  closed: (ended: { readonly channel: string; readonly id: string }) => void;
  bye: (bye: { readonly reason: ByeReason }) => void;
};
