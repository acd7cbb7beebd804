import * as z from 'zod/mini';
import { guestAs } from '#shared/features/programme/invitation/model.ts';
import { DAY_MS } from '#shared/kernel/duration.ts';
import { id } from '#shared/kernel/ids.ts';
import { RETENTION } from '#shared/kernel/retention.ts';

/** A note to oneself and the other teachers: whom the link is for. */
export const GUEST_NOTE_MAX = 80;
/** Links of one session that have not been withdrawn. */
export const GUEST_LINKS_MAX = 40;
/** So long after a guest's access has ended, they and their link are forgotten. */
export const GUEST_KEPT_DAYS = RETENTION.guest / DAY_MS;

/** What a link or a browser is known by here: SHA-256 of 256 bits of chance, in base64url. */
export const tokenHash = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** `open`: nobody has come by it yet. `over`: its time is up. */
export const LINK_STATES = ['open', 'used', 'withdrawn', 'over'] as const;

/** A link as its session's teachers see it. What opens it is not here: the browser that made it has it, and nobody else. */
export const guestLink = z.object({
  id: id<'guest-link'>(),
  note: z.string(),
  as: guestAs,
  untilAt: z.number(),
  madeAt: z.number(),
  madeBy: z.string(),
  state: z.enum(LINK_STATES),
  /** Who came by it. */
  guestName: z.nullable(z.string()),
});
export type GuestLink = z.infer<typeof guestLink>;

/** What stands at the door of a link that can be used: of this one session, and nothing else of the school. */
export const guestDoor = z.object({
  sessionId: id<'session'>(),
  title: z.string(),
  startsAt: z.number(),
  endsAt: z.number(),
  now: z.number(),
  invitedBy: z.string(),
  as: guestAs,
  untilAt: z.number(),
  /** Whoever is signed in here comes under their own name. Null: they say what they are called. */
  ownName: z.nullable(z.string()),
  /**
   * `first`: nobody has come by it. `back`: this browser has. `of-session`: who is signed in here needs no link for this
   * session, and it stays unused.
   */
  visit: z.enum(['first', 'back', 'of-session']),
});
export type GuestDoor = z.infer<typeof guestDoor>;

/** Where a browser asks; what opens the link stands in the body, never in an address. */
export const GUEST_LOOK_PATH = '/api/guest/look';
export const GUEST_ENTER_PATH = '/api/guest/enter';

/** Guessed, expired, withdrawn, and after the session: one answer. */
export const GUEST_REFUSALS = [
  'link-over',
  /** Somebody else came by it. */
  'link-used',
  'name-empty',
  'name-too-long',
  'name-unreadable',
  /** A word of two alphabets whose letters look alike. */
  'name-mixed',
  /** Somebody in the session is called that, or what is taken for it. */
  'name-taken',
  'too-many-tries',
  'bad-input',
  'try-again',
  'fault',
] as const;
export type GuestRefusal = (typeof GUEST_REFUSALS)[number];
