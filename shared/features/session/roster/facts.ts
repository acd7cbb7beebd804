import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { place, rosterEntry } from './model.ts';

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
  z.object({ type: z.literal('lead-taken'), by: personId, at }),
  z.object({ type: z.literal('lead-vacated'), at }),
]);
export type RosterFact = z.infer<typeof rosterFact>;
