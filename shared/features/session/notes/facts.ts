import * as z from 'zod/mini';
import { sessionNotes } from '#shared/features/programme/session-notes/model.ts';
import { id } from '#shared/kernel/ids.ts';

export const notesFact = z.object({
  type: z.literal('notes-written'),
  notes: sessionNotes,
  by: id<'person'>(),
  at: z.number(),
});
export type NotesFact = z.infer<typeof notesFact>;
