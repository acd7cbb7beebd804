import { expect, test } from 'vitest';
import type { Round } from '#shared/features/session/round/model.ts';
import type { PersonId, RoundId } from '#shared/kernel/ids.ts';
import { seatInWords } from './in-words.ts';
import { elapsedIn, orderOf, placeOnRing, standingIn, turnsOver } from './seats.ts';
import { words } from './words.ts';

const [ANNE, KARI, OLA, SIRI] = ['anne', 'kari', 'ola', 'siri'] as PersonId[] as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];

test('F35 everybody stands once in the ring, and whoever has the word again is not said to have had it', () => {
  const round: Round = {
    id: 'r' as RoundId,
    ...{
      prompt: 'Ett ord?',
      about: '',
      minutes: null,
      by: ANNE,
      startedAt: 0,
      written: [],
      voiceNotes: [],
    },
    ring: [ANNE, KARI, OLA, SIRI],
    turn: { personId: ANNE, since: 0 },
    next: KARI,
    been: [ANNE, OLA],
  };
  expect(turnsOver(round)).toBe(1);
  expect(turnsOver({ ...round, next: OLA })).toBe(0);
  expect(round.ring.map((one) => standingIn(round, one))).toEqual([
    'word',
    'next',
    'been',
    'to-come',
  ]);
});

test('F35 the ring begins at the top and goes by the sun', () => {
  expect(placeOnRing(0, 4)).toEqual({ left: 50, top: 10 });
  expect(placeOnRing(1, 4).left).toBeCloseTo(90);
  expect(placeOnRing(2, 4).top).toBeCloseTo(90);
});

test('F36 time is hinted in three steps, and never runs out', () => {
  expect([0, 0.34, 0.5, 0.9, 7].map(elapsedIn)).toEqual(['early', 'early', 'half', 'full', 'full']);
});

test('F35 a teacher begins, comes last or draws lots', () => {
  const people = [KARI, ANNE, OLA];
  expect(orderOf('me-first', people, ANNE, Math.random)).toEqual([ANNE, KARI, OLA]);
  expect(orderOf('me-last', people, ANNE, Math.random)).toEqual([KARI, OLA, ANNE]);
  const chances = [0.9, 0.1, 0.5];
  expect(orderOf('drawn', people, ANNE, () => chances.shift() ?? 0)).toEqual([ANNE, OLA, KARI]);
});

test('F35 whoever is away in their turn has the word still, and both are said', () => {
  const others = { isMe: false, isAway: true };
  expect(seatInWords(words.nb, 'word', others)).toBe('har ordet, borte et øyeblikk');
  expect(seatInWords(words.nb, 'next', others)).toBe('neste, borte et øyeblikk');
  expect(seatInWords(words.nb, 'been', others)).toBe('borte et øyeblikk');
  expect(seatInWords(words.en, 'word', { isMe: true, isAway: false })).toBe('have the word');
});
