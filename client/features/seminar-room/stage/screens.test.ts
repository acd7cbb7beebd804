import { expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { screenOnStage, smallTiles } from './screens.ts';

const [anne, kari, ola] = ['anne', 'kari', 'ola'] as PersonId[] as [PersonId, PersonId, PersonId];

test('STAGE-5 a second shared screen does not push the first away, whoever stands first in the list', () => {
  expect(screenOnStage(undefined, [kari], undefined)).toBe(kari);
  expect(screenOnStage(kari, [anne, kari], undefined)).toBe(kari);
  expect(screenOnStage(kari, [anne, kari], anne)).toBe(anne);
});

test('STAGE-5 when it ends the other one takes its place, and then nobody', () => {
  expect(screenOnStage(kari, [anne], kari)).toBe(anne);
  expect(screenOnStage(anne, [], anne)).toBeUndefined();
});

test('STAGE-6 the own window: screens first, then who matters, at most four, nobody twice', () => {
  const others = [anne, kari, ola, ...(['p4', 'p5'] as PersonId[])];
  const shown = smallTiles({
    screens: [ola],
    first: [null, kari, 'gone' as PersonId, kari],
    others,
  });
  expect(shown.map(({ kind, personId }) => `${kind} ${personId}`)).toEqual([
    'screen ola',
    'face kari',
    'face anne',
    'face ola',
  ]);
});
