import { expect, test } from 'vitest';
import { USUAL_APPEARANCE } from '#shared/features/identity/appearance/model.ts';
import { chosenInWords, isUsual } from './chosen.ts';
import { words } from './words.ts';

test('F79 what is chosen is said in a few words', () => {
  const said = (chosen: object) => chosenInWords({ ...USUAL_APPEARANCE, ...chosen }, words.nb);
  expect(said({})).toBe('Som vanlig');
  expect(said({ lowEnergy: true })).toBe('Som vanlig');
  expect(said({ textSize: 'larger', font: 'lexend', theme: 'dark' })).toBe(
    'Større tekst, Lexend, mørke farger',
  );
  expect(isUsual({ ...USUAL_APPEARANCE, lowEnergy: true })).toBe(true);
  expect(isUsual({ ...USUAL_APPEARANCE, motion: 'still' })).toBe(false);
});
