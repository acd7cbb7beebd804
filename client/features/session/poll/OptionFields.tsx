import { Index, Show } from 'solid-js';
import { OPTION_MAX, OPTIONS_MAX, OPTIONS_MIN } from '#shared/features/session/poll/model.ts';
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
  readonly onChange: (options: readonly string[]) => void;
}) {
  const t = useWords(words);
  let list: HTMLFieldSetElement | undefined;
  const goTo = (nth: number) => list?.querySelectorAll('input')[nth]?.focus();
  const add = () => {
    props.onChange([...props.options, '']);
    goTo(props.options.length - 1);
  };
  const remove = (nth: number) => {
    props.onChange(props.options.toSpliced(nth, 1));
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
              onInput={(event) =>
                props.onChange(props.options.with(nth, event.currentTarget.value))
              }
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
          </div>
        )}
      </Index>
      <Show when={props.options.length < OPTIONS_MAX}>
        <Button size="small" icon={plusIcon} onClick={add}>
          {t().addOption}
        </Button>
      </Show>
    </fieldset>
  );
}
