/** What stands in a table that is taken out as a file. */
export type TableCell = string | number | null;
export type Table = readonly (readonly TableCell[])[];

/** What a spreadsheet would take for a formula, and run. */
const FORMULA = /^[=+\-@\t\r]/u;

/**
 * As Norwegian Excel opens it by a double press: UTF-8 that says so, semicolons between cells, and lines that end as on Windows. A text that
 * begins like a formula begins with an apostrophe instead, and is a text.
 */
export function csvOf(table: Table): string {
  const lines = table.map((row) => row.map(csvCell).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function csvCell(cell: TableCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
