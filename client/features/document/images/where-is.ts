import type { Node } from '@tiptap/pm/model';

/** Where the picture stands now that stood at `before`: the nearest of those that show it, if it is there still. */
export function whereIs(text: Node, imageId: string, before: number): number | undefined {
  let nearest: number | undefined;
  text.descendants((node, at) => {
    if (node.type.name !== 'image' || node.attrs.imageId !== imageId) return;
    if (nearest === undefined || Math.abs(at - before) < Math.abs(nearest - before)) nearest = at;
  });
  return nearest;
}
