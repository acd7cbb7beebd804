import { firstPast } from '#shared/kernel/first-past.ts';
import type { Spot } from './authors.ts';

/** Letters that stood in a row, of a client's clock and of the text. */
export type Letters = Spot & {
  readonly text: string;
  /** The block right under the root that they stood in; null for none. */
  readonly block: string | null;
  /** Whether they stood right behind the letter before them in the clock, deleted or not. */
  readonly follows: boolean;
};

/** Letters that were deleted. */
export type Gone = Letters & {
  /** By which deletion, or the last of them. */
  readonly turn: number;
  /** Where, from their beginning, those of one deletion end and those of another begin. */
  readonly cuts: readonly number[];
};

/** As they are stored. */
export type StoredGone = readonly Gone[];

/**
 * As much as anybody deletes at once: a long thesis. Beyond it the oldest half is forgotten, and of a single change that deletes
 * more, the rest is not remembered. Letters that stood alone cost more to keep.
 */
const LETTERS_MAX = 100_000;
const RUN_COSTS_LETTERS = 10;

export type GoneLetters = ReturnType<typeof makeGoneLetters>;

/**
 * The last letters that were deleted from a document, by the numbers they had. Yjs forgets what deleted letters said, and
 * whoever brings them back does so under numbers of their own: without this the words would change hands (DOC-13).
 */
export function makeGoneLetters(stored: StoredGone) {
  /** In the order of a client's clock. */
  let byClient = Map.groupBy(stored, ({ client }) => client);
  let cost = costOf(stored);
  let lastTurn = stored.reduce((last, { turn }) => Math.max(last, turn), 0);

  function forgetTheOldest(): void {
    let kept = 0;
    const rest = new Set(
      [...byClient.values()]
        .flat()
        .sort((a, b) => b.turn - a.turn || a.client - b.client || a.clock - b.clock)
        .filter((run) => {
          kept += costOf([run]);
          return kept <= LETTERS_MAX / 2;
        }),
    );
    const left = [...byClient.values()].flat().filter((run) => rest.has(run));
    byClient = Map.groupBy(left, ({ client }) => client);
    cost = costOf(left);
  }

  return {
    *all(): Generator<Gone> {
      for (const theirs of byClient.values()) yield* theirs;
    },
    /** One change deleted these. */
    add(letters: readonly Letters[]): void {
      if (letters.length === 0) return;
      const turn = ++lastTurn;
      let left = LETTERS_MAX;
      const remembered = letters.filter((each) => {
        left -= costOf([each]);
        return left >= 0;
      });
      for (const [client, theirs] of Map.groupBy(remembered, (each) => each.client)) {
        const news = theirs.map((each) => ({ ...each, turn, cuts: [] }));
        const before = byClient.get(client) ?? [];
        const after = joined([...before, ...news]);
        byClient.set(client, after);
        cost += costOf(after) - costOf(before);
      }
      if (cost > LETTERS_MAX) forgetTheOldest();
    },
    /** Whether just these letters stood from there on. */
    stoodAt({ client, clock }: Spot, text: string): boolean {
      const theirs = byClient.get(client) ?? [];
      const run = theirs[firstPast(theirs, (each) => each.clock + each.text.length <= clock)];
      return (
        run !== undefined && run.clock <= clock && run.text.startsWith(text, clock - run.clock)
      );
    },
    toStore: (): StoredGone => [...byClient.values()].flat(),
  };
}

function costOf(letters: readonly Letters[]): number {
  return letters.reduce((sum, { text }) => sum + text.length + RUN_COSTS_LETTERS, 0);
}

function joined(letters: Gone[]): Gone[] {
  letters.sort((a, b) => a.clock - b.clock);
  const together: Gone[][] = [];
  let end = -1;
  for (const each of letters) {
    const last = together.at(-1);
    if (last && each.follows && each.clock === end) last.push(each);
    else together.push([each]);
    end = each.clock + each.text.length;
  }
  return together.map((row) => (row.length === 1 && row[0] ? row[0] : joinedOf(row)));
}

function joinedOf([first, ...rest]: readonly Gone[]): Gone {
  if (!first) throw new Error('nothing to join');
  let { text, turn } = first;
  const cuts = [...first.cuts];
  let before = first;
  for (const each of rest) {
    // Two that were deleted at once are one; each that was put together before has its last deletion as its own.
    if (each.turn !== before.turn) cuts.push(text.length);
    for (const cut of each.cuts) cuts.push(text.length + cut);
    text += each.text;
    turn = Math.max(turn, each.turn);
    before = each;
  }
  return { ...first, text, turn, cuts };
}
