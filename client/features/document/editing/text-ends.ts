import { Extension } from '@tiptap/core';
import { GapCursor } from '@tiptap/pm/gapcursor';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * The keys that lead to the beginning and the end of the text. A browser loses its way where a table is first or last, and puts the
 * caret into another cell, or before it.
 */
export const textEnds = Extension.create({
  name: 'textEnds',
  addKeyboardShortcuts() {
    const to = (end: End, isExtending = false) => {
      return () => go(this.editor.view, end, isExtending);
    };
    return {
      'Mod-Home': to('start'),
      'Mod-End': to('end'),
      'Shift-Mod-Home': to('start', true),
      'Shift-Mod-End': to('end', true),
    };
  },
});

type End = 'start' | 'end';

function go(view: EditorView, end: End, isExtending: boolean): boolean {
  if (view.composing) return false;
  const { doc, selection, tr } = view.state;
  const chosen = isExtending
    ? TextSelection.between(selection.$anchor, outermost(doc, end).$head, end === 'end' ? -1 : 1)
    : caretAt(doc, end);
  view.dispatch(tr.setSelection(chosen).scrollIntoView());
  return true;
}

const outermost = (doc: Node, end: End): Selection =>
  end === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc);

/** Beside a picture: were it chosen instead, the next letter would take its place. */
function caretAt(doc: Node, end: End): Selection {
  const found = outermost(doc, end);
  if (!(found instanceof NodeSelection)) return found;
  return new GapCursor(end === 'start' ? found.$from : found.$to);
}
