import { createSignal, Show } from 'solid-js';
import type { PreparedQuiz, QuizContent } from '#shared/features/session/quiz/model.ts';
import type { QuizId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { PreparedList } from '../PreparedList.tsx';
import styles from '../poll/StartPoll.module.css';
import type { Making } from './making.ts';
import type { PreparedQuizzes } from './prepared-quizzes.ts';
import { QuizForm } from './QuizForm.tsx';
import { words } from './words.ts';

/** What stands ready, each to be changed, taken away, and in the session opened; and the form to make one. */
export function MakeQuizzes(props: {
  readonly prepared: PreparedQuizzes;
  readonly making: Making;
  readonly onOpen?: ((quizId: QuizId) => Promise<void>) | undefined;
  readonly waits?: string | undefined;
}) {
  const t = useWords(words);
  const { prepared, making } = props;
  const [heading, setHeading] = createSignal<HTMLHeadingElement>();
  const prepare = async (content: QuizContent): Promise<QuizId | undefined> => {
    const made = await prepared.prepare(content, making.changes());
    if (made === 'lost') making.standAlone();
    if (!made || made === 'lost') return undefined;
    making.forget();
    return made;
  };
  const open = (quizId: QuizId) => props.onOpen?.(quizId);
  const change = (quiz: PreparedQuiz) => {
    making.takeUp(quiz);
    heading()?.focus();
  };
  return (
    <div class={styles.asking}>
      <PreparedList
        title={t().prepared.title}
        items={prepared.quizzes()}
        nameOf={({ title }) => title}
        aboutOf={({ questions }) => t().length(questions.length)}
        remove={t().prepared.remove}
        onRemove={({ id }) => prepared.drop(id)}
        problem={prepared.problem()}
        ways={(quiz) => (
          <>
            <Button look="quiet" size="small" onClick={() => change(quiz())}>
              {t().prepared.change}
              <span class="visually-hidden"> «{quiz().title}»</span>
            </Button>
            <Show when={props.onOpen}>
              <Button size="small" onClick={() => void open(quiz().id)}>
                {t().openNow}
                <span class="visually-hidden"> «{quiz().title}»</span>
              </Button>
            </Show>
          </>
        )}
      />
      <Show when={!prepared.isOver()}>
        <section class={styles.asking}>
          <h3 ref={setHeading} tabindex="-1">
            {making.changes() ? t().prepared.changing : t().prepared.make}
          </h3>
          <QuizForm
            making={making}
            onPrepare={async (content) => void (await prepare(content))}
            onOpen={
              props.onOpen &&
              (async (content) => {
                const made = await prepare(content);
                if (made) await open(made);
              })
            }
            waits={props.waits}
          />
        </section>
      </Show>
    </div>
  );
}
