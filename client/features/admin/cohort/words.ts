import type { createCohort } from '#shared/features/admin/cohort/commands.ts';
import type { RefusalOf, UniversalRefusal } from '#shared/wire/contract.ts';
import type { Dictionary } from '../../../platform/language.ts';

type Refusals = Readonly<Record<RefusalOf<typeof createCohort> | UniversalRefusal, string>>;

const nb = {
  cohorts: 'Kull',
  none: 'Ingen kull ennå.',
  add: 'Nytt kull',
  name: 'Navn',
  nameAbout: 'For eksempel Heltid 2026.',
  mode: 'Slik går det',
  modes: { 'full-time': 'Heltid', 'part-time': 'Deltid' },
  startsOn: 'Begynner',
  save: 'Lag kullet',
  saving: 'Lager kullet …',
  made: (name: string) => `${name} er laget.`,
  cancel: 'Avbryt',
  close: 'Lukk',
  noName: 'Kullet trenger et navn.',
  refusals: {
    'no-such-day': 'Velg dagen kullet begynner.',
    'no-programme': 'Skolen har ingen utdanning ennå. Lag den først.',
    'name-taken': 'Et annet kull heter det allerede.',
    'not-found': 'Det går ikke lenger. Noe er endret imens.',
    'bad-input': 'Noe av det du skrev, kan vi ikke bruke. Se over det.',
    'too-many-calls': 'Det gikk litt fort. Vent litt, og prøv igjen.',
    'signed-out': 'Du er logget ut. Logg inn og prøv igjen.',
    'try-again': 'Det gikk ikke akkurat nå. Prøv igjen om litt.',
    fault: 'Noe gikk galt hos oss. Ingenting er endret.',
  } satisfies Refusals,
};

const nn: typeof nb = {
  cohorts: 'Kull',
  none: 'Ingen kull enno.',
  add: 'Nytt kull',
  name: 'Namn',
  nameAbout: 'Til dømes Heiltid 2026.',
  mode: 'Slik går det',
  modes: { 'full-time': 'Heiltid', 'part-time': 'Deltid' },
  startsOn: 'Byrjar',
  save: 'Lag kullet',
  saving: 'Lagar kullet …',
  made: (name) => `${name} er laga.`,
  cancel: 'Avbryt',
  close: 'Lukk',
  noName: 'Kullet treng eit namn.',
  refusals: {
    'no-such-day': 'Vel dagen kullet byrjar.',
    'no-programme': 'Skulen har inga utdanning enno. Lag ho først.',
    'name-taken': 'Eit anna kull heiter det allereie.',
    'not-found': 'Det går ikkje lenger. Noko er endra imens.',
    'bad-input': 'Noko av det du skreiv, kan vi ikkje bruke. Sjå over det.',
    'too-many-calls': 'Det gjekk litt fort. Vent litt, og prøv igjen.',
    'signed-out': 'Du er logga ut. Logg inn og prøv igjen.',
    'try-again': 'Det gjekk ikkje akkurat no. Prøv igjen om litt.',
    fault: 'Noko gjekk gale hos oss. Ingenting er endra.',
  },
};

const en: typeof nb = {
  cohorts: 'Cohorts',
  none: 'No cohorts yet.',
  add: 'New cohort',
  name: 'Name',
  nameAbout: 'For example Full time 2026.',
  mode: 'How it goes',
  modes: { 'full-time': 'Full time', 'part-time': 'Part time' },
  startsOn: 'Begins',
  save: 'Make the cohort',
  saving: 'Making the cohort …',
  made: (name) => `${name} is made.`,
  cancel: 'Cancel',
  close: 'Close',
  noName: 'The cohort needs a name.',
  refusals: {
    'no-such-day': 'Choose the day on which the cohort begins.',
    'no-programme': 'The school has no programme yet. Make it first.',
    'name-taken': 'Another cohort is called that already.',
    'not-found': 'That is no longer possible. Something has changed meanwhile.',
    'bad-input': 'We cannot use some of what you wrote. Look through it.',
    'too-many-calls': 'That was a little fast. Wait a little, and try again.',
    'signed-out': 'You are signed out. Sign in and try again.',
    'try-again': 'It did not work just now. Try again in a while.',
    fault: 'Something went wrong on our side. Nothing has changed.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
