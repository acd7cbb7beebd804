import * as z from 'zod/mini';
import { command } from '#shared/wire/contract.ts';
import { addressHash } from './model.ts';

/**
 * Makes the secret address at which calendars of one's own fetch this one. What opens it is made in the browser and stays there:
 * the server is told its hash. The address that was there before ends.
 */
export const makeCalendarAddress = command({
  name: 'calendar/make-address',
  action: 'calendar/see',
  input: z.object({ tokenHash: addressHash }),
  output: z.object({ madeAt: z.number() }),
  refusals: [],
});

/** Ends it: whoever has it gets nothing any more. Where there is none it changes nothing. */
export const endCalendarAddress = command({
  name: 'calendar/end-address',
  action: 'calendar/see',
  input: z.object({}),
  output: z.object({}),
  refusals: [],
});
