import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { chat } from './model.ts';

/** Up to 100 messages from before one that the screen already has. Only for participants of the session. */
export const earlierMessages = query({
  name: 'chat/earlier',
  action: 'chat/read',
  input: z.object({ sessionId: id<'session'>(), before: id<'message'>() }),
  output: chat,
});
