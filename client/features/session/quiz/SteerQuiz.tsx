import { For, Show } from 'solid-js';
import type { Quiz } from '#shared/features/session/quiz/model.ts';
import { quizTotals } from '#shared/features/session/quiz/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { Button } from '../../../ui/Button.tsx';
import { QuizTotals } from './QuizTotals.tsx';
import type { QuizStore } from './quiz-store.ts';
import styles from './SteerQuiz.module.css';
import { words } from './words.ts';

/** Of what moves by itself, often enough to know when to close it. */
const FRESH_MS = 5_000;

type SteerProps = {
  readonly store: QuizStore;
  readonly sessionId: SessionId;
  readonly quiz: Quiz;
};

/** What a teacher sees of a quiz: while it is open how many have answered, and closed what they answered. */
export function SteerQuiz(props: SteerProps) {
  return (
    <Show
      when={props.quiz.closedAt === null}
      fallback={<QuizTotals sessionId={props.sessionId} quizId={props.quiz.id} />}
    >
      <WhileOpen {...props} />
    </Show>
  );
}

function WhileOpen(props: SteerProps) {
  const t = useWords(words);
  const { store, sessionId } = props;
  const query = createQuery(quizTotals, () => ({ sessionId, quizId: props.quiz.id }));
  refetchEvery(FRESH_MS, query);
  return (
    <section class={styles.steer} aria-label={t().steer}>
      <Show when={query.value()}>
        {(known) => (
          <div>
            <h3>{t().progress}</h3>
            <ol class={styles.progress}>
              <For each={known().answered}>
                {(count, nth) => <li>{t().answeredOf(nth() + 1, count)}</li>}
              </For>
            </ol>
          </div>
        )}
      </Show>
      <p>
        <Button
          aria-disabled={store.closesWaits() ? 'true' : undefined}
          onClick={() => {
            if (!store.closesWaits()) void store.close(props.quiz.id);
          }}
        >
          <Show when={store.closesWaits()} fallback={t().end}>
            {(waits) => <>{t().endWaits[waits()]}</>}
          </Show>
        </Button>
      </p>
      <p class={styles.quiet}>{t().endAbout}</p>
    </section>
  );
}
