import { assertNever } from '#shared/kernel/assert-never.ts';
import {
  type Accepted,
  accept,
  type Decision,
  type Refused,
  refuse,
} from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PollForm } from '../poll/model.ts';
import type { QuizFact } from './facts.ts';
import { type PreparedQuiz, QUIZZES_MAX, type Quiz, type QuizQuestion } from './model.ts';

/** How a question is answered: with several right answers any may be chosen, else one. */
export function formOf({ options, right }: Pick<QuizQuestion, 'options' | 'right'>): PollForm {
  return { kind: right.length > 1 ? 'many' : 'single', options };
}

/** How an answer stands to what is right: the same, some of it, or another. */
export type Outcome = 'right' | 'partly' | 'other';

export function outcomeOf(
  { right }: Pick<QuizQuestion, 'right'>,
  choices: readonly number[],
): Outcome {
  const met = right.filter((nth) => choices.includes(nth)).length;
  if (met === 0) return 'other';
  return met === right.length && choices.length === right.length ? 'right' : 'partly';
}

/** Makes one ready beside those that the session has, or changes one as it was seen. */
export function prepareQuiz(
  count: number,
  change: {
    readonly of: Pick<PreparedQuiz, 'version'> | undefined;
    readonly seen: number;
  } | null,
): Accepted<never> | Refused<'too-many-quizzes' | 'unknown-quiz' | 'quiz-changed'> {
  if (!change) return count < QUIZZES_MAX ? accept() : refuse('too-many-quizzes');
  if (!change.of) return refuse('unknown-quiz');
  return change.of.version === change.seen ? accept() : refuse('quiz-changed');
}

/** Opens it, while no other one is open. One that was opened before stays as it is: two teachers may press at once. */
export function openQuiz(
  quizzes: readonly Quiz[],
  asked: Pick<PreparedQuiz, 'id' | 'title' | 'questions'>,
  at: Instant,
): Decision<QuizFact, 'quiz-on'> {
  if (quizzes.some(({ id }) => id === asked.id)) return accept();
  if (openOf(quizzes)) return refuse('quiz-on');
  const { id, title, questions } = asked;
  const quiz = { id, title, length: questions.length, openedAt: at, closedAt: null };
  return accept({ type: 'quiz-opened', quiz });
}

/** Closes it. Closed it stays closed. */
export function closeQuiz({ id, closedAt }: Quiz, at: Instant): Accepted<QuizFact> {
  return closedAt === null ? accept({ type: 'quiz-closed', quizId: id, at }) : accept();
}

/** The one that is open. */
export const openOf = (quizzes: readonly Quiz[]): Quiz | undefined =>
  quizzes.find(({ closedAt }) => closedAt === null);

/** Carries what has been opened one fact forward. */
export function evolveQuizzes(quizzes: readonly Quiz[], fact: QuizFact): Quiz[] {
  switch (fact.type) {
    case 'quiz-opened':
      return [...quizzes, fact.quiz];
    case 'quiz-closed':
      return quizzes.map((one) => (one.id === fact.quizId ? { ...one, closedAt: fact.at } : one));
    default:
      return assertNever(fact);
  }
}
