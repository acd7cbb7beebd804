import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf, type TableCell } from './table-file.ts';

test('F33 ATT-9 CSV as Norwegian Excel opens it: a byte order mark, semicolons, decimal commas, and lines as on Windows', () => {
  expect(
    csvOf([
      ['Student', 'Av "alt"'],
      ['Åse; Bø', 12.5],
      ['Per\nPål', null],
    ]),
  ).toBe('\uFEFFStudent;"Av ""alt"""\r\n"Åse; Bø";12,5\r\n"Per\nPål";\r\n');
});

test('F33 ATT-9 nothing in it is taken for a formula, and numbers stay numbers', () => {
  for (const bad of ['=1+1', '+47 900', '-2', '@SUM(A1)', '\t=1', '\r=1'])
    expect(csvOf([[bad]]), bad).toMatch(/^\uFEFF"?'/u);
  expect(csvOf([['=HYPERLINK("http://x";"y")', 'Kari', 0, -1]])).toBe(
    `\uFEFF"'=HYPERLINK(""http://x"";""y"")";Kari;0;-1\r\n`,
  );
});

/** As a spreadsheet reads it. */
function cellsIn(csv: string): string[][] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n)/gy;
  for (const [, quoted, plain = '', end] of csv.slice(1).matchAll(field)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('F33 ATT-9 whatever is in the cells, a spreadsheet reads the same cells, and no formula', () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('=1', ';', '"', 'a\r\nb'));
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 });
  fc.assert(
    fc.property(table, (rows) => {
      const read = cellsIn(csvOf(rows as TableCell[][]));
      const safe = (text: string) => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);
      expect(read).toEqual(rows.map((row) => row.map(safe)));
    }),
  );
});
