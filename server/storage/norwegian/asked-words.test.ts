import { sql } from 'drizzle-orm';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { askedFor, markedIn, snippetParts } from './asked-words.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const characters = (which: RegExp, through = 0xffff) =>
  Array.from({ length: through + 1 }, (_, code) => code)
    .filter((code) => code > 0 && (code < 0xd800 || code > 0xf8ff))
    .map((code) => String.fromCodePoint(code))
    .filter((one) => which.test(one));

/** Of these texts those in which the word is not found. */
async function missedIn(texts: readonly string[], word: string): Promise<string[]> {
  const { rows } = await db.database.execute<{ missed: string }>(sql`
    select missed from unnest(${sql.param(texts)}::text[]) as missed
    where not to_tsvector('norwegian', plain_words(missed)) @@ ${askedFor(word)}`);
  return rows.map(({ missed }) => missed);
}

test('CHAT-20 DOC-39 no sign hides the word beside it, or takes it along', async () => {
  // One is written with a combining mark, which belongs to the letter before it.
  const signs = characters(/[\p{P}\p{S}\p{Z}]/u).filter((sign) => sign === sign.normalize('NFC'));
  signs.push('\n', '\t', '🙂', '🫶');
  for (const word of ['håpløs', 'øl', 'umulig', 'Šaddjá']) {
    const texts = signs.map((sign) => `så${sign}${word}${sign}igjen`);
    expect(await missedIn(texts, word)).toEqual([]);
  }
});

test('CHAT-20 DOC-39 no character that cannot be seen divides a word', async () => {
  const texts = characters(/\p{Cf}/u).map((unseen) => `så hå${unseen}pløs ut`);
  expect(await missedIn(texts, 'håpløs')).toEqual([]);
  expect(await missedIn(['håpløs'.normalize('NFD')], 'håpløs')).toEqual([]);
  expect(await missedIn(['håpløs'], 'håpløs'.normalize('NFD'))).toEqual([]);
});

test('CHAT-20 DOC-39 small and capital letters are the same, whatever the locale', async () => {
  expect(await missedIn(['ÅPENHET', 'åpenhet', 'Åpenhet'], 'åpenheT')).toEqual([]);
  expect(await missedIn(['«ČÁHCI»', 'čáhci'], 'Čáhci')).toEqual([]);
  expect(await missedIn(['ДОБРЕ'], 'добре')).toEqual([]);
});

test('CHAT-20 DOC-39 words are found and marked between any signs, and what is shown is what was written', async () => {
  const word = fc.constantFrom('håpløs', 'dårlig', 'motivert', 'lite', 'ærlig', 'økt');
  const sign = fc.constantFrom(
    ...'«»“”„‘’‚–—…·•‹›"\'()[]{}<>/\\.,;:!?-_+*=&@#%|~^`§¶©',
    '  ',
    '🙂',
  );
  const texts = fc.array(fc.tuple(sign, word, sign), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(texts, sign, async (pieces, around) => {
      const text = pieces.map((piece) => piece.join('')).join(' ');
      const sought = pieces[0]?.[1] ?? '';
      const asked = around === '-' ? sought : `${around}${sought}${around}`;
      expect(await missedIn([text], asked)).toEqual([]);
      const { rows } = await db.database.execute<{ found: string }>(
        sql`select ${markedIn(sql`${text}::text`, asked)} as found`,
      );
      const parts = snippetParts(rows[0]?.found ?? '');
      expect(parts.map((part) => part.text).join('')).toBe(text);
      const marked = parts.filter((part) => part.hit).map((part) => part.text);
      expect(marked).toContain(sought);
    }),
    { numRuns: 60 },
  );
});

test('CHAT-20 DOC-39 words in a row may stand in quotes of any kind, and what a hyphen excludes is not found', async () => {
  const texts = ['Det «virket» håpløst.', 'Håpløst i går, men i dag virket det.'];
  for (const asked of ['"virket håpløst"', '«virket håpløst»', '“virket håpløst”'])
    expect(await missedIn(texts, asked), asked).toEqual([texts[1]]);
  expect(await missedIn(texts, 'virket -dag')).toEqual([texts[1]]);
  expect(await missedIn(['min e-post og/eller brev', 'e-posten'], 'e-post')).toEqual([]);
});
