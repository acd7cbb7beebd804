import * as z from 'zod/mini';
import { guestAs } from '#shared/features/programme/invitation/model.ts';
import { sessionNotes } from '#shared/features/programme/session-notes/model.ts';
import { id } from '#shared/kernel/ids.ts';
import { writtenIn } from '../chat/model.ts';
import { part } from '../roster/model.ts';

/** How many can wait at once: ten times a session. All of them fit on the screens of its hosts. */
export const LOBBY_MAX = 300;
/** Characters of a host's words to somebody who is not let in. */
export const DECLINE_LENGTH_MAX = 500;

/** Somebody who waits, as the hosts see them. */
export const waiting = z.object({
  personId: id<'person'>(),
  displayName: z.string(),
  part,
  /** Of a guest who came by a link: as what. */
  guestAs: z.optional(guestAs),
  /** What a host wrote of whom the guest's link is for (access.md row 58). */
  guestNote: z.optional(z.string()),
  since: z.number(),
});
export type Waiting = z.infer<typeof waiting>;

/** Everybody who waits, the first first. */
export const lobby = z.object({ waiting: z.array(waiting) });
export type Lobby = z.infer<typeof lobby>;

/** How it stands with somebody who has asked to come in. */
export const lobbyStanding = z.discriminatedUnion('status', [
  z.object({ status: z.literal('waiting'), since: z.number() }),
  /** No line of theirs is open: nobody sees them wait. */
  z.object({ status: z.literal('away'), since: z.number(), awayAt: z.number() }),
  z.object({ status: z.literal('let-in') }),
  z.object({
    status: z.literal('declined'),
    words: z.string(),
    /** For whoever reads aloud (SC 3.1.2); null where nobody has said. */
    lang: z.nullable(writtenIn),
    byName: z.string(),
    at: z.number(),
  }),
  /** The session ended while they waited, or before they were let in. */
  z.object({ status: z.literal('session-ended') }),
]);
export type LobbyStanding = z.infer<typeof lobbyStanding>;

/** What somebody who waits is shown: the session from outside, and how it stands with them. Of the others nothing. */
export const ownPlace = z.object({
  title: z.string(),
  courseCode: z.string(),
  startsAt: z.number(),
  endsAt: z.number(),
  notes: sessionNotes,
  /** Its teachers by name, in their order. */
  teachers: z.array(z.string()),
  /** Whether one of them is in the session, and so sees who waits. */
  hostIsIn: z.boolean(),
  /** When it ends for everybody, while a teacher can still take that back. */
  endingAt: z.nullable(z.number()),
  standing: lobbyStanding,
});
export type OwnPlace = z.infer<typeof ownPlace>;
