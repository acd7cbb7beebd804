import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { messageText, undoKey, writtenIn } from './model.ts';

const sessionId = id<'session'>();
const messageId = id<'message'>();

export const postMessage = command({
  name: 'chat/post',
  action: 'chat/post',
  input: z.object({
    sessionId,
    text: messageText,
    lang: z.optional(writtenIn),
    replyTo: z.optional(messageId),
  }),
  output: z.object({ messageId, at: z.number() }),
  refusals: ['not-joined', 'session-over', 'unknown-message'],
});

/** Within ten minutes, by the one who wrote it. Another's message and an unknown one are both `not-found`. */
export const editMessage = command({
  name: 'chat/edit',
  action: 'chat/change-own',
  input: z.object({ sessionId, messageId, text: messageText }),
  output: z.object({}),
  refusals: ['not-joined', 'too-late', 'deleted'],
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
  refusals: ['not-joined', 'too-late'],
});
