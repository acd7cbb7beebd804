import { WELCOME_LIVES_DAYS } from '#shared/features/admin/welcome/model.ts';
import type { Language } from '#shared/features/identity/sign-in/model.ts';

type Said = { readonly subject: string; readonly text: (to: string, by: string) => string };

/** Why it came, whose it is, and how long it lasts; nothing of the school beyond that. */
const LETTER: Readonly<Record<Language, Said>> = {
  nb: {
    subject: 'Du er invitert til Mellom',
    text: (to, by) => `Hei, ${to}!

${by} har invitert deg til Mellom, der skolen møtes på nett.

Lenken under er bare din. Den virker én gang, i ${WELCOME_LIVES_DAYS} dager. Ikke send den videre.

Venter du ikke på noe slikt? Da trenger du ikke gjøre noe.
`,
  },
  nn: {
    subject: 'Du er invitert til Mellom',
    text: (to, by) => `Hei, ${to}!

${by} har invitert deg til Mellom, der skulen møtest på nett.

Lenkja under er berre di. Ho verkar éin gong, i ${WELCOME_LIVES_DAYS} dagar. Ikkje send ho vidare.

Ventar du ikkje på noko slikt? Då treng du ikkje gjere noko.
`,
  },
  en: {
    subject: 'You are invited to Mellom',
    text: (to, by) => `Hello, ${to}!

${by} has invited you to Mellom, where the school meets online.

The link below is yours alone. It works once, for ${WELCOME_LIVES_DAYS} days. Do not pass it on.

Are you not waiting for anything like this? Then there is nothing you need to do.
`,
  },
};

export function welcomeLetter(language: Language, to: string, by: string) {
  const { subject, text } = LETTER[language];
  return { subject, text: text(to, by) };
}
