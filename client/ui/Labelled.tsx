import { createUniqueId, type JSX, Show } from 'solid-js';
import { classNames } from './class-names.ts';
import styles from './Field.module.css';

export interface LabelledProps {
  label: string;
  /** One quiet line under the label: what is asked for, or who sees it. */
  description?: string | undefined;
  /** What is wrong and what to do, in words. Shown under the control, said when it comes, and read with it. */
  error?: string | undefined;
  /** The label is heard but not seen, where a heading beside the control already says it. */
  labelHidden?: boolean | undefined;
}

/** What ties a control to the words around it. To be spread on it. */
export interface LabelledControl {
  readonly id: string;
  readonly 'aria-invalid': 'true' | undefined;
  readonly 'aria-describedby': string | undefined;
}

/** One control with its label, description and error, tied to it by id. */
export function Labelled(
  props: LabelledProps & {
    class?: string | undefined;
    children: (control: LabelledControl) => JSX.Element;
  },
) {
  const id = createUniqueId();
  const control: LabelledControl = {
    id,
    get 'aria-invalid'() {
      return props.error ? 'true' : undefined;
    },
    get 'aria-describedby'() {
      const about = [props.description && `${id}-about`, props.error && `${id}-error`];
      return about.filter(Boolean).join(' ') || undefined;
    },
  };
  return (
    <div class={classNames(styles.field, props.class)}>
      <label for={id} class={props.labelHidden ? 'visually-hidden' : styles.label}>
        {props.label}
      </label>
      <Show when={props.description}>
        <p id={`${id}-about`} class={styles.description}>
          {props.description}
        </p>
      </Show>
      {props.children(control)}
      <Show when={props.error}>
        <p id={`${id}-error`} class={styles.error} role="alert">
          {props.error}
        </p>
      </Show>
    </div>
  );
}
