import type { Dictionary } from '../../../platform/language.ts';

const nb = {
  add: 'Legg i kalenderen',
  /** What stands in the calendar. */
  plan: 'Plan',
  comeIn: 'Økten i Mellom:',
  /** Before the title in the file's name. */
  fileName: 'økt',
  saved: 'Kalenderfila er lastet ned. Åpne den for å legge økten i kalenderen din.',
  failed: 'Vi fikk ikke laget kalenderfila. Prøv igjen om litt.',
};

const nn: typeof nb = {
  add: 'Legg i kalenderen',
  plan: 'Plan',
  comeIn: 'Økta i Mellom:',
  fileName: 'økt',
  saved: 'Kalenderfila er lasta ned. Opne henne for å leggje økta i kalenderen din.',
  failed: 'Vi fekk ikkje laga kalenderfila. Prøv igjen om litt.',
};

const en: typeof nb = {
  add: 'Add to calendar',
  plan: 'Plan',
  comeIn: 'The session in Mellom:',
  fileName: 'session',
  saved: 'The calendar file is downloaded. Open it to put the session into your calendar.',
  failed: 'We could not make the calendar file. Try again in a moment.',
};

export const calendarWords: Dictionary<typeof nb> = { nb, nn, en };
