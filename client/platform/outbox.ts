import type { Instant } from '#shared/kernel/duration.ts';
import type { CallId } from '#shared/kernel/ids.ts';
import type { Reply, UniversalRefusal } from '#shared/wire/contract.ts';
import { LineLost, type Wire } from './wire.ts';

export type AnyReply = Reply<unknown, string>;

/** A call on its way. It stands here until the server has said ok or a final no. */
export type UnsentCall = {
  readonly callId: CallId;
  readonly name: string;
  readonly input: unknown;
  /** Calls of one lane leave in their order, one at a time, and only while the lane is open. Null: at once. */
  readonly lane: string | null;
  /** Ascending on this device: the order in which the calls were made. Also about when, as epoch ms. */
  readonly order: Instant;
};

/** How a call stands, for the words beside it. */
export type Standing =
  /** The line or the lane is down. */
  | 'waiting'
  /** On its way, or next when the one before it is through. */
  | 'sending'
  /** The line is up and it is not stored: the server could not take it just then, or says nothing. So for those behind it too. */
  | 'held';

export type OutboxEntry = UnsentCall & { readonly standing: Standing };

/** Where unsent calls survive a reload. */
export type CallKeeper = {
  readonly keep: (call: UnsentCall) => void;
  readonly forget: (callId: CallId) => void;
};

export type Outbox = {
  readonly add: (call: UnsentCall, options: { readonly lasting: boolean }) => Promise<AnyReply>;
  /** Takes over what an earlier page left; nobody awaits these, `whenSettled` hears how they end. */
  readonly adopt: (calls: readonly UnsentCall[]) => void;
  readonly openLane: (lane: string) => void;
  readonly closeLane: (lane: string) => void;
  /** The person takes an unsent call back. One that is under way may have been heard already. */
  readonly drop: (callId: CallId) => void;
  /** Unsent calls in their order. */
  readonly entries: () => readonly OutboxEntry[];
  readonly whenChanged: (listener: () => void) => () => void;
  readonly whenSettled: (listener: (call: UnsentCall, reply: AnyReply) => void) => () => void;
};

/** Storage may be gone for a while; asked again gently. */
const TRY_AGAIN_MS = 1_500;
/** Longer than an answer ever takes while all is well: then it is said that nothing is stored yet. */
const SLOW_ANSWER_MS = 3_000;
/** No answer, though the line is up: the same call id may be sent again at once, but not in a rush. */
const NO_ANSWER_MS = 500;

/**
 * Whether an answer is the last word on a call, in one place: `final`, sent again after a while, or kept until
 * the line comes up anew.
 */
export function weigh(reply: AnyReply): 'final' | 'until-line' | { readonly waitMs: number } {
  if (reply.ok) return 'final';
  const refusal = reply.refusal as UniversalRefusal;
  switch (refusal) {
    case 'try-again':
      return { waitMs: TRY_AGAIN_MS };
    case 'too-many-calls':
      return { waitMs: reply.retryAfterMs ?? TRY_AGAIN_MS };
    // The sign-in ended: kept, and sent when somebody has signed in again (docs/promises.md §1).
    case 'signed-out':
      return 'until-line';
    case 'not-found':
    case 'bad-input':
    case 'fault':
      return 'final';
    default:
      // A refusal of the command's own.
      refusal satisfies never;
      return 'final';
  }
}

