import { Show } from 'solid-js';
import styles from './SteadyWords.module.css';

/** Words that change in place: as wide and as high as the longer of the two, so that nothing beside them moves. */
export function SteadyWords(props: { readonly says: string; readonly also?: string | undefined }) {
  return (
    <span class={styles.both}>
      <span>{props.says}</span>
      <Show when={props.also}>
        <span class={styles.unsaid} aria-hidden="true">
          {props.also}
        </span>
      </Show>
    </span>
  );
}
