import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { place, rosterEntry, shownAs } from './model.ts';

const personId = id<'person'>();
const at = z.number();

export const rosterFact = z.discriminatedUnion('type', [
  /** Also for one who comes back after having left, and for one who was not on the list. */
  z.object({ type: z.literal('participant-joined'), entry: rosterEntry }),
  z.object({ type: z.literal('line-lost'), personId, at }),
  z.object({ type: z.literal('line-back'), personId, at }),
  z.object({
    type: z.literal('participant-left'),
    personId,
    at,
    why: z.enum(['left', 'seat-lost', 'removed', 'session-ended']),
  }),
  z.object({ type: z.literal('place-chosen'), personId, place }),
  /** Somebody has changed what they are shown as, or somebody of the same first name has come. What is missing is gone. */
  z.object({ type: z.literal('shown-as'), personId, shown: shownAs }),
  z.object({ type: z.literal('lead-taken'), by: personId, at }),
  z.object({ type: z.literal('lead-vacated'), at }),
]);
export type RosterFact = z.infer<typeof rosterFact>;
