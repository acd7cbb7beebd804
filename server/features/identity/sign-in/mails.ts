import type { Language } from '#shared/features/identity/sign-in/model.ts';
import { CODE_LIVES_MS } from '#shared/features/identity/sign-in/rules.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { Letter } from '../../../platform/mail.ts';

type Words = { readonly subject: string; readonly text: (minutes: number, code: string) => string };

const CODE: Readonly<Record<Language, Words>> = {
  nb: {
    subject: 'Koden din til Mellom',
    text: (minutes, code) => `Hei!

Koden din er

${code}

Den virker én gang, i ${minutes} minutter. Ingen fra skolen spør deg om den.

Har du ikke bedt om en kode? Da trenger du ikke gjøre noe.
`,
  },
  nn: {
    subject: 'Koden din til Mellom',
    text: (minutes, code) => `Hei!

Koden din er

${code}

Han verkar éin gong, i ${minutes} minutt. Ingen frå skulen spør deg om han.

Har du ikkje bede om ein kode? Då treng du ikkje gjere noko.
`,
  },
  en: {
    subject: 'Your code for Mellom',
    text: (minutes, code) => `Hello!

Your code is

${code}

It works once, for ${minutes} minutes. Nobody from the school will ask you for it.

Did you not ask for a code? Then there is nothing you need to do.
`,
  },
};

const SUSPENDED: Readonly<Record<Language, { subject: string; text: string }>> = {
  nb: {
    subject: 'Tilgangen din til Mellom er stengt',
    text: `Hei!

Noen ba nettopp om en kode til Mellom for deg. Skolen har stengt tilgangen din, så det er ingen kode som virker.

Det du har laget, er der som før. Spør kontoret på skolen om hvorfor, og om når du kan komme inn igjen.
`,
  },
  nn: {
    subject: 'Tilgangen din til Mellom er stengd',
    text: `Hei!

Nokon bad nett om ein kode til Mellom for deg. Skulen har stengt tilgangen din, så det er ingen kode som verkar.

Det du har laga, er der som før. Spør kontoret på skulen om kvifor, og om når du kan kome inn igjen.
`,
  },
  en: {
    subject: 'Your access to Mellom is closed',
    text: `Hello!

Somebody has just asked for a code to Mellom for you. The school has closed your access, so no code works.

What you have made is there as before. Ask the school's office why, and when you can come in again.
`,
  },
};

const NEW_PASSWORD: Readonly<Record<Language, { subject: string; text: string }>> = {
  nb: {
    subject: 'Passordet ditt til Mellom er byttet',
    text: `Hei!

Passordet ditt til Mellom er nettopp byttet, og du er logget ut på andre enheter.

Var det ikke deg? Logg inn med en kode på e-post, velg et nytt passord og si fra til skolen.
`,
  },
  nn: {
    subject: 'Passordet ditt til Mellom er bytt',
    text: `Hei!

Passordet ditt til Mellom er nett bytt, og du er logga ut på andre einingar.

Var det ikkje deg? Logg inn med ein kode på e-post, vel eit nytt passord og sei frå til skulen.
`,
  },
  en: {
    subject: 'Your password for Mellom has been changed',
    text: `Hello!

Your password for Mellom has just been changed, and you are signed out on other devices.

Was it not you? Sign in with a mailed code, choose a new password and tell the school.
`,
  },
};

/** The code is in the body alone: a subject shows on locked screens. */
export function codeLetter(to: string, language: Language, code: string): Letter {
  const { subject, text } = CODE[language];
  return { to, subject, text: text(CODE_LIVES_MS / MINUTE_MS, code) };
}

/** In place of a code: told in the mailbox alone, so that nobody else learns who is suspended. */
export function suspendedLetter(to: string, language: Language): Letter {
  return { to, ...SUSPENDED[language] };
}

export function newPasswordLetter(to: string, language: Language): Letter {
  return { to, ...NEW_PASSWORD[language] };
}
