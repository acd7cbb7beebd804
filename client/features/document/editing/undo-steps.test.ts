import { Schema } from '@tiptap/pm/model';
import { EditorState, type Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { undo, ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import { wholeUndoSteps } from './undo-steps.ts';

const schema = new Schema({
  nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} },
});

/** One editor with nothing drawn: state, plugins and binding are the real ones. */
function editor(doc: Y.Doc) {
  const plugins: Plugin[] = [
    ySyncPlugin(doc.getXmlFragment(TEXT_FIELD)),
    yUndoPlugin(),
    wholeUndoSteps(),
  ];
  let state = EditorState.create({ schema, plugins });
  const views: ReturnType<NonNullable<Plugin['spec']['view']>>[] = [];
  const view = {
    ...{ hasFocus: () => false, isDestroyed: false },
    get state() {
      return state;
    },
    dispatch(tr: EditorState['tr']) {
      const before = state;
      state = state.apply(tr);
      for (const made of views) made.update?.(view, before);
    },
  } as unknown as EditorView;
  for (const { spec } of plugins) views.push(spec.view?.(view) ?? {});
  return {
    shown: () => state.doc.textBetween(0, state.doc.content.size, '|'),
    type: (words: string) => view.dispatch(state.tr.insertText(words, 1)),
    /** As when anybody's caret is seen to move. */
    redraw: () => view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, 1))),
    undo: () => undo(state),
  };
}

test('F43 DOC-46 what was written without stopping is undone at once, though somebody else wrote meanwhile', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  one.on(
    'update',
    (update: Uint8Array, from) => from !== 'line' && Y.applyUpdate(other, update, 'line'),
  );
  other.on(
    'update',
    (update: Uint8Array, from) => from !== 'line' && Y.applyUpdate(one, update, 'line'),
  );
  const [kari, ola] = [editor(one), editor(other)];
  for (const letter of 'ired') {
    kari.type(letter);
    ola.type('x');
    kari.redraw();
  }
  expect(kari.shown()).toBe('xdxexrxi');
  kari.undo();
  expect(kari.shown(), 'all of one’s own').toBe('xxxx');
  kari.undo();
  expect(kari.shown(), 'and nothing of another’s').toBe('xxxx');
});
