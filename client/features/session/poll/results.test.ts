import { expect, test } from 'vitest';
import type { PollForm } from '#shared/features/session/poll/model.ts';
import { answerParts, percentOf, resultRows } from './results.ts';

const scale: PollForm = { kind: 'scale', steps: 3, low: 'tungt', high: 'godt' };
const many: PollForm = { kind: 'many', options: ['Mandag', 'Tirsdag', 'Onsdag'] };

test('shares are whole per cent of those who have answered, and of nobody nothing', () => {
  expect([percentOf(1, 3), percentOf(2, 3), percentOf(7, 7), percentOf(0, 0)]).toEqual([
    33, 67, 100, 0,
  ]);
});

test('one or two have no share, and a bar that tells no more than that', () => {
  const rows = resultRows({ form: many }, { answers: 10, counts: [8, null, 0], texts: [] });
  expect(rows.map(({ count, percent, length }) => [count, percent, length])).toEqual([
    [8, 80, 80],
    [null, null, 15],
    [0, 0, 0],
  ]);
});

test('a scale has a row for each step, and its ends say what they mean', () => {
  const rows = resultRows({ form: scale }, { answers: 5, counts: [0, 5, 0], texts: [] });
  expect(rows.map(({ option, means }) => [option, means])).toEqual([
    ['1', 'tungt'],
    ['2', ''],
    ['3', 'godt'],
  ]);
});

test('an answer reads as its options, its number or its words', () => {
  expect(answerParts(many, { choices: [0, 2], text: '' })).toEqual(['Mandag', 'Onsdag']);
  expect(answerParts(scale, { choices: [2], text: '' })).toEqual(['3']);
  expect(answerParts({ kind: 'text' }, { choices: [], text: 'Rolig' })).toEqual(['Rolig']);
});
