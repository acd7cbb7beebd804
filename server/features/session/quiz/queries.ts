import * as queries from '#shared/features/session/quiz/queries.ts';
import { answerQuery } from '../../../platform/handler.ts';
import type { Tx } from '../../../storage/database.ts';
import { isOver, loadSession } from '../planned.ts';
import { countAnswered } from '../sealed/tally.ts';
import { type HeldQuiz, openedIn, quizOf, readyIn } from './repository.ts';

export const quizQuestions = answerQuery(
  queries.quizQuestions,
  loadSession,
  async ({ input, object, tx }) => {
    const quiz = await quizOf(tx, object.sessionId, input.quizId);
    if (!quiz || quiz.openedAt === null) return { quiz: null };
    return { quiz: { title: quiz.title, questions: quiz.questions } };
  },
);

export const heldQuizzes = answerQuery(
  queries.heldQuizzes,
  loadSession,
  async ({ object, tx }) => ({ quizzes: await openedIn(tx, object.sessionId) }),
);

export const quizTotals = answerQuery(
  queries.quizTotals,
  loadSession,
  async ({ input, object, tx }) => {
    const quiz = await quizOf(tx, object.sessionId, input.quizId);
    if (!quiz || quiz.openedAt === null) return { answered: [], totals: null };
    if (quiz.closedAt === null) return { answered: await answeredNow(tx, quiz), totals: null };
    return { answered: [...(quiz.answered ?? [])], totals: quiz.totals && [...quiz.totals] };
  },
);

/** While it is open: how many have answered each question, and nothing else. */
async function answeredNow(tx: Tx, { id, questions }: HeldQuiz): Promise<number[]> {
  const answered: number[] = [];
  for (const nth of questions.keys()) answered.push(await countAnswered(tx, { quizId: id, nth }));
  return answered;
}

export const preparedQuizzes = answerQuery(
  queries.preparedQuizzes,
  loadSession,
  async ({ object, tx, now }) => ({
    quizzes: await readyIn(tx, object.sessionId),
    isOver: isOver(object, now),
  }),
);
