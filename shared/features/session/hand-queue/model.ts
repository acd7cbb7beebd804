import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';

const personId = id<'person'>();

export const handQueue = z.object({
  open: z.boolean(),
  /** First in line first; a person stands here at most once. */
  hands: z.array(z.object({ personId, at: z.number() })),
  /** Who has been given the word; the one who has it does not stand in the line. */
  word: z.nullable(z.object({ personId, since: z.number() })),
});
export type HandQueue = z.infer<typeof handQueue>;

export const EMPTY_QUEUE: HandQueue = { open: true, hands: [], word: null };
