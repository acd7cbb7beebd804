import { type Dictionary, plural } from '../../../platform/language.ts';

const nb = {
  search: 'Søk',
  close: 'Lukk søket',
  label: 'Søk i samtalen',
  about: 'Vi leter i alt som er skrevet i økten.',
  searching: 'Søker …',
  found: (count: number) =>
    plural('nb', count, { zero: 'Ingen treff', one: '1 treff', other: `${count} treff` }),
  foundMore: (count: number) =>
    `De ${count} siste treffene. Skriv flere ord for å finne tidligere.`,
  nothing: 'Prøv et annet ord.',
  failed: 'Vi fikk ikke søkt akkurat nå.',
  tryAgain: 'Prøv igjen',
  going: 'Henter fram til meldingen …',
  notThere: 'Meldingen er ikke der lenger.',
  notReached: 'Vi fikk ikke hentet meldingen. Prøv igjen.',
};

const nn: typeof nb = {
  search: 'Søk',
  close: 'Lukk søket',
  label: 'Søk i samtalen',
  about: 'Vi leitar i alt som er skrive i økta.',
  searching: 'Søkjer …',
  found: (count) =>
    plural('nn', count, { zero: 'Ingen treff', one: '1 treff', other: `${count} treff` }),
  foundMore: (count) => `Dei ${count} siste treffa. Skriv fleire ord for å finne tidlegare.`,
  nothing: 'Prøv eit anna ord.',
  failed: 'Vi fekk ikkje søkt akkurat no.',
  tryAgain: 'Prøv igjen',
  going: 'Hentar fram til meldinga …',
  notThere: 'Meldinga er ikkje der lenger.',
  notReached: 'Vi fekk ikkje henta meldinga. Prøv igjen.',
};

const en: typeof nb = {
  search: 'Search',
  close: 'Close the search',
  label: 'Search the chat',
  about: 'We look in everything that is written in the session.',
  searching: 'Searching …',
  found: (count) =>
    plural('en', count, { zero: 'Nothing found', one: '1 found', other: `${count} found` }),
  foundMore: (count) => `The latest ${count}. Write more words to find earlier ones.`,
  nothing: 'Try another word.',
  failed: 'We could not search just now.',
  tryAgain: 'Try again',
  going: 'Fetching as far as the message …',
  notThere: 'The message is no longer there.',
  notReached: 'We could not fetch the message. Try again.',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
