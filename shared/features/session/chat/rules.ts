import { assertNever } from '#shared/kernel/assert-never.ts';
import { type Accepted, accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { ChatFact } from './facts.ts';
import {
  type Chat,
  type ChatMessage,
  EDIT_WINDOW_MS,
  type MessageReaction,
  RECENT_MESSAGES,
  RESTORE_WINDOW_MS,
} from './model.ts';

export type MessagePosted = Extract<ChatFact, { type: 'message-posted' }>;
export type ChatErased = Extract<ChatFact, { type: 'chat-erased' }>;
export type MessageReacted = Extract<ChatFact, { type: 'message-reacted' }>;
/** An edit, a deletion, a hiding, or the undoing of one. */
export type MessageChange = Exclude<ChatFact, MessagePosted | MessageReacted | ChatErased>;
const CHANGES: readonly string[] = [
  'message-edited',
  'message-deleted',
  'message-restored',
  'message-hidden',
  'message-unhidden',
];

/** Whether a fact changes a message that was posted before. */
export function isMessageChange(fact: { readonly type: string }): fact is MessageChange {
  return CHANGES.includes(fact.type);
}

export type Draft = Pick<ChatMessage, 'id' | 'by' | 'byName' | 'text' | 'lang' | 'replyTo'>;

/** Says something. `repliesTo` is the message that the draft answers, where the session has it. */
export function postMessage(
  draft: Draft,
  repliesTo: Pick<ChatMessage, 'id'> | null,
  at: Instant,
): Decision<MessagePosted, 'unknown-message'> {
  if (draft.replyTo !== null && draft.replyTo !== repliesTo?.id) return refuse('unknown-message');
  return accept({
    type: 'message-posted',
    message: { toAll: false, ...draft, at, editedAt: null, deletedAt: null },
  });
}

/** Changes one's own words while they are fresh. Whose they are is the policy's question. */
export function editMessage(
  message: Pick<ChatMessage, 'id' | 'at' | 'text' | 'deletedAt' | 'hiddenAt'>,
  text: string,
  at: Instant,
): Decision<MessageChange, 'too-late' | 'deleted' | 'hidden'> {
  if (message.deletedAt !== null) return refuse('deleted');
  if (message.hiddenAt !== null) return refuse('hidden');
  if (at > message.at + EDIT_WINDOW_MS) return refuse('too-late');
  if (text === message.text) return accept();
  return accept({ type: 'message-edited', id: message.id, text, at });
}

/** Takes one's own words back, at any time. */
export function deleteMessage(
  message: Pick<ChatMessage, 'id' | 'deletedAt'>,
  at: Instant,
): Accepted<MessageChange> {
  if (message.deletedAt !== null) return accept();
  return accept({ type: 'message-deleted', id: message.id, at });
}

/**
 * Puts words back that were taken back a moment ago. Unless they are the `same` for certain, they count as edited. What was
 * hidden when it was taken back stays away.
 */
export function restoreMessage(
  message: Pick<ChatMessage, 'id' | 'deletedAt' | 'hiddenAt'>,
  { text, same }: { readonly text: string; readonly same: boolean },
  at: Instant,
): Decision<MessageChange, 'too-late' | 'hidden'> {
  if (message.deletedAt === null) return accept();
  if (message.hiddenAt !== null) return refuse('hidden');
  if (at > message.deletedAt + RESTORE_WINDOW_MS) return refuse('too-late');
  return accept({ type: 'message-restored', id: message.id, text, same, at });
}

/** Takes another's words out of everybody's sight. Whose they may be is the policy's question. */
export function hideMessage(
  message: Pick<ChatMessage, 'id' | 'deletedAt' | 'hiddenAt'>,
  at: Instant,
): Decision<MessageChange, 'deleted'> {
  if (message.deletedAt !== null) return refuse('deleted');
  if (message.hiddenAt !== null) return accept();
  return accept({ type: 'message-hidden', id: message.id, at });
}

/** Shows hidden words again, as they were. */
export function unhideMessage(
  message: Pick<ChatMessage, 'id' | 'deletedAt' | 'hiddenAt'>,
  text: string,
): Decision<MessageChange, 'deleted'> {
  if (message.deletedAt !== null) return refuse('deleted');
  if (message.hiddenAt === null) return accept();
  return accept({ type: 'message-unhidden', id: message.id, text });
}

/** Says something to a message without words. `own` is what the person has said to it so far. */
export function reactToMessage(
  message: Pick<ChatMessage, 'id' | 'deletedAt' | 'hiddenAt'> & {
    readonly own: MessageReaction | null;
  },
  by: PersonId,
  reaction: MessageReaction | null,
): Decision<MessageReacted, 'deleted' | 'hidden'> {
  if (reaction === message.own) return accept();
  if (reaction !== null && message.deletedAt !== null) return refuse('deleted');
  if (reaction !== null && message.hiddenAt !== null) return refuse('hidden');
  return accept({ type: 'message-reacted', id: message.id, by, reaction });
}

/** Carries the chat one fact forward; it holds the latest `RECENT_MESSAGES` and knows whether there were more. */
export function evolveChat(chat: Chat, fact: ChatFact): Chat {
  if (fact.type === 'chat-erased') return { messages: [], hasEarlier: false };
  if (fact.type !== 'message-posted') {
    return { ...chat, messages: changeMessages(chat.messages, fact) };
  }
  const messages = [...chat.messages, { ...fact.message, hiddenAt: null, reactions: [] }];
  const tooMany = messages.length > RECENT_MESSAGES;
  return {
    messages: tooMany ? messages.slice(-RECENT_MESSAGES) : messages,
    hasEarlier: chat.hasEarlier || tooMany,
  };
}

/** A change in any list of messages, also one of earlier ones that the live state no longer holds. */
export function changeMessages(
  messages: readonly ChatMessage[],
  fact: MessageChange | MessageReacted,
): ChatMessage[] {
  return messages.map((message) =>
    message.id === fact.id ? changeMessage(message, fact) : message,
  );
}

/** One message after a change. */
export function changeMessage(
  message: ChatMessage,
  fact: MessageChange | MessageReacted,
): ChatMessage {
  switch (fact.type) {
    case 'message-reacted':
      return { ...message, reactions: withReaction(message.reactions, fact) };
    case 'message-edited':
      return { ...message, text: fact.text, editedAt: fact.at };
    case 'message-deleted':
      return { ...message, text: '', deletedAt: fact.at };
    case 'message-restored':
      return {
        ...message,
        text: fact.text,
        editedAt: fact.same ? message.editedAt : fact.at,
        deletedAt: null,
      };
    case 'message-hidden':
      return { ...message, text: '', hiddenAt: fact.at };
    case 'message-unhidden':
      return { ...message, text: fact.text, hiddenAt: null };
    default:
      return assertNever(fact);
  }
}

/** One of each person: a new one comes last, in place of the one before. */
export function withReaction(
  reactions: ChatMessage['reactions'],
  { by, reaction }: Pick<MessageReacted, 'by' | 'reaction'>,
): ChatMessage['reactions'] {
  const others = reactions.filter((one) => one.by !== by);
  return reaction === null ? others : [...others, { by, reaction }];
}
