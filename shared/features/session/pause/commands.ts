import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { pauseChoice } from './model.ts';

const sessionId = id<'session'>();

/** Steps away quietly. The place in the queue is kept; the word is given back. Pausing twice keeps the first time. */
export const startPause = command({
  name: 'pause/start',
  action: 'pause/own',
  input: z.object({ sessionId }),
  output: z.object({}),
  refusals: ['not-joined'],
});

/** Comes back. Coming back without having been away changes nothing. */
export const endPause = command({
  name: 'pause/end',
  action: 'pause/own',
  input: z.object({ sessionId }),
  output: z.object({}),
  refusals: ['not-joined'],
});

/** Says to the session's teachers alone how one is; null takes it back. Never a fact, never logged. */
export const choosePauseChoice = command({
  name: 'pause/choose',
  action: 'pause/own',
  input: z.object({ sessionId, choice: z.nullable(pauseChoice) }),
  output: z.object({}),
  refusals: ['not-joined', 'not-on-pause'],
});
