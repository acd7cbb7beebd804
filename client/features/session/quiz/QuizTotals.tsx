import { For, Match, Show, Switch } from 'solid-js';
import type { PollTotals } from '#shared/features/session/poll/model.ts';
import { quizQuestions, quizTotals } from '#shared/features/session/quiz/queries.ts';
import { formOf } from '#shared/features/session/quiz/rules.ts';
import type { QuizId, SessionId } from '#shared/kernel/ids.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { PollAnswers } from '../poll/PollResults.tsx';
import styles from './QuizTotals.module.css';
import { words } from './words.ts';

type TotalsProps = { readonly sessionId: SessionId; readonly quizId: QuizId };

/** For its teachers, of one that is closed: what was answered first to each question, with what is right. */
export function QuizTotals(props: TotalsProps) {
  const t = useWords(words);
  const { sessionId, quizId } = props;
  const totals = createQuery(quizTotals, () => ({ sessionId, quizId }));
  const questions = createQuery(quizQuestions, () => ({ sessionId, quizId }));
  const refetch = () => {
    totals.refetch();
    questions.refetch();
  };
  return (
    <section class={styles.totals} aria-label={t().totals}>
      <h3>{t().totals}</h3>
      <p class={styles.quiet}>{t().totalsAbout}</p>
      <Switch
        fallback={
          <p role="alert">
            {t().notFetched}{' '}
            <Button look="link" size="small" onClick={refetch}>
              {t().tryAgain}
            </Button>
          </p>
        }
      >
        <Match when={totals.value() && questions.value()?.quiz}>
          {(quiz) => (
            <Show when={totals.value()?.totals} fallback={<p>{t().totalsGone}</p>}>
              {(counted) => (
                <ol class={styles.questions}>
                  <For each={quiz().questions}>
                    {(question, nth) => (
                      <li>
                        <h4 lang={PROGRAMME_LANGUAGE}>{question.question}</h4>
                        <p class={styles.quiet}>
                          {t().answered(totals.value()?.answered[nth()] ?? 0)}
                        </p>
                        <PollAnswers
                          poll={{ form: formOf(question), totals: at(counted(), nth()) }}
                          markOf={(option) =>
                            question.right.includes(option) ? t().isRight : undefined
                          }
                        />
                      </li>
                    )}
                  </For>
                </ol>
              )}
            </Show>
          )}
        </Match>
        <Match when={[totals, questions].some((query) => query.state().status === 'loading')}>
          <Skeleton label={t().fetching} shapes={['name', 'line', 'line']} />
        </Match>
      </Switch>
    </section>
  );
}

const at = (totals: readonly (PollTotals | null)[], nth: number) => totals[nth] ?? null;
