import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { ConnectionState, StopReason } from '../../platform/connection-state.ts';
import { isSeatGivenUp } from './while-away.ts';

/** What there is to say of the line, or null when it is as it should be. */
export type LineTrouble =
  | { readonly kind: 'connecting' }
  /** `seatHeld`: not away for longer than the server keeps seat, place in the queue and the word. */
  | { readonly kind: 'offline' | 'reconnecting'; readonly seatHeld: boolean }
  /** The line is up, and what is asked for here is not stored. */
  | { readonly kind: 'not-stored' }
  | { readonly kind: 'stopped'; readonly why: Exclude<StopReason, 'signed-out'> };

/**
 * `shownAt`: since when somebody has been waiting for a first line; `patienceMs`: what goes unsaid; `isHeld`: whether
 * something of this room waits for the server to store it.
 */
export function lineTrouble(
  state: ConnectionState,
  at: {
    readonly now: Instant;
    readonly shownAt: Instant;
    readonly patienceMs: number;
    readonly isHeld: boolean;
  },
): LineTrouble | null {
  switch (state.status) {
    case 'idle':
      return null;
    case 'online':
      return at.isHeld ? { kind: 'not-stored' } : null;
    case 'connecting':
      return at.now - at.shownAt < at.patienceMs ? null : { kind: 'connecting' };
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
