import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';

/** Whether a session goes on, is about to be ended for everybody, or has been. */
export const ending = z.discriminatedUnion('status', [
  z.object({ status: z.literal('none') }),
  /** A teacher ended it a moment ago. It can be taken back until `endsAt`, by the server's clock. */
  z.object({ status: z.literal('begun'), by: id<'person'>(), endsAt: z.number() }),
  z.object({ status: z.literal('ended'), at: z.number() }),
]);
export type Ending = z.infer<typeof ending>;

export const NOT_ENDING: Ending = { status: 'none' };
