import type { MediaState } from '#shared/features/seminar-room/model.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { MediaEnd } from '../../../platform/media-line.ts';

/** Where one is between the session's seat and being able to hear the others. */
export type JoinState =
  /**
   * Sound and picture are being made ready, or are not set up at all. We ask again when the server tells of a change, and,
   * as nobody can tell us while it is away, when its line is back. `trying`: the answer is on its way.
   */
  | { readonly status: 'unavailable'; readonly media: Unready; readonly trying: boolean }
  /** A first attempt: nothing has been heard yet. `attempt` counts from 1. */
  | { readonly status: 'connecting'; readonly attempt: number; readonly trying: boolean }
  | { readonly status: 'in-room' }
  /**
   * The line dropped and mends itself; nobody else need do anything. `told`: the library believes in it, and our server has
   * said that the media server is gone. A browser finds that out a quarter of a minute later.
   */
  | { readonly status: 'mending'; readonly since: Instant; readonly told: boolean }
  /** The line is gone. We ask for a new key and join anew, for ever. */
  | {
      readonly status: 'rejoining';
      /** The room was closed or opened, one has another key, or is on the way to another room: nothing is wrong. */
      readonly planned: boolean;
      readonly since: Instant;
      readonly attempt: number;
      readonly trying: boolean;
    }
  /** The room is closed, and one has no key to it yet, or a browser that cannot encrypt. */
  | { readonly status: 'locked'; readonly why: 'no-key' | 'cannot' }
  /** Another of one's tabs has the sound: from the first, or `moved` there since. */
  | { readonly status: 'elsewhere'; readonly moved: boolean }
  /** It will not come by itself. */
  | { readonly status: 'ended'; readonly why: Exclude<MediaEnd, 'lost'> | 'not-allowed' };

type Unready = Exclude<MediaState, { status: 'ready' }>;

export type JoinEvent =
  | { readonly type: 'line-up' }
  | { readonly type: 'attempt-failed' }
  | { readonly type: 'not-ready'; readonly media: Unready }
  /** The server says how media is: it may have become ready while we waited. */
  | { readonly type: 'media-told'; readonly media: MediaState }
  | { readonly type: 'not-allowed' }
  | { readonly type: 'locked'; readonly why: 'no-key' | 'cannot' }
  /** Another tab of one's own has the sound. */
  | { readonly type: 'held-elsewhere' }
  /** Another tab of one's own has taken it from this one. */
  | { readonly type: 'moved-away' }
  /** The tab that had it is closed, and nobody has taken it up. */
  | { readonly type: 'free-again' }
  /** It was closed or opened, or one has got another key: the line that there is, or was to be, is of no use. */
  | { readonly type: 'room-changed' }
  /** One sits in another room from now on, a breakout or with all: the line that there is, or was to be, is of no use. */
  | { readonly type: 'place-changed' }
  /** A line to the other room has taken the place of the one that there was. */
  | { readonly type: 'moved' }
  | { readonly type: 'dropped' }
  | { readonly type: 'mended' }
  /** Something has come in on the line since we were told that the media server is gone: it is there for us. */
  | { readonly type: 'lives' }
  | { readonly type: 'line-ended'; readonly why: MediaEnd }
  /** The wait before the next attempt is over, or the network is back. */
  | { readonly type: 'wait-over' }
  /** The line to our server is back: what it would have told meanwhile was told to nobody. */
  | { readonly type: 'line-back' }
  /** The person pressed "Prøv nå". */
  | { readonly type: 'try-now' };

export const FIRST_JOIN: JoinState = { status: 'connecting', attempt: 1, trying: true };

/** Whether an attempt should be under way in this state. */
export function isTrying(state: JoinState): boolean {
  return 'trying' in state && state.trying;
}

/**
 * Whether one waits to hear the others. An outage goes through many states, and attempts, and is one wait: what is said of
 * it stands until it is over.
 */
export function isWaiting({ status }: Pick<JoinState, 'status'>): boolean {
  return (
    status === 'connecting' ||
    status === 'mending' ||
    status === 'rejoining' ||
    status === 'unavailable'
  );
}

