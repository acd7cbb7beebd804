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
