import { createUniqueId, type JSX, Show, splitProps } from 'solid-js';
import styles from './Field.module.css';

export interface TextAreaProps extends JSX.TextareaHTMLAttributes<HTMLTextAreaElement> {
  label: string;
  /** One quiet line under the label. */
  description?: string | undefined;
  /** What is wrong and what to do, in words. */
  error?: string | undefined;
}

/** A labelled field of several lines. */
export function TextArea(props: TextAreaProps) {
  const [own, rest] = splitProps(props, ['label', 'description', 'error']);
  const id = createUniqueId();
  const describedBy = () =>
    [own.description && `${id}-about`, own.error && `${id}-error`].filter(Boolean).join(' ') ||
    undefined;
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
      <textarea
        {...rest}
        id={id}
        class={styles.input}
        aria-invalid={own.error ? 'true' : undefined}
        aria-describedby={describedBy()}
      />
      <Show when={own.error}>
        <p id={`${id}-error`} class={styles.error}>
          {own.error}
        </p>
      </Show>
    </div>
  );
}
