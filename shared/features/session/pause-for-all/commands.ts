import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { pauseMinutes } from './model.ts';

const sessionId = id<'session'>();

/** Begins a pause for everybody. Begun again meanwhile, the first one counts. */
export const startPauseForAll = command({
  name: 'pause-for-all/start',
  action: 'pause-for-all/steer',
  input: z.object({ sessionId, minutes: pauseMinutes }),
  output: z.object({}),
  refusals: ['not-joined', 'session-over'],
});

/** Makes it longer. `endsAt` is what the screen showed, so that two presses lengthen it once. */
export const lengthenPauseForAll = command({
  name: 'pause-for-all/lengthen',
  action: 'pause-for-all/steer',
  input: z.object({ sessionId, minutes: pauseMinutes, endsAt: z.number() }),
  output: z.object({}),
  refusals: ['not-joined', 'no-pause', 'already-changed', 'too-long'],
});

/** Ends it before its time. One that is over already stays over. */
export const endPauseForAll = command({
  name: 'pause-for-all/end',
  action: 'pause-for-all/steer',
  input: z.object({ sessionId }),
  output: z.object({}),
  refusals: ['not-joined'],
});

/** Says that one is ready to go on, or not yet. Others see how many are. Whoever is on a quiet pause comes back first. */
export const sayReady = command({
  name: 'pause-for-all/ready',
  action: 'pause/own',
  input: z.object({ sessionId, ready: z.boolean() }),
  output: z.object({}),
  refusals: ['not-joined', 'no-pause', 'on-pause'],
});
