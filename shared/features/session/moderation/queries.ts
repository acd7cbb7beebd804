import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { keptOut, logEntry } from './model.ts';

/** What hosts have done in this session, the latest first, a page at a time; and who is kept out just now. */
export const sessionLog = query({
  name: 'session/log',
  action: 'session/log',
  input: z.object({
    sessionId: id<'session'>(),
    /** The last entry that one has: what came before it. Left out: the latest. */
    before: z.optional(id<'log-entry'>()),
  }),
  output: z.object({
    entries: z.array(logEntry),
    /** There is more before the last of them. */
    more: z.boolean(),
    keptOut: z.array(keptOut),
  }),
});

/**
 * Whether one is kept out of a session oneself: since when, by whom and with what words; or who let one in again. Asked of a session that
 * does not exist, or that one was never taken out of, the answer is the same: null.
 */
export const ownRemoval = query({
  name: 'session/own-removal',
  action: 'session/own-removal',
  input: z.object({ sessionId: id<'session'>() }),
  output: z.object({
    removal: z.nullable(
      z.object({
        at: z.number(),
        by: z.string(),
        /** What that teacher said with it; may be empty. */
        words: z.string(),
      }),
    ),
    /** The last who let one in again; null for whoever is kept out. */
    letInBy: z.nullable(z.string()),
  }),
});
