import { expect, test } from 'vitest';
import { callNames } from './call-name.ts';

test('people are called by their given names', () => {
  const names = callNames(['Ingrid Solbakken', 'Per Olav Lie', 'Tor-Arne Lien', 'Madonna']);
  expect([...names.values()]).toEqual(['Ingrid', 'Per Olav', 'Tor-Arne', 'Madonna']);
});

test('two of the same name are called by the whole of it', () => {
  const names = callNames(['Anne Moen', 'Anne Berg', 'Liv Dahl']);
  expect(names.get('Anne Moen')).toBe('Anne Moen');
  expect(names.get('Anne Berg')).toBe('Anne Berg');
  expect(names.get('Liv Dahl')).toBe('Liv');
});
