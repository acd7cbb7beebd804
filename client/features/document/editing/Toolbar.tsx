import type { Editor } from '@tiptap/core';
import { type Accessor, createMemo, For } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import { createSideScroll } from '../../../ui/side-scroll.ts';
import type { Insertion } from './insertion.ts';
import styles from './Toolbar.module.css';
import { words } from './words.ts';

export type ToolbarProps = {
  readonly editor: Editor;
  /** Changes with everything that the editor does. */
  readonly turn: Accessor<number>;
  readonly onInsert: (insertion: Insertion) => void;
  /** Everything, or only what one does with selected words. */
  readonly full?: boolean;
  /** The tools for a table stand by themselves, so that the others need no more room when the caret comes into one. */
  readonly tableApart?: boolean;
};

type Tool = {
  readonly name: string;
  readonly run: () => void;
  /** On, for those that are on or off. */
  readonly on?: boolean;
  readonly off?: boolean;
  readonly look?: string | undefined;
};

/** Of the full one: the last, and only inside a table. */
const TABLE_GROUP = 4;

/** Words, not signs. One stop for Tab; arrows move inside, and Esc goes back to the text. */
export function Toolbar(props: ToolbarProps) {
  const t = useWords(words);
  /** Back in the text at once: Tiptap's own way waits for a frame, and what is typed before that is lost. */
  const chain = () => {
    props.editor.view.focus();
    return props.editor.chain();
  };
  const groups = createMemo<readonly (readonly Tool[])[]>(() => {
    props.turn();
    const { editor } = props;
    const is = (name: string, attributes?: Record<string, unknown>) =>
      editor.isActive(name, attributes);
    const words: Tool[] = [
      { name: t().bold, on: is('bold'), run: () => chain().toggleBold().run(), look: styles.bold },
      {
        name: t().italic,
        on: is('italic'),
        run: () => chain().toggleItalic().run(),
        look: styles.italic,
      },
      { name: t().link, on: is('link'), run: () => props.onInsert({ kind: 'link' }) },
    ];
    const heading = (level: 2 | 3, name: string): Tool => ({
      name,
      on: is('heading', { level }),
      run: () => chain().toggleHeading({ level }).run(),
    });
    const blocks: Tool[] = [
      heading(2, t().heading),
      { name: t().list, on: is('bulletList'), run: () => chain().toggleBulletList().run() },
    ];
    if (!props.full) return [words, blocks];
    const more: Tool[] = [
      heading(2, t().heading),
      heading(3, t().subheading),
      { name: t().list, on: is('bulletList'), run: () => chain().toggleBulletList().run() },
      { name: t().numbered, on: is('orderedList'), run: () => chain().toggleOrderedList().run() },
      { name: t().tasks, on: is('taskList'), run: () => chain().toggleTaskList().run() },
      { name: t().quote, on: is('blockquote'), run: () => chain().toggleBlockquote().run() },
    ];
    const insert: Tool[] = [
      {
        name: t().table,
        off: is('table'),
        run: () => chain().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
      },
      { name: t().footnote, run: () => props.onInsert({ kind: 'footnote', at: undefined }) },
      {
        name: t().image,
        // With one selected: its words.
        run: () =>
          props.onInsert({
            kind: 'image',
            files: [],
            at: is('image') ? editor.state.selection.from : undefined,
          }),
      },
    ];
    const table: Tool[] = [
      { name: t().addRow, run: () => chain().addRowAfter().run() },
      { name: t().addColumn, run: () => chain().addColumnAfter().run() },
      { name: t().removeRow, run: () => chain().deleteRow().run() },
      { name: t().removeColumn, run: () => chain().deleteColumn().run() },
      { name: t().removeTable, run: () => chain().deleteTable().run() },
    ];
    const undoing: Tool[] = [
      { name: t().undo, off: !editor.can().undo(), run: () => chain().undo().run() },
      { name: t().redo, off: !editor.can().redo(), run: () => chain().redo().run() },
    ];
    return [words, more, insert, undoing, ...(is('table') ? [table] : [])];
  });
  const names = createMemo(() => groups().map((group) => group.map(({ name }) => name)), [], {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  const tool = (group: number, index: number) => groups()[group]?.[index];

  const isApart = (group: number) => props.tableApart === true && group === TABLE_GROUP;
  const scroll = createSideScroll();
  let bar: HTMLDivElement | undefined;
  const buttons = () => [...(bar?.querySelectorAll('button') ?? [])];
  function move(event: KeyboardEvent): void {
    const all = buttons();
    const here = all.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: all.length - 1 }[
      event.key
    ];
    if (event.key === 'Escape') props.editor.view.focus();
    else if (to === undefined) return;
    else stop(all.at(to % all.length));
    event.preventDefault();
  }
  /** The one that Tab comes back to. */
  function stop(button: HTMLButtonElement | undefined): void {
    for (const one of buttons()) one.tabIndex = one === button ? 0 : -1;
    button?.focus();
  }
  return (
    <div
      ref={(element) => {
        bar = element;
        scroll.watch(element);
      }}
      class={styles.bar}
      data-more={scroll.more()}
      role="toolbar"
      tabindex="-1"
      aria-label={t().tools}
      onKeyDown={move}
    >
      <For each={names()}>
        {(group, groupAt) => (
          <div
            class={classNames(styles.group, isApart(groupAt()) && styles.apart)}
            data-dock={isApart(groupAt()) ? '' : undefined}
          >
            <For each={group}>
              {(name, at) => (
                <button
                  type="button"
                  class={classNames(styles.tool, tool(groupAt(), at())?.look)}
                  tabindex={groupAt() === 0 && at() === 0 ? 0 : -1}
                  aria-pressed={tool(groupAt(), at())?.on}
                  aria-disabled={tool(groupAt(), at())?.off ? 'true' : undefined}
                  // The text keeps what is selected in it.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => {
                    const pressed = tool(groupAt(), at());
                    if (!pressed?.off) pressed?.run();
                  }}
                >
                  {name}
                </button>
              )}
            </For>
          </div>
        )}
      </For>
    </div>
  );
}
