import type { Language } from '#shared/features/identity/sign-in/model.ts';

type Said = { readonly subject: string; readonly text: string };

const LETTER: Readonly<Record<Language, Said>> = {
  nb: {
    subject: 'Innloggingen din til Mellom er nullstilt',
    text: `Hei!

Skolen har nullstilt innloggingen din. Du er logget ut overalt, og passordet ditt virker ikke lenger.

Logg inn med en kode på e-post. Det du har laget, er der som før.
`,
  },
  nn: {
    subject: 'Innlogginga di til Mellom er nullstilt',
    text: `Hei!

Skulen har nullstilt innlogginga di. Du er logga ut overalt, og passordet ditt verkar ikkje lenger.

Logg inn med ein kode på e-post. Det du har laga, er der som før.
`,
  },
  en: {
    subject: 'Your sign-in to Mellom has been reset',
    text: `Hello!

The school has reset your sign-in. You are signed out everywhere, and your password no longer works.

Sign in with a mailed code. What you have made is there as before.
`,
  },
};

export function resetLetter(language: Language): Said {
  return LETTER[language];
}
