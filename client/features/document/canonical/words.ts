import type { Dictionary } from '../../../platform/language.ts';

const nb = {
  footnote: 'Fotnote',
  footnotes: 'Fotnoter',
  table: 'Tabell',
  picture: (alt: string) => (alt === '' ? 'Bilde' : `Bilde: ${alt}`),
  done: 'gjort:',
  notDone: 'ikke gjort:',
};

const nn: typeof nb = {
  footnote: 'Fotnote',
  footnotes: 'Fotnotar',
  table: 'Tabell',
  picture: (alt) => (alt === '' ? 'Bilete' : `Bilete: ${alt}`),
  done: 'gjort:',
  notDone: 'ikkje gjort:',
};

const en: typeof nb = {
  footnote: 'Footnote',
  footnotes: 'Footnotes',
  table: 'Table',
  picture: (alt) => (alt === '' ? 'Picture' : `Picture: ${alt}`),
  done: 'done:',
  notDone: 'not done:',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
