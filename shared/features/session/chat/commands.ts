import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { messageReaction, messageText, undoKey, writtenIn } from './model.ts';

const sessionId = id<'session'>();
const messageId = id<'message'>();

export const postMessage = command({
  name: 'chat/post',
  action: 'chat/post',
  input: z.object({
    sessionId,
    /** The breakout that it is said in; left out: to all. */
    breakoutId: z.optional(id<'breakout'>()),
    text: messageText,
    lang: z.optional(writtenIn),
    replyTo: z.optional(messageId),
  }),
  output: z.object({ messageId, at: z.number() }),
  refusals: ['not-joined', 'session-over', 'unknown-message', 'chat-closed', 'not-inside'],
});

/** Within ten minutes, by the one who wrote it. Another's message and an unknown one are both `not-found`. */
export const editMessage = command({
  name: 'chat/edit',
  action: 'chat/change-own',
  input: z.object({ sessionId, messageId, text: messageText }),
  output: z.object({}),
  refusals: ['not-joined', 'too-late', 'deleted', 'hidden', 'chat-closed', 'not-inside'],
});

/** At any time, by the one who wrote it; an empty place stays, so that replies keep their meaning. */
export const deleteMessage = command({
  name: 'chat/delete',
  action: 'chat/change-own',
  input: z.object({ sessionId, messageId, undoKey: z.optional(undoKey) }),
  output: z.object({}),
  refusals: ['not-joined'],
});

/**
 * Undoes a deletion within a minute, by the one who wrote it. The words come from the browser that still has them: the
 * server has none of them any more. With the key of the deletion it can tell whether they are the same.
 */
export const restoreMessage = command({
  name: 'chat/restore',
  action: 'chat/change-own',
  input: z.object({ sessionId, messageId, text: messageText, undoKey: z.optional(undoKey) }),
  output: z.object({}),
  refusals: ['not-joined', 'too-late', 'hidden', 'chat-closed', 'not-inside'],
});

/** One's reaction to a message, in place of the one before; null takes it back. */
export const reactToMessage = command({
  name: 'chat/react',
  action: 'chat/react',
  input: z.object({ sessionId, messageId, reaction: z.nullable(messageReaction) }),
  output: z.object({}),
  refusals: ['not-joined', 'session-over', 'deleted', 'hidden', 'chat-closed', 'not-inside'],
});

/** Takes another's words out of everybody's sight, until it is undone. */
export const hideMessage = command({
  name: 'chat/hide',
  action: 'chat/hide',
  input: z.object({ sessionId, messageId }),
  output: z.object({}),
  refusals: ['deleted'],
});

/** Undoes it: the words are there again, as they were. */
export const unhideMessage = command({
  name: 'chat/unhide',
  action: 'chat/hide',
  input: z.object({ sessionId, messageId }),
  output: z.object({}),
  refusals: ['deleted'],
});

/** Says that one takes the chat out as a file, before one has it. For whoever may read it, also after the session. */
export const noteChatTakenOut = command({
  name: 'chat/note-taken-out',
  action: 'chat/read',
  input: z.object({ sessionId }),
  output: z.object({}),
  refusals: [],
});
