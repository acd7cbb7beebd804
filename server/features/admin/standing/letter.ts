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

const SUSPENDED: Readonly<Record<Language, Said>> = {
  nb: {
    subject: 'Tilgangen din til Mellom er stengt',
    text: `Hei!

Skolen har stengt tilgangen din til Mellom. Du er logget ut overalt, og kommer ikke inn før den er åpnet igjen.

Det du har laget, er der som før. Spør kontoret på skolen om hvorfor, og om når du kan komme inn igjen.
`,
  },
  nn: {
    subject: 'Tilgangen din til Mellom er stengd',
    text: `Hei!

Skulen har stengt tilgangen din til Mellom. Du er logga ut overalt, og kjem ikkje inn før han er opna igjen.

Det du har laga, er der som før. Spør kontoret på skulen om kvifor, og om når du kan kome inn igjen.
`,
  },
  en: {
    subject: 'Your access to Mellom is closed',
    text: `Hello!

The school has closed your access to Mellom. You are signed out everywhere, and cannot come in until it is opened again.

What you have made is there as before. Ask the school's office why, and when you can come in again.
`,
  },
};

export function suspendedLetter(language: Language): Said {
  return SUSPENDED[language];
}
