import { createUniqueId, type JSX, Show, splitProps } from 'solid-js';
import { classNames } from './class-names.ts';
import styles from './Field.module.css';

export interface FieldProps extends JSX.InputHTMLAttributes<HTMLInputElement> {
  label: string;
  /** One quiet line under the label: what is asked for, or who sees it. */
  description?: string | undefined;
  /** What is wrong and what to do, in words. Shown under the field, said when it comes, and read with it. */
  error?: string | undefined;
  /** The label is heard but not seen, where a heading beside the field already says it. */
  labelHidden?: boolean | undefined;
  inputClass?: string | undefined;
}

/** One labelled input. Label, description and error are tied to it by id. */
export function Field(props: FieldProps) {
  const [own, rest] = splitProps(props, [
    'label',
    'description',
    'error',
    'labelHidden',
    'inputClass',
    'class',
  ]);
  const id = createUniqueId();
  const describedBy = () =>
    [own.description && `${id}-about`, own.error && `${id}-error`].filter(Boolean).join(' ') ||
    undefined;
  return (
    <div class={classNames(styles.field, own.class)}>
      <label for={id} class={own.labelHidden ? 'visually-hidden' : styles.label}>
        {own.label}
      </label>
      <Show when={own.description}>
        <p id={`${id}-about`} class={styles.description}>
          {own.description}
        </p>
      </Show>
      <input
        {...rest}
        id={id}
        class={classNames(styles.input, own.inputClass)}
        aria-invalid={own.error ? 'true' : undefined}
        aria-describedby={describedBy()}
      />
      <Show when={own.error}>
        <p id={`${id}-error`} class={styles.error} role="alert">
          {own.error}
        </p>
      </Show>
    </div>
  );
}
