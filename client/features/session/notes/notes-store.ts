import { NO_NOTES } from '#shared/features/programme/session-notes/model.ts';
import { writeNotes } from '#shared/features/session/notes/commands.ts';
import type { Room } from '../session-room.ts';
import { createNotesEditing, type NotesEditing } from './notes-editing.ts';

export type NotesStore = {
  readonly notes: () => typeof NO_NOTES;
  readonly editing: NotesEditing;
};

/** What is said of the session, as it stands in the room. */
export function createNotes(room: Room): NotesStore {
  const notes = () => room.session()?.notes ?? NO_NOTES;
  const editing = createNotesEditing({
    notes,
    send: (change) => room.send(writeNotes, { sessionId: room.sessionId, ...change }),
    waits: () => room.waits(writeNotes),
  });
  return { notes, editing };
}
