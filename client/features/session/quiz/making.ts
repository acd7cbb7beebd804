import { createSignal } from 'solid-js';
import * as z from 'zod/mini';
import type { PreparedQuiz } from '#shared/features/session/quiz/model.ts';
import { id, type PersonId, type QuizId, type SessionId } from '#shared/kernel/ids.ts';
import { keptInTab } from '../../../platform/kept-in-tab.ts';
import { draftOf, EMPTY_QUIZ, type QuizDraft, quizDraft, readQuiz } from './form-of-quiz.ts';

export type Making = ReturnType<typeof createMaking>;

const keptMaking = z.object({
  draft: quizDraft,
  changes: z.nullable(z.object({ quizId: id<'quiz'>(), seen: z.number() })),
});

/** What a teacher is making: twenty questions are long to write, so that it stays in this tab over a reload. */
export function createMaking(sessionId: SessionId, me: PersonId) {
  const kept = keptInTab(`mellom.quiz-draft ${me} ${sessionId}`, keptMaking);
  const before = kept.read();
  const [draft, setDraft] = createSignal(before?.draft ?? EMPTY_QUIZ);
  const [changes, setChanges] = createSignal(before?.changes ?? null);
  const keep = (next: QuizDraft, of: { readonly quizId: QuizId; readonly seen: number } | null) => {
    setDraft(next);
    setChanges(of);
    kept.write({ draft: next, changes: of });
  };
  return {
    draft,
    write: (next: QuizDraft) => keep(next, changes()),
    read: () => readQuiz(draft()),
    /** The one that stands ready and is being changed, as it was seen. */
    changes,
    /** Takes one up that stands ready. */
    takeUp: (quiz: PreparedQuiz) => keep(draftOf(quiz), { quizId: quiz.id, seen: quiz.version }),
    /** It was changed meanwhile, or is gone: what was written becomes one of its own. */
    standAlone: () => keep(draft(), null),
    /** It stands ready, or was given up. */
    forget(): void {
      keep(EMPTY_QUIZ, null);
      kept.write(undefined);
    },
  };
}
