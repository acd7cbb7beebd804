import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hang, isClean, type Room, type Tag } from './hang.ts';

/** The band at 1280 px: a thread of 1072 px, today at 22 % of it, a fold on the left. */
const room: Room = { first: 236, last: 1_040, left: 184, right: 1_060 };

const tag = fc.record({
  at: fc.integer({ min: room.first, max: room.last }),
  width: fc.integer({ min: 60, max: 187 }),
  height: fc.integer({ min: 40, max: 120 }),
});
const inOrder = (tags: Tag[]) => [...tags].sort((a, b) => a.at - b.at);

test('what hangs never meets: words, strings, edges', () => {
  fc.assert(
    fc.property(fc.array(tag, { maxLength: 14 }).map(inOrder), (tags) => {
      const hung = hang(tags, room);
      if (hung === null) return;
      expect(hung).toHaveLength(tags.length);
      expect(isClean(tags, hung, room)).toBe(true);
      const beads = hung.map((one) => one.bead);
      expect(beads).toEqual([...beads].sort((a, b) => a - b));
    }),
    { numRuns: 2_000 },
  );
});

test('an empty thread hangs', () => {
  expect(hang([], room)).toEqual([]);
});

test('one thing hangs at its date, in the middle of its words', () => {
  expect(hang([{ at: 600, width: 140, height: 80 }], room)).toEqual([
    { bead: 600, left: 530, depth: 0 },
  ]);
});

test('the reference hangs in one row, each at its date', () => {
  const tags = [252, 412, 630, 794, 953].map((at) => ({ at, width: 145, height: 78 }));
  const hung = hang(tags, room);
  expect(hung?.map((one) => one.depth)).toEqual([0, 0, 0, 0, 0]);
  expect(hung?.map((one) => Math.round(one.bead))).toEqual([252, 412, 630, 794, 953]);
});

test('eight things take two depths', () => {
  const tags = Array.from({ length: 8 }, (_, n) => ({ at: 240 + n * 20, width: 150, height: 78 }));
  const hung = hang(tags, room);
  expect(hung?.some((one) => one.depth === 1)).toBe(true);
});

test('twelve and forty have no room: the thread stands', () => {
  for (const count of [12, 40]) {
    const tags = Array.from({ length: count }, (_, n) => ({ at: 240 + n, width: 150, height: 78 }));
    expect(hang(tags, room)).toBeNull();
  }
});

test('isClean sees words that meet, and a string through words', () => {
  const tags = [1, 2].map(() => ({ at: 0, width: 150, height: 78 }));
  const at = (bead: number, depth: 0 | 1) => ({ bead, left: bead - 75, depth });
  expect(isClean(tags, [at(300, 0), at(470, 0)], room)).toBe(true);
  expect(isClean(tags, [at(300, 0), at(440, 0)], room)).toBe(false);
  expect(isClean(tags, [at(300, 0), at(440, 1)], room)).toBe(true);
  expect(isClean(tags, [at(300, 0), at(350, 1)], room)).toBe(false);
});
