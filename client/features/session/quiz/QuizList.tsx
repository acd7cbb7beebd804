import { createUniqueId, For, Show } from 'solid-js';
import type { Quiz } from '#shared/features/session/quiz/model.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from '../PreparedList.module.css';
import { words } from './words.ts';

/** What has been opened, a row each, to be taken as often as one likes. */
export function QuizList(props: {
  readonly quizzes: readonly Quiz[];
  readonly level: 2 | 3;
  readonly onTake: (quiz: Quiz) => void;
}) {
  const t = useWords(words);
  const id = createUniqueId();
  const about = ({ length, closedAt }: Quiz) =>
    `${t().length(length)}. ${closedAt === null ? t().isOpen : t().isClosed}.`;
  return (
    <Show when={props.quizzes.length > 0}>
      <section class={styles.prepared} aria-labelledby={id}>
        <Show when={props.level === 2} fallback={<h3 id={id}>{t().inSession}</h3>}>
          <h2 id={id}>{t().inSession}</h2>
        </Show>
        <ul>
          <For each={props.quizzes}>
            {(quiz) => (
              <li class={styles.item}>
                <div>
                  <p class={styles.name} lang={PROGRAMME_LANGUAGE}>
                    {quiz.title}
                  </p>
                  <p class={styles.quiet}>{about(quiz)}</p>
                </div>
                <div class={styles.ways}>
                  <Button size="small" onClick={() => props.onTake(quiz)}>
                    {t().see}
                    <span class="visually-hidden"> «{quiz.title}»</span>
                  </Button>
                </div>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
