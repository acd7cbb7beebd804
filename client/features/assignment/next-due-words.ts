import type { Dictionary } from '../../platform/language.ts';
import { grouplessWords } from './groupless-words.ts';

/** Apart from the rest: Nå is the first page, and carries no more than it shows. */
const nb = {
  ...grouplessWords.nb,
  couldNotFetch: 'Vi fikk ikke hentet det som skal leveres',
  handedIn: (count: number, of: number) => `${count} av ${of} har levert`,
  tryAgain: 'Prøv igjen',
  youSaid: {
    confirmed: 'Du har bekreftet',
    'earlier-text': 'Endret siden du bekreftet',
    silent: undefined,
  },
  dueAt: (date: string, time: string) => `Fristen er ${date} kl. ${time}`,
  dueWas: (date: string, time: string) => `Fristen var ${date} kl. ${time}`,
};

const nn: typeof nb = {
  ...grouplessWords.nn,
  couldNotFetch: 'Vi fekk ikkje henta det som skal leverast',
  handedIn: (count, of) => `${count} av ${of} har levert`,
  tryAgain: 'Prøv igjen',
  youSaid: {
    confirmed: 'Du har stadfesta',
    'earlier-text': 'Endra sidan du stadfesta',
    silent: undefined,
  },
  dueAt: (date, time) => `Fristen er ${date} kl. ${time}`,
  dueWas: (date, time) => `Fristen var ${date} kl. ${time}`,
};

const en: typeof nb = {
  ...grouplessWords.en,
  couldNotFetch: 'We could not fetch what is to be handed in',
  handedIn: (count, of) => `${count} of ${of} have handed in`,
  tryAgain: 'Try again',
  youSaid: {
    confirmed: 'You have confirmed',
    'earlier-text': 'Changed since you confirmed',
    silent: undefined,
  },
  dueAt: (date, time) => `It is due ${date} at ${time}`,
  dueWas: (date, time) => `It was due ${date} at ${time}`,
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