/** What comes next. Every state meets every event; what cannot matter leaves the state as it is. */
export function next(state: JoinState, event: JoinEvent, now: Instant): JoinState {
  switch (event.type) {
    case 'line-up':
      return isTrying(state) ? { status: 'in-room' } : state;
    case 'attempt-failed':
      return attemptFailed(state);
    case 'not-ready':
      return isTrying(state) ? unavailable(event.media) : state;
    case 'media-told':
      return mediaTold(state, event.media, now);
    case 'not-allowed':
      return isTrying(state) ? { status: 'ended', why: 'not-allowed' } : state;
    case 'locked':
      return isTrying(state) ? { status: 'locked', why: event.why } : state;
    case 'held-elsewhere':
      return isTrying(state) ? { status: 'elsewhere', moved: false } : state;
    case 'moved-away':
      return { status: 'elsewhere', moved: true };
    case 'free-again':
      return state.status === 'elsewhere' ? FIRST_JOIN : state;
    case 'room-changed':
      return roomChanged(state, now);
    case 'place-changed':
      return placeChanged(state, now);
    case 'moved':
      return state.status === 'mending' ? { status: 'in-room' } : state;
    case 'dropped':
      return dropped(state, now);
    case 'mended':
      return state.status === 'mending' ? { status: 'in-room' } : state;
    case 'lives':
      return state.status === 'mending' && state.told ? { status: 'in-room' } : state;
    case 'line-ended':
      return lineEnded(state, event.why, now);
    case 'wait-over':
    case 'line-back':
      return tryAgain(state);
    case 'try-now':
      return tryNow(state);
    default:
      return assertNever(event);
  }
}

function unavailable(media: Unready): JoinState {
  return { status: 'unavailable', media, trying: false };
}

function attemptFailed(state: JoinState): JoinState {
  if (!('trying' in state) || !state.trying) return state;
  // Whether it is ready nobody knows any more: as one does who comes in.
  if (state.status === 'unavailable') return { status: 'connecting', attempt: 2, trying: false };
  const later = { ...state, attempt: state.attempt + 1, trying: false };
  // What was planned has gone wrong after all.
  return later.status === 'rejoining' ? { ...later, planned: false } : later;
}

function dropped(state: JoinState, now: Instant): JoinState {
  if (state.status === 'mending') return { ...state, told: false };
  return state.status === 'in-room' ? { status: 'mending', since: now, told: false } : state;
}

function mediaTold(state: JoinState, media: MediaState, now: Instant): JoinState {
  if (media.status === 'ready') {
    // Whether it is the one that the line leads to, the line itself must tell: it may be another, just started.
    return state.status === 'unavailable' ? FIRST_JOIN : tryAgain(state);
  }
  if (state.status === 'in-room' && media.status === 'down')
    return { status: 'mending', since: now, told: true };
  return state.status === 'unavailable' ? { ...state, media } : state;
}

/** Ends the waiting. An attempt that is under way goes on: two at once would throw each other out. */
function tryAgain(state: JoinState): JoinState {
  return 'trying' in state && !state.trying ? { ...state, trying: true } : state;
}

function lineEnded(state: JoinState, why: MediaEnd, now: Instant): JoinState {
  if (state.status !== 'in-room' && state.status !== 'mending') return state;
  if (why !== 'lost') return { status: 'ended', why };
  const since = state.status === 'mending' ? state.since : now;
  // The first attempt starts at once: most drops are over before anybody has noticed.
  return { status: 'rejoining', planned: false, since, attempt: 1, trying: true };
}

function roomChanged(state: JoinState, now: Instant): JoinState {
  if (state.status === 'locked') return FIRST_JOIN;
  const next = lineEnded(tryAgain(state), 'lost', now);
  // Whoever had lost the line before still has.
  return next.status === 'rejoining' && state.status === 'in-room'
    ? { ...next, planned: true }
    : next;
}

/** Whoever was put out of the room that they left has only been slow: that they go elsewhere is what has happened. */
function placeChanged(state: JoinState, now: Instant): JoinState {
  const wasPutOut = state.status === 'ended' && (state.why === 'removed' || state.why === 'closed');
  if (wasPutOut) return roomChanged({ status: 'in-room' }, now);
  // Without a key to the session there is none to its breakouts.
  return state.status === 'locked' ? state : roomChanged(state, now);
}

function tryNow(state: JoinState): JoinState {
  // Somebody who was moved to another tab may come back to this one; who was removed is told no at the door.
  const waits = ['unavailable', 'ended', 'locked', 'elsewhere'].includes(state.status);
  if (waits) return FIRST_JOIN;
  return tryAgain(state);
}
