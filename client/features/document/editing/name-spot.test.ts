import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boxAt, inkOf, nameSpot, overlap } from './name-spot.ts';
import type { Box } from './placing.ts';

const room: Box = { left: 8, top: 8, right: 352, bottom: 700 };
const name = { width: 56, height: 19 };
/** A line of a paragraph: its letters are 21 px high, and the next begins 27 px further down. */
const line = (top: number, right: number, left = 16): Box => ({
  ...{ left, right, top },
  bottom: top + 21,
});
const pole = (top: number, left: number): Box => ({ left, right: left + 2, top, bottom: top + 21 });

it('DOC-47 a name stands over its caret in the first line of a block', () => {
  const letters = [line(100, 330), line(100 + 27 + 12, 330), line(166, 200)];
  expect(nameSpot(pole(139, 100), name, letters, room)).toEqual({ left: 100, top: 123 });
});

it('DOC-47 in a later line a name stands at the end of the nearest line that has room, and covers none', () => {
  const letters = [line(100, 340), line(127, 280), line(154, 340)];
  expect(nameSpot(pole(127, 100), name, letters, room)?.left).toBe(286);
  const full = [line(100, 280), line(127, 340), line(154, 340)];
  const spot = nameSpot(pole(127, 100), name, full, room);
  expect(spot?.left).toBe(286);
  expect(spot?.top).toBeLessThan(115);
});

it('DOC-47 where every line is full a name stands between blocks, and nowhere where there is no between', () => {
  const full = [line(100, 340), line(139, 340), line(166, 340), line(193, 340)];
  expect(nameSpot(pole(166, 100), name, full, room)).toEqual({ left: 100, top: 123 });
  const wall = Array.from({ length: 30 }, (_, at) => line(8 + at * 27, 340));
  expect(nameSpot(pole(170, 100), name, wall, room)).toBeUndefined();
});

it('DOC-47 a name is inside the window and over no letter, wherever lines and carets stand', () => {
  const lines = fc.array(
    fc.record({ gap: fc.integer({ min: 27, max: 60 }), right: fc.integer({ min: 20, max: 350 }) }),
    {
      minLength: 1,
      maxLength: 20,
    },
  );
  fc.assert(
    fc.property(lines, fc.nat(), fc.integer({ min: 16, max: 350 }), (rows, which, left) => {
      let top = 20;
      const letters = rows.map(({ gap, right }) => {
        top += gap;
        return line(top, right);
      });
      const own = letters[which % letters.length] as Box;
      const spot = nameSpot(pole(own.top, left), name, letters, room);
      if (!spot) return;
      const box = boxAt(spot, name);
      expect(letters.some((letter) => overlap(box, inkOf(letter)))).toBe(false);
      expect(box.left >= room.left && box.right <= room.right && box.top >= room.top).toBe(true);
    }),
  );
});
