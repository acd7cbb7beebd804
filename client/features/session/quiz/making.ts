import { createSignal } from 'solid-js';
import * as z from 'zod/mini';
import type { PreparedQuiz } from '#shared/features/session/quiz/model.ts';
import { id, type PersonId, type SessionId } from '#shared/kernel/ids.ts';
import { keptInTab } from '../../../platform/kept-in-tab.ts';
import { draftOf, EMPTY_QUIZ, type QuizDraft, quizDraft, readQuiz } from './form-of-quiz.ts';

export type Making = ReturnType<typeof createMaking>;

const begun = z.object({
  draft: quizDraft,
  changes: z.nullable(z.object({ quizId: id<'quiz'>(), seen: z.number() })),
});
type Begun = z.infer<typeof begun>;

const NOTHING: Begun = { draft: EMPTY_QUIZ, changes: null };

/**
 * What a teacher is making: twenty questions are long to write, so that it stays in this tab over a reload, and beside another
 * that is taken up meanwhile.
 */
export function createMaking(sessionId: SessionId, me: PersonId) {
  const kept = keptInTab(`mellom.quiz-draft ${me} ${sessionId}`, z.array(begun));
  /** First the one that is before the teacher. */
  const [all, setAll] = createSignal<readonly Begun[]>(kept.read() ?? []);
  const now = () => all()[0] ?? NOTHING;
  const keep = (next: Begun, aside: readonly Begun[]) => {
    const list = [next, ...aside.filter(({ draft }) => !isEmpty(draft))];
    setAll(list);
    kept.write(list.length === 1 && isEmpty(next.draft) ? undefined : list);
  };
  const aside = () => all().slice(1);
  return {
    draft: () => now().draft,
    write: (draft: QuizDraft) => keep({ ...now(), draft }, aside()),
    read: () => readQuiz(now().draft),
    /** The one that stands ready and is being changed, as it was seen. */
    changes: () => now().changes,
    /** Takes one up that stands ready, as far as it was changed; what is being made waits. */
    takeUp(quiz: PreparedQuiz): void {
      const isOfIt = ({ changes }: Begun) => changes?.quizId === quiz.id;
      const before = all().find((one) => isOfIt(one) && one.changes?.seen === quiz.version);
      const fresh = { draft: draftOf(quiz), changes: { quizId: quiz.id, seen: quiz.version } };
      keep(
        before ?? fresh,
        all().filter((one) => !isOfIt(one)),
      );
    },
    /** It was changed meanwhile, or is gone: what was written becomes one of its own. */
    standAlone: () => keep({ ...now(), changes: null }, aside()),
    /** It stands ready, or was given up: what waited is before the teacher again, a new one first. */
    forget(): void {
      const next = aside().find(({ changes }) => changes === null) ?? NOTHING;
      keep(
        next,
        aside().filter((one) => one !== next),
      );
    },
  };
}

const isEmpty = (draft: QuizDraft) => JSON.stringify(draft) === JSON.stringify(EMPTY_QUIZ);
