import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { confirmation, handedIn, wait } from './model.ts';

export const paperFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('confirmed'), ...confirmation.shape }),
  z.object({ type: z.literal('confirmation-withdrawn'), personId: id<'person'>() }),
  /** In place of their yes, where they had said it. */
  z.object({ type: z.literal('asked-to-wait'), ...wait.shape }),
  z.object({ type: z.literal('wait-ended'), personId: id<'person'>() }),
  z.object({ type: z.literal('handed-in'), handedIn }),
  z.object({ type: z.literal('taken-back'), by: id<'person'>(), at: z.number() }),
]);
export type PaperFact = z.infer<typeof paperFact>;
