import * as Y from 'yjs';
import type { documentAuthors } from '#shared/features/document/history/queries.ts';
import { WORDS_IN_ATTRIBUTE, wordStarts } from '#shared/features/document/history/words.ts';
import { firstPast } from '#shared/kernel/first-past.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { type Block, detailsOf, elementsOf, isInCell } from './blocks.ts';

/** Words in a row by one person. Null: nobody here, as with what a template said. */
export type Passage = { readonly personId: PersonId | null; readonly text: string };
export type PassageBlock = Omit<Block, 'text'> & { readonly passages: readonly Passage[] };

type Stretches = OutputOf<typeof documentAuthors>['stretches'];
type Piece = { readonly text: string; readonly personId: PersonId | null };

/** The text line by line, and who wrote which words of it. A word is its first letter's, as where words are counted. */
export function passagesOf(doc: Y.Doc, stretches: Stretches): PassageBlock[] {
  const whose = authorsIn(stretches);
  return elementsOf(doc).flatMap(({ kind, element, place }) => {
    const passages = wordsTogether(piecesOf(element, whose));
    if (!isInCell(place) && passages.every(({ text }) => text.trim() === '')) return [];
    return [{ kind, passages, ...detailsOf(element, place) }];
  });
}

/** The same of a version, as the server keeps it. */
export function passagesOfState(state: Uint8Array, stretches: Stretches): PassageBlock[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const passages = passagesOf(doc, stretches);
  doc.destroy();
  return passages;
}

type Whose = (client: number, clock: number) => PersonId | null;

function authorsIn(stretches: Stretches): Whose {
  const byClient = new Map<number, Stretches[number][]>();
  for (const stretch of stretches) {
    const theirs = byClient.get(stretch.client);
    if (theirs) theirs.push(stretch);
    else byClient.set(stretch.client, [stretch]);
  }
  return (client, clock) => {
    const theirs = byClient.get(client) ?? [];
    return theirs[firstPast(theirs, ({ until }) => until <= clock)]?.personId ?? null;
  };
}

/** Letter by letter, as far as one person goes. */
function piecesOf(element: Y.XmlElement, whose: Whose): Piece[] {
  if (element.nodeName === 'image') {
    return [said(element, element.getAttribute('alt') ?? '', whose)];
  }
  return element.toArray().flatMap((part): Piece[] => {
    if (part instanceof Y.XmlText) return lettersOf(part, whose);
    if (!(part instanceof Y.XmlElement)) return [];
    if (part.nodeName === 'hardBreak') return [said(part, '\n', whose)];
    if (part.nodeName !== 'footnote') return piecesOf(part, whose);
    return [said(part, ` [${part.getAttribute('text') ?? ''}]`, whose)];
  });
}

/** What an element says by an attribute is whose who said it so last, as where words are counted. */
function said(element: Y.XmlElement, text: string, whose: Whose): Piece {
  const name = WORDS_IN_ATTRIBUTE[element.nodeName];
  const id = (name ? element._map.get(name) : element._item)?.id;
  return { text, personId: id ? whose(id.client, id.clock) : null };
}

function lettersOf(text: Y.XmlText, whose: Whose): Piece[] {
  const pieces: Piece[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    const letters = item.content.str;
    let from = 0;
    for (let at = 1; at <= letters.length; at++) {
      const personId = whose(client, clock + from);
      if (at < letters.length && whose(client, clock + at) === personId) continue;
      pieces.push({ text: letters.slice(from, at), personId });
      from = at;
    }
  }
  return pieces;
}

/** A word that two have written is whose its first letter is; what stands between words goes with the word before. */
function wordsTogether(pieces: readonly Piece[]): Passage[] {
  const text = pieces.map((piece) => piece.text).join('');
  const whoseAt = pieces.flatMap((piece) =>
    Array.from({ length: piece.text.length }, () => piece.personId),
  );
  const passages: { personId: PersonId | null; text: string }[] = [];
  const add = (personId: PersonId | null, words: string) => {
    const last = passages.at(-1);
    if (last?.personId === personId) last.text += words;
    else passages.push({ personId, text: words });
  };
  const starts = wordStarts(text);
  // What stands before the first word goes with it.
  starts[0] = 0;
  starts.forEach((start, nth) => {
    const words = text.slice(start, starts[nth + 1] ?? text.length);
    const first = nth === 0 ? Math.max(0, words.search(/[\p{L}\p{N}]/u)) : 0;
    if (words !== '') add(whoseAt[start + first] ?? null, words);
  });
  return passages;
}
