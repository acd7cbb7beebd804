import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { logEntry } from './model.ts';

/** What hosts have done in this session, the latest first, and who is kept out just now. */
export const sessionLog = query({
  name: 'session/log',
  action: 'session/log',
  input: z.object({ sessionId: id<'session'>() }),
  output: z.object({
    entries: z.array(logEntry),
    keptOut: z.array(z.object({ personId: id<'person'>(), displayName: z.string() })),
  }),
});
