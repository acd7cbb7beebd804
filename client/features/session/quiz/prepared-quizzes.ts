import { createMemo, createSignal } from 'solid-js';
import { dropQuiz, prepareQuiz } from '#shared/features/session/quiz/commands.ts';
import type { QuizContent } from '#shared/features/session/quiz/model.ts';
import { preparedQuizzes } from '#shared/features/session/quiz/queries.ts';
import type { PersonId, QuizId, SessionId } from '#shared/kernel/ids.ts';
import type { InputOf } from '#shared/wire/contract.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { announce } from '../../../ui/announcer.ts';
import { words } from './words.ts';

/** Other teachers make them ready too. */
const FRESH_MS = 10_000;

export type PreparedQuizzes = ReturnType<typeof createPreparedQuizzes>;

/** What stands ready to be opened in a session, for its teachers: in it, and on its page before it. Cleaned up by Solid. */
export function createPreparedQuizzes(sessionId: SessionId, me: PersonId) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  live.start(me);
  const query = createQuery(preparedQuizzes, () => ({ sessionId }));
  refetchEvery(FRESH_MS, query);
  const [preparing, setPreparing] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  return {
    query,
    quizzes: createMemo(() => query.value()?.quizzes ?? []),
    isOver: () => query.value()?.isOver === true,
    problem,
    /** The one that stands ready now, or why none does, which is said too. */
    async prepare(
      content: QuizContent,
      change: InputOf<typeof prepareQuiz>['change'],
    ): Promise<QuizId | 'lost' | undefined> {
      if (preparing()) return undefined;
      setPreparing(true);
      setProblem(undefined);
      const input = { sessionId, change, ...content };
      const outcome = await live.send(prepareQuiz, input, { lasting: false });
      setPreparing(false);
      query.refetch();
      if (outcome.ok) {
        announce(t().prepared.isReady);
        return outcome.value.quizId;
      }
      setProblem({ ...refusals(), ...t().refusals }[outcome.refusal]);
      const isLost = outcome.refusal === 'quiz-changed' || outcome.refusal === 'unknown-quiz';
      return isLost ? 'lost' : undefined;
    },
    async drop(quizId: QuizId): Promise<void> {
      setProblem(undefined);
      const outcome = await live.send(dropQuiz, { sessionId, quizId }, { lasting: false });
      query.refetch();
      if (!outcome.ok) setProblem(refusals()[outcome.refusal]);
    },
  };
}
