import path from 'node:path';
import { expect, test } from 'vitest';
import { KINDS } from '#shared/features/admin/rights/kinds.ts';
import { everyKind, kindsOf, whoMay } from '#shared/features/admin/rights/rules.ts';
import { ROLES } from '#shared/wire/access.ts';
import { COLUMNS, readAccessTable } from './access-table.ts';

const rows = readAccessTable();

test('F84 RIGHTS-1 the page that tells who may what has the table of docs/access.md, and of it what is built', async () => {
  const shown = new Set<number>(KINDS.flatMap(({ parts }) => parts.map(({ row }) => row)));
  const lines = [...shown]
    .sort((a, b) => a - b)
    .map((number) => {
      const row = rows.get(number);
      if (!row?.built) throw new Error(`row ${number} is not built`);
      return `  ${number}: '${COLUMNS.map((column) => row.cells[column]).join('|')}',`;
    });
  const text = `/** Rows of docs/access.md §2, a cell for each column. Written by server/testing/rights-table.test.ts (vitest -u). */
export const RIGHTS_TABLE: Readonly<Record<number, string>> = {
${lines.join('\n')}
};
`;
  const file = path.join(import.meta.dirname, '../../shared/features/admin/rights/table.ts');
  await expect(text).toMatchFileSnapshot(file);
});

test('F84 RIGHTS-1 what nobody may is nobody’s, and a group’s text is read by its members and their teachers alone', () => {
  for (const row of [20, 22, 27]) expect(whoMay(row, 0)).toEqual([]);
  expect(whoMay(29, 0)).toEqual([
    ...[
      { who: 'groupMember', how: 'all' },
      { who: 'teacher', how: 'assigned' },
    ],
  ]);
  expect(whoMay(14, 0).find(({ who }) => who === 'groupMember')).toBeUndefined();
});

test('F84 RIGHTS-2 each role is told what it may and nothing else', () => {
  for (const role of ROLES) {
    const told = kindsOf(role).flatMap(({ kind, parts }) =>
      parts.map(({ what }) => `${kind} ${what}`),
    );
    const is = everyKind().flatMap(({ kind, parts }) =>
      parts
        .filter(({ allowed }) =>
          allowed.some(({ who }) => who === role || (role === 'student' && who === 'groupMember')),
        )
        .map(({ what }) => `${kind} ${what}`),
    );
    expect(told).toEqual(is);
  }
  expect(kindsOf('rector').some(({ kind }) => kind === 'chat')).toBe(true);
  expect(kindsOf('rector').some(({ kind }) => kind === 'groupDocument')).toBe(false);
});
