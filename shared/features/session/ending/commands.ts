import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';

const input = z.object({ sessionId: id<'session'>() });

/** Ends the session for everybody, ten seconds from now. Ended again meanwhile, the first time counts. */
export const endSession = command({
  name: 'session/end',
  action: 'session/end',
  input,
  output: z.object({}),
  refusals: ['not-joined', 'session-over'],
});

/** Takes it back, as long as it has not ended. Any teacher of the session may. */
export const undoEnding = command({
  name: 'session/undo-ending',
  action: 'session/end',
  input,
  output: z.object({}),
  refusals: ['not-joined', 'session-over'],
});
