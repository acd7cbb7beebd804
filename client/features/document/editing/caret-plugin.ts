import type { Plugin } from '@tiptap/pm/state';
import { type DecorationAttrs, DecorationSet } from '@tiptap/pm/view';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { readCursor } from '#shared/wire/presence-state.ts';

/** How the others' carets look. */
type CaretLook = {
  readonly cursorBuilder: (user: unknown, clientId: number) => HTMLElement;
  readonly selectionBuilder: (user: unknown) => DecorationAttrs;
};

/**
 * Where the others' carets are. The library resolves them in the very step that takes in others' words, and whatever it
 * throws then keeps those words out: a caret that is none is left away, and no caret at all is better than another text.
 */
export function caretPlugin(awareness: Awareness, look: CaretLook): Plugin<DecorationSet> {
  const plugin: Plugin<DecorationSet> = yCursorPlugin(awareness, {
    ...look,
    awarenessStateFilter: (mine: number, client: number, state: { cursor?: unknown } | null) =>
      client !== mine && readCursor(state?.cursor) !== undefined,
  });
  const { state } = plugin.spec;
  if (!state) return plugin;
  plugin.spec.state = {
    ...state,
    init: (...given) => orNone(() => state.init.apply(plugin, given)),
    apply: (...given) => orNone(() => state.apply.apply(plugin, given)),
  };
  return plugin;
}

function orNone(draw: () => DecorationSet): DecorationSet {
  try {
    return draw();
  } catch {
    return DecorationSet.empty;
  }
}
