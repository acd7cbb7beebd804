import { Plugin } from '@tiptap/pm/state';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';

/**
 * What one writes without stopping is undone at once, whoever writes beside one. The library begins a new step when the
 * last change is not for undoing and the editor is drawn anew: that is whenever a caret moves after somebody else's word,
 * and would leave one letter to each step. What is not for undoing is in no step anyway.
 */
export function wholeUndoSteps(): Plugin {
  return new Plugin({
    view({ state }) {
      const undoManager: UndoManager | undefined = yUndoPluginKey.getState(state)?.undoManager;
      if (!undoManager) return {};
      const stopCapturing = undoManager.stopCapturing.bind(undoManager);
      undoManager.stopCapturing = () => {
        // Asked for by Yjs itself, so that the next undo is a step of its own.
        if (undoManager.undoing) stopCapturing();
      };
      return {};
    },
  });
}
