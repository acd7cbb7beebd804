import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { captionLine } from './model.ts';

/** The lines that stand just now, in the room where the asking person sits: of the last minute, and never more than three. */
export const captionsNow = query({
  name: 'captions/now',
  action: 'captions/read',
  input: z.object({ sessionId: id<'session'>() }),
  output: z.object({ lines: z.array(captionLine) }),
});
