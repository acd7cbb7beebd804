import { For, Show } from 'solid-js';
import type { SnippetPart } from '#shared/kernel/snippet.ts';
import styles from './Snippet.module.css';

/** The words around what was found, and what was found marked among them. */
export function Snippet(props: { readonly parts: readonly SnippetPart[] }) {
  return (
    <For each={props.parts}>
      {(part) => (
        <Show when={part.hit} fallback={part.text}>
          <mark class={styles.found}>{part.text}</mark>
        </Show>
      )}
    </For>
  );
}
