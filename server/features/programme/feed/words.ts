import type { Language } from '#shared/features/identity/sign-in/model.ts';

/** What a calendar says beside the titles, which are the school's own words. */
const nb = {
  cancelled: (title: string) => `Avlyst: ${title}`,
  due: (title: string) => `Frist: ${title}`,
  substitute: (names: string) => `Vikar: ${names}`,
  moved: (when: string) => `Flyttet fra ${when}`,
  comeIn: 'Om økten:',
  handIn: 'Oppgaven:',
  mandatory: 'Obligatorisk',
  voluntary: 'Frivillig',
};
export type FeedWords = typeof nb;

const nn: FeedWords = {
  cancelled: (title) => `Avlyst: ${title}`,
  due: (title) => `Frist: ${title}`,
  substitute: (names) => `Vikar: ${names}`,
  moved: (when) => `Flytta frå ${when}`,
  comeIn: 'Om økta:',
  handIn: 'Oppgåva:',
  mandatory: 'Obligatorisk',
  voluntary: 'Frivillig',
};

const en: FeedWords = {
  cancelled: (title) => `Cancelled: ${title}`,
  due: (title) => `Due: ${title}`,
  substitute: (names) => `Substitute: ${names}`,
  moved: (when) => `Moved from ${when}`,
  comeIn: 'About the session:',
  handIn: 'The assignment:',
  mandatory: 'Mandatory',
  voluntary: 'Voluntary',
};

export const feedWords: Readonly<Record<Language, FeedWords>> = { nb, nn, en };
