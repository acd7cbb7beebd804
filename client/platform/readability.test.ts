import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Dictionary } from './language.ts';

/** Plain language (docs/promises.md §8): LIX of the bokmål texts of a topic. 30 is easy, 40 a newspaper. */
const LIX_AT_MOST = 35;

const client = path.join(import.meta.dirname, '..');
const files = globSync('**/words.ts', { cwd: client }).sort();

/** Every text among the words. A text that is made of values is made of a short name and a count, as on a screen. */
function texts(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function') return sampleTexts(words as (...values: unknown[]) => unknown);
  if (words && typeof words === 'object') return Object.values(words).flatMap(texts);
  throw new Error(`a word may not be ${String(words)}`);
}
function sampleTexts(make: (...values: unknown[]) => unknown): string[] {
  return [1, 3].flatMap((count) => {
    const values = Array.from({ length: make.length }, () => count);
    return texts(make(...values));
  });
}

/** Words per sentence plus the percentage of words with more than six letters. */
function lix(lines: readonly string[]): number {
  const words = lines.flatMap((line) => line.match(/[\p{L}\p{N}]+(?:[-’][\p{L}\p{N}]+)*/gu) ?? []);
  const sentences = lines.flatMap((line) => line.split(/[.!?:…]+(?:\s|$)/u)).filter(Boolean);
  const long = words.filter((word) => word.length > 6);
  return words.length / sentences.length + (100 * long.length) / words.length;
}

const isSilent = (text: string) => text.trim() === '';

async function wordsIn(file: string): Promise<Dictionary<unknown>> {
  const module: { words: Dictionary<unknown> } = await import(path.join(client, file));
  return module.words;
}

test('the texts are found', () => {
  expect(files.length).toBeGreaterThanOrEqual(3);
});

test('the measure knows plain from heavy', () => {
  expect(lix(['Du er inne. Alle ser deg.'])).toBeLessThan(10);
  expect(
    lix(['Universitetsadministrasjonen forutsetter obligatorisk tilstedeværelse gjennomgående']),
  ).toBeGreaterThan(80);
});

test.each(files)('%s is plain bokmål', async (file) => {
  const { nb } = await wordsIn(file);
  expect(lix(texts(nb))).toBeLessThanOrEqual(LIX_AT_MOST);
});

test.each(files)('%s says everything in all three languages', async (file) => {
  const { nb, nn, en } = await wordsIn(file);
  for (const language of [nb, nn, en]) {
    // What is left unsaid on purpose in bokmål, such as that a student is a student, is left unsaid in all.
    expect(texts(language).map(isSilent)).toEqual(texts(nb).map(isSilent));
  }
});
