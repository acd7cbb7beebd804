import type { Id } from './ids.ts';

/** The heads that a portrait can have. */
export const FIGURES = ['bob', 'bun', 'scarf', 'curls', 'short', 'beard', 'cap', 'long'] as const;
export type FigureName = (typeof FIGURES)[number];

/**
 * An id whose figure was chosen for it, as those of the invented people are: it is the same in every school to try, so
 * that their faces stay through a reset. A UUID of version 8 (RFC 9562 §5.8), where we set all the bits: the number
 * first, the figure last. Real people's ids are version 7, and hold none.
 */
export function idWithFigure<Kind extends string>(nth: number, figure: FigureName): Id<Kind> {
  const number = nth.toString(16).padStart(8, '0');
  const last = FIGURES.indexOf(figure).toString(16).padStart(12, '0');
  return `${number}-0000-8000-8000-${last}` as Id<Kind>;
}

/** The figure that was chosen for an id, and its number; null where nobody has chosen. */
export function chosenIn(id: string): { readonly nth: number; readonly figure: FigureName } | null {
  const [, nth, place] = /^([0-9a-f]{8})-0000-8000-8000-0{11}([0-9a-f])$/.exec(id) ?? [];
  const figure = FIGURES[Number.parseInt(place ?? '', 16)];
  return figure && nth ? { nth: Number.parseInt(nth, 16), figure } : null;
}
