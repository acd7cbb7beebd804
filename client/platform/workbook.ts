import { strToU8, zipSync } from 'fflate';
import type { Table, TableCell } from './table-file.ts';

/** A sheet of a workbook. Its first row is its heading: set strong, and always in sight, like the first column. */
export type Worksheet = { readonly name: string; readonly table: Table };

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** What Excel takes as the name of a sheet. */
const NAME_MAX = 31;
const NOT_IN_A_NAME = /[\\/?*[\]:]/gu;

export const XLSX_TYPE = `${PACKAGE}.sheet`;

/** An XLSX workbook (ECMA-376), as little of it as a table needs. Texts are texts, whatever they begin with: nothing in it is ever run. */
export function xlsxOf(sheets: readonly Worksheet[]): Uint8Array<ArrayBuffer> {
  const numbered = sheets.map((sheet, nth) => ({ ...sheet, id: nth + 1 }));
  const files = Object.entries({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${PACKAGE}.sheet.main+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${PACKAGE}.styles+xml"/>
${numbered.map(({ id }) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${PACKAGE}.worksheet+xml"/>`).join('\n')}
</Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}">
<Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/>
</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${SPREADSHEET}" xmlns:r="${DOCUMENT}"><sheets>
${numbered.map(({ id, name }) => `<sheet name="${escaped(sheetName(name))}" sheetId="${id}" r:id="rId${id}"/>`).join('\n')}
</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}">
${numbered.map(({ id }) => `<Relationship Id="rId${id}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('\n')}
<Relationship Id="rId${numbered.length + 1}" Type="${DOCUMENT}/styles" Target="styles.xml"/>
</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${SPREADSHEET}">
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`,
    ...Object.fromEntries(
      numbered.map(({ id, table }) => [`xl/worksheets/sheet${id}.xml`, worksheet(table)]),
    ),
  });
  return zipSync(Object.fromEntries(files.map(([name, xml]) => [name, strToU8(HEAD + xml)])));
}

function worksheet(table: Table): string {
  const rows = table.map((row, nth) => {
    const cells = row.map((cell, column) =>
      cellXml(cell, `${letters(column)}${nth + 1}`, nth === 0),
    );
    return `<row r="${nth + 1}">${cells.join('')}</row>`;
  });
  return `<worksheet xmlns="${SPREADSHEET}">
<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" state="frozen"/></sheetView></sheetViews>
<cols><col min="1" max="1" width="28" customWidth="1"/><col min="2" max="400" width="18" customWidth="1"/></cols>
<sheetData>
${rows.join('\n')}
</sheetData></worksheet>`;
}

function cellXml(cell: TableCell, at: string, isHeading: boolean): string {
  const style = isHeading ? ' s="1"' : '';
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"${style}><v>${cell}</v></c>`;
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** A, B … Z, AA: how a spreadsheet counts its columns. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function sheetName(name: string): string {
  return name.replace(NOT_IN_A_NAME, ' ').slice(0, NAME_MAX);
}

/** XML 1.0 has no place for most control characters and for half letters, however they are written. */
const NOT_IN_XML = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
const IN_XML = '\t\n\r';

function escaped(text: string): string {
  return text
    .replace(NOT_IN_XML, (letter) => (IN_XML.includes(letter) ? letter : ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
