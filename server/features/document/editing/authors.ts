import * as Y from 'yjs';
import { WORDS_IN_ATTRIBUTE, wordStarts } from '#shared/features/document/history/words.ts';
import { firstPast } from '#shared/kernel/first-past.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import type { Known } from './read-update.ts';

/**
 * Whose a stretch of a client's clock is: up to and without a number. Null: nobody here wrote it. Where somebody else brought it,
 * who that was: the number is theirs (DOC-41).
 */
export type Stretch = readonly [
  until: number,
  personId: PersonId | null,
  broughtBy?: PersonId | null,
];

/** In the order of each client's clock. */
export type Authors = Map<number, Stretch[]>;

/** As it is stored: client to stretches. */
export type StoredAuthors = Readonly<Record<string, readonly Stretch[]>>;

/** Where a letter stands in some client's clock. */
export type Spot = { readonly client: number; readonly clock: number };

/**
 * Of what a change writes, what is not whose who brings it: stretches up to and without each number, from where a client stood
 * before. What comes after the last is whose who brings it.
 */
export type Others = ReadonlyMap<number, readonly Stretch[]>;

export type Share = {
  readonly personId: PersonId;
  readonly words: number;
  readonly characters: number;
};

/**
 * Notes that a person brought what is new after an update. Who brings is who wrote, but for what was found to be another's
 * before: a client's number is chosen by the client, and nobody can put words into another's mouth by borrowing it.
 */
export function noteAuthor(
  authors: Authors,
  before: Known,
  after: Known,
  personId: PersonId | null,
  others: Others = new Map(),
): void {
  for (const [client, clock] of after) {
    const from = before.get(client) ?? 0;
    if (from >= clock) continue;
    // What was there before anybody was counted, as of a template, stays nobody's.
    const stretches = authors.get(client) ?? (from > 0 ? [[from, null] as const] : []);
    authors.set(client, stretches);
    let noted = from;
    const note = (until: number, whose: PersonId | null) => {
      if (until <= noted) return;
      noted = until;
      const next: Stretch = whose === personId ? [until, whose] : [until, whose, personId];
      const last = stretches.at(-1);
      const goesOn = last && last[1] === whose && bringerOf(last) === personId;
      if (goesOn) stretches[stretches.length - 1] = next;
      else stretches.push(next);
    };
    for (const [until, whose] of others.get(client) ?? []) note(Math.min(until, clock), whose);
    note(clock, personId);
  }
}

/** Who brought a stretch, and with it the client number. */
export function bringerOf([, personId, broughtBy]: Stretch): PersonId | null {
  return broughtBy === undefined ? personId : broughtBy;
}

export function authorsToStore(authors: Authors): StoredAuthors {
  return Object.fromEntries(authors);
}

export function authorsOf(stored: StoredAuthors): Authors {
  return new Map(Object.entries(stored).map(([client, all]) => [Number(client), [...all]]));
}

/** In the order of a clock. @returns the stretch that a letter is of; undefined beyond the last */
export function stretchAt<S extends readonly [until: number, ...unknown[]]>(
  stretches: readonly S[],
  clock: number,
): S | undefined {
  return stretches[firstPast(stretches, ([until]) => until <= clock)];
}

export function authorAt(authors: Authors, { client, clock }: Spot): PersonId | null {
  return stretchAt(authors.get(client) ?? [], clock)?.[1] ?? null;
}

/** The pieces of the text put together, and how much of it is whose: null for what is nobody's here. A word is its first letter's. */
function countsOf(doc: Y.Doc, authors: Authors) {
  const counts = new Map<PersonId | null, { words: number; characters: number }>();
  const countOf = (personId: PersonId | null) => {
    const count = counts.get(personId) ?? { words: 0, characters: 0 };
    counts.set(personId, count);
    return count;
  };
  let text = '';
  const pieces: (Piece & { readonly begins: number })[] = [];
  for (const piece of piecesIn(doc.getXmlFragment(TEXT_FIELD))) {
    pieces.push({ ...piece, begins: text.length });
    for (const [personId, length] of stretchesOf(piece, authors))
      countOf(personId).characters += length;
    text += piece.content;
  }
  let nth = 0;
  for (const index of wordStarts(text)) {
    while ((pieces[nth + 1]?.begins ?? Number.POSITIVE_INFINITY) <= index) nth++;
    const piece = pieces[nth];
    if (!piece?.from) continue;
    const { client, clock } = piece.from;
    const at = piece.atOnce ? clock : clock + index - piece.begins;
    countOf(authorAt(authors, { client, clock: at })).words++;
  }
  return counts;
}

