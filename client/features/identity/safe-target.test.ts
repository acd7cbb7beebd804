import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeTarget, signInPath } from './safe-target.ts';

test('a path of ours is kept with its question and its place', () => {
  expect(safeTarget('/okt/0192?vis=folk#samtale')).toBe('/okt/0192?vis=folk#samtale');
});

test('a damaged place on the page is left out, and the page is kept', () => {
  expect(safeTarget('/okt/0192?vis=folk#%')).toBe('/okt/0192?vis=folk');
  expect(safeTarget('/okt/0192#nokkel=X580%E0%A4%A')).toBe('/okt/0192');
  expect(safeTarget('/dokument/0192#%C3%A5')).toBe('/dokument/0192#%C3%A5');
});

test.each([
  undefined,
  '',
  'okt',
  'https://example.org/',
  '//example.org',
  '///example.org',
  '/\\example.org',
  '/\t/example.org',
  '/..//example.org',
  'javascript:alert(1)',
  '/logg-inn?til=/',
])('%j leads to Nå', (wish) => {
  expect(safeTarget(wish)).toBe('/');
});

test('whatever is asked for, a browser stays on our own address', () => {
  const odd = fc.array(
    fc.constantFrom(
      '/',
      '\\',
      '.',
      ':',
      '@',
      '?',
      '#',
      '%2f',
      '\t',
      '\n',
      ' ',
      'a',
      'http',
      'x.no',
    ),
  );
  fc.assert(
    fc.property(odd, (parts) => {
      const target = safeTarget(parts.join(''));
      expect(new URL(target, 'https://school.example').origin).toBe('https://school.example');
    }),
    { numRuns: 2_000 },
  );
});

test('the way there and back keeps the place', () => {
  const path = '/okt/0192?a=1&b=2';
  const address = new URL(signInPath(path), 'https://school.example');
  expect(safeTarget(address.searchParams.get('til') ?? undefined)).toBe(path);
});
