import * as z from 'zod/mini';
import { chatKeeping } from '#shared/features/programme/keeping/model.ts';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { part } from '../roster/model.ts';
import { itemAfterwards, span } from './model.ts';

/** What is left of a session that is over, part by part: what the one who asks may not see is null. */
export const sessionAfterwards = query({
  name: 'session/afterwards',
  action: 'session/see',
  input: z.object({ sessionId: id<'session'>() }),
  output: z.object({
    /** Null while it is not over, and for one that was cancelled. */
    afterwards: z.nullable(
      z.object({
        ...{ length: span, items: z.array(itemAfterwards) },
        /** Whether anybody went through the agenda in the session. */
        stepped: z.boolean(),
        /** Who was there (row 2): by name, without when. */
        people: z.nullable(z.array(z.object({ displayName: z.string(), part }))),
        /** For whoever has sat in it (row 14). */
        chat: z.nullable(z.object({ count: z.number(), keeping: chatKeeping })),
        /** The next session of the same people in the same course, for whoever plans it (row 8). */
        next: z.nullable(
          z.object({
            sessionId: id<'session'>(),
            ...{ title: z.string(), startsAt: z.number() },
            /** How many items its agenda has, at which version; and whether it was begun from this one. */
            ...{ items: z.number(), version: z.number(), begun: z.boolean() },
            /** Whether that can be taken back: nobody has changed the agenda since, or begun it. */
            mayTakeBack: z.boolean(),
            /** By how many minutes its agenda is longer than it is itself. */
            tooLong: z.number(),
          }),
        ),
        /** Whether the one who asks is one of its teachers, with or without a next session. */
        mine: z.boolean(),
      }),
    ),
  }),
});
