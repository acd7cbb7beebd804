import type { Difference } from './difference.ts';

/** What stands under each other on the page: a line, or a table with its rows, its cells, and the lines in each. */
export type Piece =
  | { readonly type: 'line'; readonly line: Difference }
  | { readonly type: 'table'; readonly rows: readonly (readonly (readonly Difference[])[])[] };

/** Puts the cells of a table together again. What was taken out of a cell stands in it, before what came in its place. */
export function piecesOf(lines: readonly Difference[]): Piece[] {
  const pieces: Piece[] = [];
  let rows: Difference[][][] = [];
  for (const line of lines) {
    if (line.kind !== 'cell') {
      rows = [];
      pieces.push({ type: 'line', line });
      continue;
    }
    if (rows.length === 0) pieces.push({ type: 'table', rows });
    const row = rows.at(-1);
    const cell = row?.at(-1);
    const last = cell?.at(-1);
    if (row && cell && last && isSameCell(last, line)) cell.push(line);
    else if (row && last && column(line) > column(last)) row.push([line]);
    else rows.push([[line]]);
  }
  return pieces;
}

const column = ({ place }: Difference): number => place?.column ?? 0;

function isSameCell(last: Difference, line: Difference): boolean {
  if (column(last) !== column(line)) return false;
  if (last.place?.row === line.place?.row && last.change === line.change) return true;
  return last.change === 'removed' && line.change === 'added';
}
