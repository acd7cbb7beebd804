import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { longWord } from '../../../ui/long-word.ts';

/** Marks the blocks that are drawn without kerning, for what is in them. */
export const longWords = Extension.create({
  name: 'longWords',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations({ doc }) {
          const found: Decoration[] = [];
          doc.descendants((node, at) => {
            if (!node.isTextblock) return node.isBlock;
            if (isLong(node))
              found.push(Decoration.node(at, at + node.nodeSize, { 'data-long-word': '' }));
            return false;
          });
          return found.length > 0 ? DecorationSet.create(doc, found) : null;
        },
      },
    }),
  ],
});

/** A block that nobody has touched is the same node as before: it is read through once. */
const known = new WeakMap<Node, boolean>();

function isLong(block: Node): boolean {
  const before = known.get(block);
  if (before !== undefined) return before;
  const now = longWord(block.textContent) !== undefined;
  known.set(block, now);
  return now;
}
