import { expect, it } from 'vitest';
import { placeBeside } from './placing.ts';

const room = { left: 8, top: 8, right: 1272, bottom: 792 };
const bar = { width: 400, height: 44 };
const line = (top: number, x = 600) => ({ left: 100, right: 700, top, bottom: top + 27, x });
const placed = (top: number, first: 'above' | 'below', x = 600) =>
  placeBeside({ by: line(top, x), x, first }, bar, room);

it('DOC-45 tools stand under the words, and over them where there is no room below', () => {
  expect(placed(300, 'below')).toEqual({ left: 400, top: 335 });
  expect(placed(745, 'below'), 'the last line').toEqual({ left: 400, top: 693 });
  expect(placed(300, 'above')).toEqual({ left: 400, top: 248 });
  expect(placed(20, 'above'), 'the first line').toEqual({ left: 400, top: 55 });
});

it('DOC-45 tools stay inside the window on all sides', () => {
  expect(placed(300, 'below', 20).left).toBe(8);
  expect(placed(300, 'below', 1270).left).toBe(872);
  const tall = { left: 100, top: -500, right: 700, bottom: 1500 };
  expect(placeBeside({ by: tall, x: 600, first: 'below' }, bar, room).top).toBe(748);
  expect(placeBeside({ by: tall, x: 600, first: 'above' }, bar, room).top).toBe(8);
  const wide = { width: 2000, height: 44 };
  expect(placeBeside({ by: line(300), x: 600, first: 'below' }, wide, room).left).toBe(8);
});

it('DOC-45 tools go out of sight with what they are for', () => {
  expect(placed(-300, 'below').top).toBe(-265);
  expect(placed(1000, 'below').top).toBe(1035);
});
