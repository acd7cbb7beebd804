import { type Editor, Extension } from '@tiptap/core';
import { TaskItem } from '@tiptap/extension-list';

/** A task is done, and undone, with the caret in it: no box in a text is reached with Tab, which there is a step inwards. */
export const taskKeys = Extension.create({
  name: 'taskKeys',
  // Before the line break, which has the same key elsewhere.
  priority: 1_100,
  addKeyboardShortcuts() {
    return { 'Mod-Enter': () => turnTask(this.editor) };
  },
});

/** @returns whether the caret is in a task */
export function turnTask({ state, view }: Pick<Editor, 'state' | 'view'>): boolean {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name !== TaskItem.name) continue;
    view.dispatch(state.tr.setNodeAttribute($from.before(depth), 'checked', !node.attrs.checked));
    return true;
  }
  return false;
}
