import { expect, test } from 'vitest';
import { SHARE_MAX, SHARE_MIN, shareAt, shareByKey, shareByPress, shareFrom } from './split.ts';

test('STAGE-4 the edge follows the pointer, and neither side can be pushed away', () => {
  const frame = { left: 100, width: 1_000 };
  expect(shareAt(700, frame)).toBe(60);
  expect(shareAt(0, frame)).toBe(SHARE_MIN);
  expect(shareAt(5_000, frame)).toBe(SHARE_MAX);
  expect(shareAt(50, { left: 0, width: 0 }), 'not laid out yet').toBe(66);
});

test('STAGE-4 arrows move the edge, Home and End bring it to its ends, Tab is left alone', () => {
  expect(shareByKey(60, 'ArrowLeft')).toBe(56);
  expect(shareByKey(80, 'ArrowRight')).toBe(SHARE_MAX);
  expect(shareByKey(60, 'Home')).toBe(SHARE_MIN);
  expect(shareByKey(60, 'End')).toBe(SHARE_MAX);
  expect(shareByKey(60, 'Tab')).toBeUndefined();
});

test('STAGE-4 a press without drawing goes through three widths, wherever the edge was', () => {
  expect(shareByPress(66)).toBe(SHARE_MAX);
  expect(shareByPress(SHARE_MAX)).toBe(50);
  expect(shareByPress(51)).toBe(66);
});

test('what was kept is used only when it makes sense', () => {
  expect(shareFrom('44')).toBe(44);
  expect(shareFrom('900')).toBe(SHARE_MAX);
  for (const nonsense of [undefined, '', 'bred']) expect(shareFrom(nonsense)).toBe(66);
});
