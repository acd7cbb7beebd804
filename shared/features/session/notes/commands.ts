import * as z from 'zod/mini';
import { sessionNotes, writtenNotes } from '#shared/features/programme/session-notes/model.ts';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';

/** Writes what is said of a session, before it and in it. `seen` is the version that the screen showed. */
export const writeNotes = command({
  name: 'session/write-notes',
  action: 'session/write-notes',
  input: z.object({
    sessionId: id<'session'>(),
    seen: z.int().check(z.gte(0)),
    notes: writtenNotes,
  }),
  output: z.object({ notes: sessionNotes }),
  refusals: ['notes-changed', 'session-over'],
});
