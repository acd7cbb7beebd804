/** As many tiles as one can take in at once. */
export const PAGE_WIDE = 9;
export const PAGE_NARROW = 4;

export type Page = {
  /** 0 is the first. Never beyond the last, however many have left. */
  readonly index: number;
  readonly count: number;
  readonly people: readonly string[];
};

/** One page of the people, who keep their order: turning a page is the only thing that moves a tile. */
export function pageOf(people: readonly string[], size: number, wanted: number): Page {
  const count = Math.max(1, Math.ceil(people.length / size));
  const index = Math.min(Math.max(0, wanted), count - 1);
  return { index, count, people: people.slice(index * size, (index + 1) * size) };
}

/**
 * The order of the tiles: those who were here keep their places, whoever left makes room, whoever came stands
 * last. So an arrival never moves what somebody is about to press; while something is, a departure does not either.
 */
export function keepOrder(
  before: readonly string[],
  now: readonly string[],
  aboutToPress: boolean,
): readonly string[] {
  const here = new Set(now);
  const known = new Set(before);
  const stay = aboutToPress ? before : before.filter((one) => here.has(one));
  return [...stay, ...now.filter((one) => !known.has(one))];
}

/** Whom a teacher lifted forward stands first, on the first page. The others keep their order. */
export function liftedFirst<Id extends string>(people: readonly Id[], lifted: Id | null): Id[] {
  const first = people.filter((one) => one === lifted);
  return [...first, ...people.filter((one) => one !== lifted)];
}

/** Whose camera should come in: only those that are looked at, and nobody's in sound only. */
export function picturesWanted(
  onScreen: readonly (string | undefined)[],
  soundOnly: boolean,
): ReadonlySet<string> {
  return new Set(soundOnly ? [] : onScreen.filter((one) => one !== undefined));
}
