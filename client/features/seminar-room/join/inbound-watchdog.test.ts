import { expect, test } from 'vitest';
import { type Cure, type Watched, watchSound } from './inbound-watchdog.ts';

/** Feeds readings two seconds apart and gathers the cures with the time they came at. */
function cures(readings: readonly (readonly (readonly [string, number])[])[]) {
  let watched: Watched = new Map();
  const all: { at: number; cure: Cure }[] = [];
  readings.forEach((reading, index) => {
    const at = index * 2_000;
    const step = watchSound(watched, new Map(reading), at);
    watched = step.watched;
    all.push(...step.cures.map((cure) => ({ at, cure })));
  });
  return all;
}

test('F8 sound that flows is left alone', () => {
  expect(cures([[['a', 10]], [['a', 20]], [['a', 21]], [['a', 22]], [['a', 40]]])).toEqual([]);
});

test('F8 six silent seconds: take it anew, then the whole line', () => {
  expect(cures(Array.from({ length: 8 }, () => [['a', 10]]))).toEqual([
    { at: 6_000, cure: { kind: 'take-anew', identity: 'a' } },
    { at: 12_000, cure: { kind: 'rejoin' } },
  ]);
});

test('F8 a track taken anew that flows is healthy', () => {
  const readings = [10, 10, 10, 10, 0, 5, 9, 15].map((bytes) => [['a', bytes] as const]);
  expect(cures(readings)).toHaveLength(1);
});

test('whoever mutes is not waited for', () => {
  expect(cures([[['a', 10]], [], [], [], [], [['a', 10]], [['a', 12]]])).toEqual([]);
});
