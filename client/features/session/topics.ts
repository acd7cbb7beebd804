import { type AgendaStore, createAgenda } from './agenda/agenda-store.ts';
import { announceRoom } from './announcements.ts';
import { type BreakoutStore, createBreakouts } from './breakout/breakout-store.ts';
import type { PlacedChat } from './breakout/group-chats.ts';
import { type Captions, createCaptions } from './captions/captions-store.ts';
import { type ChatStore, createChat } from './chat/chat-store.ts';
import { createDraft, type Draft } from './chat/draft.ts';
import { createEnding, type EndingStore } from './ending/ending-store.ts';
import { createHandQueue, type HandQueueStore } from './hand-queue/hand-queue-store.ts';
import { createLobby, type LobbyStore } from './lobby/lobby-store.ts';
import { createModeration, type ModerationStore } from './moderation/moderation-store.ts';
import { createNotes, type NotesStore } from './notes/notes-store.ts';
import { createOrder, type OrderStore } from './order/order-store.ts';
import { createPause, type PauseStore } from './pause/pause-store.ts';
import { createWishes, type Wishes } from './pause/wishes.ts';
import { createPauseForAll, type PauseForAllStore } from './pause-for-all/pause-for-all-store.ts';
import { createPoll, type PollStore } from './poll/poll-store.ts';
import { createQuizzes, type QuizStore } from './quiz/quiz-store.ts';
import { createReactions, type Reactions } from './reaction/reactions.ts';
import { createRoster, type RosterStore } from './roster/roster-store.ts';
import { createRound, type RoundStore } from './round/round-store.ts';
import type { Room } from './session-room.ts';
import { createDesk, type Desk } from './team-line/desk.ts';
import { createOwnLine, type OwnLine } from './team-line/own-line.ts';

/** What the room is about: one store for each topic. */
export type Topics = {
  readonly roster: RosterStore;
  readonly agenda: AgendaStore;
  readonly notes: NotesStore;
  /** The rooms that the session is split into. */
  readonly breakouts: BreakoutStore;
  /** The queue of the place where one is. */
  readonly handQueue: HandQueueStore;
  /** With all; in a breakout there is another. */
  readonly chat: ChatStore;
  readonly draft: Draft;
  /** The chat of the place where one is. */
  readonly chatHere: () => PlacedChat;
  readonly ending: EndingStore;
  readonly moderation: ModerationStore;
  /** One's own line to the teachers, and for a teacher all lines. */
  readonly ownLine: OwnLine;
  readonly desk: Desk;
  readonly reactions: Reactions;
  /** What is said, in writing. */
  readonly captions: Captions;
  readonly order: OrderStore;
  readonly pause: PauseStore;
  /** What those on pause wish, for a teacher. */
  readonly wishes: Wishes;
  readonly pauseForAll: PauseForAllStore;
  /** What everybody is asked. */
  readonly poll: PollStore;
  /** What each takes for oneself. */
  readonly quiz: QuizStore;
  /** A talking circle. */
  readonly round: RoundStore;
  /** Who waits outside, for a teacher. */
  readonly lobby: LobbyStore;
};

/** Makes the topics of a room, and lets screen readers hear of them. */
export function createTopics(room: Room): Topics {
  const roster = createRoster(room);
  const breakouts = createBreakouts(room, roster);
  const withAll = {
    breakoutId: undefined,
    chat: () => room.session()?.chat,
    whenFact: room.whenFact,
    groups: breakouts.chatOf,
  };
  const chat = createChat(room, withAll);
  const draft = createDraft(room, withAll);
  const ofAll: PlacedChat = { breakoutId: undefined, chat, draft };
  const agenda = createAgenda(room);
  const pause = createPause(room);
  const pauseForAll = createPauseForAll(room, { roster, agenda });
  const poll = createPoll(room, roster);
  const topics = {
    roster,
    agenda,
    notes: createNotes(room),
    breakouts,
    handQueue: createHandQueue(room, breakouts.handQueue),
    chat,
    draft,
    chatHere: () => breakouts.placedChat() ?? ofAll,
    ending: createEnding(room),
    moderation: createModeration(room),
    ownLine: createOwnLine(room, roster),
    desk: createDesk(room, roster),
    reactions: createReactions(room, roster, breakouts.withMe),
    captions: createCaptions(room, roster, breakouts),
    order: createOrder(room, roster),
    pause,
    wishes: createWishes(room, roster, pause),
    pauseForAll,
    poll,
    quiz: createQuizzes(room, roster),
    round: createRound(room, roster, () => pauseForAll.isOn() || poll.isOn()),
    lobby: createLobby(room, roster),
  };
  announceRoom(room, topics);
  return topics;
}
