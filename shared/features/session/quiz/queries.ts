import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { pollTotals } from '../poll/model.ts';
import { preparedQuiz, quiz, quizContent } from './model.ts';

const sessionId = id<'session'>();
const quizId = id<'quiz'>();

/** What is asked, with what is right and why: one takes it on one's own device (docs/decisions/0078). Null until it has been opened. */
export const quizQuestions = query({
  name: 'quiz/questions',
  action: 'quiz/take',
  input: z.object({ sessionId, quizId }),
  output: z.object({ quiz: z.nullable(quizContent) }),
});

/** What has been opened in the session, oldest first: in it, and on its page afterwards. */
export const heldQuizzes = query({
  name: 'quiz/held',
  action: 'quiz/take',
  input: z.object({ sessionId }),
  output: z.object({ quizzes: z.array(quiz) }),
});

/** How many have answered each question, and when it is closed what they answered first; for its teachers. */
export const quizTotals = query({
  name: 'quiz/totals',
  action: 'quiz/steer',
  input: z.object({ sessionId, quizId }),
  output: z.object({
    /** In the order of the questions; empty where there is no such quiz. */
    answered: z.array(z.number()),
    /** Null while it is open, and when they are erased. Of a question that fewer than five have answered nothing. */
    totals: z.nullable(z.array(z.nullable(pollTotals))),
  }),
});

/** What stands ready in the session, for its teachers. */
export const preparedQuizzes = query({
  name: 'quiz/prepared',
  action: 'quiz/steer',
  input: z.object({ sessionId }),
  output: z.object({
    quizzes: z.array(preparedQuiz),
    /** Nothing more is opened in it. */
    isOver: z.boolean(),
  }),
});
