/**
 * Over so many columns or rows a cell reaches at the most: as many as word processors let a table have. Every column is
 * drawn, so that one cell that says millions would hold up the browser of whoever opens its document.
 */
export const SPAN_MAX = 63;

/** A whole number from 1 to `SPAN_MAX`, whatever stands there. */
export function spanOf(given: unknown): number {
  // Nothing else is a span, and an object that is asked for its number may throw.
  const isSpan = typeof given === 'number' || typeof given === 'string';
  const number = isSpan ? Math.floor(Number(given)) : 1;
  return number >= 1 ? Math.min(number, SPAN_MAX) : 1;
}
