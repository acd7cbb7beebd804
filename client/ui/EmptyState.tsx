import { type JSX, Show } from 'solid-js';
import styles from './States.module.css';
import { SlackThread } from './Thread.tsx';

/** Nothing here yet: a slack thread, one sentence on what could be here, at most one plain button. */
export function EmptyState(props: { title: string; children: JSX.Element; action?: JSX.Element }) {
  return (
    <section class={styles.empty}>
      <SlackThread />
      <h2 class={styles.title}>{props.title}</h2>
      <p>{props.children}</p>
      <Show when={props.action}>
        <p class={styles.actions}>{props.action}</p>
      </Show>
    </section>
  );
}
