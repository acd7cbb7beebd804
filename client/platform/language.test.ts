import { expect, test } from 'vitest';
import { firstLanguage } from './language.ts';

test('the first Norwegian language of the browser is the first language', () => {
  expect(firstLanguage(['nb-NO', 'nn', 'en'])).toBe('nb');
  expect(firstLanguage(['nn-NO', 'nb', 'en'])).toBe('nn');
  expect(firstLanguage(['no'])).toBe('nb');
});

test('Norwegian anywhere in the list comes before English', () => {
  expect(firstLanguage(['en-US', 'en', 'nb'])).toBe('nb');
  expect(firstLanguage(['en-GB', 'nn'])).toBe('nn');
});

test('English only where no Norwegian is listed', () => {
  expect(firstLanguage(['en-US', 'en'])).toBe('en');
  expect(firstLanguage(['de-DE', 'de', 'en'])).toBe('en');
});

test('bokmål for everybody else', () => {
  expect(firstLanguage([])).toBe('nb');
  expect(firstLanguage(['pl-PL', 'pl'])).toBe('nb');
});
