import type { Editor } from '@tiptap/core';
import { type Accessor, createMemo, createUniqueId, For, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import { longWord } from '../../../ui/long-word.ts';
import styles from './Contents.module.css';
import { words } from './words.ts';

/** A text shorter than this is its own list of contents. */
const HEADINGS_MIN = 3;

type Heading = { readonly text: string; readonly level: number; readonly at: number };

/** The headings of a longer text, each a way to it. */
export function Contents(props: {
  readonly editor: Editor;
  readonly turn: Accessor<number>;
  /** Folded together until one asks for it. */
  readonly compact: boolean;
}) {
  const t = useWords(words);
  const id = createUniqueId();
  const headings = createMemo<readonly Heading[]>(
    () => {
      props.turn();
      const found: Heading[] = [];
      props.editor.state.doc.descendants((node, at) => {
        if (node.type.name !== 'heading') return node.isBlock && !node.isTextblock;
        if (node.textContent.trim() !== '')
          found.push({ text: node.textContent, level: node.attrs.level, at });
        return false;
      });
      return found;
    },
    [],
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  function goTo(heading: Heading): void {
    const { editor } = props;
    const element = editor.view.nodeDOM(heading.at);
    if (element instanceof HTMLElement) element.scrollIntoView({ block: 'start' });
    if (editor.isEditable)
      editor.commands.focus(heading.at + 1 + heading.text.length, { scrollIntoView: false });
  }
  const list = () => (
    <ol class={styles.list}>
      <For each={headings()}>
        {(heading) => (
          <li class={classNames(heading.level > 2 && styles.sub)}>
            <button
              type="button"
              data-long-word={longWord(heading.text)}
              onClick={() => goTo(heading)}
            >
              {heading.text}
            </button>
          </li>
        )}
      </For>
    </ol>
  );
  return (
    <Show when={headings().length >= HEADINGS_MIN}>
      <nav class={styles.contents} aria-labelledby={id}>
        <details open={!props.compact && matchMedia('(min-width: 75em)').matches}>
          <summary id={id}>{t().contents}</summary>
          {list()}
        </details>
      </nav>
    </Show>
  );
}
