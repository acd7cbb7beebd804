import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { QUESTIONS_MAX, quizChoices, quizContent } from './model.ts';

const sessionId = id<'session'>();
const quizId = id<'quiz'>();

/** Makes one ready, or changes one that stands ready as its version `seen` showed it; in the session or not. */
export const prepareQuiz = command({
  name: 'quiz/prepare',
  action: 'quiz/steer',
  input: z.extend(quizContent, {
    sessionId,
    change: z.nullable(z.object({ quizId, seen: z.int().check(z.gte(0)) })),
  }),
  output: z.object({ quizId, version: z.number() }),
  refusals: ['session-over', 'too-many-quizzes', 'unknown-quiz', 'quiz-changed'],
});

/** Takes one away that stands ready. What is not there is no matter. */
export const dropQuiz = command({
  name: 'quiz/drop',
  action: 'quiz/steer',
  input: z.object({ sessionId, quizId }),
  output: z.object({}),
  refusals: [],
});

/** Opens one that stands ready to everybody who is here. One at a time. */
export const openQuiz = command({
  name: 'quiz/open',
  action: 'quiz/steer',
  input: z.object({ sessionId, quizId }),
  output: z.object({}),
  refusals: ['not-joined', 'session-over', 'unknown-quiz', 'quiz-on'],
});

/**
 * Counts what one answered first to a question, without a name. No record of the call is kept: a repeat, and any later
 * answer, is not counted (docs/decisions/0078).
 */
export const answerQuiz = command({
  name: 'quiz/answer',
  action: 'quiz/take',
  unrecorded: true,
  input: z.object({
    sessionId,
    quizId,
    /** Which question, from 0. */
    nth: z.int().check(z.gte(0), z.lt(QUESTIONS_MAX)),
    choices: quizChoices,
  }),
  output: z.object({
    /** False where an answer of the same person has been counted before, and for its teachers. */
    counted: z.boolean(),
  }),
  refusals: [
    ...[
      'not-joined',
      'not-asked',
      'quiz-closed',
      'unknown-question',
      'no-answer',
      'unknown-option',
    ],
  ],
});

/** Counts no more answers, and shows the teachers the totals. Closed it stays closed. */
export const closeQuiz = command({
  name: 'quiz/close',
  action: 'quiz/steer',
  input: z.object({ sessionId, quizId }),
  output: z.object({}),
  refusals: ['not-joined'],
});
