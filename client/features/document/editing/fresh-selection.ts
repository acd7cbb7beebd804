import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * The browser tells of a moved caret only with its next frame, and a busy one draws few. Until then the editor knows the
 * old place: a key would be heeded there, and what another person writes would put the caret back. So it is told before
 * each key, and again as soon as the key has done what it does.
 */
export const freshSelection = Extension.create({
  name: 'freshSelection',
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
    }),
  ],
});

function tell(view: EditorView): void {
  if (!view.isDestroyed && !view.composing) document.dispatchEvent(new Event('selectionchange'));
}
