import { createSignal, Show } from 'solid-js';
import type { Quiz } from '#shared/features/session/quiz/model.ts';
import { heldQuizzes } from '#shared/features/session/quiz/queries.ts';
import type { PersonId, QuizId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import { QuizList } from '../quiz/QuizList.tsx';
import styles from '../quiz/QuizSheet.module.css';
import { QuizTotals } from '../quiz/QuizTotals.tsx';
import { QuizView } from '../quiz/QuizView.tsx';
import { TryQuiz } from '../quiz/TryQuiz.tsx';
import { words } from '../quiz/words.ts';

/** The session's quizzes, to be taken by each for oneself, as often as one likes; for its teachers with what was answered first. */
export function QuizzesAfterwards(props: {
  readonly sessionId: SessionId;
  readonly me: PersonId;
  /** Whether one is one of its teachers. */
  readonly mine: boolean;
}) {
  const t = useWords(words);
  const query = createQuery(heldQuizzes, () => ({ sessionId: props.sessionId }));
  const [shown, show] = createSignal<Quiz>();
  createReturnFocus(() => shown() !== undefined);
  const of = (quizId: QuizId) => ({ sessionId: props.sessionId, quizId, me: props.me });
  return (
    <>
      <QuizList quizzes={query.value()?.quizzes ?? []} level={2} onTake={show} />
      <Sheet
        open={shown() !== undefined}
        onOpenChange={(open) => !open && show(undefined)}
        title={shown()?.title ?? t().start}
        closeLabel={t().close}
      >
        <Show when={shown()?.id} keyed>
          {(quizId) => (
            <Show when={props.mine} fallback={<QuizView {...of(quizId)} who={t().who.alone} />}>
              <div class={styles.parts}>
                <QuizTotals {...of(quizId)} />
                <TryQuiz {...of(quizId)} />
              </div>
            </Show>
          )}
        </Show>
      </Sheet>
    </>
  );
}
