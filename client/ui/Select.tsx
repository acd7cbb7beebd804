import { createUniqueId, For, type JSX, Show, splitProps } from 'solid-js';
import styles from './Field.module.css';

interface Option {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps extends JSX.SelectHTMLAttributes<HTMLSelectElement> {
  label: string;
  /** One quiet line under the label. */
  description?: string | undefined;
  /** Under a name each, or without one. */
  groups: readonly { readonly label?: string | undefined; readonly options: readonly Option[] }[];
}

/** One of a list, as the device itself shows a list. */
export function Select(props: SelectProps) {
  const [own, rest] = splitProps(props, ['label', 'description', 'groups', 'value']);
  const id = createUniqueId();
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
    <div class={styles.field}>
      <label for={id} class={styles.label}>
        {own.label}
      </label>
      <Show when={own.description}>
        <p id={`${id}-about`} class={styles.description}>
          {own.description}
        </p>
      </Show>
      <select
        {...rest}
        id={id}
        class={styles.input}
        aria-describedby={own.description ? `${id}-about` : undefined}
      >
        <For each={own.groups}>
          {(group) => (
            <Show when={group.label} fallback={options(group.options)}>
              <optgroup label={group.label ?? ''}>{options(group.options)}</optgroup>
            </Show>
          )}
        </For>
      </select>
    </div>
  );
}
