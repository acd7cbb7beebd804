import type { Box, Size } from './placing.ts';

/** Between a name and the end of the line that it stands beside. */
const APART_PX = 6;
/** What of a letter's box is empty in nearly every letter: over the capitals, and under the tails. */
const OVER_CAPITALS_PX = 3;
const UNDER_TAILS_PX = 1;
/** Of one line, though a raised figure in it has a box of its own. */
const SAME_LINE_PX = 8;

type Spot = { readonly left: number; readonly top: number };

/**
 * Where the name of whoever writes at a caret covers nothing of the text: over or under the caret, or else at the end of the nearest
 * line that leaves room, or between blocks. Undefined where the text leaves none. `letters`: the boxes of all text around the caret,
 * and of the other names there.
 */
export function nameSpot(
  pole: Box,
  size: Size,
  letters: readonly Box[],
  room: Box,
): Spot | undefined {
  const inked = letters.map(inkOf);
  const own = inkOf(pole);
  const lines = linesOf([own, ...inked]).sort((a, b) => away(a, own) - away(b, own));
  const besideCaret = [own.left, own.right - size.width];
  const inside = Math.max(room.left, Math.min(own.left, room.right - size.width));
  const spots: Spot[] = [
    ...besideCaret.map((left) => ({ left, top: own.top - size.height })),
    ...besideCaret.map((left) => ({ left, top: own.bottom })),
    ...lines.flatMap((line) => [
      { left: line.right + APART_PX, top: (line.top + line.bottom - size.height) / 2 },
      { left: inside, top: line.top - size.height },
      { left: inside, top: line.bottom },
    ]),
  ];
  return spots.find((spot) => {
    const box = boxAt(spot, size);
    return isWithin(box, room) && !inked.some((ink) => overlap(box, ink));
  });
}

export const boxAt = ({ left, top }: Spot, { width, height }: Size): Box => ({
  ...{ left, top },
  right: left + width,
  bottom: top + height,
});

export const inkOf = (box: Box): Box => ({
  ...{ left: box.left, right: box.right },
  top: box.top + OVER_CAPITALS_PX,
  bottom: box.bottom - UNDER_TAILS_PX,
});

export const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

const isWithin = (box: Box, room: Box): boolean =>
  box.left >= room.left &&
  box.right <= room.right &&
  box.top >= room.top &&
  box.bottom <= room.bottom;

const middle = (box: Box): number => (box.top + box.bottom) / 2;
const away = (line: Box, own: Box): number => Math.abs(middle(line) - middle(own));

/** Boxes that stand beside each other, as one. */
function linesOf(boxes: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const box of boxes) {
    const at = lines.findIndex((line) => Math.abs(middle(line) - middle(box)) < SAME_LINE_PX);
    const line = lines[at];
    if (!line) lines.push(box);
    else
      lines[at] = {
        left: Math.min(line.left, box.left),
        top: Math.min(line.top, box.top),
        right: Math.max(line.right, box.right),
        bottom: Math.max(line.bottom, box.bottom),
      };
  }
  return lines;
}
