import { type SQL, sql } from 'drizzle-orm';
import type { DocumentId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { formsOf } from './word-forms.ts';

export type SnippetPart = { readonly text: string; readonly hit: boolean };

/** What somebody asks for, as they wrote it: words, "words in a row", or, and -words that must not be there. */
export const askedAsWritten = (text: string): SQL =>
  sql`websearch_to_tsquery('norwegian', ${text})`;

/** The same, where each word is met by its other forms too (`word-forms.ts`). */
export function askedFor(text: string): SQL {
  return [...wordsIn(text)].reduce((asked, word) => {
    const forms = formsOf(word);
    if (forms.length === 0) return asked;
    return sql`ts_rewrite(${asked}, plainto_tsquery('norwegian', ${word}),
      to_tsquery('norwegian', ${forms.join(' | ')}))`;
  }, askedAsWritten(text));
}

const wordsIn = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);

/** Characters that no text of a document holds: a body is stored without control characters. */
const HIT_BEGINS = '\u0001';
const HIT_ENDS = '\u0002';

/** A piece of each document's text around what was found, in parts, so that nobody needs markup to show it. */
export async function snippetsOf(
  tx: Tx,
  documentIds: readonly DocumentId[],
  text: string,
): Promise<ReadonlyMap<DocumentId, SnippetPart[]>> {
  if (documentIds.length === 0) return new Map();
  const options = `StartSel=${HIT_BEGINS}, StopSel=${HIT_ENDS}, MaxWords=24, MinWords=12, MaxFragments=1`;
  const { rows } = await tx.execute<{ id: DocumentId; found: string }>(sql`
    select id, ts_headline('norwegian', body, ${askedFor(text)}, ${options}) as found
    from document where id = any(${sql.param(documentIds)}::uuid[])`);
  return new Map(rows.map(({ id, found }) => [id, partsOf(found)]));
}

function partsOf(found: string): SnippetPart[] {
  return found.split(HIT_BEGINS).flatMap((piece, nth) => {
    const [hit = '', rest] = nth === 0 ? ['', piece] : piece.split(HIT_ENDS);
    return [
      { text: hit, hit: true },
      { text: rest ?? '', hit: false },
    ].filter((part) => part.text !== '');
  });
}
