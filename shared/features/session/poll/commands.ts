import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { pollAnswer, pollQuestion } from './model.ts';

const sessionId = id<'session'>();
const pollId = id<'poll'>();
const preparedId = id<'prepared-poll'>();

/** Asks everybody who is here. One at a time: what has been asked is put away first. */
export const openPoll = command({
  name: 'poll/open',
  action: 'poll/steer',
  input: z.extend(pollQuestion, {
    sessionId,
    /** The one that stood ready and is asked hereby, as it was or changed: it stands ready no more. */
    prepared: z.nullable(preparedId),
  }),
  output: z.object({ pollId }),
  refusals: ['not-joined', 'session-over', 'poll-on', 'named-check-in'],
});

/**
 * Answers. No record of the call is kept (docs/access.md §3): an anonymous answer counts once and stands, so that a repeat
 * is told that it was counted; a named one may be given anew until it is closed.
 */
export const answerPoll = command({
  name: 'poll/answer',
  action: 'poll/answer',
  unrecorded: true,
  input: z.extend(pollAnswer, { sessionId, pollId }),
  output: z.object({
    /** An anonymous answer had been counted before this one, which is dropped. */
    before: z.boolean(),
  }),
  refusals: ['not-joined', 'not-asked', 'poll-closed', 'no-answer', 'unknown-option'],
});

/** Takes no more answers, and shows what there is to be shown. */
export const closePoll = command({
  name: 'poll/close',
  action: 'poll/steer',
  input: z.object({ sessionId, pollId }),
  output: z.object({}),
  refusals: ['not-joined'],
});

/** Takes it off everybody's screen, closed if it was not. */
export const putPollAway = command({
  name: 'poll/put-away',
  action: 'poll/steer',
  input: z.object({ sessionId, pollId }),
  output: z.object({}),
  refusals: ['not-joined'],
});

/** Makes one ready, before the session or in it, whether one is in or not. */
export const preparePoll = command({
  name: 'poll/prepare',
  action: 'poll/steer',
  input: z.extend(pollQuestion, { sessionId }),
  output: z.object({ id: preparedId }),
  refusals: ['session-over', 'named-check-in', 'too-many-prepared'],
});

export const dropPreparedPoll = command({
  name: 'poll/drop-prepared',
  action: 'poll/steer',
  input: z.object({ sessionId, preparedId }),
  output: z.object({}),
  refusals: [],
});
