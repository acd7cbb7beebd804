import { expect, test } from 'vitest';
import { complaintOf, type MicrophoneHealth, readMicrophone } from './microphone-health.ts';

/** Readings two seconds apart, the energy of each given. */
const after = (energies: readonly number[]): MicrophoneHealth =>
  energies.reduce<MicrophoneHealth>(
    (health, energy, nth) => readMicrophone(health, { dead: false, energy }, nth * 2_000),
    { status: 'closed' },
  );

test('DEVICE-3 a microphone that gives nothing at all for ten seconds is spoken of, not before', () => {
  expect(complaintOf(after([0, 0, 0, 0, 0]), 8_000)).toBeUndefined();
  expect(complaintOf(after([0, 0, 0, 0, 0, 0]), 10_000)).toBe('silent');
});

test('DEVICE-3 somebody who listens in a quiet room hears no complaint', () => {
  const humming = Array.from({ length: 60 }, (_, nth) => nth * 1e-7);
  expect(complaintOf(after(humming), 118_000)).toBeUndefined();
});

test('DEVICE-3 a switch on the microphone that is pressed under way is noticed, and pressed again forgotten', () => {
  const pressed = [0, 1, 2, 2, 2, 2, 2, 2];
  expect(complaintOf(after(pressed), 14_000)).toBe('silent');
  expect(complaintOf(after([...pressed, 2.5]), 16_000)).toBeUndefined();
});

test('DEVICE-3 a closed microphone is nobody’s trouble, a dead one is at once', () => {
  expect(complaintOf(readMicrophone(after([0, 0]), undefined, 60_000), 60_000)).toBeUndefined();
  const dead = readMicrophone(after([0, 1]), { dead: true, energy: 1 }, 4_000);
  expect(complaintOf(dead, 4_000)).toBe('dead');
});

test('DEVICE-3 a browser that tells no energy is believed', () => {
  const untold = readMicrophone(after([0, 0]), { dead: false, energy: undefined }, 60_000);
  expect(complaintOf(untold, 60_000)).toBeUndefined();
});
