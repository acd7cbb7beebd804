import { type JSX, Show } from 'solid-js';
import styles from './PageHeader.module.css';

/** The top of a page: one quiet line, the heading, and room at the right for the account menu of the frame. */
export function PageHeader(props: { above?: JSX.Element; title: JSX.Element }) {
  return (
    <header class={styles.header}>
      <Show when={props.above}>
        <p class={styles.above}>{props.above}</p>
      </Show>
      <h1>{props.title}</h1>
    </header>
  );
}
