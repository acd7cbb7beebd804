import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Block, blocksOf, blocksOfState } from './blocks.ts';
import { changesIn, type Difference, differenceOf, isFormattingAlone } from './difference.ts';
import { piecesOf } from './rows.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

const side = (differences: readonly Difference[], left: 'added' | 'removed') =>
  differences
    .filter(({ change }) => change !== left)
    .map(({ parts }) =>
      parts
        .filter(({ change }) => change !== left)
        .map(({ text }) => text)
        .join(''),
    );

describe('F47 the difference between two versions', () => {
  it('finds the words that were changed in a line', () => {
    const [line] = differenceOf(
      [paragraph('Siri har vært innlagt flere ganger.')],
      [paragraph('Siri har vært innlagt to ganger. Siri blir stille.')],
    );
    expect(line?.change).toBe('changed');
    expect(line?.parts).toEqual([
      { change: 'same', text: 'Siri har vært innlagt ' },
      { change: 'removed', text: 'flere' },
      { change: 'added', text: 'to' },
      { change: 'same', text: ' ganger.' },
      { change: 'added', text: ' Siri blir stille.' },
    ]);
  });

  it('what is written right behind a footnote changes nothing in it', () => {
    const [line] = differenceOf(
      [paragraph('Etter § 4 [Loven, § 4.]')],
      [paragraph('Etter § 4 [Loven, § 4.]Fra da av')],
    );
    expect(line?.parts).toEqual([
      { change: 'same', text: 'Etter § 4 [Loven, § 4.]' },
      { change: 'added', text: 'Fra da av' },
    ]);
  });

  it('a point that has moved up a number is the same, and a task that was done is a change', () => {
    const second: Block = { kind: 'numbered', text: 'Ringe', place: { number: 2 } };
    const first: Block = { ...second, place: { number: 1 } };
    expect(differenceOf([second], [first])).toMatchObject([
      { change: 'same', place: { number: 1 } },
    ]);
    const [task] = differenceOf(
      [{ kind: 'task', text: 'Ringe' }],
      [{ kind: 'done', text: 'Ringe' }],
    );
    expect(task).toMatchObject({ kind: 'done', change: 'changed', turned: 'ticked' });
  });

  it('a line that only grew, by much or by a footnote, keeps its words', () => {
    const [line, ...more] = differenceOf(
      [paragraph('Hjelpen lyttet ikke')],
      [paragraph('Hjelpen lyttet ikke [Se kapittel fem i læreboka, om makt og språk] og mer')],
    );
    expect(more).toEqual([]);
    expect(line?.change).toBe('changed');
    expect(line?.parts.some(({ change }) => change === 'removed')).toBe(false);
  });

  it('does not take one line for another that it is unlike', () => {
    const lines = differenceOf(
      [paragraph('Være en støtte for Siri')],
      [paragraph('Foreslå at de leser journalen')],
    );
    expect(lines.map(({ change }) => change)).toEqual(['removed', 'added']);
  });

  it('a cell that keeps a word is one that was changed, whatever signs came to it', () => {
    const cell = (text: string): Block => ({ kind: 'cell', text, place: { row: 1, column: 0 } });
    const [line] = differenceOf([cell('Ringe')], [cell('Ringe, helst i morgen tidlig')]);
    expect(line?.change).toBe('changed');
    const lines = differenceOf([cell('Ringe')], [cell('Skrive')]);
    expect(lines.map(({ change }) => change)).toEqual(['removed', 'added']);
  });

  it('a cell that nobody touched is the same, whatever came into another and however many rows there are now', () => {
    const table = (...rows: readonly (readonly [string, string])[]): Block[] =>
      rows.flatMap((cells, row) =>
        cells.map((text, column): Block => ({ kind: 'cell', text, place: { row, column } })),
      );
    const lines = differenceOf(
      table(['en', ''], ['to', '']),
      table(['en', 'Kari'], ['to', ''], ['tre', '']),
    );
    const changed = lines.filter(({ change }) => change !== 'same');
    expect(changed.map(({ change, place }) => [change, place?.row, place?.column])).toEqual([
      ['changed', 0, 1],
      ['added', 2, 0],
      ['added', 2, 1],
    ]);
  });

  it('leaves alone what stayed, and counts what did not', () => {
    const before = ['En', 'To ganger tre', 'Fire'].map(paragraph);
    const after = ['En', 'To ganger fem', 'Fire', 'Ny'].map(paragraph);
    const lines = differenceOf(before, after);
    expect(lines.map(({ change }) => change)).toEqual(['same', 'changed', 'same', 'added']);
    expect(changesIn(lines)).toBe(2);
    expect(changesIn(differenceOf(before, before))).toBe(0);
  });

  it('a paragraph that became a heading is shown as a change', () => {
    const [line] = differenceOf([paragraph('Makt')], [{ kind: 'heading', text: 'Makt' }]);
    expect(line).toMatchObject({ kind: 'heading', change: 'changed', turned: 'restyled' });
  });

  it('F47 DOC-53 words that were made bold are shown as such, and that nothing else was changed is known', () => {
    const said = (...parts: readonly (readonly [string, object?])[]): Block[] => {
      const doc = new Y.Doc();
      const words = new Y.XmlText();
      const line = new Y.XmlElement('paragraph');
      doc.getXmlFragment('text').insert(0, [line]);
      line.insert(0, [words]);
      for (const [letters, marks = {}] of parts) words.insert(words.length, letters, marks);
      return blocksOf(doc);
    };
    const before = said(['Siri er stille i dag']);
    const bold = { bold: {}, italic: {} };
    const after = said(['Siri '], ['er sti', bold], ['lle i dag', { bold: null, italic: null }]);
    const found = differenceOf(before, after);
    expect(found).toEqual([
      {
        kind: 'paragraph',
        change: 'changed',
        parts: [
          { change: 'same', text: 'Siri ' },
          { change: 'restyled', text: 'er stille' },
          { change: 'same', text: ' i dag' },
        ],
      },
    ]);
    expect(isFormattingAlone(found)).toBe(true);
    const turned = said(
      ['Siri '],
      ['er sti', { italic: {}, bold: {} }],
      ['lle i dag', { bold: null, italic: null }],
    );
    expect(changesIn(differenceOf(after, turned))).toBe(0);
    expect(isFormattingAlone(differenceOf(after, after))).toBe(false);
    expect(isFormattingAlone(differenceOf(before, said(['Siri er stille'])))).toBe(false);
    const ticked = differenceOf(
      [{ kind: 'done', text: 'Ringe' }],
      [{ kind: 'task', text: 'Ringe' }],
    );
    expect(ticked).toMatchObject([{ turned: 'unticked' }]);
    expect(isFormattingAlone(ticked)).toBe(false);
  });

  it('F47 a picture that came in the place of another is not the same one', () => {
    const picture = (nth: number) =>
      ({
        kind: 'image',
        text: 'Stoler',
        imageId: `01234567-89ab-cdef-0123-00000000000${nth}`,
      }) as Block;
    const lines = differenceOf([picture(1)], [picture(2)]);
    expect(lines.map(({ change }) => change)).toEqual(['removed', 'added']);
  });

  it('both texts can always be read out of it', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ' '), { maxLength: 8 });
    const texts = fc.array(
      text.map((letters) => paragraph(letters.join(' '))),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const lines = differenceOf(before, after);
        expect(side(lines, 'added')).toEqual(before.map((block) => block.text));
        expect(side(lines, 'removed')).toEqual(after.map((block) => block.text));
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });

  it('a text too large to compare word by word is shown as replaced, at once', () => {
    const many = (word: string) => [paragraph(Array(3_000).fill(word).join(' '))];
    const lines = differenceOf(many('før'), many('etter'));
    expect(lines.map(({ change }) => change)).toEqual(['removed', 'added']);
  });
});

