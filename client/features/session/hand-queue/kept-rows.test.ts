import { expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { keptRows } from './kept-rows.ts';

const [kari, ola, siri] = ['kari', 'ola', 'siri'] as unknown as [PersonId, PersonId, PersonId];

test('HAND-9 whoever goes from the line keeps their row, and all others theirs', () => {
  expect(keptRows([kari, ola], [ola])).toEqual([kari, ola]);
});

test('HAND-9 whoever asks for the word comes last, also under rows that rest', () => {
  expect(keptRows([kari, ola], [ola, siri])).toEqual([kari, ola, siri]);
});

test('HAND-9 whoever asks again stays in their row', () => {
  expect(keptRows([kari, ola], [ola, kari])).toEqual([kari, ola]);
});
