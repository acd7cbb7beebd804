import type { Editor } from '@tiptap/core';
import { type Accessor, createMemo, createUniqueId, For, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { longWord } from '../../../ui/long-word.ts';
import styles from './DocumentText.module.css';
import { words } from './words.ts';

/** What the footnotes say, under the text, in the order of their marks. */
export function Footnotes(props: { readonly editor: Editor; readonly turn: Accessor<number> }) {
  const t = useWords(words);
  const id = createUniqueId();
  const notes = createMemo<readonly string[]>(
    () => {
      props.turn();
      const found: string[] = [];
      props.editor.state.doc.descendants((node) => {
        if (node.type.name === 'footnote') found.push(String(node.attrs.text));
      });
      return found;
    },
    [],
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  return (
    <Show when={notes().length > 0}>
      <section class={styles.footnotes} aria-labelledby={id}>
        <h2 id={id}>{t().footnotes}</h2>
        <ol>
          <For each={notes()}>{(note) => <li data-long-word={longWord(note)}>{note}</li>}</For>
        </ol>
      </section>
    </Show>
  );
}
