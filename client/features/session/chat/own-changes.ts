import { createMemo, createSignal, untrack } from 'solid-js';
import * as commands from '#shared/features/session/chat/commands.ts';
import type { MessageId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import type { OutboxEntry } from '../../../platform/outbox.ts';
import type { Room } from '../session-room.ts';
import { words } from './words.ts';

/** A change of one's own that the server has not said ok to. The screen shows it, and says so. */
export type PendingChange = { readonly standing: OutboxEntry['standing'] } & (
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'deletion' }
);

type ChangeInput = { readonly messageId: MessageId; readonly text?: string };

const DELETION = commands.deleteMessage.name;
const CHANGES: readonly string[] = [
  commands.editMessage.name,
  DELETION,
  commands.restoreMessage.name,
];

/** Whether a call puts back what was deleted: its refusals have words of their own. */
export const isRestoring = (name: string): boolean => name === commands.restoreMessage.name;

/** Whether a call is one of these: then its words, if any, are given back when it is refused. */
export const isChange = (name: string): boolean => CHANGES.includes(name);

/** What one does to one's own messages: at once for all, with a while to undo a deletion. */
export function createOwnChanges(room: Room) {
  const { sessionId } = room;
  const t = useWords(words);
  /** The words that were deleted last, as long as this page offers to put them back. */
  const [removed, setRemoved] = createSignal<{
    readonly messageId: MessageId;
    readonly text: string;
    readonly undoKey: string;
  }>();

  const pending = createMemo(() => {
    const byMessage = new Map<MessageId, PendingChange>();
    for (const { lane, name, input, standing } of room.live.unsent()) {
      if (lane !== room.lane || !isChange(name)) continue;
      const { messageId, text = '' } = input as ChangeInput;
      byMessage.set(
        messageId,
        name === DELETION ? { kind: 'deletion', standing } : { kind: 'words', text, standing },
      );
    }
    return byMessage;
  });

  /** A deletion that has not left this device is simply not sent. */
  function notSentYet(messageId: MessageId): OutboxEntry | undefined {
    return untrack(room.live.unsent).find(
      ({ name, input, standing }) =>
        name === DELETION &&
        standing === 'waiting' &&
        (input as ChangeInput).messageId === messageId,
    );
  }

  return {
    pending: (messageId: MessageId) => pending().get(messageId),
    edit: (messageId: MessageId, text: string) =>
      void room.send(commands.editMessage, { sessionId, messageId, text }),
    /** For all and at once; this page alone still has the words. */
    remove(messageId: MessageId, text: string): void {
      const undoKey = newUndoKey();
      // Of what was hidden this page has no words to give back.
      setRemoved(text === '' ? undefined : { messageId, text, undoKey });
      const ask = { sessionId, messageId, undoKey };
      void room.attempt(commands.deleteMessage, ask, () => t().refusals);
    },
    removed,
    putBack(): void {
      const last = untrack(removed);
      setRemoved(undefined);
      if (!last) return;
      const waiting = notSentYet(last.messageId);
      if (waiting) room.live.outbox.drop(waiting.callId);
      else void room.send(commands.restoreMessage, { sessionId, ...last });
    },
    forgetRemoved: () => setRemoved(undefined),
  };
}

/** By it the server knows the words again that it forgets: put back unchanged, they are as they were. */
function newUndoKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
