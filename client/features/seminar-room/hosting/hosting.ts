import * as commands from '#shared/features/seminar-room/commands.ts';
import type { UnmuteAnswer } from '#shared/features/seminar-room/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { words } from './words.ts';

export type Hosting = ReturnType<typeof createHosting>;

/** What a teacher can do to others, each by a command of the server, which logs who did it. Nobody can unmute anybody. */
export function createHosting(seminar: SeminarRoom) {
  const t = useWords(words);
  const { room, topics } = seminar.session;
  const { sessionId } = room;
  const said = () => t().refusals;
  const nameOf = (personId: PersonId) => topics.roster.nameOf(personId, t().aTeacher);
  const { attempt } = room;

  /** Does it, and says what came of it, to be seen and heard. */
  async function then(done: Promise<unknown>, text: () => string): Promise<void> {
    if (await done) room.say(text());
  }

  return {
    mute: (personId: PersonId) =>
      then(attempt(commands.muteParticipant, { sessionId, personId }, said), () =>
        t().done.muted(nameOf(personId)),
      ),
    muteEveryone: async () => {
      const done = await attempt(commands.muteEveryone, { sessionId }, said);
      if (done) room.say(t().done.mutedAll(done.muted));
    },
    ask: (personId: PersonId) =>
      then(attempt(commands.askToUnmute, { sessionId, personId }, said), () =>
        t().done.asked(nameOf(personId)),
      ),
    answer: (answer: UnmuteAnswer) => attempt(commands.answerUnmute, { sessionId, answer }, said),
    lock: (locked: boolean) =>
      then(attempt(commands.lockMicrophones, { sessionId, locked }, said), () =>
        locked ? t().done.locked : t().done.unlocked,
      ),
    stop: (personId: PersonId, source: 'camera' | 'screen') =>
      then(attempt(commands.stopSource, { sessionId, personId, source }, said), () =>
        t().done.stopped[source](nameOf(personId)),
      ),
    spotlight: (personId: PersonId | null) =>
      then(attempt(commands.setSpotlight, { sessionId, personId }, said), () =>
        personId ? t().done.spotlit(nameOf(personId)) : t().done.spotlightOff,
      ),
    allowScreen: (personId: PersonId, allowed: boolean) =>
      then(attempt(commands.allowScreen, { sessionId, personId, allowed }, said), () =>
        (allowed ? t().done.screenAllowed : t().done.screenWithdrawn)(nameOf(personId)),
      ),
    remove: (personId: PersonId) => topics.moderation.ask({ personId, name: nameOf(personId) }),
    sendBack: (personId: PersonId) => topics.lobby.sendBack({ personId, name: nameOf(personId) }),
  };
}
