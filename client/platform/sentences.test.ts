import { expect, test } from 'vitest';
import { isolated } from '#shared/kernel/isolated.ts';
import { inSentences } from './sentences.ts';

test('F42 F78 a name that ends in a point is heard with one point', () => {
  expect(inSentences(['Kari B.'])).toBe('Kari B.');
  expect(inSentences(['Kari B.', 'Hånda er oppe, nummer 1'])).toBe(
    'Kari B. Hånda er oppe, nummer 1.',
  );
  expect(inSentences(['Kari Nilsen', '', undefined, 'Mikrofon av'])).toBe(
    'Kari Nilsen. Mikrofon av.',
  );
  expect(inSentences([isolated('سارة ب.')])).toBe(isolated('سارة ب.'));
});
