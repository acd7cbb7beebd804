import { type Refused, refuse } from '#shared/kernel/decision.ts';
import { DAY_MS, type Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { DOOR_CLOSES_AFTER_MS } from '../../programme/calendar/model.ts';
import { GUEST_KEPT_DAYS, type LINK_STATES } from './model.ts';

type Times = { readonly startsAt: Instant; readonly endsAt: Instant };

/** Until when a guest's access lasts that is not ended sooner: for as long as anybody can be in the session. */
export function latestUntil({ endsAt }: Times): Instant {
  return endsAt + DOOR_CLOSES_AFTER_MS;
}

/** GUEST-2: until when a link holds: a moment within the session, or for as long as it lasts. */
export function guestUntil(
  session: Times,
  wished: Instant | null,
  now: Instant,
): { readonly ok: true; readonly untilAt: Instant } | Refused<'outside-session'> {
  const latest = latestUntil(session);
  const untilAt = wished ?? latest;
  const earliest = Math.max(session.startsAt, now);
  if (untilAt <= earliest || untilAt > latest) return refuse('outside-session');
  return { ok: true, untilAt };
}

export type KnownLink = {
  readonly untilAt: Instant;
  readonly withdrawnAt: Instant | null;
  /** Of its session: ended by its teachers, cancelled, or deleted. */
  readonly sessionClosed: boolean;
  /** Who came by it. */
  readonly personId: PersonId | null;
  /** Whether that is somebody who was nobody here before. */
  readonly madePerson: boolean;
  /** Of the browser that they came from. */
  readonly browserHash: string | null;
};

/** How a link stands, as its teachers see it. */
export function linkState(link: KnownLink, now: Instant): (typeof LINK_STATES)[number] {
  if (link.withdrawnAt !== null) return 'withdrawn';
  if (link.sessionClosed || link.untilAt <= now) return 'over';
  return link.personId === null ? 'open' : 'used';
}

/** Who stands at the door with a link. */
export type Visitor = {
  /** Who is signed in in this browser. */
  readonly personId: PersonId | null;
  readonly browserHash: string | null;
  /** Has a part in the session without the link, or was taken out of it. */
  readonly isOfSession: boolean;
};

export type Visit =
  /** Becomes a guest, under the name that they say. */
  | { readonly as: 'new-guest' }
  /** Somebody who is signed in is invited as who they are. */
  | { readonly as: 'oneself' }
  /** Came by it before. `signedIn`: still is. */
  | { readonly as: 'back'; readonly signedIn: boolean }
  /** Needs no link here; it stays as it is. */
  | { readonly as: 'of-session' };

/** GUEST-3, GUEST-4: what a link gives to whoever stands there with it. */
export function visitBy(
  link: KnownLink,
  visitor: Visitor,
  now: Instant,
): ({ readonly ok: true } & Visit) | Refused<'link-over' | 'link-used'> {
  const state = linkState(link, now);
  if (state === 'withdrawn' || state === 'over') return refuse('link-over');
  const { personId } = link;
  if (personId !== null) {
    if (visitor.personId === personId) return { ok: true, as: 'back', signedIn: true };
    // Somebody of the school comes back by their own sign-in alone.
    const knownBrowser = visitor.browserHash !== null && visitor.browserHash === link.browserHash;
    if (link.madePerson && knownBrowser) return { ok: true, as: 'back', signedIn: false };
    return refuse('link-used');
  }
  if (visitor.personId === null) return { ok: true, as: 'new-guest' };
  return { ok: true, as: visitor.isOfSession ? 'of-session' : 'oneself' };
}

/** GUEST-9: since when what ended before it is forgotten. */
export function forgottenBefore(now: Instant): Instant {
  return now - GUEST_KEPT_DAYS * DAY_MS;
}
