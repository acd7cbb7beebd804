import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { ByeReason } from '#shared/wire/socket-events.ts';

/** Why we stopped trying: only a person, or a sign-in, can go on from here. */
export type StopReason = 'signed-out' | 'new-version' | 'too-many-connections' | 'not-allowed';

/**
 * How the one connection stands. `trying` is true while an attempt is under way and false while waiting for the
 * next one; `attempt` counts the attempts since the line was last up.
 */
export type ConnectionState =
  /** Nobody wants a line: signed out, or not started. */
  | { readonly status: 'idle' }
  | { readonly status: 'connecting'; readonly attempt: number; readonly trying: boolean }
  | { readonly status: 'online' }
  | {
      readonly status: 'reconnecting';
      readonly since: Instant;
      readonly attempt: number;
      readonly trying: boolean;
    }
  /** As `reconnecting`, and the device itself says that it has no network. It may be wrong, so we go on trying. */
  | {
      readonly status: 'offline';
      readonly since: Instant;
      readonly attempt: number;
      readonly trying: boolean;
    }
  | { readonly status: 'stopped'; readonly why: StopReason };

/** What an ended connection, or one that never came up, gave as its reason. */
export type CloseReason =
  | ByeReason
  /** The handshake was refused, and not by any of the reasons above: wrong origin, or a server that does not know us. */
  | 'not-allowed'
  /** The network, a proxy, a crashed server: everything that says nothing about us. */
  | 'transport';

export type ConnectionEvent =
  | { readonly type: 'wanted' }
  | { readonly type: 'not-wanted' }
  | { readonly type: 'connected' }
  | { readonly type: 'closed'; readonly reason: CloseReason }
  /** The wait before the next attempt is over. */
  | { readonly type: 'wait-over' }
  /** The device woke, the page was shown again, the network came back, or the person pressed "Prøv nå". */
  | { readonly type: 'try-now' }
  | { readonly type: 'network-gone' }
  /** The page is put away and may be shown again: it lets its line drop, without a goodbye. */
  | { readonly type: 'put-away' };

/** The one place where a reason becomes a next step. */
export function afterClose(reason: CloseReason): 'retry' | 'retry-now' | StopReason {
  switch (reason) {
    case 'transport':
    case 'server-stopping':
      return 'retry';
    /** We read too slowly and were let go of; the channels fetch what we missed. */
    case 'resync':
      return 'retry-now';
    case 'signed-out':
    case 'new-version':
    case 'too-many-connections':
    case 'not-allowed':
      return reason;
    default:
      return assertNever(reason);
  }
}

/** Socket.IO hands a refused handshake over as an error whose message is one of our reasons. */
export function reasonOfConnectError(message: string): CloseReason {
  switch (message) {
    case 'signed-out':
    case 'new-version':
    case 'too-many-connections':
    case 'not-allowed':
      return message;
    default:
      return 'transport';
  }
}

/** What comes next. Every state meets every event; what cannot matter leaves the state as it is. */
export function next(
  state: ConnectionState,
  event: ConnectionEvent,
  now: Instant,
): ConnectionState {
  switch (event.type) {
    case 'wanted':
      return state.status === 'idle' || state.status === 'stopped' ? FIRST_ATTEMPT : state;
    case 'not-wanted':
      return { status: 'idle' };
    case 'connected':
      return isTrying(state) ? { status: 'online' } : state;
    case 'closed':
      return closed(state, event.reason, now);
    case 'wait-over':
      return isWaiting(state) ? { ...state, trying: true } : state;
    case 'try-now':
      return tryNow(state);
    case 'network-gone':
      return networkGone(state, now);
    case 'put-away':
      return putAway(state, now);
    default:
      return assertNever(event);
  }
}

const FIRST_ATTEMPT: ConnectionState = { status: 'connecting', attempt: 1, trying: true };

type Unconnected = Extract<ConnectionState, { trying: boolean }>;

export function isTrying(state: ConnectionState): state is Unconnected {
  return 'trying' in state && state.trying;
}

export function isWaiting(state: ConnectionState): state is Unconnected {
  return 'trying' in state && !state.trying;
}

function closed(state: ConnectionState, reason: CloseReason, now: Instant): ConnectionState {
  if (state.status === 'idle' || state.status === 'stopped') return state;
  const then = afterClose(reason);
  if (then !== 'retry' && then !== 'retry-now') return { status: 'stopped', why: then };
  // The first attempt after a loss starts at once: most drops are over before anybody has seen them.
  if (state.status === 'online')
    return { status: 'reconnecting', since: now, attempt: 1, trying: reason !== 'server-stopping' };
  // Only an attempt can fail; while waiting there is nothing left that could close.
  if (!state.trying) return state;
  return { ...state, attempt: state.attempt + 1, trying: false };
}

function tryNow(state: ConnectionState): ConnectionState {
  if (state.status === 'offline') return { ...state, status: 'reconnecting', trying: true };
  return isWaiting(state) ? { ...state, trying: true } : state;
}

function networkGone(state: ConnectionState, now: Instant): ConnectionState {
  switch (state.status) {
    case 'online':
      return { status: 'offline', since: now, attempt: 1, trying: true };
    case 'reconnecting':
      return { ...state, status: 'offline' };
    case 'connecting':
      return { ...state, status: 'offline', since: now };
    case 'idle':
    case 'offline':
    case 'stopped':
      return state;
    default:
      return assertNever(state);
  }
}

function putAway(state: ConnectionState, now: Instant): ConnectionState {
  if (state.status === 'online')
    return { status: 'reconnecting', since: now, attempt: 1, trying: false };
  return isTrying(state) ? { ...state, trying: false } : state;
}
