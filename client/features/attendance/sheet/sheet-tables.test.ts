import { describe, expect, test } from 'vitest';
import type { AttendanceSheet } from '#shared/features/attendance/sheet/model.ts';
import { HOUR_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import { languages } from '../../../platform/language.ts';
import { words as presenceWords } from '../presence/words.ts';
import { words as pageWords } from '../words.ts';
import { correctionsOf, tableOf } from './sheet-tables.ts';
import { words } from './words.ts';

const START = Date.UTC(2026, 8, 29, 7);
const said = { t: words.nb, presence: presenceWords.nb };
const measured = { kind: 'time' as const, thereMs: 45.9 * MINUTE_MS, source: 'measured' as const };
const corrected = { kind: 'time' as const, thereMs: HOUR_MS, source: 'corrected' as const };
const sheet = {
  ...{ now: START, cohortName: 'Heltid 2026', takenOut: [] },
  course: { code: 'EK001T', title: 'Medmenneske' },
  occasions: [24, 0].map((hours) => ({
    ...{ kind: 'session', sessionId: 's', title: 'Makt', state: 'over', mayCorrect: true },
    length: { from: START + hours * HOUR_MS, to: START + (hours + 2) * HOUR_MS },
  })),
  people: [
    {
      ...{ personId: 'p', displayName: 'Kari' },
      totals: { thereMs: 105.9 * MINUTE_MS, ofMs: 4 * HOUR_MS, daysPresent: 0, days: 0 },
      cells: [
        {
          ...{ figure: corrected, present: null },
          corrections: [
            {
              at: START,
              byName: null,
              before: measured,
              after: corrected,
              reason: 'Lyden falt ut',
            },
          ],
        },
        { figure: measured, present: null, corrections: [] },
      ],
    },
    {
      ...{ personId: 'q', displayName: 'Ola' },
      totals: { thereMs: 0, ofMs: 0, daysPresent: 0, days: 0 },
      cells: [{ figure: { ...measured, thereMs: 0 }, present: null, corrections: [] }, null],
    },
  ],
} as unknown as AttendanceSheet;

test('F33 ATT-9 a file has a row for each student, its occasions as on the screen, in whole minutes, and how each figure came about', () => {
  expect(tableOf(sheet, said)).toEqual([
    [
      ...['Student', 'Var med (minutter)', 'Av (minutter)', 'Prosent'],
      ...['2026-09-30 Makt (minutter)', '2026-09-30 Makt (hvordan)'],
      ...['2026-09-29 Makt (minutter)', '2026-09-29 Makt (hvordan)'],
    ],
    ['Kari', 105, 240, 44, 60, 'rettet', 45, 'målt'],
    ['Ola', 0, 0, null, 0, 'målt', null, 'ikke planlagt for'],
  ]);
});

test('F33 ATT-9 the corrections have a sheet of their own, with who is not here any more', () => {
  expect(correctionsOf(sheet, said).slice(1)).toEqual([
    [
      ...['Kari', '2026-09-30 Makt', '2026-09-29 09:00', 'en tidligere ansatt'],
      ...['45 minutter', '1 time', 'Lyden falt ut'],
    ],
  ]);
});

/** Every sentence in a dictionary, with its path; functions are asked with plausible things. */
function sentences(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return [1, 7].map((count) => [`${path}(${count})`, String(value(count, 3, 5, 9))] as const);
  return Object.entries(value as object).flatMap(([key, inner]) =>
    sentences(inner, `${path}.${key}`),
  );
}

describe.each(languages)('the words of attendance in %s', (language) => {
  test.each(Object.entries({ words, presenceWords, pageWords }))(
    '%s says everything',
    (name, all) => {
      for (const [path, sentence] of sentences(all[language], name)) {
        if (!path.endsWith('parts.student')) expect(sentence.trim(), path).not.toBe('');
        expect(sentence, path).not.toMatch(/undefined|\[object|NaN/);
      }
    },
  );
});
