import { createSignal, For, Show } from 'solid-js';
import {
  OPTIONS_MAX,
  type PollQuestion,
  QUESTION_MAX,
  SCALE_END_MAX,
  STEPS_MAX,
  STEPS_MIN,
} from '#shared/features/session/poll/model.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { SheetActions } from '../../../ui/Sheet.tsx';
import type { Asking } from './asking.ts';
import { Choices } from './Choices.tsx';
import { hasOptions, KINDS, type Kind } from './form-of-poll.ts';
import { OptionFields } from './OptionFields.tsx';
import styles from './StartPoll.module.css';
import { words } from './words.ts';

const WAYS = ['check-in', 'poll', 'check-out'] as const;
const STEPS = Array.from({ length: STEPS_MAX - STEPS_MIN + 1 }, (_, nth) => STEPS_MIN + nth);

/** What a teacher asks everybody: a check-in or a check-out that stands ready and can be changed, or a poll of one's own. */
export function AskForm(props: {
  readonly asking: Asking;
  /** Asks it at once. Left out where one is not in the session: there it is made ready. */
  readonly onAsk?: (asked: PollQuestion) => unknown;
  /** Whether it stands ready. */
  readonly onPrepare: (asked: PollQuestion) => Promise<boolean>;
  /** What asking waits for, in words. */
  readonly waits?: string | undefined;
}) {
  const t = useWords(words);
  const { asking } = props;
  const [tried, setTried] = createSignal(false);
  let form: HTMLFormElement | undefined;
  const options = () => asking.draft().options;
  const problems = () => {
    const read = asking.read();
    return tried() && !read.ok ? read.problems : undefined;
  };
  const read = () => {
    setTried(true);
    const now = asking.read();
    if (now.ok) return now.asked;
    form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    return undefined;
  };
  const prepare = async () => {
    const asked = read();
    if (!asked || !(await props.onPrepare(asked))) return;
    asking.forget(asked.occasion);
    setTried(false);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!props.onAsk) return void prepare();
    const asked = read();
    if (asked) props.onAsk(asked);
  };
  const howItIsAnswered = () => (
    <>
      <Select
        label={t().kind}
        value={asking.draft().kind}
        groups={[{ options: KINDS.map((one) => ({ value: one, label: t().kinds[one] })) }]}
        onChange={(event) => asking.write({ kind: event.currentTarget.value as Kind })}
      />
      <Show when={hasOptions(asking.draft().kind)}>
        <OptionFields
          options={options()}
          problems={problems()?.options ?? []}
          most={OPTIONS_MAX}
          onWrite={(nth, option) => asking.write({ options: options().with(nth, option) })}
          onAdd={() => asking.write({ options: [...options(), ''] })}
          onRemove={(nth) => asking.write({ options: options().toSpliced(nth, 1) })}
        />
      </Show>
      <Show when={asking.draft().kind === 'scale'}>
        <ScaleFields asking={asking} />
      </Show>
    </>
  );
  return (
    <form ref={form} class={styles.form} onSubmit={submit} novalidate>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no row */}
      <div class={styles.ways} role="group" aria-label={t().asWhat}>
        <For each={WAYS}>
          {(way) => (
            <Button
              size="small"
              aria-pressed={asking.occasion() === way}
              onClick={() => {
                asking.choose(way);
                setTried(false);
              }}
            >
              {t().occasions[way]}
            </Button>
          )}
        </For>
      </div>
      <Field
        label={t().question}
        description={t().questionAbout}
        error={problems()?.question ? t().questionMissing : undefined}
        lang={PROGRAMME_LANGUAGE}
        maxlength={QUESTION_MAX}
        autocomplete="off"
        value={asking.draft().question}
        onInput={(event) => asking.write({ question: event.currentTarget.value })}
      />
      {/* What stands ready is asked by one press: how it is answered is a press away. */}
      <Show when={asking.occasion() !== 'poll'} fallback={howItIsAnswered()}>
        <details class={styles.how} open={problems()?.options !== undefined}>
          <summary>{t().answeredBy(t().kinds[asking.draft().kind].toLowerCase())}</summary>
          <div class={styles.fields}>{howItIsAnswered()}</div>
        </details>
      </Show>
      <WhoSees asking={asking} />
      <Show when={props.onAsk}>
        <p class={styles.quiet}>{t().beginAbout}</p>
      </Show>
      <SheetActions>
        <Button type="submit" look="filled" aria-disabled={props.waits ? 'true' : undefined}>
          {props.onAsk ? t().begin : t().prepared.prepare}
        </Button>
        <Show when={props.onAsk}>
          <Button look="quiet" onClick={() => void prepare()}>
            {t().prepared.prepareForLater}
          </Button>
        </Show>
      </SheetActions>
      {/* Here before its words are: only so are they read when they come. */}
      <p class={styles.quiet} role="status">
        {props.waits}
      </p>
    </form>
  );
}

function ScaleFields(props: { readonly asking: Asking }) {
  const t = useWords(words);
  const { asking } = props;
  return (
    <>
      <Select
        label={t().steps}
        value={String(asking.draft().steps)}
        groups={[{ options: STEPS.map((one) => ({ value: String(one), label: String(one) })) }]}
        onChange={(event) => asking.write({ steps: Number(event.currentTarget.value) })}
      />
      <Field
        label={t().low}
        description={t().endAbout}
        maxlength={SCALE_END_MAX}
        autocomplete="off"
        value={asking.draft().low}
        onInput={(event) => asking.write({ low: event.currentTarget.value })}
      />
      <Field
        label={t().high}
        description={t().endAbout}
        maxlength={SCALE_END_MAX}
        autocomplete="off"
        value={asking.draft().high}
        onInput={(event) => asking.write({ high: event.currentTarget.value })}
      />
    </>
  );
}

function WhoSees(props: { readonly asking: Asking }) {
  const t = useWords(words);
  const { asking } = props;
  const isInWords = () => asking.draft().kind === 'text';
  return (
    <Show
      when={asking.occasion() === 'poll'}
      fallback={<p class={styles.quiet}>{t().checkInsAnonymous}</p>}
    >
      <Choices
        legend={t().whoSees}
        choices={[
          { label: t().seenBy.anonymous.name, about: t().seenBy.anonymous.about },
          {
            label: t().seenBy.named.name,
            about: isInWords() ? t().seenBy.named.aboutWords : t().seenBy.named.about,
          },
        ]}
        chosen={[asking.draft().named ? 1 : 0]}
        onChoose={(nth) => asking.write({ named: nth === 1 })}
      />
    </Show>
  );
}
