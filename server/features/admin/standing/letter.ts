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

const ROLE_GIVEN: Readonly<Record<Language, Said & { readonly roles: Record<ByTwo, string> }>> = {
  nb: {
    roles: { admin: 'administrator', rector: 'rektor' },
    subject: 'Du har fått en ny rolle i Mellom',
    text: `To har sagt ja.

Når du åpner Mellom, ber vi deg kanskje om å gjøre innloggingen tryggere først. Det tar et par minutter.
`,
  },
  nn: {
    roles: { admin: 'administrator', rector: 'rektor' },
    subject: 'Du har fått ei ny rolle i Mellom',
    text: `To har sagt ja.

Når du opnar Mellom, ber vi deg kanskje om å gjere innlogginga tryggare først. Det tek eit par minutt.
`,
  },
  en: {
    roles: { admin: 'administrator', rector: 'rector' },
    subject: 'You have a new role in Mellom',
    text: `Two people have said yes.

When you open Mellom, we may ask you to make your sign-in safer first. It takes a few minutes.
`,
  },
};
const NOW_YOU_ARE: Readonly<Record<Language, (role: string) => string>> = {
  nb: (role) => `Hei!\n\nDu er nå ${role} på skolen.`,
  nn: (role) => `Hei!\n\nDu er no ${role} på skulen.`,
  en: (role) => `Hello!\n\nYou are now ${role} of the school.`,
};

type ByTwo = 'admin' | 'rector';

/** To whoever has waited for the second yes. */
export const roleGivenLetter =
  (role: ByTwo) =>
  (language: Language): Said => {
    const { roles, subject, text } = ROLE_GIVEN[language];
    return { subject, text: `${NOW_YOU_ARE[language](roles[role])} ${text}` };
  };
