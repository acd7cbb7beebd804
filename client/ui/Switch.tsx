import { createUniqueId, Show } from 'solid-js';
import styles from './Switch.module.css';

export interface SwitchProps {
  label: string;
  /** One quiet line under the label: what it does, or how it stands. */
  about?: string | undefined;
  on: boolean;
  disabled?: boolean | undefined;
  onChange: (on: boolean) => void;
}

/** Something that is on or off at once, without a button to confirm it. */
export function Switch(props: SwitchProps) {
  const id = createUniqueId();
  return (
    <label class={styles.switch}>
      <span class={styles.words}>
        <b id={id}>{props.label}</b>
        <Show when={props.about}>
          <span id={`${id}-about`}>{props.about}</span>
        </Show>
      </span>
      <input
        type="checkbox"
        aria-labelledby={id}
        aria-describedby={props.about ? `${id}-about` : undefined}
        checked={props.on}
        disabled={props.disabled ?? false}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
