/** Chance that can be had again: the same seed gives the same numbers in the same order. */
export type Random = {
  /** In [0, 1). */
  next(): number;
  /** True so often. */
  chance(probability: number): boolean;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** Chance of its own for a part, so that one part's draws do not depend on how often another's come. */
  fork(): Random;
};

/** Mulberry32 (Tommy Ettinger, public domain): small, and more than even enough for a simulation. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (items) => {
      const [item] = items.slice(Math.floor(next() * items.length));
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    fork: () => seededRandom(next() * 2 ** 32),
  };
}
