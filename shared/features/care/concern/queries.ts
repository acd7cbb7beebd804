import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { concernReader, concernSession, possibleReader } from './model.ts';

const whatItSays = {
  concernId: id<'concern'>(),
  at: z.number(),
  session: concernSession,
  text: z.string(),
} as const;

/** Who would read a concern, and those one has reported oneself, the latest first. */
export const ownConcerns = query({
  name: 'concern/own',
  action: 'concern/report',
  input: z.object({}),
  output: z.object({
    /** Null where the school has named nobody who can. */
    reader: z.nullable(concernReader),
    concerns: z.array(z.object({ ...whatItSays, sentTo: z.string() })),
  }),
});

/** What was sent to oneself, the latest first, a page at a time. */
export const concernsReceived = query({
  name: 'concern/received',
  action: 'concern/receive',
  input: z.object({
    /** The last one that one has: what came before it. Left out: the latest. */
    before: z.optional(id<'concern'>()),
  }),
  output: z.object({
    concerns: z.array(z.object({ ...whatItSays, by: z.string() })),
    more: z.boolean(),
  }),
});

/** How many of those that were sent to oneself one has not had on the screen: a figure, and nothing of what they say. */
export const concernsUnread = query({
  name: 'concern/unread',
  action: 'concern/receive',
  input: z.object({}),
  output: z.object({ count: z.number() }),
});

/** Whom an administrator can name, in the order of their names, and who is named now. */
export const possibleConcernReaders = query({
  name: 'concern/possible-readers',
  action: 'concern/name-reader',
  input: z.object({}),
  output: z.object({
    readers: z.array(possibleReader),
    named: z.nullable(id<'person'>()),
  }),
});
