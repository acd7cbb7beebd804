import {
  NOTE_PARTS,
  type SessionNotes,
  type WrittenNotes,
} from '#shared/features/programme/session-notes/model.ts';
import { accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { NotesFact } from './facts.ts';

/** Writes all parts at once. What somebody else has written since is never overwritten unseen. */
export function writeNotes(
  before: SessionNotes,
  { seen, notes }: { readonly seen: number; readonly notes: WrittenNotes },
  by: PersonId,
  at: Instant,
): Decision<NotesFact, 'notes-changed'> {
  if (seen !== before.version) return refuse('notes-changed');
  if (saySame(before, notes)) return accept();
  const next = { ...notes, version: before.version + 1 };
  return accept({ type: 'notes-written', notes: next, by, at });
}

/** Whether two notes say the same. */
export function saySame(one: WrittenNotes, other: WrittenNotes): boolean {
  return NOTE_PARTS.every((part) => one[part] === other[part]);
}
