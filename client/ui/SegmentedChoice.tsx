import { createUniqueId, For } from 'solid-js';
import { classNames } from './class-names.ts';
import styles from './SegmentedChoice.module.css';

/** A few views of the same, side by side, of which one is shown: one press each. The legend is heard, not seen. */
export function SegmentedChoice<T extends string>(props: {
  readonly legend: string;
  readonly options: readonly T[];
  readonly labelOf: (option: T) => string;
  readonly value: T;
  readonly onChoose: (option: T) => void;
  readonly class?: string | undefined;
}) {
  const name = createUniqueId();
  return (
    <fieldset class={classNames(styles.choice, props.class)}>
      <legend class="visually-hidden">{props.legend}</legend>
      <For each={props.options}>
        {(option) => (
          <label>
            <input
              type="radio"
              name={name}
              checked={props.value === option}
              onChange={() => props.onChoose(option)}
            />
            <span>{props.labelOf(option)}</span>
          </label>
        )}
      </For>
    </fieldset>
  );
}
