import * as z from 'zod/mini';
import { query } from '#shared/wire/contract.ts';

/** Whether one has an address, and since when. What it is, nobody can be told again. */
export const calendarAddress = query({
  name: 'calendar/address',
  action: 'calendar/see',
  input: z.object({}),
  output: z.object({ madeAt: z.nullable(z.number()) }),
});
