import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CohortId } from '#shared/kernel/ids.ts';
import { instantInOslo } from '#shared/kernel/oslo-time.ts';
import type { ListReading } from './model.ts';
import { peopleOf } from './people.ts';
import { rowsOf } from './rows.ts';

const NOW = instantInOslo('2026-11-27', '12:00') ?? 0;
const heltid = 'heltid' as CohortId;
const reading: ListReading = {
  ...{ role: 'student', cohortId: heltid, language: 'nb' },
  cohorts: [{ cohortId: heltid, name: 'Heltid 2026' }],
};
const cellsOf = (text: string) => {
  const read = rowsOf(text);
  return read.ok ? read.rows.map(({ cells }) => cells) : read.refusal;
};
const peopleIn = (text: string, as: Partial<ListReading> = {}) => {
  const read = rowsOf(text);
  return read.ok ? peopleOf(read.rows, { ...reading, ...as }, NOW) : [];
};

test('F84 LIST-1 semicolons, commas and tabs, any end of a line, a byte order mark, quotes with all of it inside', () => {
  const wanted = [
    ['Kari Nilsen', 'kari@skolen.example'],
    ['Ola Berg', 'ola@skolen.example'],
  ];
  for (const [separator, end] of [
    [';', '\r\n'],
    [',', '\n'],
    ['\t', '\r'],
  ] as const) {
    const text = wanted.map((cells) => cells.join(separator)).join(end);
    expect(cellsOf(text)).toEqual(wanted);
    expect(cellsOf(`\uFEFF${end}${text}${end}${separator}${separator}${end}`)).toEqual(wanted);
  }
  expect(cellsOf('"Nilsen; Kari";kari@skolen.example\n"Ola ""Olle"" Berg" ;x')).toEqual([
    ['Nilsen; Kari', 'kari@skolen.example'],
    ['Ola "Olle" Berg', 'x'],
  ]);
  expect(cellsOf('sep=,\nKari;Nilsen,a@b.no')).toEqual([['Kari;Nilsen', 'a@b.no']]);
  const read = rowsOf('"Kari\r\nNilsen";a@b.no\nOla;b@b.no');
  expect(read).toMatchObject({
    rows: [{ line: 1, cells: ['Kari Nilsen', 'a@b.no'] }, { line: 3 }],
  });
});

test('F84 LIST-1 whatever is written in a spreadsheet comes out of it again', () => {
  const cell = fc.string({ maxLength: 30 }).map((text) => text.replace(/\s+/gu, ' ').trim());
  const row = fc.array(cell, { minLength: 2, maxLength: 5 }).filter((cells) => cells.some(Boolean));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = rows.map((cells) => cells.map(quoted).join(';')).join('\r\n');
      fc.pre(!/^(\uFEFF|sep=)/u.test(text));
      // A separator is counted in the first line: quotes with more of another are not written by a spreadsheet.
      fc.pre(!/[,\t]/u.test(rows[0]?.join('') ?? ''));
      expect(cellsOf(text)).toEqual(rows);
    }),
  );
});

test('F84 LIST-1 five million letters in a cell, too many lines, an open quote and nothing are refused, with the line', () => {
  const long = 'x'.repeat(5_000_000);
  expect(cellsOf(`Kari;a@b.no\n${long};b@b.no`)).toEqual({ why: 'cell-too-long', line: 2 });
  expect(cellsOf(`Kari;a@b.no\n"${long}";b@b.no`)).toEqual({ why: 'cell-too-long', line: 2 });
  const many = (count: number) => 'Kari;a@b.no\n'.repeat(count);
  expect(cellsOf(many(10_001))).toHaveLength(10_001);
  expect(cellsOf(many(10_002))).toEqual({ why: 'too-many-lines', line: 10_002 });
  expect(cellsOf('Kari;"a@b.no')).toEqual({ why: 'quote-left-open', line: 1 });
  expect(cellsOf(' \n;;\r\n')).toEqual({ why: 'nothing-there', line: 1 });
});

test('F84 LIST-2 a heading gives the order, and without one the name or the address is first', () => {
  const kari = { name: 'Kari Nilsen', email: 'kari@skolen.example', roles: ['student'] };
  for (const text of [
    'Kari Nilsen;kari@skolen.example',
    'kari@skolen.example;Kari Nilsen',
    'E-postadresse;Etternavn;Fornavn\nkari@skolen.example;Nilsen;Kari',
    'Merknad;Navn;E-post;Kull\nx;Kari Nilsen;kari@skolen.example;heltid 2026',
  ])
    expect(peopleIn(text), text).toMatchObject([
      { written: { ...kari, cohortId: heltid }, fault: null },
    ]);
});

test('F84 LIST-2 roles, cohorts, ends and languages are read, and what is none of them is named', () => {
  const head = 'Navn;E-post;Rolle;Kull;Til;Språk\n';
  const one = (line: string) => peopleIn(`${head}${line}`)[0];
  expect(one('Anne Moen;a@b.no;Underviser, praksisansvarlig;;;nynorsk')).toMatchObject({
    fault: null,
    written: { roles: ['teacher', 'practiceCoordinator'], cohortId: null, language: 'nn' },
  });
  expect(one('Samir;a@b.no;Praksisveileder;;18.12.2026;')).toMatchObject({
    fault: null,
    written: { rolesUntil: instantInOslo('2026-12-18', '23:59') },
  });
  expect(one('Samir;a@b.no;Sensor;;2026-12-18;')?.fault).toBeNull();
  for (const [line, fault] of [
    ['Odd;a@b.no;Vaktmester;;;', 'role-unknown'],
    ['Odd;a@b.no;Student;Heltid 2062;;', 'cohort-unknown'],
    ['Odd;a@b.no;Gjest;;31.02.2027;', 'end-wrong'],
    ['Odd;a@b.no;Gjest;;;', 'end-missing'],
    ['Odd;a@b.no;Student;;;klingon', 'language-unknown'],
    ['Odd;odd@b;Student;;;', 'bad-address'],
    [';a@b.no;Student;;;', 'name-empty'],
  ] as const)
    expect(one(line)?.fault, line).toBe(fault);
  expect(peopleIn('Odd;a@b.no', { role: null })[0]?.fault).toBe('no-role');
  expect(peopleIn('Odd;a@b.no', { cohortId: null })[0]?.fault).toBe('cohort-missing');
});

test('F84 LIST-2 the same address twice is named at the second, and a formula is a text', () => {
  const people = peopleIn('Kari;a@b.no\nOla;A@B.no \n=cmd|calc!A1;c@b.no\n');
  expect(people.map(({ fault }) => fault)).toEqual([null, 'twice', null]);
  expect(people[2]?.written.name).toBe('=cmd|calc!A1');
});

test('F84 LIST-2 whatever the text: no line comes from nowhere, and none that is well is one that cannot be', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      const lines = text.split(/\r\n|\r|\n/u).length;
      for (const { line, written, fault } of peopleIn(text)) {
        expect(line).toBeLessThanOrEqual(lines);
        if (fault === null) expect(written.email).toMatch(/@/u);
      }
    }),
  );
});
