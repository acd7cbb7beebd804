import { createSignal } from 'solid-js';
import type { PreparedQuiz } from '#shared/features/session/quiz/model.ts';
import type { PersonId, QuizId, SessionId } from '#shared/kernel/ids.ts';
import { keptInTab } from '../../../platform/kept-in-tab.ts';
import { draftOf, EMPTY_QUIZ, type QuizDraft, quizDraft, readQuiz } from './form-of-quiz.ts';

export type Making = ReturnType<typeof createMaking>;

/** What a teacher is making: twenty questions are long to write, so that it stays in this tab over a reload. */
export function createMaking(sessionId: SessionId, me: PersonId) {
  const kept = keptInTab(`mellom.quiz-draft ${me} ${sessionId}`, quizDraft);
  const [draft, setDraft] = createSignal(kept.read() ?? EMPTY_QUIZ);
  const [changes, setChanges] = createSignal<{ readonly quizId: QuizId; readonly seen: number }>();
  const write = (next: QuizDraft) => {
    setDraft(next);
    kept.write(next);
  };
  return {
    draft,
    write,
    read: () => readQuiz(draft()),
    /** The one that stands ready and is being changed, as it was seen. */
    changes,
    /** Takes one up that stands ready. */
    takeUp(quiz: PreparedQuiz): void {
      write(draftOf(quiz));
      setChanges({ quizId: quiz.id, seen: quiz.version });
    },
    /** It was changed meanwhile, or is gone: what was written becomes one of its own. */
    standAlone: () => setChanges(undefined),
    /** It stands ready, or was given up. */
    forget(): void {
      setDraft(EMPTY_QUIZ);
      kept.write(undefined);
      setChanges(undefined);
    },
  };
}
