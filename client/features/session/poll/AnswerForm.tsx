import { createSignal, Match, onMount, Show, Switch } from 'solid-js';
import { ANSWER_TEXT_MAX, type Poll, type PollForm } from '#shared/features/session/poll/model.ts';
import { readAnswer } from '#shared/features/session/poll/rules.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import styles from './AnswerPart.module.css';
import { Choices } from './Choices.tsx';
import type { PollStore } from './poll-store.ts';
import { ScaleChoice } from './ScaleChoice.tsx';
import { words } from './words.ts';

type FormProps = { readonly store: PollStore; readonly poll: Poll };

/** Who sees what is said before one answers. What waits for the line says so, and cannot be changed meanwhile. */
export function AnswerForm(props: FormProps) {
  const t = useWords(words);
  const { store } = props;
  const [tried, setTried] = createSignal(false);
  let form: HTMLFormElement | undefined;
  const toFirstField = () => form?.querySelector<HTMLElement>('input, textarea')?.focus();
  // Whoever changes an answer has pressed a button that is gone.
  onMount(() => store.isChanging() && toFirstField());
  const lacks = () => !readAnswer(props.poll.form, trimmed(store)).ok;
  const error = () => {
    if (!tried() || !lacks()) return undefined;
    return props.poll.form.kind === 'text' ? t().noAnswer.text : t().noAnswer.choice;
  };
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (store.waits()) return;
    setTried(true);
    if (lacks()) toFirstField();
    else void store.answer();
  };
  return (
    <form
      ref={form}
      class={styles.form}
      data-form={props.poll.form.kind}
      onSubmit={send}
      novalidate
    >
      <p class={styles.quiet}>{inWords(t(), props.poll)}</p>
      <AnswerFields {...props} error={error()} />
      <div class={styles.send}>
        <Button
          type="submit"
          look="filled"
          aria-disabled={store.waits() ? 'true' : undefined}
          title={waitsAbout(props)}
        >
          <Show when={store.waits()} fallback={t().send}>
            {(waits) => <>{t().waits[waits()]}</>}
          </Show>
        </Button>
        <Show when={store.isChanging()}>
          <Button look="quiet" onClick={store.leaveAsIs}>
            {t().keepAnswer}
          </Button>
        </Show>
      </div>
      {/* Here before its words are: only so are they read when they come. */}
      <p class={styles.quiet} role="status">
        {waitsAbout(props)}
      </p>
      <Show when={!store.waits() && !store.isChanging()}>
        <p class={styles.quiet}>{t().mayLetBe}</p>
      </Show>
    </form>
  );
}

/** As the server reads it: spaces alone are no answer. */
const trimmed = (store: PollStore) => {
  const { choices, text } = store.draft();
  return { choices, text: text.trim() };
};

function waitsAbout(props: FormProps): string | undefined {
  const t = useWords(words);
  const waits = props.store.waits();
  return waits && t().waitsAbout[waits];
}

/** Who sees the answer, and whether it can be changed. Own words are seen, though nobody sees whose they are. */
function inWords(t: (typeof words)['nb'], { named, form, occasion }: Poll): string {
  const inOwnWords = form.kind === 'text';
  if (named) return `${inOwnWords ? t.who.namedWords : t.who.named} ${t.canChange[occasion]}`;
  return `${inOwnWords ? t.who.anonymousWords : t.who.anonymous} ${t.stands}`;
}

function AnswerFields(props: FormProps & { readonly error: string | undefined }) {
  const t = useWords(words);
  const { store } = props;
  const draft = () => store.draft();
  const waits = () => store.waits() !== undefined;
  const choose = (choices: readonly number[]) =>
    store.write({ choices: [...choices].sort((one, other) => one - other), text: '' });
  const scale = () => onlyIf(props.poll.form, 'scale');
  const options = () => onlyIf(props.poll.form, 'single') ?? onlyIf(props.poll.form, 'many');
  return (
    <Switch>
      <Match when={props.poll.form.kind === 'text'}>
        <TextArea
          rows={4}
          label={t().choose.text}
          description={t().letters(draft().text.length, ANSWER_TEXT_MAX)}
          error={props.error}
          maxlength={ANSWER_TEXT_MAX}
          readonly={waits()}
          value={draft().text}
          onInput={(event) => store.write({ choices: [], text: event.currentTarget.value })}
        />
      </Match>
      <Match when={scale()}>
        {(form) => (
          <ScaleChoice
            form={form()}
            chosen={draft().choices[0]}
            error={props.error}
            rests={waits()}
            onChoose={(nth) => choose([nth])}
          />
        )}
      </Match>
      <Match when={options()}>
        {(form) => (
          <Choices
            legend={t().choose[form().kind]}
            many={form().kind === 'many'}
            choices={form().options.map((label) => ({ label, lang: PROGRAMME_LANGUAGE }))}
            chosen={draft().choices}
            error={props.error}
            rests={waits()}
            onChoose={(nth, on) => {
              const others = draft().choices.filter((one) => one !== nth);
              if (form().kind === 'single') choose([nth]);
              else choose(on ? [...others, nth] : others);
            }}
          />
        )}
      </Match>
    </Switch>
  );
}

function onlyIf<Kind extends PollForm['kind']>(
  form: PollForm,
  kind: Kind,
): Extract<PollForm, { kind: Kind }> | undefined {
  return form.kind === kind ? (form as Extract<PollForm, { kind: Kind }>) : undefined;
}
