import { For, type JSX, Show, splitProps } from 'solid-js';
import styles from './Field.module.css';
import { Labelled, type LabelledProps } from './Labelled.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps extends JSX.SelectHTMLAttributes<HTMLSelectElement>, LabelledProps {
  /** Under a name each, or without one. */
  groups: readonly { readonly label?: string | undefined; readonly options: readonly Option[] }[];
}

/** One of a list, as the device itself shows a list. */
export function Select(props: SelectProps) {
  const [words, own, rest] = splitProps(
    props,
    ['label', 'description', 'error', 'labelHidden', 'class'],
    ['groups', 'value'],
  );
  const options = (all: readonly Option[]) => (
    <For each={all}>
      {(option) => (
        <option value={option.value} selected={option.value === own.value}>
          {option.label}
        </option>
      )}
    </For>
  );
  return (
    <Labelled {...words}>
      {(control) => (
        <select {...rest} {...control} class={styles.input}>
          <For each={own.groups}>
            {(group) => (
              <Show when={group.label} fallback={options(group.options)}>
                <optgroup label={group.label ?? ''}>{options(group.options)}</optgroup>
              </Show>
            )}
          </For>
        </select>
      )}
    </Labelled>
  );
}
