import { createEffect, on, onCleanup } from 'solid-js';
import type { SessionFact } from '#shared/features/session/channel.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../platform/language.ts';
import { secondsUntil } from '../../platform/server-clock.ts';
import { announce, announceAtOnce, makeAnnouncementBatch } from '../../ui/announcer.ts';
import type { AgendaStore } from './agenda/agenda-store.ts';
import { words as agendaWords } from './agenda/words.ts';
import { words as chatWords } from './chat/words.ts';
import { words as endWords } from './ending/words.ts';
import type { HandQueueStore } from './hand-queue/hand-queue-store.ts';
import { words as handWords } from './hand-queue/words.ts';
import type { RosterStore } from './roster/roster-store.ts';
import { words as rosterWords } from './roster/words.ts';
import type { Room } from './session-room.ts';

/**
 * What a screen reader is told of the room, in one place, so that it is told once: chat and arrivals gathered,
 * the agenda and the queue as they change, and nothing that interrupts but getting the word oneself. What a teacher does
 * to one's own turn is seen too: the button alone would turn into another.
 */
export function announceRoom(
  room: Room,
  topics: {
    readonly roster: RosterStore;
    readonly agenda: AgendaStore;
    readonly handQueue: HandQueueStore;
  },
): void {
  const { roster, agenda, handQueue } = topics;
  const chat = useWords(chatWords);
  const hands = useWords(handWords);
  const people = useWords(rosterWords);
  const plan = useWords(agendaWords);
  const end = useWords(endWords);

  const messages = makeAnnouncementBatch<{ name: string; text: string }>((all) => {
    const [first] = all;
    return all.length === 1 && first
      ? chat().spokenOne(first.name, first.text)
      : chat().newMessages(all.length);
  });
  const arrivals = makeAnnouncementBatch<string>(([first = '', ...rest]) =>
    rest.length === 0 ? people().spoken.joined(first) : people().spoken.manyJoined(rest.length + 1),
  );
  onCleanup(() => {
    messages.stop();
    arrivals.stop();
  });

  /** A teacher, and not the clock, which takes the hand of whoever has lost the seat. */
  const isOther = (by: PersonId | null) => by !== null && by !== room.me;

  room.whenFact((fact: SessionFact) => {
    switch (fact.type) {
      case 'message-posted':
        if (fact.message.by !== room.me)
          messages.add({
            name: roster.nameOf(fact.message.by, fact.message.byName),
            text: fact.message.text,
          });
        return;
      case 'participant-joined':
        if (fact.entry.personId !== room.me) arrivals.add(roster.nameOf(fact.entry.personId));
        return;
      case 'agenda-stepped': {
        const current = agenda.current();
        if (current) announce(plan().spoken(current.item.title, current.item.minutes));
        return;
      }
      case 'hand-raised':
        if (fact.personId !== room.me && roster.steers())
          announce(hands().spoken.raised(roster.nameOf(fact.personId)));
        return;
      case 'hand-lowered':
        if (fact.personId === room.me && isOther(fact.by)) room.say(hands().spoken.lowered);
        return;
      case 'word-given':
        if (fact.to === room.me) announceAtOnce(hands().spoken.youHaveTheWord);
        else announce(hands().spoken.hasTheWord(roster.nameOf(fact.to)));
        return;
      case 'word-ended':
        if (fact.personId === room.me && isOther(fact.by)) room.say(hands().spoken.ended);
        return;
      case 'queue-closed':
        announce(hands().spoken.queueClosed);
        return;
      case 'lead-taken':
        if (fact.by === room.me) announce(people().leadPassed.you);
        else announce(people().leadPassed.byName(roster.nameOf(fact.by)));
        return;
      case 'ending-begun':
        announce(end().spoken.ending(secondsUntil(fact.endsAt)));
        return;
      case 'ending-undone':
        announce(end().spoken.undone);
        return;
      case 'queue-opened':
        announce(hands().spoken.queueOpened);
        return;
      // Seen, not said: nobody needs to hear of every line that comes and goes.
      case 'line-lost':
      case 'line-back':
      case 'participant-left':
      // Everybody is out by then, and the screen says why.
      case 'session-ended':
      case 'place-chosen':
      case 'participant-removed':
      case 'participant-readmitted':
      case 'lead-vacated':
      case 'message-edited':
      case 'message-deleted':
      case 'message-restored':
        return;
      default:
        fact satisfies never;
    }
  });

  createEffect(
    on(
      handQueue.myPlace,
      (place) => {
        if (place > 0) announce(hands().spoken.place(place));
      },
      { defer: true },
    ),
  );
  createEffect(
    on(
      room.problem,
      (problem) => {
        if (problem) announce(problem.text);
      },
      { defer: true },
    ),
  );
}
