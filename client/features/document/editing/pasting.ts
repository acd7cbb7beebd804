import { Extension } from '@tiptap/core';
import { DOMParser as ModelParser, Slice } from '@tiptap/pm/model';
import { Plugin, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { inertDocument } from '../../../platform/inert-html.ts';

/**
 * Pastes and drops what comes as HTML. ProseMirror would write it into an element, which the Trusted Types policy
 * refuses; here it is read in a document that runs and loads nothing, and only what the schema knows goes on.
 */
export const pasting = Extension.create({
  name: 'pasting',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handlePaste: (view, event) => pasteHtml(view, event.clipboardData),
        handleDrop: (view, event, _slice, moved) => {
          // What was taken from this very text is moved by ProseMirror itself, as a tree.
          if (moved || view.dragging) return false;
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (at) {
            const place = Selection.near(view.state.doc.resolve(at.pos));
            view.dispatch(view.state.tr.setSelection(place));
          }
          return pasteHtml(view, event.dataTransfer);
        },
      },
    }),
  ],
});

/** What the schema never takes, and the policy would report each time, though nothing of it runs or shows. */
const quiet = (html: string): string =>
  html
    .replace(/<style\b.*?<\/style>/gisu, '')
    .replace(/\s(?:style|on\w+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/giu, '');

function pasteHtml(view: EditorView, given: DataTransfer | null): boolean {
  const html = given?.getData('text/html');
  if (!html) return false;
  const { state } = view;
  const parser = ModelParser.fromSchema(state.schema);
  const read = parser.parseSlice(inertDocument(quiet(html)).body, {
    preserveWhitespace: false,
    context: state.selection.$from,
  });
  const slice = Slice.maxOpen(read.content, true);
  if (slice.content.size === 0) return false;
  view.dispatch(state.tr.replaceSelection(slice).scrollIntoView().setMeta('uiEvent', 'paste'));
  return true;
}
