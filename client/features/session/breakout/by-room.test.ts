import { expect, test } from 'vitest';
import type { Breakouts } from '#shared/features/session/breakout/model.ts';
import type { RosterEntry } from '#shared/features/session/roster/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { byRoom } from './by-room.ts';

const entry = (personId: string) => ({ personId }) as unknown as RosterEntry;
const split = {
  rooms: [
    { id: 'one', name: 'Gruppe 1', inside: ['amina'] },
    { id: 'two', name: 'Gruppe 2', inside: ['rune', 'anne'] },
    { id: 'empty', name: 'Gruppe 3', inside: [] },
  ],
} as unknown as Breakouts;
const here = ['anne', 'amina', 'liv', 'rune'].map(entry);
const seenBy = (me: string) => {
  const { mine, elsewhere } = byRoom(split, here, me as PersonId);
  return [mine, ...elsewhere].map(({ name, entries }) => [
    name,
    ...entries.map(({ personId }) => personId),
  ]);
};

test('F18 people stand by where they are, one’s own room first, and in the order they came in', () => {
  expect(seenBy('rune')).toEqual([
    ['Gruppe 2', 'anne', 'rune'],
    [null, 'liv'],
    ['Gruppe 1', 'amina'],
  ]);
  expect(seenBy('liv')).toEqual([
    [null, 'liv'],
    ['Gruppe 1', 'amina'],
    ['Gruppe 2', 'anne', 'rune'],
  ]);
});
