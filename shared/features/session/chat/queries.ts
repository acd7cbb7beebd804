import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { snippetPart } from '#shared/kernel/snippet.ts';
import { query } from '#shared/wire/contract.ts';
import { guestMark } from '../roster/model.ts';
import { chat, chatMessage, writtenIn } from './model.ts';

/** Up to 100 messages from before one that the screen already has. Only for participants of the session. */
export const earlierMessages = query({
  name: 'chat/earlier',
  action: 'chat/read',
  input: z.object({
    sessionId: id<'session'>(),
    /** Of a breakout that one is in; left out: of the whole session. */
    breakoutId: z.optional(id<'breakout'>()),
    before: id<'message'>(),
  }),
  output: chat,
});

/** A message that was found: enough to tell it, and to go to it. */
const messageHit = z.object({
  id: id<'message'>(),
  by: id<'person'>(),
  byName: z.string(),
  at: z.number(),
  lang: z.nullable(writtenIn),
  snippet: z.array(snippetPart),
});

/** Looks through everything that is said in the session, the latest first. Only for participants of the session. */
export const searchMessages = query({
  name: 'chat/search',
  action: 'chat/read',
  input: z.object({
    sessionId: id<'session'>(),
    /** In a breakout that one is in; left out: what is said to all. */
    breakoutId: z.optional(id<'breakout'>()),
    text: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
  }),
  output: z.object({
    hits: z.array(messageHit),
    /** There are more than an answer holds. */
    more: z.boolean(),
  }),
});

/**
 * Everything that is said in the session, oldest first and a part at a time, for a file of one's own. For whoever has sat in
 * it, also after it has ended.
 */
export const exportChat = query({
  name: 'chat/export',
  action: 'chat/read',
  input: z.object({
    sessionId: id<'session'>(),
    /** The last message that one has; left out: from the first. */
    after: z.optional(id<'message'>()),
  }),
  output: z.object({
    title: z.string(),
    courseCode: z.string(),
    startsAt: z.number(),
    /** How many there are in all just now. */
    total: z.number(),
    messages: z.array(
      z.extend(z.omit(chatMessage, { by: true, reactions: true }), {
        guest: z.optional(guestMark),
      }),
    ),
    more: z.boolean(),
  }),
});
