import { type AgendaStore, createAgenda } from './agenda/agenda-store.ts';
import { announceRoom } from './announcements.ts';
import { type ChatStore, createChat } from './chat/chat-store.ts';
import { createDraft, type Draft } from './chat/draft.ts';
import { createEnding, type EndingStore } from './ending/ending-store.ts';
import { createHandQueue, type HandQueueStore } from './hand-queue/hand-queue-store.ts';
import { createModeration, type ModerationStore } from './moderation/moderation-store.ts';
import { createRoster, type RosterStore } from './roster/roster-store.ts';
import type { Room } from './session-room.ts';

/** What the room is about: one store for each topic. */
export type Topics = {
  readonly roster: RosterStore;
  readonly agenda: AgendaStore;
  readonly handQueue: HandQueueStore;
  readonly chat: ChatStore;
  readonly draft: Draft;
  readonly ending: EndingStore;
  readonly moderation: ModerationStore;
};

/** Makes the topics of a room, and lets screen readers hear of them. */
export function createTopics(room: Room): Topics {
  const topics = {
    roster: createRoster(room),
    agenda: createAgenda(room),
    handQueue: createHandQueue(room),
    chat: createChat(room),
    draft: createDraft(room),
    ending: createEnding(room),
    moderation: createModeration(room),
  };
  announceRoom(room, topics);
  return topics;
}
