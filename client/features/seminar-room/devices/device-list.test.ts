import { expect, test } from 'vitest';
import { changesOf, type Device, isUnnamed, nameable } from './device-list.ts';

const built: Device = { kind: 'audioinput', deviceId: 'built-in', label: 'Built in' };
const headset: Device = { kind: 'audioinput', deviceId: 'headset', label: 'Headset' };
const hidden: Device = { kind: 'audioinput', deviceId: '', label: '' };
const choseHeadset = (kind: string) => (kind === 'audioinput' ? 'headset' : undefined);

test('DEVICE-7 a chosen device that is pulled out has gone, and another one has not', () => {
  expect(changesOf([built, headset], [built], choseHeadset)).toEqual([
    { kind: 'audioinput', label: 'Headset', is: 'gone' },
  ]);
  expect(changesOf([headset], [], choseHeadset), 'the last one').toHaveLength(1);
  expect(changesOf([built, headset], [headset], choseHeadset)).toEqual([]);
  expect(changesOf([built, headset], [built], () => undefined)).toEqual([]);
});

test('DEVICE-7 plugged in again it is back, once', () => {
  expect(changesOf([built], [built, headset], choseHeadset)).toEqual([
    { kind: 'audioinput', label: 'Headset', is: 'back' },
  ]);
  expect(changesOf([built, headset], [built, headset], choseHeadset)).toEqual([]);
});

test('DEVICE-7 a browser that names nothing has told of no change', () => {
  expect(changesOf([built, headset], [hidden], choseHeadset)).toEqual([]);
  expect(changesOf([hidden], [built, headset], choseHeadset)).toEqual([]);
});

test('DEVICE-7 what has no name cannot be chosen, and is told from nothing at all', () => {
  expect(nameable([hidden, built], 'audioinput')).toEqual([built]);
  expect(isUnnamed([hidden], 'audioinput')).toBe(true);
  expect(isUnnamed([], 'audioinput')).toBe(false);
  expect(isUnnamed([hidden], 'videoinput')).toBe(false);
});
