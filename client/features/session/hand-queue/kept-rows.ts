import type { PersonId } from '#shared/kernel/ids.ts';

/**
 * The rows of the queue under a pointer that is about to press: everybody keeps their place, also who has gone from the
 * line, and whoever asks for the word comes last.
 */
export function keptRows(
  shown: readonly PersonId[],
  inLine: readonly PersonId[],
): readonly PersonId[] {
  return [...shown, ...inLine.filter((personId) => !shown.includes(personId))];
}
