import { expect, test } from 'vitest';
import {
  faultIn,
  keptForm,
  readAbbreviations,
  withAbbreviation,
  withoutAbbreviation,
  writeOut,
  writeOutEnded,
} from './abbreviations.ts';

const all = new Map([
  ['ek', 'erfaringskonsulent'],
  ['mvh', 'med vennlig hilsen'],
  ['æ', 'ærlig talt'],
]);

test('CAP-8 F26 a short form is written out when its word ends, by a space or a stop', () => {
  expect(writeOutEnded('En ek', all)).toBe('En ek');
  expect(writeOutEnded('En ek ', all)).toBe('En erfaringskonsulent ');
  for (const stop of ['.', ',', '?', '!', ':', ')', '»'])
    expect(writeOutEnded(`ek${stop}`, all)).toBe(`erfaringskonsulent${stop}`);
  expect(writeOutEnded('(ek)', all)).toBe('(erfaringskonsulent)');
  expect(writeOut('Vi er ek', all)).toBe('Vi er erfaringskonsulent');
});

test('CAP-8 a capital stays one, and a word that only ends alike stays as it is', () => {
  expect(writeOutEnded('Ek ', all)).toBe('Erfaringskonsulent ');
  expect(writeOutEnded('Æ ', all)).toBe('Ærlig talt ');
  for (const word of ['trek ', 'lek-ek ', 'ek  ', 'eker ', '', ' '])
    expect(writeOutEnded(word, all)).toBe(word);
});

test('CAP-8 a short form is one word that stands for something', () => {
  expect(faultIn(' ', 'noe')).toBe('no-short');
  expect(faultIn('to ord', 'noe')).toBe('not-one-word');
  expect(faultIn('ek.', 'noe')).toBe('not-one-word');
  expect(faultIn('ek', ' ')).toBe('no-long');
  expect(faultIn(' ek ', 'noe')).toBeUndefined();
});

test('CAP-8 one is added, changed and taken away, and the list is read again as it was kept', () => {
  const changed = withAbbreviation(all, ' EK ', ' erfaringskonsulenten ');
  expect([...changed.keys()]).toEqual(['mvh', 'æ', 'ek']);
  expect(changed.get('ek')).toBe('erfaringskonsulenten');
  expect(withoutAbbreviation(changed, 'ek').has('ek')).toBe(false);
  expect(readAbbreviations(keptForm(changed))).toEqual(changed);
  for (const bad of ['', '{', '7', '[["a"]]', '[["a",1]]', '[[["a","b"],"c"]]'])
    expect(readAbbreviations(bad)).toEqual(new Map());
});
