import { createSignal, Index, Show } from 'solid-js';
import { QUESTION_MAX } from '#shared/features/session/poll/model.ts';
import {
  EXPLANATION_MAX,
  QUESTIONS_MAX,
  QUIZ_OPTIONS_MAX,
  QUIZ_TITLE_MAX,
  type QuizContent,
} from '#shared/features/session/quiz/model.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { plusIcon } from '../../../ui/icons.ts';
import { TextArea } from '../../../ui/TextArea.tsx';
import { OptionFields } from '../poll/OptionFields.tsx';
import styles from '../poll/StartPoll.module.css';
import {
  addedOption,
  type DraftQuestion,
  type QuestionProblems,
  withOneMore,
  withoutOne,
  withQuestion,
} from './form-of-quiz.ts';
import type { Making } from './making.ts';
import own from './QuizForm.module.css';
import { words } from './words.ts';

/** A title, and one question after the other with its answers, which of them are right, and why. */
export function QuizForm(props: {
  readonly making: Making;
  /** Opens it at once. Left out where one is not in the session: there it is made ready. */
  readonly onOpen?: ((content: QuizContent) => Promise<void>) | undefined;
  readonly onPrepare: (content: QuizContent) => Promise<void>;
  /** What opening waits for, in words. */
  readonly waits?: string | undefined;
}) {
  const t = useWords(words);
  const { making } = props;
  const [tried, setTried] = createSignal(false);
  let form!: HTMLFormElement;
  const problems = () => {
    const read = making.read();
    return tried() && !read.ok ? read.problems : undefined;
  };
  const hand = async (on: (content: QuizContent) => Promise<void>) => {
    setTried(true);
    const read = making.read();
    if (!read.ok) return form.querySelector<HTMLElement>(WRONG)?.focus();
    await on(read.content);
    setTried(!making.read().ok && making.draft().title !== '');
  };
  const add = () => {
    making.write(withOneMore(making.draft()));
    questionAt(form, making.draft().questions.length - 1)
      ?.querySelector('input')
      ?.focus();
  };
  const remove = (nth: number) => {
    making.write(withoutOne(making.draft(), nth));
    questionAt(form, Math.min(nth, making.draft().questions.length - 1))?.focus();
  };
  return (
    <form
      ref={form}
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void hand(props.onOpen ?? props.onPrepare);
      }}
      novalidate
    >
      <Field
        label={t().title}
        error={problems()?.title ? t().titleMissing : undefined}
        lang={PROGRAMME_LANGUAGE}
        maxlength={QUIZ_TITLE_MAX}
        autocomplete="off"
        value={making.draft().title}
        onInput={(event) => making.write({ ...making.draft(), title: event.currentTarget.value })}
      />
      <Index each={making.draft().questions}>
        {(question, nth) => (
          <QuestionFields
            nth={nth}
            question={question()}
            problems={problems()?.questions[nth]}
            onWrite={(part) => making.write(withQuestion(making.draft(), nth, part))}
            onRemove={making.draft().questions.length > 1 ? () => remove(nth) : undefined}
          />
        )}
      </Index>
      <Show when={making.draft().questions.length < QUESTIONS_MAX}>
        <Button size="small" icon={plusIcon} onClick={add}>
          {t().addQuestion}
        </Button>
      </Show>
      <Show when={problems()}>
        {(wrong) => (
          <p class={own.problem} role="alert">
            {wrong().tooLong ? t().tooLong : t().putRight}
          </p>
        )}
      </Show>
      <Show when={props.onOpen}>
        <p class={styles.quiet}>{t().openAbout}</p>
      </Show>
      <p class={styles.ways}>
        <Button type="submit" look="filled" aria-disabled={props.waits ? 'true' : undefined}>
          {props.onOpen ? t().openNow : prepareWords(t(), props.making, 'prepare')}
        </Button>
        <Show when={props.onOpen}>
          <Button look="quiet" onClick={() => void hand(props.onPrepare)}>
            {prepareWords(t(), props.making, 'prepareForLater')}
          </Button>
        </Show>
        <Show when={making.changes()}>
          <Button
            look="quiet"
            onClick={() => {
              making.forget();
              setTried(false);
            }}
          >
            {t().prepared.giveUp}
          </Button>
        </Show>
      </p>
      {/* Here before its words are: only so are they read when they come. */}
      <p class={styles.quiet} role="status">
        {props.waits}
      </p>
    </form>
  );
}

/** What is wrong first, of the fields or of what is ticked beside them. */
const WRONG = '[aria-invalid="true"], [data-none-right] input[type="checkbox"]';

const questionAt = (form: HTMLFormElement, nth: number) =>
  form.querySelectorAll<HTMLElement>(`.${own.question}`)[nth];

const prepareWords = (
  { prepared }: (typeof words)['nb'],
  making: Making,
  anew: 'prepare' | 'prepareForLater',
) => (making.changes() ? prepared.save : prepared[anew]);

function QuestionFields(props: {
  readonly nth: number;
  readonly question: DraftQuestion;
  readonly problems: QuestionProblems | undefined;
  readonly onWrite: (part: Partial<DraftQuestion>) => void;
  readonly onRemove: (() => void) | undefined;
}) {
  const t = useWords(words);
  const options = () => props.question.options;
  const right = () => options().filter(({ isRight }) => isRight).length;
  const change = (nth: number, part: Partial<DraftQuestion['options'][number]>) =>
    props.onWrite({
      options: options().map((one, place) => (place === nth ? { ...one, ...part } : one)),
    });
  return (
    <fieldset class={own.question} tabindex="-1">
      <legend>{t().questionNth(props.nth + 1)}</legend>
      <Field
        label={t().question}
        error={props.problems?.question ? t().questionMissing : undefined}
        lang={PROGRAMME_LANGUAGE}
        maxlength={QUESTION_MAX}
        autocomplete="off"
        value={props.question.question}
        onInput={(event) => props.onWrite({ question: event.currentTarget.value })}
      />
      <div data-none-right={props.problems?.right ? '' : undefined}>
        <OptionFields
          options={options().map(({ text }) => text)}
          problems={props.problems?.options ?? []}
          most={QUIZ_OPTIONS_MAX}
          onWrite={(nth, text) => change(nth, { text })}
          onAdd={() => props.onWrite({ options: addedOption(props.question) })}
          onRemove={(nth) => props.onWrite({ options: options().toSpliced(nth, 1) })}
          under={(nth) => (
            <label class={own.right}>
              <input
                type="checkbox"
                aria-label={t().rightOption(nth + 1)}
                checked={options()[nth]?.isRight ?? false}
                onChange={(event) => change(nth, { isRight: event.currentTarget.checked })}
              />
              {t().isRightMark}
            </label>
          )}
        />
      </div>
      <Show when={props.problems?.right}>
        <p class={own.problem} role="alert">
          {t().rightMissing}
        </p>
      </Show>
      <p class={styles.quiet} role="status">
        {right() > 1 ? t().severalRight : undefined}
      </p>
      <TextArea
        rows={2}
        label={t().explanation}
        description={t().explanationAbout}
        lang={PROGRAMME_LANGUAGE}
        maxlength={EXPLANATION_MAX}
        value={props.question.explanation}
        onInput={(event) => props.onWrite({ explanation: event.currentTarget.value })}
      />
      <Show when={props.onRemove}>
        {(onRemove) => (
          <Button look="quiet" size="small" onClick={() => onRemove()()}>
            {t().removeQuestion(props.nth + 1)}
          </Button>
        )}
      </Show>
    </fieldset>
  );
}
