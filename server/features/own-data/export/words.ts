import type { Language } from '#shared/features/identity/sign-in/model.ts';

const nb = {
  title: 'Opplysningene dine i Mellom',
  about: (name: string, when: string) =>
    `Dette er det skolen har om ${name} i Mellom, slik det sto ${when}.`,
  noOthers:
    'Her er det som er ditt. Det andre har skrevet, er ikke med, og heller ikke e-posten deres. Det gruppen har levert sammen, og det lærerne har svart deg, er med.',
  forPrograms: 'Det samme står i mappen json, for programmer.',
  parts: 'Innhold',
  texts: 'Dokumentene dine',
  papers: 'Det du har levert',
  pictures: 'Bilder du har lagt inn',
  back: 'Tilbake til begynnelsen',
  nothing: 'Her er det ingenting.',
  unreadable: 'Dokumentet kunne ikke leses helt. Dette er ordene i det.',
  yes: 'ja',
  no: 'nei',
  done: 'Gjort:',
  notDone: 'Ikke gjort:',
  footnotes: 'Fotnoter',
  picture: (alt: string) => (alt === '' ? 'Bilde' : `Bilde: ${alt}`),
  handedIn: 'Levert',
  late: 'etter fristen',
  byYou: 'Levert av deg',
  fingerprint: 'Fingeravtrykk (SHA-256) av filen ved siden av',
};
export type ExportWords = typeof nb;

const nn: ExportWords = {
  title: 'Opplysningane dine i Mellom',
  about: (name, when) => `Dette er det skulen har om ${name} i Mellom, slik det stod ${when}.`,
  noOthers:
    'Her er det som er ditt. Det andre har skrive, er ikkje med, og heller ikkje e-posten deira. Det gruppa har levert saman, og det lærarane har svart deg, er med.',
  forPrograms: 'Det same står i mappa json, for program.',
  parts: 'Innhald',
  texts: 'Dokumenta dine',
  papers: 'Det du har levert',
  pictures: 'Bilete du har lagt inn',
  back: 'Tilbake til starten',
  nothing: 'Her er det ingenting.',
  unreadable: 'Dokumentet kunne ikkje lesast heilt. Dette er orda i det.',
  yes: 'ja',
  no: 'nei',
  done: 'Gjort:',
  notDone: 'Ikkje gjort:',
  footnotes: 'Fotnotar',
  picture: (alt) => (alt === '' ? 'Bilete' : `Bilete: ${alt}`),
  handedIn: 'Levert',
  late: 'etter fristen',
  byYou: 'Levert av deg',
  fingerprint: 'Fingeravtrykk (SHA-256) av fila ved sida av',
};

const en: ExportWords = {
  title: 'Your data in Mellom',
  about: (name, when) => `This is what the school has about ${name} in Mellom, as of ${when}.`,
  noOthers:
    'Here is what is yours. What others have written is not here, nor are their e-mail addresses. What the group handed in together, and what teachers answered you, is.',
  forPrograms: 'The same stands in the folder json, for programs.',
  parts: 'Contents',
  texts: 'Your documents',
  papers: 'What you have handed in',
  pictures: 'Pictures you have added',
  back: 'Back to the beginning',
  nothing: 'There is nothing here.',
  unreadable: 'The document could not be read whole. These are its words.',
  yes: 'yes',
  no: 'no',
  done: 'Done:',
  notDone: 'Not done:',
  footnotes: 'Footnotes',
  picture: (alt) => (alt === '' ? 'Picture' : `Picture: ${alt}`),
  handedIn: 'Handed in',
  late: 'after the due time',
  byYou: 'Handed in by you',
  fingerprint: 'Fingerprint (SHA-256) of the file beside it',
};

export const EXPORT_WORDS: Readonly<Record<Language, ExportWords>> = { nb, nn, en };
