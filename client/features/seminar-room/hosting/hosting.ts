import { type Accessor, createSignal } from 'solid-js';
import * as commands from '#shared/features/seminar-room/commands.ts';
import {
  readmitParticipant,
  removeParticipant,
} from '#shared/features/session/moderation/commands.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { words } from './words.ts';

export type Hosting = ReturnType<typeof createHosting>;

/** What a teacher can do to others, each by a command of the server, which logs who did it. Nobody can unmute anybody. */
export function createHosting(seminar: SeminarRoom) {
  const t = useWords(words);
  const { room, topics } = seminar.session;
  const { sessionId } = room;
  const said = () => t().refusals;
  const [removed, setRemoved] = createSignal<{ personId: PersonId; name: string }>();
  const nameOf = (personId: PersonId) => topics.roster.nameOf(personId, t().aTeacher);
  const { attempt } = room;

  return {
    mute: async (personId: PersonId) => {
      if (await attempt(commands.muteParticipant, { sessionId, personId }, said))
        announce(t().done.muted(nameOf(personId)));
    },
    muteEveryone: async () => {
      if (await attempt(commands.muteEveryone, { sessionId }, said)) announce(t().done.mutedAll);
    },
    ask: async (personId: PersonId) => {
      if (await attempt(commands.askToUnmute, { sessionId, personId }, said))
        announce(t().done.asked(nameOf(personId)));
    },
    answer: (willing: boolean) => attempt(commands.answerUnmute, { sessionId, willing }, said),
    lock: (locked: boolean) => attempt(commands.lockMicrophones, { sessionId, locked }, said),
    stop: (personId: PersonId, source: 'camera' | 'screen') =>
      attempt(commands.stopSource, { sessionId, personId, source }, said),
    spotlight: (personId: PersonId | null) =>
      attempt(commands.setSpotlight, { sessionId, personId }, said),
    allowScreen: (personId: PersonId, allowed: boolean) =>
      attempt(commands.allowScreen, { sessionId, personId, allowed }, said),
    remove: async (personId: PersonId) => {
      const name = nameOf(personId);
      if (await attempt(removeParticipant, { sessionId, personId }, said))
        setRemoved({ personId, name });
    },
    /** Who was just removed, as long as it can be undone by one press. */
    removed: removed as Accessor<{ personId: PersonId; name: string } | undefined>,
    keepRemoved: () => setRemoved(undefined),
    undoRemoval: async () => {
      const last = removed();
      setRemoved(undefined);
      if (!last) return;
      const { personId, name } = last;
      if (await attempt(readmitParticipant, { sessionId, personId }, said))
        announce(t().done.readmitted(name));
    },
  };
}
