import { gather } from '../platform/gather.ts';
import type { Database, Tx } from './database.ts';
import { inTransaction } from './transaction.ts';

/** More than one: what takes long does not hold up everybody. */
const VIEWS_AT_ONCE = 4;
const READERS_MOST = 50;

export type ReadInView = <T>(read: (tx: Tx) => Promise<T>) => Promise<T>;

/**
 * Reads in one consistent view of the database, as `inTransaction(database, 'view', …)` does. In a rush several readers
 * share a view, and what they ask at once is one statement for all of them (together.ts).
 *
 * Each view begins after its readers have asked for it, so that none sees less than one of its own would have shown. A
 * reader who fails in company is tried alone.
 */
export function makeSharedViews(database: Database): ReadInView {
  type Read = (tx: Tx) => Promise<unknown>;
  const alone = (read: Read) => inTransaction(database, 'view', read);

  async function readAll(reads: readonly Read[]) {
    const [only] = reads;
    if (only && reads.length === 1) return Promise.allSettled([alone(only)]);
    const shared = await inTransaction(database, 'view', (tx) =>
      Promise.allSettled(reads.map((read) => read(tx))),
    ).catch(() => []);
    return Promise.allSettled(
      reads.map((read, nth) => {
        const mine = shared[nth];
        return mine?.status === 'fulfilled' ? mine.value : alone(read);
      }),
    );
  }

  return gather(readAll, { atOnce: VIEWS_AT_ONCE, most: READERS_MOST }) as ReadInView;
}