/** Of a piece: so many letters in a row, and whose. */
function* stretchesOf(
  { content, from, atOnce }: Piece,
  authors: Authors,
): Generator<readonly [PersonId | null, length: number]> {
  if (!from) return;
  const stretches = authors.get(from.client) ?? [];
  if (atOnce) return yield [authorAt(authors, from), content.length];
  for (let at = 0; at < content.length; ) {
    const [until, personId] = stretchAt(stretches, from.clock + at) ?? [null, null];
    const end = until === null ? content.length : Math.min(content.length, until - from.clock);
    yield [personId, end - at];
    at = end;
  }
}

/**
 * How much each person wrote of what stands there now: the same words as `wordsOf` counts. The same before and after what is
 * stored has been put together: clocks and stretches survive that, and nothing else is asked.
 */
export function sharesOf(doc: Y.Doc, authors: Authors): Share[] {
  return [...countsOf(doc, authors)]
    .flatMap(([personId, count]) => (personId ? [{ personId, ...count }] : []))
    .sort((a, b) => b.words - a.words || b.characters - a.characters);
}

export function* stringsIn(
  text: Y.XmlText,
): Generator<{ readonly content: string; readonly client: number; readonly clock: number }> {
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    yield { content: item.content.str, client: item.id.client, clock: item.id.clock };
  }
}

/** What ends a line of its own when a document is read as plain text. */
const BLOCKS = /^(paragraph|heading|listItem|taskItem|blockquote|codeBlock|tableRow|tableCell)$/u;
/** Search and export need no more; a document of 5 MB is mostly what was deleted. */
const TEXT_MAX = 1_000_000;

/** A piece of the plain text, and where its first letter stands in some client's clock; null for what only parts two pieces. */
type Piece = {
  readonly content: string;
  readonly from: { readonly client: number; readonly clock: number } | null;
  /** An attribute is written at once: all its letters stand at one place of the clock. */
  readonly atOnce: boolean;
};

const between = (content: string): Piece => ({ content, from: null, atOnce: true });

const AROUND: Readonly<Record<string, readonly [string, string] | undefined>> = {
  image: ['', '\n'],
  footnote: [' ', ' '],
};

/** What an element says by an attribute: what a picture shows, what a footnote adds. A new line parts two words. */
function* wordsIn(element: Y.XmlElement): Generator<Piece> {
  if (element.nodeName === 'hardBreak') return yield between('\n');
  const name = WORDS_IN_ATTRIBUTE[element.nodeName];
  if (name === undefined) return;
  const [before, after] = AROUND[element.nodeName] ?? ['', ''];
  const from = element._map.get(name)?.id ?? null;
  yield between(before);
  yield { content: element.getAttribute(name) ?? '', from, atOnce: true };
  yield between(after);
}

/** The plain text from its beginning to its end. */
function* piecesIn(node: Y.XmlFragment | Y.XmlElement): Generator<Piece> {
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlText) {
      for (const { content, client, clock } of stringsIn(child))
        yield { content, from: { client, clock }, atOnce: false };
    } else if (child instanceof Y.XmlElement) {
      yield* wordsIn(child);
      yield* piecesIn(child);
      if (BLOCKS.test(child.nodeName)) yield between('\n');
    }
  }
}

/** How many words there are of somebody, and how many of nobody here: what a template said. A word is its first letter's. */
export type WordCount = { readonly words: number; readonly fromTemplate: number };

export function wordsOf(doc: Y.Doc, authors: Authors): WordCount {
  let [words, fromTemplate] = [0, 0];
  for (const [personId, count] of countsOf(doc, authors)) {
    if (personId === null) fromTemplate += count.words;
    else words += count.words;
  }
  return { words, fromTemplate };
}

/** The words alone, block by block, without control characters. */
export function plainTextOf(doc: Y.Doc): string {
  let text = '';
  for (const { content } of piecesIn(doc.getXmlFragment(TEXT_FIELD))) {
    text += content;
    if (text.length > TEXT_MAX) break;
  }
  // Neither PostgreSQL's text nor a snippet can hold these.
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .slice(0, TEXT_MAX)
    .trim();
}
