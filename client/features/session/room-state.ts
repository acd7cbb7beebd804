import type { joinSession } from '#shared/features/session/roster/commands.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { RefusalOf, UniversalRefusal } from '#shared/wire/contract.ts';

export type JoinRefusal = RefusalOf<typeof joinSession> | UniversalRefusal;

/** Where one is between the door and the seat. */
export type RoomState =
  /** Asked for a seat, or waiting for the first picture of the room. Also while there is no line yet. */
  | { readonly status: 'joining' }
  | {
      readonly status: 'refused';
      readonly why: JoinRefusal;
      readonly incident: string | undefined;
    }
  | { readonly status: 'in-session' }
  /** Away for longer than a seat is held. What was written is still here. */
  | { readonly status: 'seat-lost' }
  /** The right to be here was taken away while one was in. */
  | { readonly status: 'closed' }
  /** The sign-in has ended, here or elsewhere: by hand, or because the person may not come in any more. */
  | { readonly status: 'signed-out' }
  | { readonly status: 'left' };

export type RoomEvent =
  | { readonly type: 'join-asked' }
  | {
      readonly type: 'join-refused';
      readonly why: JoinRefusal;
      readonly incident: string | undefined;
    }
  /** The room has come, or come back, on the line. */
  | { readonly type: 'room-shown' }
  | { readonly type: 'channel-closed'; readonly why: 'not-found' | 'not-joined' }
  | { readonly type: 'sign-in-ended' }
  | { readonly type: 'left' };

/** What comes next. Having left, or been signed out, is final: whoever comes back opens the page anew. */
export function next(state: RoomState, event: RoomEvent): RoomState {
  if (state.status === 'left' || state.status === 'signed-out') return state;
  switch (event.type) {
    case 'join-asked':
      return state.status === 'in-session' ? state : { status: 'joining' };
    case 'join-refused':
      // An address that is no id at all reads as one that nobody knows.
      return {
        status: 'refused',
        why: event.why === 'bad-input' ? 'not-found' : event.why,
        incident: event.incident,
      };
    case 'room-shown':
      return state.status === 'joining' ? { status: 'in-session' } : state;
    case 'channel-closed':
      return channelClosed(state, event.why);
    case 'sign-in-ended':
      return { status: 'signed-out' };
    case 'left':
      return { status: 'left' };
    default:
      return assertNever(event);
  }
}

function channelClosed(state: RoomState, why: 'not-found' | 'not-joined'): RoomState {
  if (why === 'not-joined') return { status: 'seat-lost' };
  // Before the room was ever seen, "forbidden" and "unknown" must read the same.
  return state.status === 'in-session'
    ? { status: 'closed' }
    : { status: 'refused', why: 'not-found', incident: undefined };
}
