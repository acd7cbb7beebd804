import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { OCCASIONS, pollAnswer, pollForm, pollTotals, preparedPoll } from './model.ts';

const sessionId = id<'session'>();
const pollId = id<'poll'>();

/** Whether one has answered what is being asked, after a reload and on one's other device; of a named one also what. */
export const ownAnswer = query({
  name: 'poll/own-answer',
  action: 'poll/answer',
  input: z.object({ sessionId, pollId }),
  output: z.object({ answered: z.boolean(), answer: z.nullable(pollAnswer) }),
});

/** Of a named one who answered what, for the session's teachers. Of an anonymous one nothing: there is nothing. */
export const namedAnswers = query({
  name: 'poll/named-answers',
  action: 'poll/steer',
  input: z.object({ sessionId, pollId }),
  output: z.object({
    answers: z.array(z.extend(pollAnswer, { personId: id<'person'>(), name: z.string() })),
  }),
});

/** What has been asked in the session and is closed, oldest first. */
export const heldPolls = query({
  name: 'poll/held',
  action: 'poll/answer',
  input: z.object({ sessionId }),
  output: z.object({
    polls: z.array(
      z.object({
        id: pollId,
        occasion: z.enum(OCCASIONS),
        question: z.string(),
        form: pollForm,
        named: z.boolean(),
        answers: z.number(),
        totals: z.nullable(pollTotals),
      }),
    ),
  }),
});

/** What stands ready to be asked in the session, for its teachers. */
export const preparedPolls = query({
  name: 'poll/prepared',
  action: 'poll/steer',
  input: z.object({ sessionId }),
  output: z.object({
    polls: z.array(preparedPoll),
    /** Nothing more is asked in it. */
    isOver: z.boolean(),
  }),
});
