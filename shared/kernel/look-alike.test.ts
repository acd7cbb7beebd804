import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikeOneOf, mixesAlphabets } from './look-alike.ts';

test.for([
  ['Anne Moen', 'anne  moen'],
  ['Anne Moen', 'ANNEMOEN'],
  ['Anne Moen', 'An\u200bne\u00a0Moen'],
  ['Anne Moen', '\u0410nne \u041coen'],
  ['Tone Rask', '\u0422\u043e\u043f\u0435 Rask'],
  ['Ida Lie', 'lda Lie'],
  ['Ola Hansen', '0la Hansen'],
  ['Åse Dahl', 'A\u030ase Dahl'],
])('F5 GUEST-11 PROFILE-4 “%s” is taken for “%s”', ([name, other]) => {
  expect(looksLikeOneOf([name as string])(other as string)).toBe(true);
  expect(looksLikeOneOf([other as string])(name as string)).toBe(true);
});

test.for([
  ['Anne Moen', 'Anne Moe'],
  ['Kari Lie', 'Karl Lie'],
  ['Олена Коваль', 'Олена Ковальчук'],
  ['李明', '李小明'],
])('F5 GUEST-11 “%s” is not taken for “%s”', ([name, other]) => {
  expect(looksLikeOneOf([name as string])(other as string)).toBe(false);
});

test('GUEST-5 PROFILE-2 a word of two alphabets that look alike is no name, two words of one each are', () => {
  for (const mixed of ['\u0410nne', 'M\u03bfen', 'Kari Nor\u0501mann', 'Bj\u00f8r\u043f'])
    expect(mixesAlphabets(mixed), mixed).toBe(true);
  const real = [
    'Anne Moen',
    'Олена Hansen',
    'Νίκος Dahl',
    '山田タロウ',
    'محمد',
    'O’Brien-Ås',
    'Łukasz',
  ];
  for (const name of real) expect(mixesAlphabets(name), name).toBe(false);
});

test('GUEST-11 whatever letters are swapped for others that look the same, and whatever the case, it is the same name', () => {
  const others: Record<string, string> = { a: 'а', e: 'е', o: 'ο', c: 'с', p: 'ρ', x: 'х', y: 'у' };
  const name = fc.string({ unit: fc.constantFrom(...'aeocpxykrn '), minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(name, fc.array(fc.boolean()), fc.boolean(), (written, swaps, upper) => {
      fc.pre(written.trim() !== '');
      const swapped = [...written]
        .map((letter, at) => (swaps[at] ? (others[letter] ?? letter) : letter))
        .join('');
      expect(looksLikeOneOf([written])(swapped)).toBe(true);
      expect(looksLikeOneOf([written])(upper ? written.toUpperCase() : `${written} `)).toBe(true);
    }),
  );
});
