import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The columns of docs/access.md §2. */
export const COLUMNS = ['AN', 'ST', 'GM', 'TE', 'PC', 'PV', 'SA', 'AD', 'RE', 'GU', 'EX'] as const;
export type Column = (typeof COLUMNS)[number];

export type AccessRow = {
  readonly title: string;
  /** Its number is bold: there is code that answers for it. */
  readonly built: boolean;
  readonly cells: Readonly<Record<Column, string>>;
};

/**
 * The table that people read, as the tests read it: rows of docs/access.md §2 by number.
 * @throws when the heading is not the one we know, or a row has another number of cells
 */
export function readAccessTable(): ReadonlyMap<number, AccessRow> {
  const file = path.join(import.meta.dirname, '../../docs/access.md');
  const lines = readFileSync(file, 'utf8').split('\n').map(cellsOf);
  const heading = lines.findIndex((cells) => cells[0] === '#');
  if (lines[heading]?.slice(2).join() !== COLUMNS.join()) {
    throw new Error('docs/access.md: the matrix has another heading');
  }
  const rows = new Map<number, AccessRow>();
  // The line under the heading draws it.
  for (const cells of lines.slice(heading + 2)) {
    if (cells.length === 0) break;
    const [label = '', title = '', ...given] = cells;
    const number = Number(plain(label));
    if (given.length !== COLUMNS.length || !(number > 0) || rows.has(number)) {
      throw new Error(`docs/access.md: row ${label} cannot be read`);
    }
    const pairs = COLUMNS.map((column, nth) => [column, plain(given[nth] ?? '')]);
    rows.set(number, {
      title: plain(title),
      built: label !== plain(label),
      cells: Object.fromEntries(pairs),
    });
  }
  return rows;
}

/** `| a | b |` as its cells; none for any other line. */
function cellsOf(line: string): string[] {
  if (!line.startsWith('|')) return [];
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function plain(cell: string): string {
  return cell.replaceAll('**', '').trim();
}
