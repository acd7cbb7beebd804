import type { Editor } from '@tiptap/core';
import type { Box, Spot } from './placing.ts';

/** As high as the tools are, with what is clear about them. */
const TOOLS_PX = 64;
/** So near the edge of what is seen, they would lie on the row one writes in. */
const NEAR_PX = 88;

/**
 * Where the tools stand for the table that the caret is in: under it, where the text makes room for them (table-room.ts).
 * Where that is out of sight they lie on its last rows that are seen, but never on the one that is written in; over the
 * table only where one writes at the foot of what is seen.
 */
export function tableSpot(editor: Editor, room: Box): Spot | undefined {
  const { view, state } = editor;
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name !== 'table') continue;
    const table = view.nodeDOM($from.before(depth));
    if (!(table instanceof HTMLElement)) return undefined;
    const by = table.getBoundingClientRect();
    const line = view.coordsAtPos($from.pos);
    const x = (by.left + by.right) / 2;
    if (by.bottom + TOOLS_PX <= room.bottom) return { by, x, first: 'below' };
    // From the upper edge on, so that they go to the lower one.
    if (line.bottom + NEAR_PX <= room.bottom)
      return { by: { ...by, top: room.top }, x, first: 'below' };
    return { by, x, first: line.top - room.top < NEAR_PX ? 'below' : 'above' };
  }
  return undefined;
}
