import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { chatMessage } from './model.ts';

export const chatFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message-posted'), message: chatMessage }),
  z.object({
    type: z.literal('message-edited'),
    id: id<'message'>(),
    text: z.string(),
    at: z.number(),
  }),
  z.object({ type: z.literal('message-deleted'), id: id<'message'>(), at: z.number() }),
  z.object({
    type: z.literal('message-restored'),
    id: id<'message'>(),
    text: z.string(),
    /** The very words that were taken back: nothing was changed. */
    same: z.optional(z.boolean()),
    at: z.number(),
  }),
]);
export type ChatFact = z.infer<typeof chatFact>;
