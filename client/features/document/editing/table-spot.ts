import type { Editor } from '@tiptap/core';
import type { Box, Spot } from './placing.ts';

/** So near the upper edge of what is seen, tools over a table would lie on the row one writes in. */
const NEAR_PX = 88;

/** Where the tools stand for the table that the caret is in: under it, where there is room for them, and never on its rows. */
export function tableSpot(editor: Editor, room: Box): Spot | undefined {
  const { view, state } = editor;
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name !== 'table') continue;
    const table = view.nodeDOM($from.before(depth));
    if (!(table instanceof HTMLElement)) return undefined;
    const by = table.getBoundingClientRect();
    const line = view.coordsAtPos($from.pos);
    const isRoomUnder = by.bottom + NEAR_PX <= room.bottom;
    const first = isRoomUnder || line.top - room.top < NEAR_PX ? 'below' : 'above';
    return { by, x: (by.left + by.right) / 2, first };
  }
  return undefined;
}
