import { WELCOME_LIVES_DAYS } from '#shared/features/admin/welcome/model.ts';
import type { Language } from '#shared/features/identity/sign-in/model.ts';

type Said = {
  readonly subject: (where: string) => string;
  /** The school where it has said what it is called, else Mellom. */
  readonly where: (school: string | null) => string;
  readonly text: (to: string, by: string, where: string) => string;
};

/** Why it came, whose it is, and how long it lasts; nothing of the school beyond its name. */
const LETTER: Readonly<Record<Language, Said>> = {
  nb: {
    subject: (name) => `Du er invitert til ${name}`,
    where: (school) =>
      school === null
        ? 'Mellom, der skolen møtes på nett'
        : `${school}, som møtes på nett i Mellom`,
    text: (to, by, where) => `Hei, ${to}!

${by} har invitert deg til ${where}.

Lenken under er bare din. Den virker én gang, i ${WELCOME_LIVES_DAYS} dager. Ikke send den videre.

Venter du ikke på noe slikt? Da trenger du ikke gjøre noe.
`,
  },
  nn: {
    subject: (name) => `Du er invitert til ${name}`,
    where: (school) =>
      school === null
        ? 'Mellom, der skulen møtest på nett'
        : `${school}, som møtest på nett i Mellom`,
    text: (to, by, where) => `Hei, ${to}!

${by} har invitert deg til ${where}.

Lenkja under er berre di. Ho verkar éin gong, i ${WELCOME_LIVES_DAYS} dagar. Ikkje send ho vidare.

Ventar du ikkje på noko slikt? Då treng du ikkje gjere noko.
`,
  },
  en: {
    subject: (name) => `You are invited to ${name}`,
    where: (school) =>
      school === null
        ? 'Mellom, where the school meets online'
        : `${school}, which meets online in Mellom`,
    text: (to, by, where) => `Hello, ${to}!

${by} has invited you to ${where}.

The link below is yours alone. It works once, for ${WELCOME_LIVES_DAYS} days. Do not pass it on.

Are you not waiting for anything like this? Then there is nothing you need to do.
`,
  },
};

export function welcomeLetter(
  language: Language,
  said: { readonly to: string; readonly by: string; readonly school: string | null },
) {
  const { subject, where, text } = LETTER[language];
  const { to, by, school } = said;
  return { subject: subject(school ?? 'Mellom'), text: text(to, by, where(school)) };
}
