import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { wordStarts } from '#shared/features/document/history/words.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import {
  type Authors,
  noteAuthor,
  sharesOf,
} from '../../../../server/features/document/editing/authors.ts';
import {
  chanceOf,
  typeAtRandom,
} from '../../../../server/features/document/editing/testing/random-edits.ts';
import { passagesOf, passagesOfState } from './passages.ts';
import { piecesOf } from './rows.ts';

const [kari, ola] = ['kari', 'ola'] as unknown as [PersonId, PersonId];

/** Two people's documents, and what the server says of whose is what. */
function written(write: (kari: Y.Doc, ola: Y.Doc, exchange: () => void) => void) {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  const doc = new Y.Doc();
  const authors: Authors = new Map();
  const exchange = () => {
    for (const [client, personId] of [
      [one, kari],
      [other, ola],
    ] as const) {
      const before = Y.decodeStateVector(Y.encodeStateVector(doc));
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(client, Y.encodeStateVector(doc)));
      noteAuthor(authors, before, Y.decodeStateVector(Y.encodeStateVector(doc)), personId);
    }
    for (const client of [one, other]) Y.applyUpdate(client, Y.encodeStateAsUpdate(doc));
  };
  write(one, other, exchange);
  exchange();
  const stretches = [...authors].flatMap(([client, all]) =>
    all.map(([until, personId]) => ({ client, until, personId })),
  );
  return { doc, authors, stretches };
}

const paragraph = (doc: Y.Doc, text: string) => {
  const made = new Y.XmlElement('paragraph');
  made.insert(0, [new Y.XmlText(text)]);
  doc.getXmlFragment(TEXT_FIELD).push([made]);
};
const textIn = (doc: Y.Doc) =>
  (doc.getXmlFragment(TEXT_FIELD).get(0) as Y.XmlElement).get(0) as Y.XmlText;

test('F48 a passage is whose words it holds, and a word that two have written is whose its first letter is', () => {
  const { doc, stretches } = written((one, other, exchange) => {
    paragraph(one, 'Makt i møte');
    exchange();
    textIn(other).insert(11, 'r, og språk');
    textIn(other).insert(0, '«');
  });
  const passages = [
    { personId: kari, text: '«Makt i møter, ' },
    { personId: ola, text: 'og språk' },
  ];
  expect(passagesOf(doc, stretches)).toEqual([{ kind: 'paragraph', passages }]);
  expect(passagesOfState(Y.encodeStateAsUpdate(doc), stretches)).toEqual([
    { kind: 'paragraph', passages },
  ]);
});

test('F48 what a template said is nobody’s', () => {
  const { doc } = written((one) => paragraph(one, 'Fra malen'));
  expect(passagesOf(doc, [])[0]?.passages).toEqual([{ personId: null, text: 'Fra malen' }]);
});

test('F48 the words in the passages are those that are counted', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const chance = chanceOf(seed);
    const { doc, authors, stretches } = written((one, other, exchange) => {
      for (let nth = 0; nth < 60; nth++) {
        typeAtRandom(chance() < 0.5 ? one : other, chance);
        if (chance() < 0.3) exchange();
      }
    });
    const counted = new Map<PersonId | null, number>();
    for (const { passages } of passagesOf(doc, stretches)) {
      for (const { personId, text } of passages) {
        const words = wordStarts(text).length;
        counted.set(personId, (counted.get(personId) ?? 0) + words);
      }
    }
    for (const { personId, words } of sharesOf(doc, authors)) {
      expect(counted.get(personId) ?? 0, `seed ${seed}`).toBe(words);
    }
  }
});

test('F48 DOC-34 what a picture shows and a footnote adds is whose who said it so last', () => {
  const { doc, stretches } = written((one, other, exchange) => {
    const picture = new Y.XmlElement('image');
    picture.setAttribute('alt', 'Et rom');
    one.getXmlFragment(TEXT_FIELD).push([picture]);
    exchange();
    (other.getXmlFragment(TEXT_FIELD).get(0) as Y.XmlElement).setAttribute('alt', 'Tre stoler');
  });
  expect(passagesOf(doc, stretches)[0]?.passages).toEqual([{ personId: ola, text: 'Tre stoler' }]);
});

test('F48 DOC-52 a table keeps its rows and columns where it is told who wrote what, and a cell without words its place', () => {
  const { doc, stretches } = written((one) => {
    const cell = (words: string) => {
      const made = new Y.XmlElement('tableCell');
      const line = new Y.XmlElement('paragraph');
      if (words !== '') line.insert(0, [new Y.XmlText(words)]);
      made.insert(0, [line]);
      return made;
    };
    const rows = [
      ['Hvem', 'Når'],
      ['Amina', ''],
      ['', ''],
    ].map((words) => {
      const made = new Y.XmlElement('tableRow');
      made.insert(0, words.map(cell));
      return made;
    });
    const table = new Y.XmlElement('table');
    table.insert(0, rows);
    one.getXmlFragment(TEXT_FIELD).push([table]);
  });
  const [table, ...rest] = piecesOf(passagesOf(doc, stretches));
  expect(rest).toEqual([]);
  if (table?.type !== 'table') throw new Error('no table');
  const said = table.rows.map((row) =>
    row.map((cell) => cell.map(({ passages }) => passages.map(({ text }) => text).join(''))),
  );
  expect(said).toEqual([
    [['Hvem'], ['Når']],
    [['Amina'], ['']],
    [[''], ['']],
  ]);
});
