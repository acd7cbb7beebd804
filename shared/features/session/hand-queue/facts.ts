import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';

const personId = id<'person'>();
const at = z.number();

export const handFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hand-raised'), personId, at }),
  /** `by` is the person, a teacher, or null when the seat was lost. */
  z.object({ type: z.literal('hand-lowered'), personId, by: z.nullable(personId), at }),
  /** Removes the hand of the one who gets the word. */
  z.object({ type: z.literal('word-given'), to: personId, by: personId, at }),
  z.object({ type: z.literal('word-ended'), personId, by: z.nullable(personId), at }),
  z.object({ type: z.literal('queue-opened'), by: personId, at }),
  /** Those who stand in line keep their place; nobody new may raise a hand. */
  z.object({ type: z.literal('queue-closed'), by: personId, at }),
]);
export type HandFact = z.infer<typeof handFact>;
