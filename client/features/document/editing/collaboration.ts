import type { RawCommands } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import type { Node } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import { keepInStep, type Step } from './in-step.ts';
import { wholeUndoSteps } from './undo-steps.ts';

/**
 * The text in the Yjs document. `onLost`: the editor has fallen out of step with it, and writes nothing any more.
 */
export function collaboration(doc: Y.Doc, onLost: () => void) {
  let step: Step | undefined;
  return Collaboration.extend({
    addCommands() {
      const { editor } = this;
      const made: Partial<RawCommands> = this.parent?.() ?? {};
      const withCaret =
        (command: RawCommands['undo'] | undefined): RawCommands['undo'] =>
        () =>
        (props) => {
          if (step?.isLost()) return false;
          const before = editor.state.doc;
          const isDone = command?.()(props) ?? false;
          if (isDone && props.dispatch) followChange(editor.view, before);
          return isDone;
        };
      return { ...made, undo: withCaret(made.undo), redo: withCaret(made.redo) };
    },
    addProseMirrorPlugins() {
      const plugins = this.parent?.() ?? [];
      const sync = plugins.find((plugin) => plugin.spec.key === ySyncPluginKey);
      if (!sync) return plugins;
      step = keepInStep(sync, onLost);
      return [...plugins, wholeUndoSteps(), ...step.plugins];
    },
  }).configure({ document: doc, field: TEXT_FIELD });
}

/**
 * One writes on where something was just undone, and behind what came back. The library would put the caret where it
 * stood before that was first written, and do so once more at the next change of anybody's.
 */
function followChange(view: EditorView, before: Node): void {
  const { binding } = ySyncPluginKey.getState(view.state);
  if (binding) binding.beforeTransactionSelection = null;
  const { doc, tr } = view.state;
  const start = before.content.findDiffStart(doc.content);
  const ends = before.content.findDiffEnd(doc.content);
  if (start === null || ends === null) return;
  // What is like its neighbour is found from both ends.
  const end = ends.b + Math.max(0, start - Math.min(ends.a, ends.b));
  const $end = doc.resolve(end);
  const behind = $end.parent.inlineContent ? null : Selection.findFrom($end, -1, true);
  view.dispatch(tr.setSelection(behind ?? Selection.near($end, -1)).scrollIntoView());
}
