import type { Chat, ChatMessage } from '#shared/features/session/chat/model.ts';
import type { MessageId } from '#shared/kernel/ids.ts';

/** What the chat shows: what the channel holds, and the earlier ones that were asked for or have slid out of it. */
export type ShownMessages = {
  readonly messages: readonly ChatMessage[];
  readonly hasEarlier: boolean;
};

export const NOTHING_SHOWN: ShownMessages = { messages: [], hasEarlier: false };

/**
 * Follows the channel's chat, which holds only the latest: what slides out of it stays on the screen. Where the two no
 * longer meet, after a long absence, the older part is dropped rather than shown with a hole.
 */
export function followChat(shown: ShownMessages, live: Chat): ShownMessages {
  const first = live.messages[0];
  const meets = first ? shown.messages.findIndex((message) => message.id === first.id) : -1;
  if (meets < 0) return { messages: live.messages, hasEarlier: live.hasEarlier };
  return {
    messages: [...shown.messages.slice(0, meets), ...live.messages],
    hasEarlier: meets === 0 ? live.hasEarlier && shown.hasEarlier : shown.hasEarlier,
  };
}

/** Puts earlier messages, oldest first, before what is shown; those that are there already stay as they are. */
export function withEarlier(shown: ShownMessages, earlier: Chat): ShownMessages {
  const known = new Set(shown.messages.map((message) => message.id));
  const fresh = earlier.messages.filter((message) => !known.has(message.id));
  return { messages: [...fresh, ...shown.messages], hasEarlier: earlier.hasEarlier };
}

/** How many messages of others have come after the given one; all of them when there was none. */
export function newFromOthers(
  messages: readonly ChatMessage[],
  since: MessageId | undefined,
  isMine: (message: ChatMessage) => boolean,
): number {
  const from = messages.findIndex((message) => message.id === since) + 1;
  return messages.slice(from).filter((message) => !isMine(message)).length;
}
