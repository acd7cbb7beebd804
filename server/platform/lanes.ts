import type { Done, UnitOfWork, Work } from './unit-of-work.ts';

/** So many share one commit at most: the rows that they lock are free again within a few dozen milliseconds. */
const TOGETHER_MAX = 32;

// biome-ignore lint/suspicious/noExplicitAny: a lane carries works of every kind
type Waiting = { readonly work: Work<any>; readonly settle: PromiseWithResolvers<Done<any>> };

export type Lanes = <T>(lane: string, work: Work<T>) => Promise<Done<T>>;

/**
 * Works that would wait for each other's rows, such as the calls of one session, go one after the other in a lane. While
 * one transaction is under way the next are gathered, and share the one that follows: the busier, the more in a commit,
 * which is what a commit costs most. A lone work waits for nobody.
 */
export function makeLanes(unitOfWork: Pick<UnitOfWork, 'transact' | 'transactAll'>): Lanes {
  const lanes = new Map<string, Waiting[]>();

  async function follow(lane: string, waiting: Waiting[]): Promise<void> {
    while (waiting.length > 0) await perform(waiting.splice(0, TOGETHER_MAX));
    lanes.delete(lane);
  }

  async function perform(batch: readonly Waiting[]): Promise<void> {
    if (batch.length === 1) return alone(batch);
    const results = await unitOfWork.transactAll(batch.map(({ work }) => work)).catch(() => null);
    // None was kept, or nobody knows: by itself each meets its own trouble, or the answer that is already there.
    if (results === null) return alone(batch);
    for (const [nth, result] of results.entries()) {
      const settle = batch[nth]?.settle;
      if (result.status === 'fulfilled') settle?.resolve(result.value);
      else settle?.reject(result.reason);
    }
  }

  async function alone(batch: readonly Waiting[]): Promise<void> {
    for (const { work, settle } of batch) {
      await unitOfWork.transact(work).then(settle.resolve, settle.reject);
    }
  }

  return (lane, work) => {
    const mine: Waiting = { work, settle: Promise.withResolvers() };
    const waiting = lanes.get(lane);
    if (waiting) waiting.push(mine);
    else {
      const first = [mine];
      lanes.set(lane, first);
      void follow(lane, first);
    }
    return mine.settle.promise;
  };
}
