import { expect, test } from 'vitest';
import { FIGURES, idWithFigure } from '#shared/kernel/figure.ts';
import { uuidV7 } from '#shared/kernel/ids.ts';
import { figureOf, hueOf } from './portrait.ts';

const ids = Array.from({ length: 400 }, (_, nth) =>
  uuidV7(
    1_790_000_000_000 + nth * 977,
    Uint8Array.of(nth % 256, nth >> 3, 7, nth, 1, 2, 3, 4, 5, 6),
  ),
);
const chosen = FIGURES.map((figure, nth) => figureOf(idWithFigure(nth, figure)));

test('a person keeps hue and figure', () => {
  for (const id of ids) {
    expect(hueOf(id)).toBe(hueOf(id));
    expect(figureOf(id)).toBe(figureOf(id));
  }
});

test('a school of people gets all six hues and the three neutral figures, none of them rare', () => {
  const times = new Map<unknown, number>();
  for (const id of ids) {
    for (const key of [hueOf(id), figureOf(id)]) times.set(key, (times.get(key) ?? 0) + 1);
  }
  expect(times.size).toBe(6 + 3);
  expect(Math.min(...times.values())).toBeGreaterThan(25);
});

test('who has not chosen gets no beard and no long hair', () => {
  const gendered = ['beard', 'long', 'bob', 'bun', 'scarf'] as const;
  for (const name of gendered) {
    const figure = chosen[FIGURES.indexOf(name)];
    expect(ids.filter((id) => figureOf(id) === figure)).toEqual([]);
  }
});

test('a figure that was chosen is the one that is drawn', () => {
  expect(new Set(chosen).size).toBe(FIGURES.length);
  for (const [at, name] of FIGURES.entries())
    expect(figureOf(idWithFigure(900 + at, name))).toBe(chosen[at]);
});
