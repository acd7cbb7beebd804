import type { Block } from './blocks.ts';
import type { Difference } from './difference.ts';

type Line = Pick<Block, 'kind'> & Pick<Difference, 'place'> & Partial<Pick<Difference, 'change'>>;

/** What stands under each other on the page: a line, or a table with its rows, its cells, and the lines in each. */
export type Piece<Each> =
  | { readonly type: 'line'; readonly line: Each }
  | { readonly type: 'table'; readonly rows: readonly (readonly (readonly Each[])[])[] };

/** Puts the cells of a table together again. What was taken out of a cell stands in it, before what came in its place. */
export function piecesOf<Each extends Line>(lines: readonly Each[]): Piece<Each>[] {
  const pieces: Piece<Each>[] = [];
  let rows: Each[][][] = [];
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

const column = ({ place }: Line): number => place?.column ?? 0;

function isSameCell(last: Line, line: Line): boolean {
  if (column(last) !== column(line)) return false;
  if (last.place?.row === line.place?.row && last.change === line.change) return true;
  return last.change === 'removed' && line.change === 'added';
}
