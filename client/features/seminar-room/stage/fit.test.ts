import { expect, test } from 'vitest';
import { fitOf } from './fit.ts';

const upright = { width: 720, height: 1280 };
const lying = { width: 1280, height: 720 };

test('STAGE-8 a phone held upright is shown whole in a wide frame, and fills an upright one', () => {
  expect(fitOf(upright, { width: 448, height: 276 })).toBe('whole');
  expect(fitOf(upright, { width: 300, height: 300 })).toBe('whole');
  expect(fitOf(upright, { width: 344, height: 480 })).toBe('fills');
});

test('STAGE-8 a lying picture fills frames like its own, squares and a phone, for only walls are lost', () => {
  expect(fitOf(lying, { width: 448, height: 276 })).toBe('fills');
  expect(fitOf(lying, { width: 110, height: 72 })).toBe('fills');
  expect(fitOf(lying, { width: 344, height: 370 })).toBe('fills');
});

test('STAGE-8 nobody is cut to a strip, lying or standing', () => {
  expect(fitOf(lying, { width: 184, height: 500 })).toBe('whole');
  expect(fitOf(lying, { width: 900, height: 240 })).toBe('whole');
});

test('STAGE-8 before anything is known of the picture it fills its frame', () => {
  expect(fitOf({ width: 0, height: 0 }, { width: 448, height: 276 })).toBe('fills');
});
