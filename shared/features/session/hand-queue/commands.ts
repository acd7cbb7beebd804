import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';

const sessionId = id<'session'>();
const personId = id<'person'>();
/** 1 is first in line; 0 is not in line. */
const place = z.number();

/** Joins the back of the queue. A second raise keeps the first place. Teachers may queue too. */
export const raiseHand = command({
  name: 'hand-queue/raise-hand',
  action: 'hand/own',
  input: z.object({ sessionId }),
  output: z.object({ place }),
  refusals: ['not-joined', 'queue-closed', 'has-the-word', 'session-over'],
});

/** Lowering a hand that is not up changes nothing. */
export const lowerHand = command({
  name: 'hand-queue/lower-hand',
  action: 'hand/own',
  input: z.object({ sessionId }),
  output: z.object({}),
  refusals: ['not-joined'],
});

/** "Ferdig": gives the word back. */
export const endWord = command({
  name: 'hand-queue/end-word',
  action: 'hand/own',
  input: z.object({ sessionId }),
  output: z.object({}),
  refusals: ['not-joined', 'has-not-the-word'],
});

/** A teacher lowers another's hand. */
export const lowerHandOf = command({
  name: 'hand-queue/lower-hand-of',
  action: 'hand/others',
  input: z.object({ sessionId, personId }),
  output: z.object({}),
  refusals: ['not-joined'],
});

/** Gives the word to somebody in the queue; it ends for the one who had it. Not to one who is on pause, or away in a breakout. */
export const giveWord = command({
  name: 'hand-queue/give-word',
  action: 'hand/others',
  input: z.object({ sessionId, personId }),
  output: z.object({}),
  refusals: ['not-joined', 'not-in-queue', 'on-pause', 'in-breakout'],
});

/** Gives the word to the first in line who is not on pause. `expected` is whom the screen showed, so that two presses call one person. */
export const callNext = command({
  name: 'hand-queue/call-next',
  action: 'hand/others',
  input: z.object({ sessionId, expected: personId }),
  output: z.object({}),
  refusals: ['not-joined', 'queue-empty', 'already-called'],
});

/** A teacher takes the word back. */
export const endWordOf = command({
  name: 'hand-queue/end-word-of',
  action: 'hand/others',
  input: z.object({ sessionId, personId }),
  output: z.object({}),
  refusals: ['not-joined', 'has-not-the-word'],
});

export const setQueueOpen = command({
  name: 'hand-queue/set-open',
  action: 'hand/others',
  input: z.object({ sessionId, open: z.boolean() }),
  output: z.object({}),
  refusals: ['not-joined'],
});
