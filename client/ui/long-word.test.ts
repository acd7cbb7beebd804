import { expect, test } from 'vitest';
import { LONG_WORD, longWord } from './long-word.ts';

test('a block is drawn without kerning only where one of its words is longer than any word is', () => {
  const long = 'x'.repeat(LONG_WORD);
  expect(longWord('Makten lå i hvem som hadde lest journalen. '.repeat(100))).toBeUndefined();
  expect(longWord(`${long} ${long}\n${long}`)).toBeUndefined();
  expect(longWord(`Først ${long}x så`)).toBe('');
  expect(longWord('x\u00a0'.repeat(LONG_WORD))).toBe('');
});
