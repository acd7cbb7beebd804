import * as fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './root.ts';

/** A function between two tags, from its body on. After `=` it is a property, which Solid reads anew by itself. */
const FUNCTION_CHILD = /(?<!=)\{\(\w+(?:, \w+)?\) =>\s+(\S[^\n]*)/gu;
/** Markup, or a part that somebody else has made. */
const PART = /^(?:[<({]|props\.|(?:laid|frame|seminar|now)\(\))/u;

test('words that a condition hands on stand in markup, so that they follow what they tell of', () => {
  // Solid calls such a function once and reads its signals never again: a bare text stands still (`<>{…}</>` does not).
  const still = fs.globSync('client/**/*.tsx', { cwd: root }).flatMap((file) => {
    const text = fs.readFileSync(path.join(root, file), 'utf8');
    return [...text.matchAll(FUNCTION_CHILD)]
      .filter(([, body = '']) => !PART.test(body))
      .map(([found]) => `${file}: ${found}`);
  });
  expect(still).toEqual([]);
});
