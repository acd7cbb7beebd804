import type { Language } from '#shared/features/identity/sign-in/model.ts';

/** That there is something to read, and nothing of it: not what, not about what, not from whom (CONCERN-4). */
const WORDS: Readonly<Record<Language, { readonly subject: string; readonly text: string }>> = {
  nb: {
    subject: 'Noen har meldt fra til deg',
    text: 'Hei!\n\nNoen har meldt fra om noe, og du er den som leser det. Logg inn for å lese:\n',
  },
  nn: {
    subject: 'Nokon har meldt frå til deg',
    text: 'Hei!\n\nNokon har meldt frå om noko, og du er den som les det. Logg inn for å lese:\n',
  },
  en: {
    subject: 'Somebody has reported something to you',
    text: 'Hello!\n\nSomebody has reported something, and you are the one who reads it. Sign in to read:\n',
  },
};

export function concernLetter(language: Language) {
  return WORDS[language];
}
