import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';

/** Whether one has said oneself that one is ready: after a reload, and on another device. */
export const ownReady = query({
  name: 'pause-for-all/own-ready',
  action: 'pause/own',
  input: z.object({ sessionId: id<'session'>() }),
  output: z.object({ ready: z.boolean() }),
});
