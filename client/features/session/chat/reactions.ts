import { createMemo } from 'solid-js';
import { reactToMessage } from '#shared/features/session/chat/commands.ts';
import type { ChatMessage, MessageReaction } from '#shared/features/session/chat/model.ts';
import { withReaction } from '#shared/features/session/chat/rules.ts';
import type { MessageId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import type { OutboxEntry } from '../../../platform/outbox.ts';
import type { Room } from '../session-room.ts';
import { words } from './words.ts';

type Pending = {
  readonly reaction: MessageReaction | null;
  readonly standing: OutboxEntry['standing'];
};
type ReactInput = { readonly messageId: MessageId; readonly reaction: MessageReaction | null };

/** What is said to messages without words: one's own shows at once, and is on its way until the server has it. */
export function createReactions(room: Room) {
  const { sessionId, me } = room;
  const t = useWords(words);
  const pending = createMemo(() => {
    const byMessage = new Map<MessageId, Pending>();
    for (const { lane, name, input, standing } of room.live.unsent()) {
      if (lane !== room.lane || name !== reactToMessage.name) continue;
      const { messageId, reaction } = input as ReactInput;
      byMessage.set(messageId, { reaction, standing });
    }
    return byMessage;
  });
  const of = (message: ChatMessage): ChatMessage['reactions'] => {
    const mine = pending().get(message.id);
    return mine ? withReaction(message.reactions, { by: me, ...mine }) : message.reactions;
  };
  const own = (message: ChatMessage): MessageReaction | null =>
    of(message).find(({ by }) => by === me)?.reaction ?? null;
  return {
    of,
    /** One's own; null where there is none. */
    own,
    standing: (messageId: MessageId) => pending().get(messageId)?.standing,
    /** Says it, or takes it back: pressed again it goes. */
    press(message: ChatMessage, reaction: MessageReaction): void {
      const next = own(message) === reaction ? null : reaction;
      const ask = { sessionId, messageId: message.id, reaction: next };
      void room.attempt(reactToMessage, ask, () => t().refusals);
    },
  };
}
