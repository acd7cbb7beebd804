import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { layDown, type Measured } from './lying.ts';

const ends = { from: true, to: true };
const measured = (tags: Measured['tags'], more: Partial<Measured> = {}): Measured => ({
  width: 1_072,
  foldWidth: 96,
  foldHeight: 44,
  fromWidth: 90,
  toWidth: 90,
  footHeight: 50,
  tags,
  ...more,
});

test('no two tags lie over each other, whatever their sizes and dates', () => {
  const size = fc.record({
    width: fc.integer({ min: 50, max: 187 }),
    height: fc.integer({ min: 30, max: 130 }),
  });
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const things = fc.array(fc.record({ size, place }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(things, fc.integer({ min: 960, max: 1_200 }), (list, width) => {
      const sorted = [...list].sort((a, b) => a.place - b.place);
      const sizes = sorted.map((one) => one.size);
      const lying = layDown(
        measured(sizes, { width }),
        sorted.slice(1).map((one) => one.place),
        ends,
      );
      if (!lying) return;
      const boxes = lying.tags.map((tag, n) => ({
        left: tag.x + tag.left,
        right: tag.x + tag.left + (sizes[n]?.width ?? 0),
        top: tag.y + tag.drop,
        bottom: tag.y + tag.drop + (sizes[n]?.height ?? 0),
      }));
      boxes.forEach((a, n) => {
        expect(a.bottom).toBeLessThanOrEqual(lying.height);
        expect(a.left).toBeGreaterThanOrEqual(0);
        expect(a.right).toBeLessThanOrEqual(width);
        for (const b of boxes.slice(n + 1)) {
          const apart =
            a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          expect(apart).toBe(true);
        }
      });
    }),
    { numRuns: 1_000 },
  );
});

test('today alone lies near the first post when nothing is behind', () => {
  const lying = layDown(measured([{ width: 60, height: 30 }], { foldWidth: 0 }), [], ends);
  expect(lying?.tags[0]?.x).toBeLessThan(120);
  expect(lying?.height).toBe(236);
});

test('forty things have no room', () => {
  const tags = Array.from({ length: 41 }, () => ({ width: 150, height: 80 }));
  const places = Array.from({ length: 40 }, (_, n) => n / 40);
  expect(layDown(measured(tags), places, ends)).toBeNull();
});
