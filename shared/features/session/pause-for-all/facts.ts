import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';

const by = id<'person'>();
const at = z.number();
const endsAt = z.number();

export const pauseForAllFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('pause-for-all-started'), by, at, endsAt }),
  z.object({ type: z.literal('pause-for-all-lengthened'), by, at, endsAt }),
  /** By a teacher, before its time. When its time is over it is over by the clock, and nothing is told. */
  z.object({ type: z.literal('pause-for-all-ended'), by, at }),
  z.object({ type: z.literal('ready-counted'), ready: z.number() }),
]);
export type PauseForAllFact = z.infer<typeof pauseForAllFact>;
