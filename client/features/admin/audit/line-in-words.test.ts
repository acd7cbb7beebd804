import { expect, test } from 'vitest';
import type { AuditLine } from '#shared/features/audit/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { csvOf } from '../../../platform/table-file.ts';
import { logTable, whatHappened, whoDidIt, whoseItWas } from './line-in-words.ts';
import { words } from './words.ts';

const kari = { personId: 'k' as PersonId, name: 'Kari' };
const erased = { personId: 'o' as PersonId, name: null };
const line: AuditLine = {
  ...{ seq: 7, at: Date.UTC(2026, 8, 28), by: kari, of: kari, action: 'signed-in', object: 'code' },
  ...{ outcome: 'done', hash: 'abc' },
};
const t = words.nb;

test('AUDIT-7 a line says what happened and with what, and an id only in the file', () => {
  expect(whatHappened(line, t)).toBe('Logget inn: kode på e-post');
  const cohort = '0197c1d2-0000-7000-8000-000000000000';
  const taken = { ...line, action: 'attendance-taken-out', object: cohort };
  expect(whatHappened(taken, t)).toBe('Hentet ut oppmøte');
  expect(csvOf(logTable([taken], t))).toContain(cohort);
  expect(whatHappened({ action: 'of-a-newer-server', object: 'x' }, t)).toBe(
    'of-a-newer-server: x',
  );
});

test('AUDIT-7 who did it, and whose it was where that is another', () => {
  expect(whoDidIt(line, t)).toBe('Kari');
  expect(whoseItWas(line, t)).toBeUndefined();
  expect(whoDidIt({ ...line, by: null }, t)).toBe('Skolen');
  expect(whoDidIt({ ...line, by: null, outcome: 'refused' }, t)).toContain('ikke var logget inn');
  expect(whoseItWas({ ...line, of: erased }, t)).toBe('En som er slettet');
});

test('AUDIT-7 a name that begins like a formula is none in the file', () => {
  const named = { ...line, by: { ...kari, name: '=HYPERLINK("http://x")' } };
  const [, row = ''] = csvOf(logTable([named], t)).split('\r\n');
  expect(row.split(';')[2]).toMatch(/^"'=HYPERLINK/);
});
