import type { PersonId } from '#shared/kernel/ids.ts';

/**
 * Whose shared screen stands on the stage: whom one chose, else the one that stands there already, else the first.
 * A second one that begins does not push the first away. One's own is never among them: it would show itself without end.
 */
export function screenOnStage(
  before: PersonId | undefined,
  sharers: readonly PersonId[],
  chosen: PersonId | undefined,
): PersonId | undefined {
  const here = (one: PersonId | undefined) => (one && sharers.includes(one) ? one : undefined);
  return here(chosen) ?? here(before) ?? sharers[0];
}

/** What a window of its own shows, at most four: shared screens first, then whoever matters most just now. */
export const SMALL_TILES = 4;

export type SmallTile = { readonly kind: 'screen' | 'face'; readonly personId: PersonId };

export function smallTiles(now: {
  readonly screens: readonly PersonId[];
  /** Pinned, spotlit, with the word, speaking: whoever of them is here, in that order. */
  readonly first: readonly (PersonId | null | undefined)[];
  readonly others: readonly PersonId[];
}): readonly SmallTile[] {
  const first = now.first.filter((one) => one !== null && one !== undefined);
  const faces = [...new Set([...first.filter((one) => now.others.includes(one)), ...now.others])];
  return [
    ...now.screens.map((personId) => ({ kind: 'screen', personId }) as const),
    ...faces.map((personId) => ({ kind: 'face', personId }) as const),
  ].slice(0, SMALL_TILES);
}
