import { type Accessor, createEffect, untrack } from 'solid-js';
import type { ChatMessage } from '#shared/features/session/chat/model.ts';
import type { MessageId } from '#shared/kernel/ids.ts';
import { newFromOthers } from './shown-messages.ts';

/** Calls back with how many messages of others have come, each time some have. What is there at the start is not new. */
export function whenNewFromOthers(
  chat: {
    readonly messages: Accessor<readonly ChatMessage[]>;
    readonly isMine: (message: ChatMessage) => boolean;
  },
  came: (count: number) => void,
): void {
  const last = () => chat.messages().at(-1)?.id;
  createEffect((before: MessageId | undefined) => {
    const now = last();
    if (now !== before)
      untrack(() => {
        const count = newFromOthers(chat.messages(), before, chat.isMine);
        if (count > 0) came(count);
      });
    return now;
  }, untrack(last));
}
