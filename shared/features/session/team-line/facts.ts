import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { guestMark } from '../roster/model.ts';
import { teamMessage } from './model.ts';

/** Heard by the one whose line it is. */
export const teamLineFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('team-line-written'), message: teamMessage }),
]);
export type TeamLineFact = z.infer<typeof teamLineFact>;

/** Heard by the session's teachers: the same, with whose line it is, and what the team has read. */
export const teamDeskFact = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('team-line-written'),
    personId: id<'person'>(),
    name: z.string(),
    guest: z.optional(guestMark),
    message: teamMessage,
  }),
  z.object({
    type: z.literal('team-line-read'),
    personId: id<'person'>(),
    readTo: id<'team-message'>(),
  }),
]);
export type TeamDeskFact = z.infer<typeof teamDeskFact>;
