import { type Dictionary, plural } from '../../../platform/language.ts';

const nb = {
  days: (count: number) =>
    plural('nb', count, {
      one: 'Samtalen slettes dagen etter økten.',
      other: `Samtalen slettes ${count} dager etter økten.`,
    }),
  study: 'Samtalen slettes når studiet er slutt.',
  erased: 'Samtalen er slettet',
  erasedAbout: 'Det skjer av seg selv, etter regelen for emnet. Ingen kan lese den lenger.',
};

const nn: typeof nb = {
  days: (count) =>
    plural('nn', count, {
      one: 'Samtalen blir sletta dagen etter økta.',
      other: `Samtalen blir sletta ${count} dagar etter økta.`,
    }),
  study: 'Samtalen blir sletta når studiet er slutt.',
  erased: 'Samtalen er sletta',
  erasedAbout: 'Det skjer av seg sjølv, etter regelen for emnet. Ingen kan lese han lenger.',
};

const en: typeof nb = {
  days: (count) =>
    plural('en', count, {
      one: 'The chat is erased the day after the session.',
      other: `The chat is erased ${count} days after the session.`,
    }),
  study: 'The chat is erased when the study ends.',
  erased: 'The chat is erased',
  erasedAbout: 'It happens by itself, by the rule of the course. Nobody can read it any more.',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