describe('the lines of a document', () => {
  function element(name: string, children: (Y.XmlElement | Y.XmlText)[], attributes = {}) {
    const made = new Y.XmlElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    made.insert(0, children);
    return made;
  }
  const text = (words: string) => new Y.XmlText(words);

  it('are headings, paragraphs, points and cells, in their order', () => {
    const doc = new Y.Doc();
    doc
      .getXmlFragment('text')
      .insert(0, [
        element('heading', [text('Situasjonen')], { level: 2 }),
        element('heading', [text('Under')], { level: 3 }),
        element('paragraph', [
          text('Siri er 34 år'),
          element('footnote', [], { text: 'Anonymisert' }),
        ]),
        element('bulletList', [element('listItem', [element('paragraph', [text('Spørre')])])]),
        element('taskList', [element('taskItem', [element('paragraph', [text('Ringe')])])]),
        element('blockquote', [element('paragraph', [text('Sitat')])]),
        element('table', [
          element('tableRow', [element('tableCell', [element('paragraph', [text('Celle')])])]),
        ]),
        element('paragraph', []),
      ]);
    const lines: Block[] = [
      { kind: 'heading', text: 'Situasjonen' },
      { kind: 'subheading', text: 'Under' },
      { kind: 'paragraph', text: 'Siri er 34 år [Anonymisert]' },
      { kind: 'point', text: 'Spørre' },
      { kind: 'task', text: 'Ringe' },
      { kind: 'quote', text: 'Sitat' },
      { kind: 'cell', text: 'Celle', place: { row: 0, column: 0 } },
    ];
    expect(blocksOf(doc)).toEqual(lines);
    expect(blocksOfState(Y.encodeStateAsUpdate(doc))).toEqual(lines);
  });

  it('keep their numbers, what is done, how far in they are, and their cells', () => {
    const doc = new Y.Doc();
    const said = (words: string) => element('paragraph', words === '' ? [] : [text(words)]);
    const item = (...children: Y.XmlElement[]) => element('listItem', children);
    const task = (words: string, checked: boolean) => {
      const made = element('taskItem', [said(words)]);
      made.setAttribute('checked', checked as never);
      return made;
    };
    const row = (...cells: string[]) =>
      element(
        'tableRow',
        cells.map((words) => element('tableCell', [said(words)])),
      );
    doc
      .getXmlFragment('text')
      .insert(0, [
        element('orderedList', [
          item(said('Spørre')),
          item(said('Lytte'), element('bulletList', [item(said('lenge'))])),
        ]),
        element('taskList', [task('Ringe', true), task('Skrive', false)]),
        element('table', [row('Hvem', ''), row('Amina', 'i dag')]),
      ]);
    expect(blocksOf(doc)).toEqual([
      { kind: 'numbered', text: 'Spørre', place: { number: 1 } },
      { kind: 'numbered', text: 'Lytte', place: { number: 2 } },
      { kind: 'point', text: 'lenge', place: { depth: 1 } },
      { kind: 'done', text: 'Ringe' },
      { kind: 'task', text: 'Skrive' },
      { kind: 'cell', text: 'Hvem', place: { row: 0, column: 0 } },
      { kind: 'cell', text: '', place: { row: 0, column: 1 } },
      { kind: 'cell', text: 'Amina', place: { row: 1, column: 0 } },
      { kind: 'cell', text: 'i dag', place: { row: 1, column: 1 } },
    ]);
  });

  it('F47 DOC-52 a cell that names its row or column, and which picture stands there, are known in the difference', () => {
    const doc = new Y.Doc();
    const imageId = '01234567-89ab-cdef-0123-456789abcdef';
    const picture = element('image', []);
    picture.setAttribute('alt', 'Stoler');
    picture.setAttribute('imageId', imageId);
    const stranger = element('image', []);
    stranger.setAttribute('alt', 'Annet');
    stranger.setAttribute('imageId', '../annet');
    const head = element('tableHeader', [element('paragraph', [text('Hvem')])]);
    const drawn = element('image', []);
    drawn.setAttribute('alt', 'Kart');
    const point = element('listItem', [element('paragraph', [text('Lytte')])]);
    const cell = element('tableCell', [drawn, element('bulletList', [point])]);
    const table = element('table', [element('tableRow', [head, cell])]);
    doc.getXmlFragment('text').insert(0, [picture, stranger, table]);
    const blocks = blocksOf(doc);
    expect(blocks).toEqual([
      { kind: 'image', text: 'Stoler', imageId },
      { kind: 'image', text: 'Annet' },
      { kind: 'cell', text: 'Hvem', place: { row: 0, column: 0, names: true } },
      { kind: 'image', text: 'Kart', place: { row: 0, column: 1 } },
      { kind: 'point', text: 'Lytte', place: { row: 0, column: 1 } },
    ]);
    expect(piecesOf(differenceOf(blocks, blocks))).toMatchObject([
      ...[{}, {}],
      { type: 'table', rows: [[[{}], [{}, {}]]] },
    ]);
    expect(differenceOf([], blocks)[0]).toMatchObject({ change: 'added', imageId });
    expect(differenceOf(blocks, blocks)[0]).toMatchObject({ change: 'same', imageId });
  });
});

