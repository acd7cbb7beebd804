import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';

const sessionId = id<'session'>();

/** Locks the session for whoever is new, or unlocks it. Twice is once. */
export const lockSession = command({
  name: 'session/lock',
  action: 'session/keep-order',
  input: z.object({ sessionId, locked: z.boolean() }),
  output: z.object({}),
  refusals: ['not-joined', 'session-over'],
});

/** Closes the chat for all but the teachers, or opens it. Twice is once. */
export const closeChat = command({
  name: 'chat/close',
  action: 'session/keep-order',
  input: z.object({ sessionId, closed: z.boolean() }),
  output: z.object({}),
  refusals: ['not-joined', 'session-over'],
});
