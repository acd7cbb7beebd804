import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

/** Inside the last line, rather than on its lower edge. */
const INSIDE_PX = 4;

/**
 * Puts the caret at the end of the paragraph that one looks at, so that nothing scrolls away. At once, within the press: a phone
 * brings up its keyboard for nothing later.
 */
export function writeInSight({ view }: Editor): void {
  const { left, top, bottom } = view.dom.getBoundingClientRect();
  const middle = (visualViewport?.height ?? innerHeight) / 2;
  const line = Math.max(top + INSIDE_PX, Math.min(middle, bottom - INSIDE_PX));
  const at = view.posAtCoords({ left: left + INSIDE_PX, top: line });
  if (at) {
    const { doc, tr } = view.state;
    const $at = doc.resolve(at.pos);
    const near = $at.parent.inlineContent ? $at.end() : at.pos;
    view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(near), -1)));
  }
  view.focus();
}
