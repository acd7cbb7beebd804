import { firstPast } from '#shared/kernel/first-past.ts';
import type { Spot } from './authors.ts';
import type { GoneLetters, Letters } from './gone-letters.ts';

/** Letters in a row that are there again. */
export type Piece = Spot & { readonly length: number };

/** Fewer letters than this, elsewhere and later, are the same by chance. */
const ELSEWHERE_MIN = 12;
/** One letter alone is what somebody types over a selection. */
const MOVED_MIN = 2;
/** How many letters to look for at first: as many stand in few places. */
const SEEDS = [ELSEWHERE_MIN, 4, MOVED_MIN, 1];
const PLACES_MAX = 50;
/** How many letters are gone through for one change; beyond it, words are whose who brought them. */
const GONE_THROUGH_MAX = 20_000_000;

/** Parts letters that did not stand beside each other. */
const GAP = '\u0000';
const WORDLY = /[\p{L}\p{N}\p{M}]/u;

/** A text to look in. */
type Old = {
  readonly text: string;
  /** Whose letters it is made of, in its order. */
  readonly runs: readonly (Letters & { readonly from: number })[];
  /** Where the letters of one deletion end and those of another begin. */
  readonly cuts: ReadonlySet<number>;
  /** What comes back, comes back in this order. */
  readonly after: number;
};

type Look = { olds: readonly Old[]; readonly min: number; readonly inOrder: boolean };

/** Finds what somebody brings among the words that were deleted. */
export function makeOldWords(parts: {
  readonly gone: GoneLetters;
  /** What the change itself deletes, as it stood in the text: each list in a row. */
  readonly deletedNow: () => readonly (readonly Letters[])[];
}) {
  let left = GONE_THROUGH_MAX;
  const inBlocks = new Map<string, Look>();
  const byBlock = once(() => Map.groupBy(parts.gone.all(), ({ block }) => block));
  const moved = once((): Look => {
    return { olds: [oldOf(parts.deletedNow())], min: MOVED_MIN, inOrder: false };
  });
  const elsewhere = once((): Look => {
    const each = Array.from(parts.gone.all(), (letters) => [letters]);
    return { olds: [oldOf(each)], min: ELSEWHERE_MIN, inOrder: false };
  });

  /** What an undo brings back of a block, client by client, each in the order of the clock. */
  function inBlock(block: string): Look {
    const found = inBlocks.get(block);
    if (found) return found;
    const byClient = Map.groupBy(byBlock().get(block) ?? [], ({ client }) => client);
    const olds = Array.from(byClient.values(), (theirs) => {
      const old = oldOf(theirs.map((each) => [each]));
      const cuts = theirs.flatMap((each, nth) =>
        each.cuts.map((cut) => (old.runs[nth]?.from ?? 0) + cut),
      );
      return { ...old, cuts: new Set(cuts) };
    });
    const look = { olds, min: 1, inOrder: true };
    inBlocks.set(block, look);
    return look;
  }

  /** All of it, or nothing: what is only partly old is new. */
  function cover(text: string, look: Look): Piece[] | null {
    const { olds } = look;
    const pieces: Piece[] = [];
    for (let at = 0; at < text.length; ) {
      const found = longest(text, at, look);
      if (!found) {
        look.olds = olds;
        return null;
      }
      pieces.push(...piecesOf(found.old, found.place, found.length));
      at += found.length;
      if (look.inOrder) {
        const after = found.place + found.length;
        // One after the other comes back: of the same words by two, it is whose came last.
        look.olds = [{ ...found.old, after }, ...look.olds.filter((old) => old !== found.old)];
      }
    }
    return pieces;
  }

  type Found = { readonly old: Old; readonly place: number; readonly length: number };

  function longest(text: string, at: number, { olds, min }: Look): Found | null {
    let best: Found | null = null;
    for (const seed of SEEDS) {
      if (best || (seed < min && min >= ELSEWHERE_MIN)) break;
      if (seed > text.length - at) continue;
      for (const old of olds) {
        for (const [place, length] of placesOf(text, at, seed, old, min)) {
          if (length > (best?.length ?? 0)) best = { old, place, length };
        }
      }
    }
    return best;
  }

  function* placesOf(
    text: string,
    at: number,
    seed: number,
    old: Old,
    min: number,
  ): Generator<readonly [place: number, length: number]> {
    const wanted = text.slice(at, at + seed);
    let from = old.after;
    for (let nth = 0; nth < PLACES_MAX && left > 0; nth++) {
      const place = old.text.indexOf(wanted, from);
      left -= (place < 0 ? old.text.length : place) - from + seed;
      if (place < 0) return;
      from = place + 1;
      let length = seed;
      while (at + length < text.length && old.text[place + length] === text[at + length]) length++;
      left -= length;
      while (length > 0 && !mayPart(old, place + length)) length--;
      if (length > 0 && mayPart(old, place) && isEnough(old, place, length, min)) {
        yield [place, length];
      }
    }
  }

  return {
    /** @param block where an undo would have brought it back; null where none can have */
    find(text: string, block: string | null): readonly Piece[] | null {
      if (text.includes(GAP)) return null;
      return (
        (block && cover(text, inBlock(block))) ||
        cover(text, moved()) ||
        (text.length >= ELSEWHERE_MIN ? cover(text, elsewhere()) : null)
      );
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function oldOf(rows: readonly (readonly Letters[])[]): Old {
  let text = '';
  const runs: Old['runs'][number][] = [];
  for (const row of rows) {
    if (text !== '') text += GAP;
    for (const letters of row) {
      runs.push({ ...letters, from: text.length });
      text += letters.text;
    }
  }
  return { text, runs, cuts: new Set(), after: 0 };
}

function piecesOf({ runs }: Old, place: number, length: number): Piece[] {
  let nth = firstPast(runs, (run) => run.from + run.text.length <= place);
  const pieces: Piece[] = [];
  for (let at = place; at < place + length; nth++) {
    const run = runs[nth];
    if (!run) break;
    const until = Math.min(run.from + run.text.length, place + length);
    pieces.push({ client: run.client, clock: run.clock + at - run.from, length: until - at });
    at = until;
  }
  return pieces;
}

function isAtGap(text: string, at: number): boolean {
  return at === 0 || at === text.length || text[at - 1] === GAP || text[at] === GAP;
}

/** Between words, or where a deletion began or ended. */
function mayPart({ text, cuts }: Old, at: number): boolean {
  return cuts.has(at) || !(WORDLY.test(text[at - 1] ?? '') && WORDLY.test(text[at] ?? ''));
}

/** All that was deleted together there is never too little, but for one letter out of several deletions. */
function isEnough({ text, cuts }: Old, place: number, length: number, min: number): boolean {
  if (length >= Math.max(min, 2)) return true;
  const ends = [place, place + length];
  if (ends.every((at) => isAtGap(text, at) || cuts.has(at))) {
    return length > 1 || ends.some((at) => isAtGap(text, at));
  }
  return length >= min;
}
