import { Index, type JSX, Show } from 'solid-js';
import { OPTION_MAX, OPTIONS_MIN } from '#shared/features/session/poll/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { plusIcon } from '../../../ui/icons.ts';
import type { AskProblems } from './form-of-poll.ts';
import styles from './StartPoll.module.css';
import { words } from './words.ts';

/** What can be answered, one field each. Whoever adds one writes in it at once, and whoever takes one away goes on beside it. */
export function OptionFields(props: {
  readonly options: readonly string[];
  readonly problems: AskProblems['options'];
  /** How many there can be. */
  readonly most: number;
  readonly onWrite: (nth: number, option: string) => void;
  readonly onAdd: () => void;
  readonly onRemove: (nth: number) => void;
  /** What else is to be said of an option, under its field. */
  readonly under?: (nth: number) => JSX.Element;
}) {
  const t = useWords(words);
  let list: HTMLFieldSetElement | undefined;
  const goTo = (nth: number) =>
    list?.querySelectorAll<HTMLElement>('input:not([type="checkbox"])')[nth]?.focus();
  const add = () => {
    props.onAdd();
    goTo(props.options.length - 1);
  };
  const remove = (nth: number) => {
    props.onRemove(nth);
    goTo(Math.min(nth, props.options.length - 1));
  };
  const errorOf = (nth: number) => {
    const problem = props.problems[nth];
    if (!problem) return undefined;
    return problem === 'missing' ? t().optionMissing : t().optionDouble;
  };
  return (
    <fieldset ref={list} class={styles.options}>
      <legend>{t().options}</legend>
      <Index each={props.options}>
        {(option, nth) => (
          <div class={styles.option}>
            <Field
              label={t().option(nth + 1)}
              maxlength={OPTION_MAX}
              autocomplete="off"
              error={errorOf(nth)}
              value={option()}
              onInput={(event) => props.onWrite(nth, event.currentTarget.value)}
            />
            <Show when={props.options.length > OPTIONS_MIN}>
              <Button
                look="quiet"
                size="small"
                class={styles.remove}
                aria-label={t().removeOption(nth + 1)}
                onClick={() => remove(nth)}
              >
                {t().remove}
              </Button>
            </Show>
            <Show when={props.under}>
              {(under) => <div class={styles.under}>{under()(nth)}</div>}
            </Show>
          </div>
        )}
      </Index>
      <Show when={props.options.length < props.most}>
        <Button size="small" icon={plusIcon} onClick={add}>
          {t().addOption}
        </Button>
      </Show>
    </fieldset>
  );
}
