import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';

const by = id<'person'>();
const at = z.number();

export const endingFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ending-begun'), by, at, endsAt: z.number() }),
  z.object({ type: z.literal('ending-undone'), by, at }),
  /** Everybody has left with it, and nobody comes in any more. */
  z.object({ type: z.literal('session-ended'), at }),
]);
export type EndingFact = z.infer<typeof endingFact>;
