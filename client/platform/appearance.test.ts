import { expect, test } from 'vitest';
import { USUAL_APPEARANCE } from '#shared/features/identity/appearance/model.ts';
import { APPEARANCES, marksOf, readAppearance } from './appearance.ts';

test('LOOK-2 what was kept is read as far as it is a choice, and else it is as usual', () => {
  const chosen = { ...USUAL_APPEARANCE, textSize: 'largest', lowEnergy: true };
  expect(readAppearance(JSON.stringify(chosen))).toEqual(chosen);
  for (const broken of [undefined, '', '{', 'null', '[]', '"x"', '{"font":"x","lowEnergy":"yes"}'])
    expect(readAppearance(broken)).toEqual(USUAL_APPEARANCE);
});

test('LOOK-2 every choice but the usual is written on the page', () => {
  const { theme, motion } = USUAL_APPEARANCE;
  expect(Object.values(marksOf(USUAL_APPEARANCE)).filter((says) => says !== undefined)).toEqual([]);
  expect(
    marksOf({ ...USUAL_APPEARANCE, textSize: 'large', spacing: 'wide', lowEnergy: true }),
  ).toEqual({
    ...{ text: 'large', font: undefined, spacing: 'wide', energy: 'low' },
    ...{ theme: undefined, motion: undefined },
  });
  expect([theme, motion]).toEqual([APPEARANCES.theme[0], APPEARANCES.motion[0]]);
});
