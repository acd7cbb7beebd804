/**
 * By halving: the place of the first in a sorted list that a measure no longer holds for.
 * @param isBefore true for all up to a place, and false from there on
 * @returns the length of the list, where it holds for all
 */
export function firstPast<T>(sorted: readonly T[], isBefore: (one: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(sorted[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
