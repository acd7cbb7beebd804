import { type SQL, sql } from 'drizzle-orm';
import type { SnippetPart } from '#shared/kernel/snippet.ts';
import { formsOf } from './word-forms.ts';

/** What somebody asks for, as they wrote it: words, "words in a row", or, and -words that must not be there. */
export const askedAsWritten = (text: string): SQL =>
  sql`websearch_to_tsquery('norwegian', ${plainQuestion(text)})`;

/** The same, where each word is met by its other forms too (`word-forms.ts`). */
export function askedFor(text: string): SQL {
  return [...wordsIn(text)].reduce((asked, word) => {
    const forms = formsOf(word);
    if (forms.length === 0) return asked;
    return sql`ts_rewrite(${asked}, plainto_tsquery('norwegian', ${word}),
      to_tsquery('norwegian', ${forms.join(' | ')}))`;
  }, askedAsWritten(text));
}

/**
 * Only what a search goes by, as `plain_words` leaves it of a text (migration 0033): letters and digits, quotes of any kind
 * around words in a row, and a hyphen before what must not be there.
 */
const plainQuestion = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/[“”„«»]/gu, '"')
    .replace(
      /((?<![^\s"])-(?=[\p{L}\p{N}"]))|[^\p{L}\p{M}\p{N}"]/gu,
      (_, without?: string) => without ?? ' ',
    );

const wordsIn = (text: string): Set<string> => new Set(plainQuestion(text).match(/\p{L}+/gu) ?? []);

/** Characters that no text of ours holds: none is stored with such control characters. */
const HIT_BEGINS = '\u0001';
const HIT_ENDS = '\u0002';
/** Set around each sign by `apart_from_signs`: the parser of PostgreSQL takes some for letters. */
const APART = '\u0003';

/** A piece of a text around what was asked for; `snippetParts` takes it apart. */
export function snippetOf(body: SQL, text: string): SQL {
  return headline(body, text, 'MaxWords=24, MinWords=12, MaxFragments=1');
}

/** A whole text with what was asked for marked in it, to be taken apart in the same way. */
export function markedIn(body: SQL, text: string): SQL {
  return headline(body, text, 'HighlightAll=true');
}

function headline(body: SQL, text: string, how: string): SQL {
  const options = `StartSel=${HIT_BEGINS}, StopSel=${HIT_ENDS}, ${how}`;
  return sql`ts_headline('norwegian', apart_from_signs(${body}), ${askedFor(text)}, ${options})`;
}

/** The same in parts, so that nobody needs markup to show it. */
export function snippetParts(snippet: string): SnippetPart[] {
  return snippet
    .replaceAll(APART, '')
    .split(HIT_BEGINS)
    .flatMap((piece, nth) => {
      const [hit = '', rest] = nth === 0 ? ['', piece] : piece.split(HIT_ENDS);
      return [
        { text: hit, hit: true },
        { text: rest ?? '', hit: false },
      ].filter((part) => part.text !== '');
    });
}
