import { For, Show } from 'solid-js';
import { PROGRAMME_LANGUAGE } from '../../../platform/language.ts';
import styles from './Form.module.css';

/** Some of these, ticked. */
export function Ticks<Id extends string>(props: {
  readonly legend: string;
  readonly all: readonly { readonly id: Id; readonly name: string }[];
  readonly chosen: readonly Id[];
  readonly error?: string | undefined;
  readonly onChange: (chosen: readonly Id[]) => void;
}) {
  const toggle = (id: Id, on: boolean) =>
    props.onChange(on ? [...props.chosen, id] : props.chosen.filter((one) => one !== id));
  return (
    <fieldset class={styles.ticks}>
      <legend>{props.legend}</legend>
      <For each={props.all}>
        {({ id, name }) => (
          <label lang={PROGRAMME_LANGUAGE}>
            <input
              type="checkbox"
              checked={props.chosen.includes(id)}
              aria-invalid={props.error ? 'true' : undefined}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
            {name}
          </label>
        )}
      </For>
      <Show when={props.error}>
        <p class={styles.problem} role="alert">
          {props.error}
        </p>
      </Show>
    </fieldset>
  );
}
