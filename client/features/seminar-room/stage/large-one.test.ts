import { expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { type ForLarge, largeOne, largerBeside, nextLarge } from './large-one.ts';

const [me, anne, kari, ola, siri] = ['me', 'anne', 'kari', 'ola', 'siri'] as PersonId[] as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];
const QUIET: ForLarge = {
  others: [kari, anne, ola, siri],
  me,
  pinned: null,
  spotlit: null,
  wordHolder: null,
  speaker: null,
  lead: null,
};

test('STAGE-1 own pin, spotlight, the word, the speaker, the lead, the first: in that order', () => {
  const all = {
    ...QUIET,
    pinned: siri,
    spotlit: ola,
    wordHolder: kari,
    speaker: ola,
    lead: anne,
  };
  expect(largeOne(all)).toEqual({ personId: siri, why: 'pinned' });
  expect(largeOne({ ...all, pinned: null })).toEqual({ personId: ola, why: 'spotlit' });
  expect(largeOne({ ...all, pinned: null, spotlit: null })?.personId).toBe(kari);
  const unheard = { ...all, pinned: null, spotlit: null, wordHolder: null };
  expect(largeOne(unheard)?.personId).toBe(ola);
  expect(largeOne({ ...unheard, speaker: null })?.personId).toBe(anne);
  expect(largeOne(QUIET)?.personId).toBe(kari);
  expect(largeOne({ ...QUIET, others: [] })).toBeUndefined();
});

test('STAGE-1 oneself stands large only with the word', () => {
  expect(largeOne({ ...QUIET, speaker: me, lead: me, spotlit: me, pinned: me })?.personId).toBe(
    kari,
  );
  expect(largeOne({ ...QUIET, wordHolder: me })?.personId).toBe(me);
});

test('STAGE-2 a pinned person who leaves is waited for, and stands large again when back', () => {
  const away = { ...QUIET, others: [kari, anne], pinned: siri, lead: anne };
  expect(largeOne(away)).toEqual({ personId: anne, why: 'speaker' });
  expect(largeOne({ ...away, others: [kari, anne, siri] })?.personId).toBe(siri);
});

test('STAGE-3 while something may be pressed, nobody takes the large place but whom one pins', () => {
  const before = { personId: kari, why: 'speaker' } as const;
  const now = { ...QUIET, speaker: ola, spotlit: anne };
  expect(nextLarge(before, now, true)).toEqual(before);
  expect(nextLarge(before, now, false)?.personId).toBe(anne);
  expect(nextLarge(before, { ...now, pinned: siri }, true)?.personId).toBe(siri);
  expect(nextLarge(before, { ...now, others: [anne, ola] }, true)?.personId).toBe(anne);
});

test('STAGE-3 whoever was unpinned stays until the hand is gone, and is not called pinned', () => {
  const before = { personId: siri, why: 'pinned' } as const;
  expect(nextLarge(before, { ...QUIET, speaker: ola }, true)).toEqual({
    personId: siri,
    why: 'speaker',
  });
});

test('STAGE-1 STAGE-3 beside a sheet a pin counts before a spotlight, which waits for the hand to be gone', () => {
  expect(largerBeside(null, { ...QUIET, pinned: siri, spotlit: ola }, true)).toBe(siri);
  expect(largerBeside(null, { ...QUIET, spotlit: ola }, false)).toBe(ola);
  expect(largerBeside(null, { ...QUIET, spotlit: ola }, true)).toBeNull();
  expect(largerBeside(ola, QUIET, true)).toBe(ola);
  expect(largerBeside(siri, { ...QUIET, others: [kari], spotlit: kari }, true)).toBeNull();
});
