import type { Language } from '#shared/features/identity/sign-in/model.ts';
import { earliestOf, latestOf } from '#shared/features/own-data/erasure/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { Written } from '../../identity/public.ts';

type Letters = {
  readonly locale: string;
  readonly asked: (earliest: string, latest: string, wasNotYou: string) => Written;
  /** What somebody does who did not ask, by whether they have a password here. */
  readonly wasNotYou: { readonly withPassword: string; readonly withCode: string };
  readonly done: Written;
};

const LETTERS: Readonly<Record<Language, Letters>> = {
  nb: {
    locale: 'nb-NO',
    asked: (earliest, latest, wasNotYou) => ({
      subject: 'Du har bedt om å bli slettet i Mellom',
      text: `Hei!

Du har bedt om å bli slettet. Det kan skje fra ${earliest}, og det skjer senest ${latest}.

Du kan angre helt til det er avgjort. ${wasNotYou}`,
    }),
    wasNotYou: {
      withPassword: 'Var det ikke du som ba om det, angre her og bytt passord:',
      withCode:
        'Var det ikke du som ba om det? Da kan noen andre lese e-posten din. Bytt passordet til den, og angre her:',
    },
    done: {
      subject: 'Du er slettet i Mellom',
      text: `Hei!

Du er slettet. Navnet ditt, innloggingen, dokumentene og det du skrev, er borte. Du kan ikke logge inn lenger.

Det du har levert, er hos skolen så lenge den må ha det, uten navnet ditt. I sikkerhetskopier er det borte om en måned.

Les mer om personvern:`,
    },
  },
  nn: {
    locale: 'nn-NO',
    asked: (earliest, latest, wasNotYou) => ({
      subject: 'Du har bede om å bli sletta i Mellom',
      text: `Hei!

Du har bede om å bli sletta. Det kan skje frå ${earliest}, og det skjer seinast ${latest}.

Du kan angre heilt til det er avgjort. ${wasNotYou}`,
    }),
    wasNotYou: {
      withPassword: 'Var det ikkje du som bad om det, angre her og byt passord:',
      withCode:
        'Var det ikkje du som bad om det? Då kan nokon andre lese e-posten din. Byt passordet til den, og angre her:',
    },
    done: {
      subject: 'Du er sletta i Mellom',
      text: `Hei!

Du er sletta. Namnet ditt, innlogginga, dokumenta og det du skreiv, er borte. Du kan ikkje logge inn lenger.

Det du har levert, er hos skulen så lenge han må ha det, utan namnet ditt. I tryggleikskopiar er det borte om ein månad.

Les meir om personvern:`,
    },
  },
  en: {
    locale: 'en-GB',
    asked: (earliest, latest, wasNotYou) => ({
      subject: 'You have asked to be erased in Mellom',
      text: `Hello!

You have asked to be erased. It can happen from ${earliest}, and it happens by ${latest}.

You can change your mind until it is decided. ${wasNotYou}`,
    }),
    wasNotYou: {
      withPassword: 'If it was not you who asked, take it back here and change your password:',
      withCode:
        'Was it not you who asked? Then somebody else may be reading your e-mail. Change its password, and take it back here:',
    },
    done: {
      subject: 'You are erased in Mellom',
      text: `Hello!

You are erased. Your name, your sign-in, your documents and what you wrote are gone. You can no longer sign in.

What you handed in stays with the school as long as it must have it, without your name. It is gone from backups in a month.

Read more about privacy:`,
    },
  },
};

/** That somebody has asked, so that whoever did not can take it back. */
export function askedLetter(
  askedAt: Instant,
  by: 'withPassword' | 'withCode',
): (language: Language) => Written {
  return (language) => {
    const { locale, asked, wasNotYou } = LETTERS[language];
    const day = (at: Instant) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Oslo' }).format(at);
    return asked(day(earliestOf(askedAt)), day(latestOf(askedAt)), wasNotYou[by]);
  };
}

/** The last letter that somebody gets. */
export function doneLetter(language: Language): Written {
  return LETTERS[language].done;
}
