import type { Language } from '#shared/features/identity/sign-in/model.ts';

/** In bokmål, nynorsk and English. */
export type Said = readonly [nb: string, nn: string, en: string];
export type Table = Readonly<Record<string, Said>>;

const NTH: Readonly<Record<Language, 0 | 1 | 2>> = { nb: 0, nn: 1, en: 2 };

/** The words for a name of ours; the name itself where a newer slice has one that nobody has put into words. */
export function said(table: Table, name: string, language: Language): string {
  return table[name]?.[NTH[language]] ?? name;
}
