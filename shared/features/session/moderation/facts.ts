import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';

const personId = id<'person'>();

/** Heard by those alone who may see who is kept out. It changes nothing of what everybody sees. */
export const moderationFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('participant-removed'), personId }),
  z.object({ type: z.literal('participant-readmitted'), personId }),
]);
export type ModerationFact = z.infer<typeof moderationFact>;
