import type { Language } from '#shared/features/identity/sign-in/model.ts';

const WORDS = {
  nb: {
    subject: 'Varsler fra Mellom kommer fram',
    text: `Hei!

Du ba om dette brevet for å se at varsler fra Mellom kommer fram. Det gjør de.

Her velger du hva du vil vite, og når:`,
  },
  nn: {
    subject: 'Varsel frå Mellom kjem fram',
    text: `Hei!

Du bad om dette brevet for å sjå at varsel frå Mellom kjem fram. Det gjer dei.

Her vel du kva du vil vite, og når:`,
  },
  en: {
    subject: 'Notices from Mellom arrive',
    text: `Hello!

You asked for this letter to see that notices from Mellom arrive. They do.

Here you choose what you want to know, and when:`,
  },
} as const;

/** A letter that says that letters arrive. */
export function tryLetter(language: Language) {
  return WORDS[language];
}
