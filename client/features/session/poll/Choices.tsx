import { createUniqueId, Index, Show } from 'solid-js';
import styles from './Choices.module.css';

export type Choice = {
  readonly label: string;
  readonly about?: string;
  readonly lang?: string;
};

/** One of several, or any of them, each a whole row to press on. */
export function Choices(props: {
  readonly legend: string;
  readonly many?: boolean;
  readonly choices: readonly Choice[];
  readonly chosen: readonly number[];
  readonly error?: string | undefined;
  /** Nothing can be chosen just now; whoever stands in it keeps the focus. */
  readonly rests?: boolean;
  readonly onChoose: (nth: number, on: boolean) => void;
}) {
  const id = createUniqueId();
  return (
    <fieldset
      class={styles.choices}
      aria-disabled={props.rests || undefined}
      aria-describedby={props.error ? `${id}-error` : undefined}
    >
      <legend>{props.legend}</legend>
      <div class={styles.rows}>
        <Index each={props.choices}>
          {(choice, nth) => (
            <label class={styles.row}>
              <input
                type={props.many ? 'checkbox' : 'radio'}
                name={id}
                checked={props.chosen.includes(nth)}
                onClick={(event) => props.rests && event.preventDefault()}
                onChange={(event) => props.onChoose(nth, event.currentTarget.checked)}
              />
              <span>
                <span class={styles.label} lang={choice().lang}>
                  {choice().label}
                </span>
                <Show when={choice().about}>
                  <span class={styles.about}>{choice().about}</span>
                </Show>
              </span>
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
