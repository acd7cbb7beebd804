import { Collaboration } from '@tiptap/extension-collaboration';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';

/**
 * The text in the Yjs document. An empty one is shown as an empty paragraph, which is nobody's and is not written: when
 * undoing had taken back the first words, it was, and redoing put the words under it.
 */
export function collaboration(doc: Y.Doc) {
  const fragment = doc.getXmlFragment(TEXT_FIELD);
  return Collaboration.extend({
    addProseMirrorPlugins() {
      const plugins = this.parent?.() ?? [];
      const { spec } = plugins.find((plugin) => plugin.spec.key === ySyncPluginKey) ?? {};
      const makeView = spec?.view;
      if (!spec || !makeView) return plugins;
      spec.view = (view) => {
        const made = makeView(view);
        return {
          ...made,
          update(now, before) {
            const { doc: shown } = now.state;
            const isBlank = shown.eq(shown.type.createAndFill() ?? shown);
            if (fragment.length > 0 || !isBlank) made.update?.(now, before);
          },
        };
      };
      return plugins;
    },
  }).configure({ document: doc, field: TEXT_FIELD });
}
