import type { Dictionary } from '../../../platform/language.ts';

const nb = {
  document: 'Dokument',
  note: 'Notat',
  noteTitle: (session: string) => `Notat: ${session}`.slice(0, 120),
  openNote: 'Åpne det felles notatet',
  noteAbout:
    'Alle som er med i økten, kan lese og skrive i det. Det ligger under Dokumenter etterpå.',
  others: 'Andre dokumenter i økten',
  back: 'Alle dokumenter i økten',
  layOnSheet: 'Legg på arket',
  liesOnSheet: 'Dokumentet ligger på arket, ved siden av ansiktene.',
  takeBack: 'Hent det hit',
  ownWindow: 'Åpne i nytt vindu',
  fetching: 'Henter dokumentene i økten',
  couldNotFetch: 'Vi fikk ikke hentet dokumentene',
  couldNotFetchAbout: 'Ingenting er mistet. Prøv igjen om litt.',
  tryAgain: 'Prøv igjen',
};
const nn: typeof nb = {
  document: 'Dokument',
  note: 'Notat',
  noteTitle: (session) => `Notat: ${session}`.slice(0, 120),
  openNote: 'Opne det felles notatet',
  noteAbout: 'Alle som er med i økta, kan lese og skrive i det. Det ligg under Dokument etterpå.',
  others: 'Andre dokument i økta',
  back: 'Alle dokument i økta',
  layOnSheet: 'Legg på arket',
  liesOnSheet: 'Dokumentet ligg på arket, ved sida av andleta.',
  takeBack: 'Hent det hit',
  ownWindow: 'Opne i nytt vindauge',
  fetching: 'Hentar dokumenta i økta',
  couldNotFetch: 'Vi fekk ikkje henta dokumenta',
  couldNotFetchAbout: 'Ingenting er mista. Prøv igjen om litt.',
  tryAgain: 'Prøv igjen',
};
const en: typeof nb = {
  document: 'Document',
  note: 'Note',
  noteTitle: (session) => `Note: ${session}`.slice(0, 120),
  openNote: 'Open the shared note',
  noteAbout:
    'Everybody in the session can read it and write in it. It is under Documents afterwards.',
  others: 'Other documents of the session',
  back: 'All documents of the session',
  layOnSheet: 'Lay on the sheet',
  liesOnSheet: 'The document lies on the sheet, beside the faces.',
  takeBack: 'Bring it here',
  ownWindow: 'Open in a new window',
  fetching: 'Fetching the documents of the session',
  couldNotFetch: 'We could not fetch the documents',
  couldNotFetchAbout: 'Nothing is lost. Try again in a while.',
  tryAgain: 'Try again',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
