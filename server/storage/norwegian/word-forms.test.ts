import { expect, test } from 'vitest';
import { formsOf } from './word-forms.ts';

test.for([
  ['Behandlerne', ['behandler', 'behandleren', 'behandlere', 'behandlerne']],
  ['lærerens', ['lærer', 'læreren', 'lærere', 'lærerne', 'lærerens']],
  ['seminarene', ['seminar', 'seminaret', 'seminarer']],
  ['bok', ['bøker', 'bøkene', 'boka']],
  ['bøkenes', ['bok', 'boka']],
  ['dagbøker', ['dagbok', 'dagboka']],
  ['nordmann', ['nordmenn', 'nordmennene']],
  ['borna', ['barn', 'barnet']],
  ['gå', ['gikk', 'gått', 'gjekk']],
  ['skrive', ['skrev', 'skreiv', 'skrevet']],
  ['beskrev', ['beskrive', 'beskriver', 'beskrevet']],
  ['regler', ['regel', 'reglene', 'reglar']],
  ['søsteren', ['søster', 'søstre', 'syster']],
  ['brukarane', ['brukar', 'brukaren', 'brukarar', 'brukarane']],
] as const)('F54 %s stands for its other forms', ([word, forms]) => {
  expect(formsOf(word)).toEqual(expect.arrayContaining([...forms]));
});

test.for([
  'her',
  'er',
  'der',
  'svar',
  'makt',
  'møtene',
  'grense',
  'for',
  '2026',
  'var',
  'nett',
  'kreft',
  'stand',
  '',
])('F54 “%s” is left to the stemmer', (word) => {
  expect(formsOf(word)).toEqual([]);
});
