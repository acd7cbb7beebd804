import { LIST_LINES_MAX } from '../welcome/model.ts';
import { CELL_LENGTH_MAX, type ListRefusal, type ListRow } from './model.ts';

type Rows =
  | { readonly ok: true; readonly rows: readonly ListRow[] }
  | { readonly ok: false; readonly refusal: ListRefusal };

/** Norwegian spreadsheets write semicolons, cells that are copied come with tabs, all others write commas. */
const SEPARATORS = [';', '\t', ','] as const;
/** How a spreadsheet says it itself. */
const SAYS_SEPARATOR = /^sep=(.)\r?\n?/iu;

/**
 * LIST-1: a text of lines with cells between separators, as spreadsheets save and copy it: with or without a byte order
 * mark, lines that end in any way, cells in quotes that may hold all of it. Nothing in it is run: a formula is a text.
 */
export function rowsOf(given: string): Rows {
  const whole = given.replace(/^\uFEFF/u, '');
  const said = SAYS_SEPARATOR.exec(whole);
  const text = said ? whole.slice(said[0].length) : whole;
  const separator = said?.[1] ?? separatorIn(text);
  const rows: ListRow[] = [];
  const refuse = (why: ListRefusal['why'], at: number): Rows => ({
    ok: false,
    refusal: { why, line: at },
  });
  let line = said ? 2 : 1;
  let at = 0;
  while (at < text.length) {
    const begins = line;
    const cells: string[] = [];
    for (;;) {
      const cell = cellAt(text, at, separator);
      if (cell.refused) return refuse(cell.refused, line);
      cells.push(cell.value.trim());
      line += cell.breaks;
      at = cell.end;
      if (text[at] !== separator) break;
      at += 1;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    if (!cells.some((cell) => cell !== '')) continue;
    rows.push({ line: begins, cells });
    // One more than people: the first may be a heading.
    if (rows.length > LIST_LINES_MAX + 1) return refuse('too-many-lines', begins);
  }
  return rows.length > 0 ? { ok: true, rows } : refuse('nothing-there', 1);
}

/** The one that stands most often in the first line that has any. */
function separatorIn(text: string): string {
  const first =
    text
      .slice(0, 10_000)
      .split(/[\r\n]/u)
      .find((line) => line.trim() !== '') ?? '';
  const count = (separator: string) => first.split(separator).length;
  return [...SEPARATORS].sort((a, b) => count(b) - count(a))[0] ?? ';';
}

type Cell = {
  readonly value: string;
  /** Where what ends it stands. */
  readonly end: number;
  /** Lines that it goes over beyond its first. */
  readonly breaks: number;
  readonly refused?: 'cell-too-long' | 'quote-left-open';
};

function cellAt(text: string, from: number, separator: string): Cell {
  let at = from;
  while (text[at] === ' ') at += 1;
  return text[at] === '"' ? quotedAt(text, at + 1, separator) : plainAt(text, from, separator);
}

function plainAt(text: string, from: number, separator: string): Cell {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') {
    end += 1;
    if (end - from > CELL_LENGTH_MAX) return refused('cell-too-long');
  }
  return { value: text.slice(from, end), end, breaks: 0 };
}

/** Two quotes in a row are one of the text. What stands between the last quote and the separator belongs to it, too. */
function quotedAt(text: string, from: number, separator: string): Cell {
  let value = '';
  let at = from;
  for (;;) {
    const sign = text[at];
    if (sign === undefined) return refused('quote-left-open');
    if (value.length > CELL_LENGTH_MAX) return refused('cell-too-long');
    if (sign !== '"') value += sign;
    else if (text[at + 1] === '"') {
      value += '"';
      at += 1;
    } else break;
    at += 1;
  }
  const rest = plainAt(text, at + 1, separator);
  if (rest.refused) return rest;
  const breaks = value.match(/\r\n|\r|\n/gu)?.length ?? 0;
  return { value: (value + rest.value).replace(/\s+/gu, ' '), end: rest.end, breaks };
}

function refused(why: 'cell-too-long' | 'quote-left-open'): Cell {
  return { value: '', end: 0, breaks: 0, refused: why };
}
