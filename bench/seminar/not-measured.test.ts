import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { asMarkdown } from '../table.ts';
import { within } from '../within.ts';
import { NotFilled, notMeasured } from './not-measured.ts';

test('L9 what a machine cannot carry is said in words, with why', async () => {
  const late = await within(5, 'enter', new Promise(() => undefined)).catch((error) => error);
  const row = notMeasured('16 people in one room', new NotFilled(14, 16, late), 3.21);
  const said = asMarkdown([{ ...row, at: '2026-11-26 03:42' }]);
  expect(said).toContain(
    '| L9 | 16 people in one room | – | not measured here | – | not shown: 14 of 16 came in; the senders gave no answer within 0.005 s | load of the machine then 3.2 |',
  );
  const full = notMeasured(
    'a room',
    new NotFilled(3, 8, new Error('it was not full within 90 s')),
    0,
  );
  expect(full.notShown).toBe('3 of 8 came in; it was not full within 90 s');
});

test('L9 no row of the measurements is what a program said', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../docs/measurements.md'), 'utf8');
  expect(page.split('\n').filter((line) => /\| \w*Error:/u.test(line))).toEqual([]);
});
