import { Show } from 'solid-js';
import styles from './Cohorts.module.css';

/** Why something was not done, or nothing. */
export function Problem(props: { readonly said: string | undefined }) {
  return (
    <Show when={props.said}>
      {(said) => (
        <p class={styles.problem} role="alert">
          {said()}
        </p>
      )}
    </Show>
  );
}
