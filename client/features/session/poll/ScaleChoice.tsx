import { createUniqueId, Index, Show } from 'solid-js';
import type { PollForm } from '#shared/features/session/poll/model.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { endOf, optionsOf } from './results.ts';
import styles from './ScaleChoice.module.css';
import { words } from './words.ts';

/** A step on a scale: a row of numbers to press on, and what its ends mean. */
export function ScaleChoice(props: {
  readonly form: Extract<PollForm, { kind: 'scale' }>;
  /** From 0. */
  readonly chosen: number | undefined;
  readonly error: string | undefined;
  /** Nothing can be chosen just now; whoever stands in it keeps the focus. */
  readonly rests: boolean;
  readonly onChoose: (nth: number) => void;
}) {
  const t = useWords(words);
  const id = createUniqueId();
  const ends = () => [0, props.form.steps - 1].filter((nth) => endOf(props.form, nth) !== '');
  return (
    <fieldset
      class={styles.scale}
      aria-disabled={props.rests || undefined}
      aria-describedby={props.error ? `${id}-error` : undefined}
    >
      <legend>{t().choose.scale(props.form.steps)}</legend>
      {/* Over the row, where it is read before one chooses, and with their numbers: the row may take several lines. Each step says its own when it is read. */}
      <Show when={ends().length > 0}>
        <p class={styles.ends} aria-hidden="true">
          <Index each={ends()}>
            {(nth) => <span>{t().stepIs(nth() + 1, endOf(props.form, nth()))}</span>}
          </Index>
        </p>
      </Show>
      <div class={styles.steps}>
        <Index each={optionsOf(props.form)}>
          {(step, nth) => (
            <label class={styles.step}>
              <input
                type="radio"
                name={id}
                checked={props.chosen === nth}
                onClick={(event) => props.rests && event.preventDefault()}
                onChange={() => props.onChoose(nth)}
              />
              <span class={styles.number}>{step()}</span>
              <Show when={endOf(props.form, nth)}>
                <span class="visually-hidden" lang={PROGRAMME_LANGUAGE}>
                  {endOf(props.form, nth)}
                </span>
              </Show>
            </label>
          )}
        </Index>
      </div>
      <Show when={props.error}>
        <p id={`${id}-error`} class={styles.error} role="alert">
          {props.error}
        </p>
      </Show>
    </fieldset>
  );
}
