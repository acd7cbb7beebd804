import { expect, test } from 'vitest';
import { words } from './words.ts';

test('F7 what is new behind "Mer" is named, and one is not many', () => {
  expect(words.nb.moreWithMessages(1)).toBe('Mer, 1 melding');
  expect(words.nb.moreWithMessages(2)).toBe('Mer, 2 meldinger');
  expect(words.nn.moreWithMessages(1)).toBe('Meir, 1 melding');
  expect(words.nn.moreWithMessages(2) + words.nn.andHands(2)).toBe(
    'Meir, 2 meldingar og 2 hender oppe',
  );
  expect(words.en.moreWithMessages(1) + words.en.andHands(1)).toBe('More, 1 message and 1 hand up');
});
