import { REACTIONS, type Reaction } from '#shared/features/session/reaction/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';

export type Reacted = { readonly by: PersonId; readonly reaction: Reaction };

/** Who shows what, each person once for each reaction: in the order of the list of reactions. */
export function countReactions(
  all: readonly Reacted[],
): readonly { readonly reaction: Reaction; readonly people: readonly PersonId[] }[] {
  return REACTIONS.map((reaction) => ({
    reaction,
    people: [...new Set(all.filter((one) => one.reaction === reaction).map(({ by }) => by))],
  })).filter(({ people }) => people.length > 0);
}
