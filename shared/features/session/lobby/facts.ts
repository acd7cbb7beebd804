import * as z from 'zod/mini';
import { sessionNotes } from '#shared/features/programme/session-notes/model.ts';
import { id } from '#shared/kernel/ids.ts';
import { lobbyStanding, waiting } from './model.ts';

/** Heard by the session's hosts. */
export const lobbyFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('waiting-began'), entry: waiting }),
  z.object({
    type: z.literal('waiting-ended'),
    personId: id<'person'>(),
    why: z.enum(['left', 'let-in', 'declined', 'session-ended']),
  }),
]);
export type LobbyFact = z.infer<typeof lobbyFact>;

/** Heard by the one who waits. */
export const ownPlaceFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('place-stands'), standing: lobbyStanding }),
  z.object({ type: z.literal('host-is-in'), isIn: z.boolean() }),
  /** A teacher ends it for everybody, or has taken that back: a guest's sign-in goes with it, and could be told nothing then. */
  z.object({ type: z.literal('door-ending'), at: z.nullable(z.number()) }),
  z.object({ type: z.literal('door-notes-written'), notes: sessionNotes }),
]);
export type OwnPlaceFact = z.infer<typeof ownPlaceFact>;
