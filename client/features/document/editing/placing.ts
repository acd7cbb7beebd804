export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** What something is placed by, in the window: on which side first, and around which line across. */
export type Spot = {
  readonly by: Box;
  readonly x: number;
  readonly first: 'above' | 'below';
};

export type Size = { readonly width: number; readonly height: number };

/** From the edge of the window, and from what something is placed by. */
export const CLEAR_PX = 8;

/**
 * Where something stands beside what it is for: on its first side, else on the other, and inside the room on all sides. Where
 * neither side has room it lies over the far end of what it is for. What is scrolled out of sight takes it along.
 */
export function placeBeside(
  { by, x, first }: Spot,
  size: Size,
  room: Box,
): { readonly left: number; readonly top: number } {
  const left = within(x - size.width / 2, room.left, room.right - size.width);
  const above = by.top - CLEAR_PX - size.height;
  const below = by.bottom + CLEAR_PX;
  const isSeen = by.bottom > room.top && by.top < room.bottom;
  if (!isSeen) return { left, top: first === 'above' ? above : below };
  const fits = { above: above >= room.top, below: below + size.height <= room.bottom };
  const side = fits[first] ? first : first === 'above' ? 'below' : 'above';
  const wished = side === 'above' ? above : below;
  if (fits[side]) return { left, top: wished };
  return { left, top: first === 'above' ? room.top : room.bottom - size.height };
}

const within = (at: number, least: number, most: number) =>
  Math.max(least, Math.min(at, Math.max(least, most)));

/** What can be seen of the page where an element stands: what scrolls around it, and the window above a phone's keyboard. */
export function roomAround(element: HTMLElement): Box {
  const seen = visualViewport;
  let left = seen?.offsetLeft ?? 0;
  let top = seen?.offsetTop ?? 0;
  let right = left + (seen?.width ?? innerWidth);
  let bottom = top + (seen?.height ?? innerHeight);
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    if (getComputedStyle(at).overflowY === 'visible') continue;
    const around = at.getBoundingClientRect();
    left = Math.max(left, around.left);
    top = Math.max(top, around.top);
    right = Math.min(right, around.right);
    bottom = Math.min(bottom, around.bottom);
  }
  return {
    left: left + CLEAR_PX,
    top: top + CLEAR_PX,
    right: right - CLEAR_PX,
    bottom: bottom - CLEAR_PX,
  };
}
