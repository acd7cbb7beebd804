import type { Dictionary } from '../../../platform/language.ts';

/** What the card is called, wherever one meets it. Alone, because it comes with every page. */
type Title = { readonly title: string };
const nb: Title = { title: 'Trenger du noen å snakke med?' };
const nn: Title = { title: 'Treng du nokon å snakke med?' };
const en: Title = { title: 'Need somebody to talk to?' };

export const titleWords: Dictionary<Title> = { nb, nn, en };
