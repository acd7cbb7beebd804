import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { place } from './model.ts';

/**
 * Takes a seat in a live session. Taking it again (a second tab, a retry) changes nothing; whose line was lost is
 * back on the seat they held. The seat is given
 * up when the last line of this person lets go of the session's channel, or 60 s after the last one dropped.
 */
export const joinSession = command({
  name: 'session/join',
  action: 'session/join',
  input: z.object({ sessionId: id<'session'>(), place: z.optional(place) }),
  output: z.object({ place }),
  refusals: [
    'not-open-yet',
    'session-over',
    'session-ended',
    'session-cancelled',
    'session-locked',
  ],
});

/** Says where one sits; seen by all. */
export const choosePlace = command({
  name: 'session/choose-place',
  action: 'session/join',
  input: z.object({ sessionId: id<'session'>(), place }),
  output: z.object({}),
  refusals: ['not-joined'],
});

/**
 * Whoever leads gives the lead to another teacher who is here; any teacher who is here takes it over, naming themselves.
 * Passed to the one who has it, it changes nothing.
 */
export const passLead = command({
  name: 'session/pass-lead',
  action: 'lead/pass',
  input: z.object({ sessionId: id<'session'>(), to: id<'person'>() }),
  output: z.object({}),
  refusals: ['not-joined', 'session-over', 'not-the-lead', 'not-a-teacher-here'],
});
