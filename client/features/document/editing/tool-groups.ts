import type { Editor } from '@tiptap/core';
import type { Insertion } from './insertion.ts';
import styles from './Toolbar.module.css';
import type { words } from './words.ts';

export type Tool = {
  readonly name: string;
  readonly run: () => void;
  /** On, for those that are on or off. */
  readonly on?: boolean;
  readonly off?: boolean;
  readonly look?: string | undefined;
};

/** Everything; what one does with selected words; what one begins an empty line with; what one does with a table. */
export type ToolChoice = 'full' | 'words' | 'begin' | 'table';

export type ToolGroup = { readonly id: string; readonly tools: readonly Tool[] };

/** The tools as they stand just now. */
export function toolGroups(
  choice: ToolChoice,
  editor: Editor,
  t: (typeof words)['nb'],
  onInsert: (insertion: Insertion) => void,
): readonly ToolGroup[] {
  /** Back in the text at once: Tiptap's own way waits for a frame, and what is typed before that is lost. */
  const chain = () => {
    editor.view.focus();
    return editor.chain();
  };
  const is = (name: string, attributes?: Record<string, unknown>) =>
    editor.isActive(name, attributes);
  const heading = (level: 2 | 3, name: string): Tool => ({
    name,
    on: is('heading', { level }),
    run: () => chain().toggleHeading({ level }).run(),
  });
  const bullets: Tool = {
    name: t.list,
    on: is('bulletList'),
    run: () => chain().toggleBulletList().run(),
  };
  const marks: ToolGroup = {
    id: 'marks',
    tools: [
      { name: t.bold, on: is('bold'), run: () => chain().toggleBold().run(), look: styles.bold },
      {
        name: t.italic,
        on: is('italic'),
        run: () => chain().toggleItalic().run(),
        look: styles.italic,
      },
      { name: t.link, on: is('link'), run: () => onInsert({ kind: 'link' }) },
    ],
  };
  const blocks: ToolGroup = {
    id: 'blocks',
    tools: [
      heading(2, t.heading),
      heading(3, t.subheading),
      bullets,
      { name: t.numbered, on: is('orderedList'), run: () => chain().toggleOrderedList().run() },
      { name: t.tasks, on: is('taskList'), run: () => chain().toggleTaskList().run() },
      { name: t.quote, on: is('blockquote'), run: () => chain().toggleBlockquote().run() },
    ],
  };
  const insert: ToolGroup = {
    id: 'insert',
    tools: [
      {
        name: t.table,
        off: is('table'),
        run: () => chain().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
      },
      { name: t.footnote, run: () => onInsert({ kind: 'footnote', at: undefined }) },
      {
        name: t.image,
        // With one selected: its words.
        run: () =>
          onInsert({
            kind: 'image',
            files: [],
            at: is('image') ? editor.state.selection.from : undefined,
          }),
      },
    ],
  };
  const table: ToolGroup = {
    id: 'table',
    tools: [
      { name: t.addRow, run: () => chain().addRowAfter().run() },
      { name: t.addColumn, run: () => chain().addColumnAfter().run() },
      { name: t.removeRow, run: () => chain().deleteRow().run() },
      { name: t.removeColumn, run: () => chain().deleteColumn().run() },
      { name: t.removeTable, run: () => chain().deleteTable().run() },
    ],
  };
  switch (choice) {
    case 'words':
      return [marks, { id: 'few', tools: [heading(2, t.heading), bullets] }];
    case 'begin':
      return [blocks, insert];
    case 'table':
      return [table];
    case 'full': {
      const undoing: ToolGroup = {
        id: 'undoing',
        tools: [
          { name: t.undo, off: !editor.can().undo(), run: () => chain().undo().run() },
          { name: t.redo, off: !editor.can().redo(), run: () => chain().redo().run() },
        ],
      };
      return [marks, blocks, insert, undoing, ...(is('table') ? [table] : [])];
    }
    default:
      return choice satisfies never;
  }
}
