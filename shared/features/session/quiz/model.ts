import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { writtenLine, writtenText } from '#shared/kernel/written.ts';
import { optionsOfAtMost, QUESTION_MAX } from '../poll/model.ts';

/** Characters (UTF-16 code units). */
export const QUIZ_TITLE_MAX = 120;
export const EXPLANATION_MAX = 500;
/** All words of a quiz together: three bytes for each of them still go into one message (docs/limits.md). */
export const QUIZ_WORDS_MAX = 20_000;
export const QUESTIONS_MAX = 20;
export const QUIZ_OPTIONS_MAX = 6;
/** So many belong to one session, made ready and taken. */
export const QUIZZES_MAX = 20;

/** A place in the options, from 0. */
const place = z.int().check(z.gte(0), z.lt(QUIZ_OPTIONS_MAX));
const places = z.array(place).check(
  z.minLength(1),
  z.refine((all) => new Set(all).size === all.length),
);

/** Something to choose an answer to, which of the answers are right, and what is said when one has chosen. */
export const quizQuestion = z
  .object({
    question: writtenLine(QUESTION_MAX).check(z.minLength(1)),
    options: optionsOfAtMost(QUIZ_OPTIONS_MAX),
    right: places,
    /** May be empty. */
    explanation: writtenText(EXPLANATION_MAX),
  })
  .check(z.refine(({ options, right }) => right.every((nth) => nth < options.length)));
export type QuizQuestion = z.infer<typeof quizQuestion>;

const questions = z.array(quizQuestion).check(
  z.minLength(1),
  z.maxLength(QUESTIONS_MAX),
  z.refine((all) => lettersIn(all) <= QUIZ_WORDS_MAX),
);

/** How much is written in the questions. */
export const lettersIn = (all: readonly Omit<QuizQuestion, 'right'>[]): number =>
  all
    .flatMap(({ question, options, explanation }) => [question, ...options, explanation])
    .reduce((sum, text) => sum + text.length, 0);

/** What a teacher makes: a title, and questions in their order. */
export const quizContent = z.object({
  title: writtenLine(QUIZ_TITLE_MAX).check(z.minLength(1)),
  questions,
});
export type QuizContent = z.infer<typeof quizContent>;

/** One that stands ready. `version` rises by one with each change. */
export const preparedQuiz = z.extend(quizContent, { id: id<'quiz'>(), version: z.number() });
export type PreparedQuiz = z.infer<typeof preparedQuiz>;

/** What somebody chooses of a question's options. */
export const quizChoices = z.array(place).check(z.maxLength(QUIZ_OPTIONS_MAX));

/** One that has been opened, as everybody in the session sees it. Its questions are asked for by whoever takes it. */
export const quiz = z.object({
  id: id<'quiz'>(),
  title: z.string(),
  /** How many questions there are. */
  length: z.number(),
  openedAt: z.number(),
  closedAt: z.nullable(z.number()),
});
export type Quiz = z.infer<typeof quiz>;
