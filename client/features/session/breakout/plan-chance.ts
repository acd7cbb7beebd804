/** A whole number from 0 up to `end`, by the browser's own chance: nobody can foresee or arrange who meets whom. */
export function drawBelow(end: number): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return Math.floor((drawn / 2 ** 32) * end);
}
