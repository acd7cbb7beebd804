import { expect, it } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { asPerson, othersHere } from './people-here.ts';

const me = 'me' as PersonId;
const state = (personId: unknown, name: unknown) => ({ user: { personId, name } });

it('F44 each of the others once, by name, and never oneself', () => {
  const states = new Map<number, object>([
    [1, state('me', 'Kari')],
    [2, state('p2', 'Åse')],
    [3, state('p1', 'Ola')],
    [4, state('p2', 'Åse')],
  ]);
  expect(othersHere(states, me).map(({ name }) => name)).toEqual(['Ola', 'Åse']);
});

it('a state without the stamp is nobody', () => {
  for (const user of [undefined, null, 'Ola', {}, { name: 'Ola' }, { personId: 7, name: 'Ola' }])
    expect(asPerson(user)).toBeUndefined();
  expect(othersHere(new Map([[1, {}]]), me)).toEqual([]);
});
