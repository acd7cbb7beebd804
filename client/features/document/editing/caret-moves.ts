import type { Awareness } from 'y-protocols/awareness';

/**
 * Since when each of the others' carets stands where it does. Their lines tell of them more often than they move: the place they
 * name is beside a letter, and goes along with what is written before it.
 */
export function makeCaretMoves(awareness: Awareness) {
  const standing = new Map<number, { readonly place: string; readonly sinceMs: number }>();
  const moves = {
    /** Whether this one has moved since this was last asked. */
    hasMoved(client: number): boolean {
      const place = JSON.stringify(awareness.getStates().get(client)?.cursor?.head);
      if (place === undefined || standing.get(client)?.place === place) return false;
      standing.set(client, { place, sinceMs: performance.now() });
      return true;
    },
    restedMs(client: number): number {
      moves.hasMoved(client);
      return performance.now() - (standing.get(client)?.sinceMs ?? performance.now());
    },
    forget: (client: number) => standing.delete(client),
  };
  return moves;
}

export type CaretMoves = ReturnType<typeof makeCaretMoves>;
