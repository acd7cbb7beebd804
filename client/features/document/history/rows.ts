import { isInCell } from './blocks.ts';
import type { Difference } from './difference.ts';

type Line = Pick<Difference, 'place'> & Partial<Pick<Difference, 'change'>>;

/** What stands under each other on the page: a line, or a table with its rows, its cells, and the lines in each. */
export type Piece<Each> =
  | { readonly type: 'line'; readonly line: Each }
  | { readonly type: 'table'; readonly rows: readonly (readonly (readonly Each[])[])[] };

/** Puts the cells of a table together again. What was taken out of a cell stands in it, before what came in its place. */
export function piecesOf<Each extends Line>(lines: readonly Each[]): Piece<Each>[] {
  const pieces: Piece<Each>[] = [];
  let rows: Each[][][] = [];
  for (const line of lines) {
    if (!isInCell(line.place)) {
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

const isRemoved = ({ change }: Line): boolean => change === 'removed';

function isSameCell(last: Line, line: Line): boolean {
  if (column(last) !== column(line)) return false;
  // Rows are counted in the text that a line is of: the earlier one, or the one of now.
  const areOfOneText = isRemoved(last) === isRemoved(line);
  if (areOfOneText) return last.place?.row === line.place?.row;
  return isRemoved(last) && line.change === 'added';
}
