import { createEffect, createMemo, on, onCleanup } from 'solid-js';
import type { SessionFact } from '#shared/features/session/channel.ts';
import type { MessageId, PersonId } from '#shared/kernel/ids.ts';
import { clockTime } from '../../platform/dates.ts';
import { useWords } from '../../platform/language.ts';
import { secondsUntil } from '../../platform/server-clock.ts';
import { announce, announceAtOnce, makeAnnouncementBatch } from '../../ui/announcer.ts';
import type { AgendaStore } from './agenda/agenda-store.ts';
import { spokenItem } from './agenda/spoken-item.ts';
import { words as agendaWords } from './agenda/words.ts';
import { announceBreakouts } from './breakout/announcements.ts';
import type { BreakoutStore } from './breakout/breakout-store.ts';
import type { PlacedChat } from './breakout/group-chats.ts';
import { words as reactionWords } from './chat/reaction-words.ts';
import { words as chatWords } from './chat/words.ts';
import { words as endWords } from './ending/words.ts';
import type { HandQueueStore } from './hand-queue/hand-queue-store.ts';
import { words as handWords } from './hand-queue/words.ts';
import { words as orderWords } from './order/words.ts';
import { words as pauseForAllWords } from './pause-for-all/words.ts';
import type { PollStore } from './poll/poll-store.ts';
import { words as pollWords } from './poll/words.ts';
import { words as quizWords } from './quiz/words.ts';
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
    readonly breakouts: BreakoutStore;
    readonly chatHere: () => PlacedChat;
    readonly poll: PollStore;
  },
): void {
  const { roster, agenda, handQueue, breakouts } = topics;
  const own = (id: MessageId) => topics.chatHere().chat.message(id)?.by === room.me;
  const chat = useWords(chatWords);
  const reacts = useWords(reactionWords);
  const hands = useWords(handWords);
  const people = useWords(rosterWords);
  const plan = useWords(agendaWords);
  const end = useWords(endWords);
  const breaks = useWords(pauseForAllWords);
  const order = useWords(orderWords);
  const asked = useWords(pollWords);
  const quiz = useWords(quizWords);

  const messages = makeAnnouncementBatch<{ name: string; text: string }>((all) => {
    const [first] = all;
    return all.length === 1 && first
      ? chat().spokenOne(first.name, first.text)
      : chat().newMessages(all.length);
  });
  const reactions = makeAnnouncementBatch<{ name: string; label: string }>((all) => {
    const [first] = all;
    return all.length === 1 && first
      ? reacts().spokenOne(first.name, first.label)
      : reacts().spokenMany(all.length);
  });
  const arrivals = makeAnnouncementBatch<string>(([first = '', ...rest]) =>
    rest.length === 0 ? people().spoken.joined(first) : people().spoken.manyJoined(rest.length + 1),
  );
  onCleanup(() => {
    messages.stop();
    reactions.stop();
    arrivals.stop();
  });

  /** A teacher, and not the clock, which takes the hand of whoever has lost the seat. */
  const isOther = (by: PersonId | null) => by !== null && by !== room.me;
  /** Seen for a moment too. Whoever did it oneself is told at the press. */
  const sayOf = (by: PersonId, text: (name: string) => string) => {
    if (by !== room.me) room.say(text(roster.nameOf(by, order().aTeacher)));
  };

  const hear = (fact: SessionFact) => {
    switch (fact.type) {
      case 'message-posted':
        // Seen for a moment too: one may have another panel before one.
        if (fact.message.toAll) breakoutNews.toAll(fact.message);
        else if (fact.message.by !== room.me)
          messages.add({
            name: roster.nameOf(fact.message.by, fact.message.byName),
            text: fact.message.text,
          });
        return;
      // Of what is said to one's own words alone, and gathered.
      case 'message-reacted':
        if (fact.by !== room.me && fact.reaction && own(fact.id))
          reactions.add({
            name: roster.nameOf(fact.by),
            label: reacts().labels[fact.reaction],
          });
        return;
      case 'message-hidden':
        if (own(fact.id)) room.say(chat().yoursHidden);
        return;
      case 'message-unhidden':
        if (own(fact.id)) room.say(chat().yoursShown);
        return;
      case 'participant-joined':
        // Whoever is in a group hears who comes into that.
        if (fact.entry.personId !== room.me && !breakouts.mineId())
          arrivals.add(roster.markedName(fact.entry.personId));
        return;
      case 'agenda-stepped': {
        const said = spokenItem(plan(), agenda);
        if (said) announce(said);
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
        // Seen too: whoever follows by eye has nothing but a word under a name to tell it by.
        room.say(
          fact.by === room.me
            ? people().leadPassed.you
            : people().leadPassed.byName(roster.nameOf(fact.by)),
        );
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
      case 'pause-for-all-started':
        announce(breaks().spoken.started(clockTime(fact.endsAt)));
        return;
      case 'pause-for-all-lengthened':
        announce(breaks().spoken.lengthened(clockTime(fact.endsAt)));
        return;
      case 'poll-opened':
        announce(`${asked().occasions[fact.poll.occasion]}: ${fact.poll.question}`);
        return;
      case 'poll-closed': {
        const on = topics.poll.poll();
        if (on?.id === fact.pollId) announce(asked().ended[on.occasion]);
        return;
      }
      case 'quiz-opened':
        announce(quiz().opened(fact.quiz.title));
        return;
      // For those who are at it: what they answer from now on is not counted.
      case 'quiz-closed':
        announce(quiz().closed);
        return;
      case 'session-locked':
        return sayOf(fact.by, order().spoken.locked);
      case 'session-unlocked':
        return sayOf(fact.by, order().spoken.unlocked);
      case 'chat-closed':
        return sayOf(fact.by, order().spoken.chatClosed);
      case 'chat-opened':
        return sayOf(fact.by, order().spoken.chatOpened);
      // Seen, not said: nobody needs to hear of every line that comes and goes.
      case 'line-lost':
      case 'line-back':
      case 'participant-left':
      // Everybody is out by then, and the screen says why.
      case 'session-ended':
      case 'chat-erased':
      case 'place-chosen':
      case 'shown-as':
      // A plan that changes is looked up when it is wanted.
      case 'notes-written':
      case 'agenda-item-added':
      case 'agenda-item-changed':
      case 'agenda-item-moved':
      case 'agenda-item-removed':
      case 'agenda-filled':
      case 'participant-removed':
      case 'participant-readmitted':
      // Who steps away, and who is back, is nobody's news.
      case 'pause-started':
      case 'pause-ended':
      case 'ready-counted':
      // Nor who answers, which the count tells of; and it is only the screen that changes.
      case 'poll-counted':
      case 'poll-put-away':
      // Said by its store, to each what it is to them.
      case 'round-started':
      case 'turn-moved':
      case 'turn-written':
      case 'voice-note-given':
      case 'ring-ordered':
      case 'ring-joined':
      case 'round-ended':
      // Said by breakout/announcements.ts, and what groups ask of teachers beside their overview.
      case 'breakouts-opened':
      case 'people-moved':
      case 'member-placed':
      case 'choice-given':
      case 'return-moved':
      case 'breakouts-ended':
      case 'help-called':
      case 'help-ended':
      case 'minute-asked':
      case 'minute-answered':
      case 'knocked':
      case 'knock-answered':
      case 'breakout-hands':
      // Said by its store, which knows when its time is over too.
      case 'pause-for-all-ended':
      case 'lead-vacated':
      case 'message-edited':
      case 'message-deleted':
      case 'message-restored':
        return;
      default:
        fact satisfies never;
    }
  };
  const breakoutNews = announceBreakouts(room, { roster, breakouts });
  // One hears the talk and the queue of the place where one is, and everything else that is told of the session.
  room.whenFact((fact) => {
    if (!breakouts.mineId() || !isOfPlace(fact)) hear(fact);
  });
  breakouts.whenInside((fact) => {
    if (isOfPlace(fact)) hear(fact);
  });

  /** One's own place in line, and in which queue: another place has another, and where one is now is said there. */
  const inLine = createMemo(() => ({
    place: handQueue.myPlace(),
    of: breakouts.mineId(),
    isHeard: breakouts.inside() !== undefined,
  }));
  createEffect(
    on(inLine, (now, before) => {
      const isSame = now.of === before?.of && now.isHeard === before?.isHeard;
      if (isSame && now.place > 0 && now.place !== before?.place)
        announce(hands().spoken.place(now.place));
    }),
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

/** What each place has of its own: a chat, and a queue. */
const isOfPlace = ({ type }: SessionFact): boolean =>
  /^(?:message|chat-erased|hand|word|queue)/.test(type);
