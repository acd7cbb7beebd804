/** How much of the width the sheet has beside the faces, in per cent. Whole numbers: they are read aloud. */
export const SHARE_MIN = 30;
export const SHARE_MAX = 82;
const SHARE_FIRST = 66;
const STEP = 4;
/** Widths that a plain press goes through, for those who cannot drag (WCAG 2.5.7). */
const STOPS = [50, SHARE_FIRST, SHARE_MAX];

const within = (share: number) => Math.round(Math.min(SHARE_MAX, Math.max(SHARE_MIN, share)));

/** The share that was kept as text on this device, or the first one. */
export function shareFrom(text: string | undefined): number {
  const share = Number(text);
  return text && Number.isFinite(share) ? within(share) : SHARE_FIRST;
}

/** The share when the edge is drawn to `x`. */
export function shareAt(
  x: number,
  frame: { readonly left: number; readonly width: number },
): number {
  return frame.width > 0 ? within(((x - frame.left) / frame.width) * 100) : SHARE_FIRST;
}

/** The share after a key on the edge; undefined for a key that means nothing there. */
export function shareByKey(share: number, key: string): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return within(share - STEP);
    case 'ArrowRight':
      return within(share + STEP);
    case 'Home':
      return SHARE_MIN;
    case 'End':
      return SHARE_MAX;
    case 'Enter':
      return shareByPress(share);
    default:
      return undefined;
  }
}

/** The share after a press without drawing. */
export function shareByPress(share: number): number {
  return STOPS.find((stop) => stop > share) ?? (STOPS[0] as number);
}
