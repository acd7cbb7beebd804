import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { writtenIn } from '../chat/model.ts';
import { guestMark } from '../roster/model.ts';

/**
 * Messages in one line: far more than anybody writes in a session, and so few that all of them fit on a screen's first
 * reading.
 */
export const TEAM_LINE_MESSAGES_MAX = 200;

/** Something said between one person and the session's teachers. */
export const teamMessage = z.object({
  id: id<'team-message'>(),
  by: id<'person'>(),
  /** The name at the time of writing: an answer is signed. */
  byName: z.string(),
  /** By one of the teachers, not by the person whose line it is. */
  fromTeam: z.boolean(),
  at: z.number(),
  text: z.string(),
  /** For whoever reads aloud (SC 3.1.2); null where nobody has said. */
  lang: z.nullable(writtenIn),
});
export type TeamMessage = z.infer<typeof teamMessage>;
export type TeamMessageId = TeamMessage['id'];

/** One's own line, as the one it belongs to sees it: oldest first. */
export const teamLine = z.object({ messages: z.array(teamMessage) });
export type TeamLine = z.infer<typeof teamLine>;

/** A person's line as the teachers see it. */
export const teamThread = z.object({
  personId: id<'person'>(),
  /** As on the list of people. */
  name: z.string(),
  guest: z.optional(guestMark),
  messages: z.array(teamMessage),
  /** The last of the person's words that one of the teachers has seen; null while none has. */
  readTo: z.nullable(id<'team-message'>()),
});
export type TeamThread = z.infer<typeof teamThread>;

/** Every line that somebody has written on, in the order of their first words. */
export const teamDesk = z.object({ threads: z.array(teamThread) });
export type TeamDesk = z.infer<typeof teamDesk>;
