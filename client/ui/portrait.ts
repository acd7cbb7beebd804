import { chosenIn, type FigureName } from '#shared/kernel/figure.ts';

/** One of the six hues of `--who-1` to `--who-6` in tokens.css. */
export type Hue = 1 | 2 | 3 | 4 | 5 | 6;

/** What is drawn behind and before the face; face, neck and shoulders are the same for all. */
interface Figure {
  behind: string;
  before: string;
}

/** Eight heads cut in lino. */
const figures: Readonly<Record<FigureName, Figure>> = {
  bob: {
    behind: 'M35 72C30 40 40 20 60 20s30 20 25 52c-4 3-8 2-9 0V46H44v26c-1 2-5 3-9 0z',
    before: 'M37 54c-1-19 9-28 23-28s24 9 23 28c-9-2-18-7-23-14-5 7-14 12-23 14z',
  },
  // Both parts turn the same way: else what lies in both would be a hole.
  bun: {
    behind: 'M50 17a10 10 0 1 1 20 0a10 10 0 1 1-20 0zM37 52c-1-20 9-30 23-30s24 10 23 30z',
    before: 'M39 52c1-16 9-24 21-24s20 8 21 24c-5-9-12-14-21-14s-16 5-21 14z',
  },
  scarf: {
    behind:
      'M60 16c-20 0-29 16-28 34 1 20 4 34 2 44 16 10 36 10 52 0-2-10 1-24 2-44 1-18-8-34-28-34z',
    before: '',
  },
  curls: {
    behind:
      'M36 66a12 12 0 0 1-5-20 13 13 0 0 1 10-19 15 15 0 0 1 19-8 15 15 0 0 1 19 8 13 13 0 0 1 10 19 12 12 0 0 1-5 20z',
    before:
      'M40 48c3-4 3-9 9-11 5 1 8-2 11-4 3 2 6 5 11 4 6 2 6 7 9 11 0-14-7-22-20-22s-20 8-20 22z',
  },
  short: {
    behind: 'M38 52c-3-20 7-31 22-31s25 11 22 31z',
    before: 'M39 50c0-13 7-22 21-22 12 0 21 7 21 22-2-5-4-8-6-9-10 1-22-1-28-5-3 3-6 8-8 14z',
  },
  beard: {
    behind: 'M38 50c-2-18 8-28 22-28s24 10 22 28z',
    before:
      'M39 48c0-12 8-19 21-19s21 7 21 19c-3-6-5-9-8-10-8 2-18 2-26 0-3 1-5 4-8 10zM39 53c2 6 6 8 10 8 4-2 18-2 22 0 4 0 8-2 10-8 1 17-8 29-21 29S38 70 39 53z',
  },
  cap: { behind: 'M36 46c-2-18 8-29 24-29s26 11 24 29z', before: 'M35 38h50v9c-16 4-34 4-50 0z' },
  long: {
    behind: 'M60 19c-19 0-28 14-27 34 1 18-1 32-5 42h64c-4-10-6-24-5-42 1-20-8-34-27-34z',
    before: 'M40 52c0-15 8-24 20-24s20 9 20 24c-5-3-10-9-12-14-6 7-17 12-28 14z',
  },
};

export const neck = 'M51 64h18v20c0 6-4 9-9 9s-9-3-9-9z';
export const shoulders = 'M10 120c1-23 16-35 41-37 2 5 5 7 9 7s7-2 9-7c25 2 40 14 41 37z';
export const face = 'M60 30c-13 0-20 9-20 23 0 16 8 27 20 27s20-11 20-27c0-14-7-23-20-23z';

/** FNV-1a, 32 bits: spreads ids evenly; nothing secret rests on it. */
function spread(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash;
}

/** The hue a person has everywhere: portrait, caret, name. The same id gives the same hue on every device. */
export function hueOf(personId: string): Hue {
  // Numbered people take the hues in turn, so that none of those who share a figure look alike.
  return (((chosenIn(personId)?.nth ?? spread(personId)) % 6) + 1) as Hue;
}

/** Heads that say nothing of who somebody is: of those who have not chosen, no one gets a beard or long hair. */
const NEUTRAL: readonly FigureName[] = ['curls', 'short', 'cap'];

/** The head a person has: the one that was chosen for them, else a neutral one, the same on every device. */
export function figureOf(personId: string): Figure {
  const name =
    chosenIn(personId)?.figure ?? NEUTRAL[Math.floor(spread(personId) / 6) % NEUTRAL.length];
  return figures[name ?? 'short'];
}
