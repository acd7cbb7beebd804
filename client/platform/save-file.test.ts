import { expect, test } from 'vitest';
import { fileNameOf } from './save-file.ts';

test('F56 a file is called after the assignment and whose it is, with nothing that a command line reads otherwise', () => {
  expect(fileNameOf('kvittering', ['Makt i møtet', 'Gruppe 3'], 'txt')).toBe(
    'kvittering-makt-i-møtet-gruppe-3.txt',
  );
  expect(fileNameOf('levert tekst', ['../$(rm -rf)/"a"', null], 'json')).toBe(
    'levert-tekst-rm-rf-a.json',
  );
  expect(fileNameOf('kvittering', ['å'.repeat(300)], 'txt').length).toBeLessThan(110);
});
