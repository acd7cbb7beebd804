import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';

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

export const rosterEntry = z.object({
  personId: id<'person'>(),
  displayName: z.string(),
  part,
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
