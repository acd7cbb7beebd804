import { eq } from 'drizzle-orm';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Letter } from '../../../platform/mail.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { hasMailbox } from '../person/guests.ts';
import { person } from '../person/tables.ts';
import { RefusedRequest } from '../sign-in/http.ts';
import type { Visitors } from '../sign-in/visitor.ts';

/** What its owner is told of by letter, in case it was somebody else. */
export type FactorNews =
  | 'app-added'
  | 'app-removed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'codes-made'
  | 'code-used'
  | 'provider-linked'
  | 'provider-unlinked';

type Words = {
  readonly subject: string;
  readonly news: Readonly<Record<FactorNews, string>>;
  readonly text: (news: string) => string;
};

const WORDS: Readonly<Record<Language, Words>> = {
  nb: {
    subject: 'Innloggingen din til Mellom er endret',
    news: {
      'app-added': 'En app lager nå koder til innloggingen din i Mellom.',
      'app-removed': 'Koder fra appen virker ikke lenger i Mellom.',
      'passkey-added': 'Du har fått en ny passnøkkel til Mellom.',
      'passkey-removed': 'En passnøkkel til Mellom er tatt bort.',
      'codes-made': 'Du har fått et nytt ark med koder til Mellom. Det gamle arket virker ikke.',
      'code-used': 'En kode fra arket ditt er brukt i Mellom.',
      'provider-linked': 'Du kan nå logge inn i Mellom med en konto et annet sted.',
      'provider-unlinked': 'Kontoen et annet sted kan ikke lenger brukes til å logge inn i Mellom.',
    },
    text: (news) => `Hei!

${news}

Var det deg? Da trenger du ikke gjøre noe.

Var det ikke deg? Si fra til skolen med en gang.
`,
  },
  nn: {
    subject: 'Innlogginga di til Mellom er endra',
    news: {
      'app-added': 'Ein app lagar no kodar til innlogginga di i Mellom.',
      'app-removed': 'Kodar frå appen verkar ikkje lenger i Mellom.',
      'passkey-added': 'Du har fått ein ny passnøkkel til Mellom.',
      'passkey-removed': 'Ein passnøkkel til Mellom er teken bort.',
      'codes-made': 'Du har fått eit nytt ark med kodar til Mellom. Det gamle arket verkar ikkje.',
      'code-used': 'Ein kode frå arket ditt er brukt i Mellom.',
      'provider-linked': 'Du kan no logge inn i Mellom med ein konto ein annan stad.',
      'provider-unlinked':
        'Kontoen ein annan stad kan ikkje lenger brukast til å logge inn i Mellom.',
    },
    text: (news) => `Hei!

${news}

Var det deg? Då treng du ikkje gjere noko.

Var det ikkje deg? Sei frå til skulen med ein gong.
`,
  },
  en: {
    subject: 'Your sign-in to Mellom has changed',
    news: {
      'app-added': 'An app now makes codes for your sign-in to Mellom.',
      'app-removed': 'Codes from the app no longer work in Mellom.',
      'passkey-added': 'You have a new passkey for Mellom.',
      'passkey-removed': 'A passkey for Mellom has been taken away.',
      'codes-made': 'You have a new sheet of codes for Mellom. The old sheet does not work.',
      'code-used': 'A code from your sheet has been used in Mellom.',
      'provider-linked': 'An account somewhere else now lets you in to Mellom.',
      'provider-unlinked': 'The account somewhere else no longer lets you in to Mellom.',
    },
    text: (news) => `Hello!

${news}

Was it you? Then there is nothing you need to do.

Was it not you? Tell the school at once.
`,
  },
};

export function factorLetter(to: string, language: Language, news: FactorNews): Letter {
  const { subject, news: sentences, text } = WORDS[language];
  return { to, subject, text: text(sentences[news]) };
}

/** Tells a person by letter of a change to how they sign in. */
export async function tell(
  { database, ways }: Pick<Visitors, 'database' | 'ways'>,
  personId: PersonId,
  news: FactorNews,
): Promise<void> {
  const { email, language } = await addressOf(database, personId);
  if (hasMailbox(email)) ways.post(factorLetter(email, language, news));
}

/** @throws {RefusedRequest} `signed-out` when the person has gone between two queries */
export async function addressOf(
  tx: Tx | Database,
  personId: PersonId,
): Promise<{ email: string; displayName: string; language: Language }> {
  const { email, displayName, language } = person;
  const [found] = await tx
    .select({ email, displayName, language })
    .from(person)
    .where(eq(person.id, personId));
  if (!found) throw new RefusedRequest({ refusal: 'signed-out' });
  return found;
}
