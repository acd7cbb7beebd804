import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';

const personId = id<'person'>();
const at = z.number();

/** What is said to the teachers alone is no fact: facts are kept, and a choice is not. */
export const pauseFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('pause-started'), personId, at }),
  z.object({ type: z.literal('pause-ended'), personId, at }),
]);
export type PauseFact = z.infer<typeof pauseFact>;
