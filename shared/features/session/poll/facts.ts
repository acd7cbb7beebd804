import * as z from 'zod/mini';
import { poll, pollTotals } from './model.ts';

const pollId = poll.shape.id;
const totals = z.nullable(pollTotals);

export const pollFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('poll-opened'), poll }),
  /** Somebody has answered. No totals yet: two views of them would tell what was answered in between. */
  z.object({ type: z.literal('poll-counted'), pollId, answers: z.number() }),
  z.object({ type: z.literal('poll-closed'), pollId, at: z.number(), answers: z.number(), totals }),
  z.object({ type: z.literal('poll-put-away'), pollId }),
]);
export type PollFact = z.infer<typeof pollFact>;