it('F47 a table is a table in the difference too, and what came into a cell stands in it', () => {
  const cell = (words: string, row: number, column: number): Block => ({
    ...{ kind: 'cell', text: words, place: { row, column } },
  });
  const before = [cell('Hvem', 0, 0), cell('Når', 0, 1), cell('Amina', 1, 0), cell('mandag', 1, 1)];
  const after = [...before.slice(0, 3), cell('etter jul', 1, 1)];
  const [table, ...rest] = piecesOf(differenceOf(before, after));
  expect(rest).toEqual([]);
  if (table?.type !== 'table') throw new Error('no table');
  const shown = table.rows.map((row) =>
    row.map((lines) => lines.map(({ parts }) => parts.map(({ text }) => text).join('')).join('|')),
  );
  expect(shown).toEqual([
    ['Hvem', 'Når'],
    ['Amina', 'mandag|etter jul'],
  ]);
  const two = [cell('Amina', 0, 0), cell('Siri', 0, 0), cell('mandag', 0, 1)];
  const three = [cell('Amina', 0, 0), cell('Ingrid', 0, 0), cell('mandag', 0, 1)];
  expect(piecesOf(differenceOf(two.toSpliced(1, 1), three))).toMatchObject([
    { rows: [[[{}, {}], [{}]]] },
  ]);
  const single = [cell('En', 0, 0), cell('To', 1, 0)];
  expect(piecesOf(differenceOf(single, single))).toMatchObject([{ rows: [[[{}]], [[{}]]] }]);
});
