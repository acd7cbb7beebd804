import { expect, test } from 'vitest';
import { writtenParts } from './written-parts.ts';

test('CHAT-13 addresses and marks that turn the text round stand apart, and nothing is lost', () => {
  const text = 'Se \u202ehttps://mellom.example/a?b=c\u202c og\u202d slik';
  const parts = writtenParts(text);
  expect(parts.filter((_, nth) => nth % 2 === 1)).toEqual([
    '\u202e',
    'https://mellom.example/a?b=c',
    '\u202d',
  ]);
  expect(parts.join('')).toBe(text);
});

test('CHAT-13 what is written in two scripts stays one', () => {
  expect(writtenParts('שלום \u2067abc\u2069 مرحبا')).toHaveLength(1);
});
