import { expect, test } from 'vitest';
import { VIEWS, viewOf, type Wishes } from './view.ts';

const usual: Wishes = {
  ...{ chosen: 'grid', forNow: undefined, poor: false },
  ...{ lowEnergy: false, picturesOnce: false },
};

test('F6 a poor line and sound alone go before every other view', () => {
  expect(viewOf(usual)).toBe('grid');
  expect(viewOf({ ...usual, forNow: 'sheet' })).toBe('sheet');
  expect(viewOf({ ...usual, forNow: 'sheet', poor: true })).toBe('sound');
  expect(viewOf({ ...usual, forNow: 'sheet', chosen: 'sound' })).toBe('sound');
});

test('F79 LOOK-4 in low energy it is sound alone, whatever was chosen, until one asks for pictures', () => {
  const low = { ...usual, lowEnergy: true };
  for (const chosen of VIEWS) {
    expect(viewOf({ ...low, chosen })).toBe('sound');
    expect(viewOf({ ...low, chosen, forNow: 'sheet' })).toBe('sound');
    expect(viewOf({ ...low, chosen, picturesOnce: true })).toBe(chosen);
  }
  expect(viewOf({ ...low, picturesOnce: true, poor: true })).toBe('sound');
});
