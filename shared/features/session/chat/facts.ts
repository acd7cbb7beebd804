import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { messageReaction, saidMessage } from './model.ts';

export const chatFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message-posted'), message: saidMessage }),
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
  z.object({ type: z.literal('message-hidden'), id: id<'message'>(), at: z.number() }),
  z.object({ type: z.literal('message-unhidden'), id: id<'message'>(), text: z.string() }),
  /** By the rule of the course: nothing that was said is left. */
  z.object({ type: z.literal('chat-erased'), at: z.number() }),
  z.object({
    type: z.literal('message-reacted'),
    id: id<'message'>(),
    by: id<'person'>(),
    /** Null: it was taken back. */
    reaction: z.nullable(messageReaction),
  }),
]);
export type ChatFact = z.infer<typeof chatFact>;
