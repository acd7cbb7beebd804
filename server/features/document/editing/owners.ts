import type { PersonId } from '#shared/kernel/ids.ts';
import { type Authors, bringerOf } from './authors.ts';
import type { Known, Span } from './read-update.ts';

/** Whose a client number is. Null: nobody's who is here, as with what a template brought along. */
export type Owner = readonly [client: number, personId: PersonId | null];

/** Of everything that is stored: whoever wrote under a number last. Before numbers had owners, several could have. */
export function ownersOf(authors: Authors, known: Known): Owner[] {
  return [...known.keys()].map((client) => {
    const last = authors.get(client)?.at(-1);
    return [client, last ? bringerOf(last) : null];
  });
}

/**
 * Binds each Yjs client number of a document to the person who first wrote under it (DOC-41). Yjs takes whatever comes first for
 * a number and a clock, so somebody else's number would let one write what its owner then never can.
 */
export function makeOwners(loaded: readonly Owner[]) {
  const stored = new Map(loaded);
  /** Beyond that, what has been taken and waits to be stored. */
  let taken = new Map(loaded);

  return {
    /** Whether somebody else writes under it. One that nobody has used yet is free. */
    isOthers(client: number, personId: PersonId): boolean {
      const owner = taken.get(client);
      return owner !== undefined && owner !== personId;
    },
    /** The person's from now on, where it is free. */
    take(clients: Iterable<number>, personId: PersonId): void {
      for (const client of clients) if (!taken.has(client)) taken.set(client, personId);
    },
    store(spans: readonly Span[], personId: PersonId | null): void {
      for (const { client } of spans) {
        if (!stored.has(client)) stored.set(client, personId);
        if (!taken.has(client)) taken.set(client, personId);
      }
    },
    /** What was taken and is not stored is taken anew. */
    forgetTaken(): void {
      taken = new Map(stored);
    },
  };
}
