import { createEffect, createSignal, For, onMount, Show } from 'solid-js';
import type { QuizContent, QuizQuestion } from '#shared/features/session/quiz/model.ts';
import { formOf, outcomeOf } from '#shared/features/session/quiz/rules.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { heedfulAtRest } from '../../../ui/heed.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { checkIcon } from '../../../ui/icons.ts';
import { Choices } from '../poll/Choices.tsx';
import type { Attempt } from './attempt.ts';
import styles from './TakeQuiz.module.css';
import { words } from './words.ts';

type TakeProps = {
  readonly content: QuizContent;
  readonly attempt: Attempt;
  /** Who sees what one answers: said before one does. */
  readonly who: string;
  /** What an answer that was sent off waits for, or that it came too late. */
  readonly note?: string | undefined;
  /** One is at the end, now or again. */
  readonly onThrough?: (() => void) | undefined;
};
type QuestionProps = TakeProps & { readonly nth: number; readonly question: QuizQuestion };

/** One question after the other, at one's own pace; how it was is told at once, and again at the end. */
export function TakeQuiz(props: TakeProps) {
  createEffect(() => {
    if (props.attempt.isThrough()) props.onThrough?.();
  });
  return (
    <div class={styles.take}>
      <For each={props.content.questions}>
        {(question, nth) => (
          <Show when={props.attempt.at() === nth()}>
            <OneQuestion {...props} nth={nth()} question={question} />
          </Show>
        )}
      </For>
      <Show when={props.attempt.isThrough()}>
        <Through {...props} />
      </Show>
      {/* Here before its words are: only so are they read when they come. */}
      <p class={styles.quiet} role="status">
        {props.note}
      </p>
    </div>
  );
}

function OneQuestion(props: QuestionProps) {
  const t = useWords(words);
  let heading!: HTMLHeadingElement;
  // What was pressed to come here is gone.
  onMount(() => heading.focus());
  const all = () => props.content.questions.length;
  return (
    <>
      <div>
        <p class={styles.quiet}>{t().place(props.nth + 1, all())}</p>
        <h3 ref={heading} class={styles.question} tabindex="-1" lang={PROGRAMME_LANGUAGE}>
          {props.question.question}
        </h3>
      </div>
      <Show when={props.attempt.answerTo(props.nth)} fallback={<Asked {...props} />}>
        {(given) => <Answered {...props} given={given()} />}
      </Show>
    </>
  );
}

function Asked(props: QuestionProps) {
  const t = useWords(words);
  const [chosen, setChosen] = createSignal<readonly number[]>([]);
  const [tried, setTried] = createSignal(false);
  let form!: HTMLFormElement;
  const kind = () => (formOf(props.question).kind === 'many' ? 'many' : 'single');
  const choose = (nth: number, on: boolean) => {
    const others = kind() === 'many' ? chosen().filter((one) => one !== nth) : [];
    setChosen(on ? [...others, nth].sort((one, other) => one - other) : others);
  };
  const answer = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (chosen().length > 0) props.attempt.answer(chosen());
    else form.querySelector('input')?.focus();
  };
  return (
    <form ref={form} class={styles.asked} onSubmit={answer} novalidate>
      <Show when={props.nth === 0}>
        <p class={styles.quiet}>{props.who}</p>
      </Show>
      <Choices
        legend={t().choose[kind()]}
        many={kind() === 'many'}
        choices={props.question.options.map((label) => ({ label, lang: PROGRAMME_LANGUAGE }))}
        chosen={chosen()}
        error={tried() && chosen().length === 0 ? t().chooseFirst : undefined}
        onChoose={choose}
      />
      <div class={styles.ways}>
        <Button type="submit" look="filled">
          {t().answer}
        </Button>
        <Button look="quiet" onClick={() => props.attempt.goTo(props.nth + 1)}>
          {t().skip}
        </Button>
        <Back {...props} />
      </div>
    </form>
  );
}

/** How it was, without blame: what is right, what one chose, and why. */
function Answered(props: QuestionProps & { readonly given: readonly number[] }) {
  const t = useWords(words);
  let said!: HTMLParagraphElement;
  // The button that was pressed is gone with the form. Whoever is only back here stays at the question.
  onMount(() => document.activeElement === document.body && said.focus());
  const outcome = () => outcomeOf(props.question, props.given);
  const isLast = () => props.nth + 1 === props.content.questions.length;
  // Where "Svar" stood: the second half of a double press does not take the explanation from the screen.
  const goOn = heedfulAtRest(
    () => props.nth + 1,
    (next) => props.attempt.goTo(next),
    { appeared: true },
  );
  return (
    <>
      <p ref={said} class={styles.outcome} data-outcome={outcome()} tabindex="-1">
        {t().outcome[outcome()]}
      </p>
      <ul class={styles.options}>
        <For each={props.question.options}>
          {(option, nth) => (
            <li data-right={props.question.right.includes(nth()) || undefined}>
              <span lang={PROGRAMME_LANGUAGE}>{option}</span>
              <Show when={props.question.right.includes(nth())}>
                <span class={styles.right}>
                  <Icon path={checkIcon} small /> {t().isRight}
                </span>
              </Show>
              <Show when={props.given.includes(nth())}>
                <span class={styles.quiet}>{t().isYours}</span>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.question.explanation}>
        <div>
          <h4>{t().why}</h4>
          <p class={styles.why} lang={PROGRAMME_LANGUAGE}>
            {props.question.explanation}
          </p>
        </div>
      </Show>
      <div class={styles.ways}>
        <Button look="filled" {...goOn}>
          {isLast() ? t().finish : t().next}
        </Button>
        <Back {...props} />
      </div>
    </>
  );
}

function Back(props: QuestionProps) {
  const t = useWords(words);
  return (
    <Show when={props.nth > 0}>
      <Button look="quiet" onClick={() => props.attempt.goTo(props.nth - 1)}>
        {t().back}
      </Button>
    </Show>
  );
}

function Through(props: TakeProps) {
  const t = useWords(words);
  let heading!: HTMLHeadingElement;
  onMount(() => heading.focus());
  const howOf = (question: QuizQuestion, nth: number) => {
    const given = props.attempt.answerTo(nth);
    return given ? outcomeOf(question, given) : 'skipped';
  };
  const right = () =>
    props.content.questions.filter((question, nth) => howOf(question, nth) === 'right').length;
  return (
    <>
      <div>
        <h3 ref={heading} class={styles.question} tabindex="-1">
          {t().through}
        </h3>
        {/* None is no sum that anybody needs to read. */}
        <Show when={right() > 0}>
          <p>{t().sum(right(), props.content.questions.length)}</p>
        </Show>
        <p class={styles.quiet}>{t().onlyYou}</p>
      </div>
      <ol class={styles.through}>
        <For each={props.content.questions}>
          {(question, nth) => (
            <li>
              <div>
                <p lang={PROGRAMME_LANGUAGE}>{question.question}</p>
                <p class={howOf(question, nth()) === 'right' ? styles.right : styles.quiet}>
                  <Show when={howOf(question, nth()) === 'right'}>
                    <Icon path={checkIcon} small />
                  </Show>
                  {t().how[howOf(question, nth())]}
                </p>
              </div>
              <Button look="quiet" size="small" onClick={() => props.attempt.goTo(nth())}>
                {t().lookAgain(nth() + 1)}
              </Button>
            </li>
          )}
        </For>
      </ol>
      <div class={styles.ways}>
        <Button onClick={props.attempt.again}>{t().again}</Button>
      </div>
    </>
  );
}