export function makeOutbox(wire: Wire, keeper: CallKeeper): Outbox {
  const calls = new Map<CallId, OutboxEntry>();
  const awaited = new Map<CallId, (reply: AnyReply) => void>();
  const openLanes = new Set<string>();
  /** Those that the server does not store just now, as long as the line is up: trying again changes nothing in the words. */
  const stuck = new Set<CallId>();
  const changed = new Set<() => void>();
  const settled = new Set<(call: UnsentCall, reply: AnyReply) => void>();
  let lineUp = false;

  const inOrder = () => [...calls.values()].sort((a, b) => a.order - b.order);
  const tell = () => {
    for (const listener of changed) listener();
  };

  /** How each stands for a person, to whom it is no matter which one of a lane is on the line just now. */
  function told(): readonly OutboxEntry[] {
    const all = inOrder();
    if (!lineUp) return all.map((entry) => ({ ...entry, standing: 'waiting' }));
    const lanesOf = (which: (entry: OutboxEntry) => boolean) =>
      new Set(all.filter(which).map(({ lane }) => lane ?? undefined));
    const stuckLanes = lanesOf(({ callId }) => stuck.has(callId));
    const busyLanes = lanesOf(({ standing }) => standing !== 'waiting');
    return all.map((entry) => {
      const { callId, lane, standing } = entry;
      if (stuck.has(callId)) return { ...entry, standing: 'held' };
      if (standing !== 'waiting' || lane === null) return entry;
      if (stuckLanes.has(lane)) return { ...entry, standing: 'held' };
      return busyLanes.has(lane) ? { ...entry, standing: 'sending' } : entry;
    });
  }

  function stick(callId: CallId): void {
    if (!calls.has(callId) || stuck.has(callId)) return;
    stuck.add(callId);
    tell();
  }

  function stand(callId: CallId, standing: Standing): void {
    const entry = calls.get(callId);
    if (!entry || entry.standing === standing) return;
    calls.set(callId, { ...entry, standing });
    tell();
  }

  /** Sends whatever may go now: every free call, and the first of each open lane. */
  function pump(): void {
    if (!lineUp) return;
    const entries = inOrder();
    const busy = new Set(
      entries.filter((one) => one.standing === 'sending').map((one) => one.lane),
    );
    for (const entry of entries) {
      if (entry.lane !== null) {
        if (busy.has(entry.lane) || !openLanes.has(entry.lane)) continue;
        busy.add(entry.lane);
      }
      if (entry.standing === 'waiting') deliver(entry);
    }
  }

  async function deliver({ callId, name, input }: OutboxEntry): Promise<void> {
    stand(callId, 'sending');
    const slow = setTimeout(() => stick(callId), SLOW_ANSWER_MS);
    try {
      const reply = await wire.ask('command', { callId, name, input });
      answered(callId, reply);
    } catch (error) {
      if (!(error instanceof LineLost)) throw error;
      // Whether it was heard is unknown. The same id again is harmless, wherever it got to.
      holdFor(callId, NO_ANSWER_MS);
    } finally {
      clearTimeout(slow);
    }
  }

  function answered(callId: CallId, reply: AnyReply): void {
    const weight = weigh(reply);
    if (weight === 'final') settle(callId, reply);
    else if (weight === 'until-line') stand(callId, 'held');
    else {
      stick(callId);
      holdFor(callId, weight.waitMs);
    }
  }

  function holdFor(callId: CallId, waitMs: number): void {
    stand(callId, 'held');
    setTimeout(() => {
      if (calls.get(callId)?.standing !== 'held') return;
      stand(callId, 'waiting');
      pump();
    }, waitMs);
  }

  function settle(callId: CallId, reply: AnyReply): void {
    const entry = calls.get(callId);
    if (!entry) return;
    calls.delete(callId);
    stuck.delete(callId);
    keeper.forget(callId);
    awaited.get(callId)?.(reply);
    awaited.delete(callId);
    for (const listener of settled) listener(entry, reply);
    tell();
    pump();
  }

  wire.whenLine((up) => {
    lineUp = up;
    stuck.clear();
    // Whatever stood halfway goes again, in its old place.
    for (const entry of calls.values()) stand(entry.callId, 'waiting');
    if (calls.size > 0) tell();
    pump();
  });

  return {
    add(call, { lasting }) {
      if (lasting) keeper.keep(call);
      calls.set(call.callId, { ...call, standing: 'waiting' });
      const reply = new Promise<AnyReply>((resolve) => awaited.set(call.callId, resolve));
      tell();
      pump();
      return reply;
    },
    adopt(left) {
      for (const call of left)
        if (!calls.has(call.callId)) calls.set(call.callId, { ...call, standing: 'waiting' });
      tell();
      pump();
    },
    openLane(lane) {
      openLanes.add(lane);
      pump();
    },
    closeLane: (lane) => openLanes.delete(lane),
    drop(callId) {
      calls.delete(callId);
      stuck.delete(callId);
      awaited.delete(callId);
      keeper.forget(callId);
      tell();
      pump();
    },
    entries: told,
    whenChanged(listener) {
      changed.add(listener);
      return () => changed.delete(listener);
    },
    whenSettled(listener) {
      settled.add(listener);
      return () => settled.delete(listener);
    },
  };
}
