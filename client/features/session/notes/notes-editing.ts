import { type Accessor, batch, createSignal } from 'solid-js';
import type { SessionNotes, WrittenNotes } from '#shared/features/programme/session-notes/model.ts';
import type { writeNotes } from '#shared/features/session/notes/commands.ts';
import { saySame } from '#shared/features/session/notes/rules.ts';
import { useWords } from '../../../platform/language.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import type { Outcome } from '../../../platform/send.ts';
import { announce } from '../../../ui/announcer.ts';
import { words } from './words.ts';

/** Where the notes come from and go to: the room, or the session's page. */
export type NotesSource = {
  /** As they stand. By the time a change is answered they show what came of it. */
  readonly notes: Accessor<SessionNotes>;
  readonly send: (change: {
    readonly seen: number;
    readonly notes: WrittenNotes;
  }) => Promise<Outcome<typeof writeNotes>>;
  readonly waits: () => 'line' | 'storage' | undefined;
};

export type NotesEditing = ReturnType<typeof createNotesEditing>;

/** Writing what is said of a session. What is being written lives here, so that it outlives the panel that shows it. */
export function createNotesEditing(source: NotesSource) {
  const t = useWords(words);
  const anyRefusal = useWords(refusalWords);
  /** What was found, while something is being written. */
  const [found, setFound] = createSignal<SessionNotes>();
  const [seen, setSeen] = createSignal(0);
  const [draft, setDraft] = createSignal<WrittenNotes>(source.notes());
  const [problem, setProblem] = createSignal<string>();
  const [sending, setSending] = createSignal(false);
  return {
    isOn: () => found() !== undefined,
    draft,
    setDraft: (part: Partial<WrittenNotes>) => setDraft((before) => ({ ...before, ...part })),
    problem,
    sending,
    waits: source.waits,
    open(): void {
      const notes = { ...source.notes() };
      batch(() => {
        setProblem(undefined);
        setFound(notes);
        setSeen(notes.version);
        setDraft(notes);
      });
    },
    close: () => batch(() => [setFound(undefined), setProblem(undefined)]),
    isUnsaved: () => {
      const before = found();
      return before !== undefined && !saySame(draft(), before);
    },
    /** What somebody else has written meanwhile. */
    changedMeanwhile: (): SessionNotes | undefined => {
      const before = found();
      const now = source.notes();
      return before && now.version !== before.version && !saySame(now, before) ? now : undefined;
    },
    /** Saves it, and closes. When somebody else was first it stays open: saved again, it stands over what they wrote. */
    async save(): Promise<boolean> {
      if (sending()) return false;
      setSending(true);
      setProblem(undefined);
      const { topics, workingForm, voluntary, alternatives } = draft();
      const notes = { topics, workingForm, voluntary, alternatives };
      const outcome = await source.send({ seen: seen(), notes });
      setSending(false);
      if (outcome.ok) {
        setFound(undefined);
        announce(t().saved);
        return true;
      }
      const said: Readonly<Record<string, string>> = { ...anyRefusal(), ...t().refusals };
      setProblem(said[outcome.refusal] ?? anyRefusal().fault);
      setSeen(source.notes().version);
      return false;
    },
  };
}
