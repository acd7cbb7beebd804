import { createEffect, createMemo, createSignal, onCleanup, untrack } from 'solid-js';
import { teamDeskChannel } from '#shared/features/session/team-line/channels.ts';
import { answerOnTeamLine, readTeamLine } from '#shared/features/session/team-line/commands.ts';
import type { TeamMessageId, TeamThread } from '#shared/features/session/team-line/model.ts';
import { unreadOn } from '#shared/features/session/team-line/rules.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { createFollowed } from '../../../platform/channel-store.ts';
import { useWords } from '../../../platform/language.ts';
import { makeAnnouncementBatch } from '../../../ui/announcer.ts';
import { guestInWords } from '../roster/guest-mark.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import { words as rosterWords } from '../roster/words.ts';
import type { Room } from '../session-room.ts';
import { createLineDraft } from './line-draft.ts';
import { openLine } from './open-line.ts';
import { createOutgoing } from './outgoing.ts';
import { words } from './words.ts';

export type Desk = ReturnType<typeof createDesk>;

/** What has been written to the session's teachers, for those who are. */
export function createDesk(room: Room, roster: RosterStore) {
  const { sessionId } = room;
  const t = useWords(words);
  const people = useWords(rosterWords);
  const steers = createMemo(() => roster.steers());
  const channel = openLine(room, teamDeskChannel, () => (steers() ? sessionId : undefined));
  const desk = createFollowed(() => channel()?.state(), { threads: [] }, 'personId');
  const [openOne, setOpenOne] = createSignal<PersonId>();

  const arrived = makeAnnouncementBatch<string>((names) => {
    const who = new Set(names);
    const [first = ''] = who;
    return who.size === 1 ? t().spokenOne(first) : t().spokenMany(who.size);
  });
  onCleanup(arrived.stop);
  createEffect(() => {
    const open = channel();
    if (!open) return;
    onCleanup(
      open.whenFact((fact) => {
        if (fact.type === 'team-line-written' && !fact.message.fromTeam)
          arrived.add(
            [roster.nameOf(fact.personId, fact.name), fact.guest && `(${people().parts.guest})`]
              .filter(Boolean)
              .join(' '),
          );
      }),
    );
  });

  const thread = (personId: PersonId): TeamThread | undefined =>
    desk.threads.find((one) => one.personId === personId);
  const told = new Map<PersonId, TeamMessageId>();
  const outgoing = createOutgoing(room, {
    command: answerOnTeamLine,
    messages: ({ personId }) => thread(personId)?.messages ?? [],
  });

  return {
    threads: () => desk.threads as readonly TeamThread[],
    thread,
    guestMark: (one: TeamThread) => guestInWords(one.guest, people()),
    nameOf: (one: TeamThread) => roster.nameOf(one.personId, one.name),
    /** Lines with words that nobody of the team has read. */
    unreadLines: () => desk.threads.filter((one) => unreadOn(one) > 0).length,
    open: openOne,
    toggle: (personId: PersonId) => setOpenOne((now) => (now === personId ? undefined : personId)),
    /** What one writes to a person, made by the row that shows it: a draft lies on the device meanwhile. */
    answerTo: (personId: PersonId) => ({
      draft: createLineDraft(room, `team-answer ${sessionId} ${personId}`),
      outgoing: outgoing.only((input) => input.personId === personId),
      send: (text: string) => void outgoing.send({ sessionId, personId, text }),
    }),
    /** Sent off, and not arrived. */
    texts: () => [...outgoing.failed(), ...outgoing.unsent()].map(({ text }) => text),
    /** The line is in sight: what stands on it is read by the team. */
    markRead(one: TeamThread): void {
      const last = one.messages.findLast((message) => !message.fromTeam)?.id;
      if (!last || unreadOn(one) === 0 || told.get(one.personId) === last) return;
      told.set(one.personId, last);
      untrack(() => {
        void room.send(readTeamLine, { sessionId, personId: one.personId, readTo: last });
      });
    },
  };
}
