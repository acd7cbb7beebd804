import type { Done, UnitOfWork, Work } from './unit-of-work.ts';

/** So many share one commit at most: the rows that they lock are free again within a few dozen milliseconds. */
const TOGETHER_MAX = 32;
/**
 * In a rush, the shortest time from one transaction of a lane to the next. No screen sees it: what is committed sooner
 * would wait as long for its frame (transport/channels.ts).
 */
const PACE_MS = 50;
/** After a pause that gathered nobody: whoever calls alone, one call after the other, is not held up again. */
const NO_PAUSE_MS = 1_000;

// biome-ignore lint/suspicious/noExplicitAny: a lane carries works of every kind
type Waiting = { readonly work: Work<any>; readonly settle: PromiseWithResolvers<Done<any>> };

type Lane = {
  readonly waiting: Waiting[];
  /** A transaction is under way, or the pause after it. */
  busy: boolean;
  noPauseUntil: number;
  /** Ends the pause at once. */
  wake: (() => void) | null;
};

export type Lanes = <T>(lane: string, work: Work<T>) => Promise<Done<T>>;

/**
 * Works that would wait for each other's rows, such as the calls of one session, go one after the other in a lane. While
 * one transaction is under way, and in a rush for a moment after it, the next are gathered, and share the one that
 * follows: the busier, the more in a commit, which is what a commit costs most. A lone work waits for nobody.
 */
export function makeLanes(unitOfWork: Pick<UnitOfWork, 'transact' | 'transactAll'>): Lanes {
  const lanes = new Map<string, Lane>();

  async function follow(lane: Lane): Promise<void> {
    lane.busy = true;
    while (lane.waiting.length > 0) {
      const beganAt = performance.now();
      await perform(lane.waiting.splice(0, TOGETHER_MAX));
      await pause(lane, beganAt + PACE_MS);
    }
    lane.busy = false;
  }

  async function pause(lane: Lane, until: number): Promise<void> {
    const now = performance.now();
    if (now >= until || now < lane.noPauseUntil || lane.waiting.length >= TOGETHER_MAX) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, until - now);
      lane.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    lane.wake = null;
    if (lane.waiting.length < 2) lane.noPauseUntil = performance.now() + NO_PAUSE_MS;
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

  function laneOf(name: string): Lane {
    const known = lanes.get(name);
    if (known) return known;
    forgetIdle();
    const fresh: Lane = { waiting: [], busy: false, noPauseUntil: 0, wake: null };
    lanes.set(name, fresh);
    return fresh;
  }

  /** What an idle lane remembers is of no use a moment later. */
  function forgetIdle(): void {
    const now = performance.now();
    for (const [name, { busy, noPauseUntil }] of lanes)
      if (!busy && now >= noPauseUntil) lanes.delete(name);
  }

  return (name, work) => {
    const mine: Waiting = { work, settle: Promise.withResolvers() };
    const lane = laneOf(name);
    lane.waiting.push(mine);
    if (!lane.busy) void follow(lane);
    else if (lane.waiting.length >= TOGETHER_MAX) lane.wake?.();
    return mine.settle.promise;
  };
}
