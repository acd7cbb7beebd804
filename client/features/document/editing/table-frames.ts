import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** A table of more columns may be wider than a phone (DocumentText.module.css), and scrolls. */
const COLUMNS_SEEN = 3;

/** Whoever reads comes to a wide table with Tab, and scrolls it with the arrows. Whoever writes has the caret for that. */
export const tableFrames = (parts: { readonly editable: () => boolean; readonly label: string }) =>
  Extension.create({
    name: 'tableFrames',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          decorations({ doc }) {
            if (parts.editable()) return null;
            const frames: Decoration[] = [];
            doc.descendants((node, at) => {
              if (node.type.name !== 'table') return node.isBlock && !node.isTextblock;
              if ((node.firstChild?.childCount ?? 0) > COLUMNS_SEEN) {
                const attributes = { tabindex: '0', role: 'group', 'aria-label': parts.label };
                frames.push(Decoration.node(at, at + node.nodeSize, attributes));
              }
              return false;
            });
            return DecorationSet.create(doc, frames);
          },
        },
      }),
    ],
  });
