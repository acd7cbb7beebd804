/** How far the middle of the thread hangs below its ends, px. */
const SAG = 46;
/** Where the thread is tied to the posts, px from the top of the band. */
const TIED_AT = 14;

/** Which ends are tied to a post. A loose end runs out level. */
export interface Ends {
  from: boolean;
  to: boolean;
}

/** How far the thread is below the posts' tie, 0 to 1, at `t` of its length; and its slope there. */
function sag(t: number, ends: Ends): { y: number; slope: number } {
  if (ends.from && ends.to) return { y: 4 * t * (1 - t), slope: 4 - 8 * t };
  if (ends.from) return { y: t * (2 - t), slope: 2 - 2 * t };
  if (ends.to) return { y: 1 - t * t, slope: -2 * t };
  return { y: 0.5, slope: 0 };
}

/** The thread's height at `x` of a band `width` wide, px from the top. */
export function threadY(x: number, width: number, ends: Ends): number {
  return TIED_AT + SAG * sag(x / width, ends).y;
}

/**
 * The part of the thread between two places as SVG path data. It is a parabola, so one Bézier is exact. A band that is not
 * laid out, as when its page is being taken away, has no width and no thread.
 */
export function threadPath(x1: number, x2: number, width: number, ends: Ends): string {
  if (width <= 0) return '';
  const { slope } = sag(x1 / width, ends);
  const y1 = threadY(x1, width, ends);
  const middle = (x1 + x2) / 2;
  const control = y1 + ((SAG * slope) / width) * (middle - x1);
  const n = (value: number) => Math.round(value * 100) / 100;
  return `M${n(x1)} ${n(y1)}Q${n(middle)} ${n(control)} ${n(x2)} ${n(threadY(x2, width, ends))}`;
}
