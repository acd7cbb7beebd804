import type { Dictionary } from '../../../platform/language.ts';

const nb = {
  title: 'Om skolen',
  about: 'Det står på siden om personvern, som alle kan lese, også uten å logge inn.',
  name: 'Hva skolen heter',
  noName: 'Skolen trenger et navn.',
  contact: 'Hvem man skriver til om personvern',
  contactAbout: 'En e-postadresse som noen leser.',
  badAddress: 'E-postadressen ser ikke riktig ut.',
  save: 'Lagre',
  saving: 'Lagrer …',
  saved: 'Skolen er lagret.',
  fetching: 'Henter det skolen har sagt om seg selv',
  couldNotFetch: 'Vi fikk ikke hentet dette',
  couldNotFetchAbout: 'Ingenting er endret. Prøv igjen om litt.',
  tryAgain: 'Prøv igjen',
  notYours: 'Dette er for dem som driver skolen',
  notYoursAbout: 'Administrator og rektor sier hva skolen heter.',
};

const nn: typeof nb = {
  title: 'Om skulen',
  about: 'Det står på sida om personvern, som alle kan lese, også utan å logge inn.',
  name: 'Kva skulen heiter',
  noName: 'Skulen treng eit namn.',
  contact: 'Kven ein skriv til om personvern',
  contactAbout: 'Ei e-postadresse som nokon les.',
  badAddress: 'E-postadressa ser ikkje rett ut.',
  save: 'Lagre',
  saving: 'Lagrar …',
  saved: 'Skulen er lagra.',
  fetching: 'Hentar det skulen har sagt om seg sjølv',
  couldNotFetch: 'Vi fekk ikkje henta dette',
  couldNotFetchAbout: 'Ingenting er endra. Prøv igjen om litt.',
  tryAgain: 'Prøv igjen',
  notYours: 'Dette er for dei som driv skulen',
  notYoursAbout: 'Administrator og rektor seier kva skulen heiter.',
};

const en: typeof nb = {
  title: 'About the school',
  about: 'It stands on the page about privacy, which everybody can read, also without signing in.',
  name: 'What the school is called',
  noName: 'The school needs a name.',
  contact: 'Whom one writes to about privacy',
  contactAbout: 'An e-mail address that somebody reads.',
  badAddress: 'The e-mail address does not look right.',
  save: 'Save',
  saving: 'Saving …',
  saved: 'The school is saved.',
  fetching: 'Fetching what the school has said of itself',
  couldNotFetch: 'We could not fetch this',
  couldNotFetchAbout: 'Nothing has changed. Try again in a while.',
  tryAgain: 'Try again',
  notYours: 'This is for those who run the school',
  notYoursAbout: 'Administrator and rector say what the school is called.',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
