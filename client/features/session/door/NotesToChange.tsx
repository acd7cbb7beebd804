import { createEffect, createSignal, on, untrack } from 'solid-js';
import type { SessionNotes } from '#shared/features/programme/session-notes/model.ts';
import { writeNotes } from '#shared/features/session/notes/commands.ts';
import { sessionDoor } from '#shared/features/session/roster/queries.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { askOverHttp } from '../../../platform/http-query.ts';
import { live } from '../../../platform/live.ts';
import { NotesForm } from '../notes/NotesForm.tsx';
import { createNotesEditing } from '../notes/notes-editing.ts';

/** What is said of a session that one is not in, to be written: sent over the page's own line. */
export function NotesToChange(props: {
  readonly sessionId: SessionId;
  readonly me: PersonId;
  /** As the page has them. */
  readonly notes: SessionNotes;
  readonly onDone: () => void;
}) {
  const { sessionId } = props;
  live.start(props.me);
  const [notes, setNotes] = createSignal(untrack(() => props.notes));
  const [sending, setSending] = createSignal(false);
  // A slow answer must not bring back what was there before.
  const show = (now: SessionNotes) =>
    setNotes((before) => (now.version < before.version ? before : now));
  createEffect(on(() => props.notes, show, { defer: true }));
  const editing = createNotesEditing({
    notes,
    waits: () => (sending() && live.connection.state().status !== 'online' ? 'line' : undefined),
    send: async (change) => {
      setSending(true);
      const outcome = await live.send(writeNotes, { sessionId, ...change }, { lasting: false });
      setSending(false);
      if (outcome.ok) show(outcome.value.notes);
      else {
        const door = await askOverHttp(sessionDoor, { sessionId });
        if (door.ok) show(door.value.notes);
      }
      return outcome;
    },
  });
  editing.open();
  return <NotesForm editing={editing} onDone={() => props.onDone()} />;
}
