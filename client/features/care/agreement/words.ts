import type { writeAgreement } from '#shared/features/care/agreement/commands.ts';
import type { RefusalOf, UniversalRefusal } from '#shared/wire/contract.ts';
import type { Dictionary } from '../../../platform/language.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';

type Refusals = Readonly<Record<RefusalOf<typeof writeAgreement> | UniversalRefusal, string>>;

const nb = {
  title: 'Slik vil vi ha det sammen',
  changedBy: (of: string, date: string, by: string) =>
    by === '' ? `${of}. Sist endret ${date}.` : `${of}. Sist endret ${date} av ${by}.`,
  none: 'Dere har ikke skrevet noe sammen ennå.',
  noneAbout: 'For eksempel hva som blir i rommet, og at alle kan si pass.',
  write: 'Skriv det første',
  change: 'Endre',
  begun: 'Du har begynt på en endring som ikke er lagret. Den ligger på denne enheten.',
  goOn: 'Skriv videre',
  showVersions: 'Vis alle versjoner',
  hideVersions: 'Skjul versjonene',
  version: (nth: number) => `Versjon ${nth}`,
  by: (date: string, by: string) => (by === '' ? date : `${date}, ${by}`),
  now: 'gjelder nå',
  earlier: 'Vis tidligere',
  fetching: 'Henter det dere har blitt enige om',
  couldNotFetch: 'Vi fikk ikke hentet det dere har blitt enige om',
  couldNotFetchAbout: 'Det ligger trygt hos oss.',
  tryAgain: 'Prøv igjen',
  text: 'Slik vil vi ha det',
  textAbout: (of: string) => `Alle i ${of} ser det, med navnet ditt og datoen.`,
  needed: 'Skriv noen ord først.',
  save: 'Lagre for alle',
  saving: 'Lagrer …',
  cancel: 'Avbryt',
  saved: 'Lagret. Det gjelder for alle fra nå av.',
  standsNow: 'Slik står det nå',
  refusals: {
    ...refusalWords.nb,
    'changed-meanwhile':
      'Noen andre har endret teksten. Det du har skrevet, står her fortsatt. Se hvordan den står nå, ta med det som er nytt, og lagre igjen.',
  } satisfies Refusals as Refusals,
};

const nn: typeof nb = {
  title: 'Slik vil vi ha det saman',
  changedBy: (of, date, by) =>
    by === '' ? `${of}. Sist endra ${date}.` : `${of}. Sist endra ${date} av ${by}.`,
  none: 'De har ikkje skrive noko saman enno.',
  noneAbout: 'Til dømes kva som blir i rommet, og at alle kan seie pass.',
  write: 'Skriv det første',
  change: 'Endre',
  begun: 'Du har byrja på ei endring som ikkje er lagra. Ho ligg på denne eininga.',
  goOn: 'Skriv vidare',
  showVersions: 'Vis alle versjonar',
  hideVersions: 'Gøym versjonane',
  version: (nth) => `Versjon ${nth}`,
  by: (date, by) => (by === '' ? date : `${date}, ${by}`),
  now: 'gjeld no',
  earlier: 'Vis tidlegare',
  fetching: 'Hentar det de har blitt samde om',
  couldNotFetch: 'Vi fekk ikkje henta det de har blitt samde om',
  couldNotFetchAbout: 'Det ligg trygt hos oss.',
  tryAgain: 'Prøv igjen',
  text: 'Slik vil vi ha det',
  textAbout: (of) => `Alle i ${of} ser det, med namnet ditt og datoen.`,
  needed: 'Skriv nokre ord først.',
  save: 'Lagre for alle',
  saving: 'Lagrar …',
  cancel: 'Avbryt',
  saved: 'Lagra. Det gjeld for alle frå no av.',
  standsNow: 'Slik står det no',
  refusals: {
    ...refusalWords.nn,
    'changed-meanwhile':
      'Nokon andre har endra teksten. Det du har skrive, står her framleis. Sjå korleis han står no, ta med det som er nytt, og lagre igjen.',
  },
};

const en: typeof nb = {
  title: 'How we want it to be together',
  changedBy: (of, date, by) =>
    by === '' ? `${of}. Last changed ${date}.` : `${of}. Last changed ${date} by ${by}.`,
  none: 'You have not written anything together yet.',
  noneAbout: 'For example what stays in the room, and that everybody can pass.',
  write: 'Write the first',
  change: 'Change',
  begun: 'You have begun a change that is not saved. It lies on this device.',
  goOn: 'Go on writing',
  showVersions: 'Show all versions',
  hideVersions: 'Hide the versions',
  version: (nth) => `Version ${nth}`,
  by: (date, by) => (by === '' ? date : `${date}, ${by}`),
  now: 'counts now',
  earlier: 'Show earlier',
  fetching: 'Fetching what you have agreed on',
  couldNotFetch: 'We could not fetch what you have agreed on',
  couldNotFetchAbout: 'It is safe with us.',
  tryAgain: 'Try again',
  text: 'How we want it to be',
  textAbout: (of) => `Everybody in ${of} sees it, with your name and the date.`,
  needed: 'Write a few words first.',
  save: 'Save for everybody',
  saving: 'Saving …',
  cancel: 'Cancel',
  saved: 'Saved. It counts for everybody from now on.',
  standsNow: 'How it stands now',
  refusals: {
    ...refusalWords.en,
    'changed-meanwhile':
      'Somebody else has changed the text. What you have written still stands here. See how it stands now, take along what is new, and save again.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
