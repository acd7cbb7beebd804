import type { Heard } from '../platform/unit-of-work.ts';

/**
 * The longest catch-up, in revisions and in what they say together; beyond it a snapshot is shorter. A thousand who lose
 * their lines and come back, twice over, are told of: a snapshot names them all, and is made for each of them.
 */
export const CATCH_UP_REVISIONS = 500;
export const CATCH_UP_FACTS = 4_000;
/** And in bytes on the wire: half of what a reader may be behind by before it is cut off (X10). */
export const CATCH_UP_BYTES = 512 * 1024;
/** How long we wait for a revision that its follower has overtaken: it is committed, and on its way. */
const OVERTAKEN_WAIT_MS = 100;

/** Whether this can be told to somebody who missed it. A revision of a busy moment says much at once. */
export function isShort(missed: readonly Heard[]): boolean {
  return (
    missed.length <= CATCH_UP_REVISIONS &&
    factsIn(missed) <= CATCH_UP_FACTS &&
    missed.reduce((sum, { facts }) => sum + bytesOf(facts), 0) <= CATCH_UP_BYTES
  );
}

/** A thousand who come back ask about the same revisions. */
const sizes = new WeakMap<Heard['facts'], number>();

function bytesOf(facts: Heard['facts']): number {
  const bytes = sizes.get(facts) ?? Buffer.byteLength(JSON.stringify(facts));
  sizes.set(facts, bytes);
  return bytes;
}

function factsIn(revisions: readonly Heard[]): number {
  return revisions.reduce((sum, { facts }) => sum + facts.length, 0);
}

/** The latest of them that are short enough together. */
function latest(revisions: readonly Heard[]): Heard[] {
  let from = revisions.length;
  let facts = 0;
  let bytes = 0;
  for (const each of revisions.slice(-CATCH_UP_REVISIONS).reverse()) {
    facts += each.facts.length;
    bytes += bytesOf(each.facts);
    if (facts > CATCH_UP_FACTS || bytes > CATCH_UP_BYTES) break;
    from--;
  }
  return revisions.slice(from);
}

export type RevisionLine = ReturnType<typeof makeRevisionLine>;

/**
 * One channel's revisions on their way from commit to listeners. Commits end in order, but the news of them may
 * overtake each other: here they line up again. The latest stay, so that a thousand people who come back at once need
 * no query for what they missed.
 */
export function makeRevisionLine() {
  /** Up to here everything has been passed on; null until the first listener's state was read. */
  let passedOn: number | null = null;
  /** Consecutive, ending with `passedOn`. */
  let recent: Heard[] = [];
  /** How much was added since the last cut. */
  let addedRevisions = 0;
  let addedFacts = 0;
  const waiting = new Map<number, Heard>();
  let gapSince: number | null = null;

  return {
    /** Up to here we have heard everything; what is not passed on yet included. */
    through(): number {
      let last = passedOn ?? 0;
      while (waiting.has(last + 1)) last++;
      return last;
    },
    isWaiting: () => waiting.size > 0,

    /** Begins where the first listener's reading ended, with what that reading brought. Later readings say nothing new. */
    startAt(revision: number, read: readonly Heard[]): void {
      if (passedOn !== null) return;
      passedOn = revision;
      recent = [...read];
      for (const each of waiting.keys()) if (each <= revision) waiting.delete(each);
    },

    hear(heard: Heard): void {
      if (passedOn === null || heard.revision > passedOn) waiting.set(heard.revision, heard);
    },

    /** What can be passed on now, in order. A gap that does not close is stepped over: listeners notice and ask. */
    takeReady(nowMs: number): readonly Heard[] {
      if (passedOn === null || waiting.size === 0) return [];
      if (!waiting.has(passedOn + 1)) {
        gapSince ??= nowMs;
        if (nowMs - gapSince < OVERTAKEN_WAIT_MS) return [];
        passedOn = Math.min(...waiting.keys()) - 1;
        recent = [];
      }
      gapSince = null;
      const ready: Heard[] = [];
      for (let each = waiting.get(passedOn + 1); each; each = waiting.get(passedOn + 1)) {
        waiting.delete(each.revision);
        passedOn = each.revision;
        ready.push(each);
      }
      recent.push(...ready);
      // In large bites, so that a busy channel does not copy the list at every revision.
      addedRevisions += ready.length;
      addedFacts += factsIn(ready);
      if (addedRevisions > CATCH_UP_REVISIONS || addedFacts > CATCH_UP_FACTS) {
        recent = latest(recent);
        addedRevisions = 0;
        addedFacts = 0;
      }
      return ready;
    },

    /** Everything after a revision that we have heard without a gap; null when that is not all here, or too much. */
    since(revision: number): readonly Heard[] | null {
      const through = this.through();
      if (passedOn === null || revision > through) return null;
      if (through - revision > CATCH_UP_REVISIONS) return null;
      const missed = Math.max(0, passedOn - revision);
      if (missed > recent.length) return null;
      const found = missed === 0 ? [] : recent.slice(-missed);
      const next = Math.max(passedOn, revision) + 1;
      for (let each = waiting.get(next); each; each = waiting.get(each.revision + 1))
        found.push(each);
      return isShort(found) ? found : null;
    },
  };
}
