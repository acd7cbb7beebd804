import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { xlsxOf } from './workbook.ts';

/** The files in a zip by its directory at the end (APPNOTE 4.3.12), read without what wrote it. */
function filesIn(zip: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf('PK\u0005\u0006');
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed, nameLength] = [10, 20, 28].map((place, nth) =>
      nth === 1 ? bytes.readUInt32LE(at + place) : bytes.readUInt16LE(at + place),
    ) as [number, number, number];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(from, from + packed);
    files.set(name, (method === 8 ? inflateRawSync(content) : content).toString('utf8'));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}

const book = (table: (string | number | null)[][], name = 'Oppmøte') =>
  filesIn(xlsxOf([{ name, table }]));

test('F33 ATT-9 a workbook has the parts that name each other, and each is XML', () => {
  const files = filesIn(
    xlsxOf([
      { name: 'Oppmøte', table: [['Student'], ['Kari']] },
      { name: 'Rettelser: alle/noen [1]?*', table: [['Når']] },
    ]),
  );
  expect([...files.keys()]).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
  ]);
  for (const part of files.keys())
    if (part.startsWith('xl/') && part.endsWith('.xml'))
      expect(files.get('[Content_Types].xml')).toContain(`PartName="/${part}"`);
  const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/sheet name="([^"]*)"/gu)];
  expect(names.map(([, name]) => name)).toEqual(['Oppmøte', 'Rettelser  alle noen  1   ']);
});

test('F33 ATT-9 texts are texts whatever they begin with, numbers are numbers, and an empty cell is none', () => {
  const xml =
    book([['=1+1', '<b>&"Å"\u0007', 90, null, 'sist']]).get('xl/worksheets/sheet1.xml') ?? '';
  expect(xml).not.toContain('<f>');
  const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)" s="1"( t="inlineStr")?>(.*?)<\/c>/gu)];
  expect(
    cells.map(([, at, text, inside]) => [at, text !== undefined, inside?.replace(/<[^>]+>/gu, '')]),
  ).toEqual([
    ['A1', true, '=1+1'],
    ['B1', true, '&lt;b&gt;&amp;&quot;Å&quot;'],
    ['C1', false, '90'],
    ['E1', true, 'sist'],
  ]);
});

test('F33 ATT-9 a cohort of three hundred with two hundred columns is written whole', () => {
  const row = (nth: number) => Array.from({ length: 200 }, (_, column) => nth * column);
  const xml = book(Array.from({ length: 300 }, (_, nth) => row(nth))).get(
    'xl/worksheets/sheet1.xml',
  );
  expect(xml?.match(/<c /gu)).toHaveLength(60_000);
  expect(xml).toContain('<c r="GR300"><v>59501</v></c>');
});
