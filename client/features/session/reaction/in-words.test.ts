import { expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { countReactions } from './in-words.ts';

const by = (name: string) => name as PersonId;

test('REACT-4 what came meanwhile is one line: each reaction once, each person once in it', () => {
  expect(
    countReactions([
      { by: by('kari'), reaction: 'heart' },
      { by: by('kari'), reaction: 'clap' },
      { by: by('ola'), reaction: 'clap' },
      { by: by('kari'), reaction: 'clap' },
    ]),
  ).toEqual([
    { reaction: 'clap', people: ['kari', 'ola'] },
    { reaction: 'heart', people: ['kari'] },
  ]);
  expect(countReactions([])).toEqual([]);
});
