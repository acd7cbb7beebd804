import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { ConnectionState, StopReason } from '../../platform/connection-state.ts';
import { isSeatGivenUp } from './while-away.ts';

/** What there is to say of the line, or null when it is as it should be. */
export type LineTrouble =
  | { readonly kind: 'connecting' }
  /** `seatHeld`: not away for longer than the server keeps seat, place in the queue and the word. */
  | { readonly kind: 'offline' | 'reconnecting'; readonly seatHeld: boolean }
  /** On the way in, and there is no seat yet, or no first line: a server that cannot ask its database answers neither. */
  | { readonly kind: 'slow-to-join' }
  /** The line is up, and what is asked for here is not stored. */
  | { readonly kind: 'not-stored' }
  | { readonly kind: 'stopped'; readonly why: Exclude<StopReason, 'signed-out'> };

/** Longer than joining takes on a slow line while all is well. */
const SLOW_TO_JOIN_MS = 2_500;

/**
 * `shownAt`: since when somebody has been waiting for a first line; `patienceMs`: what goes unsaid; `isHeld`: whether
 * something of this room waits for the server to store it; `joining`: whether one is on the way in, since `shownAt`.
 */
export function lineTrouble(
  state: ConnectionState,
  at: {
    readonly now: Instant;
    readonly shownAt: Instant;
    readonly patienceMs: number;
    readonly isHeld: boolean;
    readonly joining: boolean;
  },
): LineTrouble | null {
  const waitedMs = at.now - at.shownAt;
  switch (state.status) {
    case 'idle':
      return null;
    case 'online':
      if (at.joining) return waitedMs < SLOW_TO_JOIN_MS ? null : { kind: 'slow-to-join' };
      return at.isHeld ? { kind: 'not-stored' } : null;
    case 'connecting':
      if (waitedMs < at.patienceMs) return null;
      return { kind: at.joining && waitedMs >= SLOW_TO_JOIN_MS ? 'slow-to-join' : 'connecting' };
    case 'offline':
    case 'reconnecting': {
      const awayMs = at.now - state.since;
      if (awayMs < at.patienceMs) return null;
      return { kind: state.status, seatHeld: !isSeatGivenUp(state.since, at.now) };
    }
    case 'stopped':
      // Said by a page of its own: nothing of the room is shown any more.
      return state.why === 'signed-out' ? null : { kind: 'stopped', why: state.why };
    default:
      return assertNever(state);
  }
}
