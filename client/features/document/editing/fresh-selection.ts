import { Extension } from '@tiptap/core';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { getRelativeSelection, yCursorPluginKey, ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

/**
 * The browser tells of a moved caret only with its next frame, and a busy one draws few. Until then the editor knows the
 * old place: a key would be heeded there, and what another person writes would put the caret back. So it is told before
 * each key, as soon as the key has done what it does, and before anything of others is taken in between the two: their
 * words, or where their carets are.
 */
export const freshSelection = (doc: Y.Doc) =>
  Extension.create({
    name: 'freshSelection',
    dispatchTransaction({ transaction, next }) {
      // The library has put it off until the page was left.
      if (this.editor.isDestroyed) return;
      const { view } = this.editor;
      const before = view.state;
      const isOfCarets = transaction.getMeta(yCursorPluginKey) !== undefined;
      if (isOfCarets && !transaction.docChanged && view.hasFocus()) tell(view);
      next(view.state === before ? transaction : saidAnew(view, transaction));
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown(view) {
              tell(view);
              setTimeout(() => tell(view));
            },
          },
        },
        view(view) {
          const beforeOthers = ({ local }: Y.Transaction) => {
            if (local || !view.hasFocus()) return;
            tell(view);
            keepForAfter(view);
          };
          doc.on('beforeTransaction', beforeOthers);
          return { destroy: () => doc.off('beforeTransaction', beforeOthers) };
        },
      }),
    ],
  });

/** The same of others' carets, beside where one's own is by now. */
function saidAnew(view: EditorView, said: Transaction): Transaction {
  const { tr } = view.state;
  for (const key of [yCursorPluginKey, ySyncPluginKey]) {
    const meta: unknown = said.getMeta(key);
    if (meta !== undefined) tr.setMeta(key, meta);
  }
  return tr;
}

function tell(view: EditorView): void {
  if (!view.isDestroyed && !view.composing) document.dispatchEvent(new Event('selectionchange'));
}

/** The library has noted where the caret was before we told, and would put it back there. */
function keepForAfter(view: EditorView): void {
  const { binding } = ySyncPluginKey.getState(view.state);
  if (binding) binding.beforeTransactionSelection = getRelativeSelection(binding, view.state);
}
