import * as z from 'zod/mini';
import { command } from '#shared/wire/contract.ts';
import { scope, sheet } from './model.ts';

/**
 * Takes a table out as a file: what the screen shows to the same person, and a line in the log that says who did, and when. What
 * was taken out is not kept with the answer.
 */
export const takeOutSheet = command({
  name: 'attendance/take-out',
  action: 'attendance/list',
  input: z.object({ scope, form: z.enum(['csv', 'xlsx']) }),
  output: z.object({ sheet }),
  refusals: ['nothing-to-take-out'],
  unrecorded: true,
});
