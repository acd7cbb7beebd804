import { expect, test } from 'vitest';
import { languageToShow } from './agreed-language.ts';

test('a person of the demonstration school who never chose is shown what the browser wishes', () => {
  expect(languageToShow('nb', { demo: true, everKept: false })).toBeUndefined();
});

test('a language that somebody chose, or was made with, is shown', () => {
  expect(languageToShow('nn', { demo: true, everKept: false })).toBe('nn');
  expect(languageToShow('nb', { demo: true, everKept: true })).toBe('nb');
  expect(languageToShow('nb', { demo: false, everKept: false })).toBe('nb');
});
