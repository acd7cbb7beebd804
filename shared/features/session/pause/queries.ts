import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { pauseChoice } from './model.ts';

/** The private choices of those on pause: to the session's teachers all of them, to everybody else their own alone. */
export const pauseChoices = query({
  name: 'pause/choices',
  action: 'pause/see-choice',
  input: z.object({ sessionId: id<'session'>() }),
  output: z.object({
    choices: z.array(z.object({ personId: id<'person'>(), choice: pauseChoice })),
  }),
});
