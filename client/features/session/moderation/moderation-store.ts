import { type Accessor, createSignal } from 'solid-js';
import type { SessionFact } from '#shared/features/session/channel.ts';
import {
  readmitParticipant,
  removeParticipant,
} from '#shared/features/session/moderation/commands.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import type { Room } from '../session-room.ts';
import { words } from './words.ts';

export type ModerationStore = {
  /** Rises when somebody has been taken out, or let in again, by whomever: what is shown of it is asked for anew. */
  readonly changes: Accessor<number>;
  /** Whom one is about to take out: what one wants to tell them is asked first. */
  readonly asked: Accessor<Named | undefined>;
  readonly ask: (who: Named | undefined) => void;
  /** `words` are for the one who is taken out, and may be empty. */
  readonly remove: (who: Named, words: string) => Promise<void>;
  readonly readmit: (who: Named) => Promise<boolean>;
  /** Whom one has just taken out oneself, as long as that can be undone by one press. */
  readonly removed: Accessor<Named | undefined>;
  readonly keepRemoved: () => void;
};

/** What everybody hears of and stands in the hosts' log. */
const NOTED: ReadonlySet<SessionFact['type']> = new Set([
  'message-hidden',
  'message-unhidden',
  'session-locked',
  'session-unlocked',
  'chat-closed',
  'chat-opened',
]);

type Named = { readonly personId: PersonId; readonly name: string };

/** Taking somebody out of the session, and letting them in again: a teacher's, by commands that the server logs. */
export function createModeration(room: Room): ModerationStore {
  const t = useWords(words);
  const { sessionId } = room;
  const said = () => t().refusals;
  const [changes, setChanges] = createSignal(0);
  const [removed, setRemoved] = createSignal<Named>();
  const [asked, ask] = createSignal<Named>();
  const changed = () => setChanges((before) => before + 1);
  // Another teacher's acts as well: only teachers hear of them.
  room.whenFact((fact) => {
    if (NOTED.has(fact.type)) changed();
    if (fact.type !== 'participant-removed' && fact.type !== 'participant-readmitted') return;
    if (fact.type === 'participant-readmitted' && removed()?.personId === fact.personId)
      setRemoved(undefined);
    changed();
  });
  return {
    changes,
    asked,
    ask: (who) => void ask(who),
    removed,
    keepRemoved: () => setRemoved(undefined),
    async remove({ personId, name }, words) {
      ask(undefined);
      const whom = { sessionId, personId, ...(words && { words }) };
      if (!(await room.attempt(removeParticipant, whom, said))) return;
      setRemoved({ personId, name });
      changed();
    },
    async readmit({ personId, name }) {
      // From the list too: what has been undone is no longer offered to be.
      if (removed()?.personId === personId) setRemoved(undefined);
      const done = await room.attempt(readmitParticipant, { sessionId, personId }, said);
      if (!done) return false;
      changed();
      room.say(t().readmitted(name));
      return true;
    },
  };
}
