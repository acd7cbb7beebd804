import type { Round } from '#shared/features/session/round/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';

/** How somebody stands in the ring, as everybody sees it. */
export type Standing = 'word' | 'next' | 'been' | 'to-come';

export function standingIn(round: Round, personId: PersonId): Standing {
  if (round.turn?.personId === personId) return 'word';
  if (round.next === personId) return 'next';
  return round.been.includes(personId) ? 'been' : 'to-come';
}

/** How many stand as having had their turn. Whoever has the word or is next does not, also when it is theirs for the second time: the sum tells nothing that the ring does not. */
export const turnsOver = (round: Round): number =>
  round.ring.filter((personId) => standingIn(round, personId) === 'been').length;

/**
 * Where a seat lies on the ring, the first at the top and on by the sun.
 * @returns from left and top, in percent of the ring's square
 */
export function placeOnRing(nth: number, count: number): { left: number; top: number } {
  const angle = (2 * Math.PI * nth) / count;
  return { left: 50 + RADIUS * Math.sin(angle), top: 50 - RADIUS * Math.cos(angle) };
}

/** In percent of the square: a face and a name have room outside it. */
const RADIUS = 40;

/** How far a turn has come in the time it was thought to take: a hint, and no limit. */
export type Elapsed = 'early' | 'half' | 'full';

/** @param share of the time that was meant: 1 is all of it */
export function elapsedIn(share: number): Elapsed {
  if (share < 0.35) return 'early';
  return share < 0.85 ? 'half' : 'full';
}

/** The order in which a teacher lets a round go: by name as they stand, with oneself first or last, or drawn. */
export const ORDERS = ['me-first', 'me-last', 'drawn'] as const;
export type Order = (typeof ORDERS)[number];

/** @param chance from 0 up to 1, anew at each call */
export function orderOf(
  order: Order,
  people: readonly PersonId[],
  me: PersonId,
  chance: () => number,
): PersonId[] {
  const others = people.filter((one) => one !== me);
  if (order === 'me-first') return [me, ...others];
  if (order === 'me-last') return [...others, me];
  return people
    .map((personId) => ({ personId, drawn: chance() }))
    .sort((one, other) => one.drawn - other.drawn)
    .map(({ personId }) => personId);
}
