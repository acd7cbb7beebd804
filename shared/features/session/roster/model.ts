import * as z from 'zod/mini';
import { guestAs } from '#shared/features/programme/invitation/model.ts';
import { id, type SessionId } from '#shared/kernel/ids.ts';

/** Where a participant sits. */
export const PLACES = ['home', 'trondheim', 'kristiansand'] as const;
export const place = z.enum(PLACES);
export type Place = z.infer<typeof place>;

/** What a person is in this session, decided by the server from relations, never by a browser. */
export const PARTS = ['student', 'teacher', 'staff', 'guest'] as const;
export const part = z.enum(PARTS);
export type Part = z.infer<typeof part>;

export const presence = z.discriminatedUnion('status', [
  z.object({ status: z.literal('absent') }),
  z.object({ status: z.literal('present'), place, since: z.number() }),
  /** The line dropped; the seat, the place in the queue and the word are held until 60 s after `lostAt`. */
  z.object({ status: z.literal('lost'), place, since: z.number(), lostAt: z.number() }),
  z.object({ status: z.literal('left'), at: z.number() }),
]);
export type Presence = z.infer<typeof presence>;

/** What others see of a person in a session of its kind, said by the server alone (docs/rules/names.md). */
export const shownAs = z.object({
  displayName: z.string(),
  /** The first name, for where there is room for no more; missing where `displayName` is that already. */
  calledName: z.optional(z.string()),
  pronouns: z.optional(z.string()),
  /** Of a picture of themselves; missing where they have none. */
  picture: z.optional(id<'picture'>()),
});
export type ShownAs = z.infer<typeof shownAs>;

/** That somebody is a guest, and as what, where they came by a link. Missing for everybody else. */
export const guestMark = z.object({ as: z.optional(guestAs) });
export type GuestMark = z.infer<typeof guestMark>;

export const rosterEntry = z.object({
  personId: id<'person'>(),
  ...shownAs.shape,
  part,
  /** Of a guest who came by a link: as what. */
  guestAs: z.optional(guestAs),
  /** Whether the session was planned for this person; a teacher who drops in on somebody else's session was not. */
  expected: z.boolean(),
  presence,
});
export type RosterEntry = z.infer<typeof rosterEntry>;

/** Everybody who is expected or has been here, in the order of their names at the time of the snapshot. */
export const roster = z.object({
  entries: z.array(rosterEntry),
  /** The assigned teacher who steers just now; null when none is here: the session goes on without controls. */
  leadId: z.nullable(id<'person'>()),
});
export type Roster = z.infer<typeof roster>;

/** Where a picture of somebody on a session's list is shown from, to whoever sees that list. */
export const rosterPicturePath = (sessionId: SessionId, picture: string) =>
  `/api/session/${sessionId}/picture/${picture}`;
