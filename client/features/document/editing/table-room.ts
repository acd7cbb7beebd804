import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Marks the table that the caret is in: under it there is room for its tools (DocumentText.module.css), where they hide no line. */
export const tableRoom = Extension.create({
  name: 'tableRoom',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations({ doc, selection }) {
          const { $from, empty } = selection;
          for (let depth = $from.depth; empty && depth > 0; depth -= 1) {
            const node = $from.node(depth);
            if (node.type.name !== 'table') continue;
            const at = $from.before(depth);
            const mark = Decoration.node(at, at + node.nodeSize, { 'data-written-in': '' });
            return DecorationSet.create(doc, [mark]);
          }
          return null;
        },
      },
    }),
  ],
});
