import { expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { screenOnStage } from './screens.ts';

const [anne, kari] = ['anne', 'kari'] as PersonId[] as [PersonId, PersonId];

test('STAGE-5 a second shared screen does not push the first away, whoever stands first in the list', () => {
  expect(screenOnStage(undefined, [kari], undefined)).toBe(kari);
  expect(screenOnStage(kari, [anne, kari], undefined)).toBe(kari);
  expect(screenOnStage(kari, [anne, kari], anne)).toBe(anne);
});

test('STAGE-5 when it ends the other one takes its place, and then nobody', () => {
  expect(screenOnStage(kari, [anne], kari)).toBe(anne);
  expect(screenOnStage(anne, [], anne)).toBeUndefined();
});
