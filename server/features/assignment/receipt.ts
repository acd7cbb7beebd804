import {
  type MemberStanding,
  memberStanding,
} from '#shared/features/assignment/submission/model.ts';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';

/** What a receipt says: who and when, and nothing of the text. */
export type Receipt = {
  readonly title: string;
  /** Null where one person answers alone. */
  readonly groupName: string | null;
  readonly at: Instant;
  readonly dueAt: Instant;
  readonly late: boolean;
  readonly by: string;
  readonly members: Readonly<Record<MemberStanding, readonly string[]>>;
  readonly words: number;
  readonly fingerprint: string;
};

type Words = {
  readonly subject: string;
  readonly takenBackSubject: string;
  /** As the receipt on the screen says it. */
  readonly standings: Readonly<Record<MemberStanding, string>>;
  readonly text: (said: Said) => string;
  readonly takenBack: (title: string, by: string) => string;
};
type Said = Omit<Receipt, 'at' | 'dueAt' | 'fingerprint' | 'members'> & {
  readonly at: string;
  readonly dueAt: string;
  readonly fingerprint: string;
  /** Line by line, each with those it names; no line for nobody. */
  readonly members: string;
};

/** The subject shows on locked screens: it says that there is a receipt, and of nothing. */
const WORDS: Readonly<Record<Language, Words>> = {
  nb: {
    subject: 'Kvittering for innlevering',
    takenBackSubject: 'En innlevering er tatt tilbake',
    standings: {
      confirmed: 'Bekreftet av',
      'earlier-text': 'Bekreftet en tidligere tekst',
      silent: 'Ikke bekreftet av',
    },
    text: (said) => `Hei!

${said.title}${said.groupName ? `, ${said.groupName}` : ''} er levert.

Levert: ${said.at}${said.late ? ' (etter fristen)' : ''}
Frist: ${said.dueAt}
${said.members}
Levert av: ${said.by}
Ord: ${said.words}
Fingeravtrykk (SHA-256):
${said.fingerprint}

Fingeravtrykket er regnet ut av teksten slik den ble levert. Endres ett tegn, blir det et annet.

Kvitteringen, og hvordan du kontrollerer den selv:`,
    takenBack: (title, by) => `Hei!

${by} har tatt tilbake «${title}». Teksten er åpen igjen, og alle blir bedt om å bekrefte på nytt.

Oppgaven:`,
  },
  nn: {
    subject: 'Kvittering for innlevering',
    takenBackSubject: 'Ei innlevering er teken tilbake',
    standings: {
      confirmed: 'Stadfesta av',
      'earlier-text': 'Stadfesta ein tidlegare tekst',
      silent: 'Ikkje stadfesta av',
    },
    text: (said) => `Hei!

${said.title}${said.groupName ? `, ${said.groupName}` : ''} er levert.

Levert: ${said.at}${said.late ? ' (etter fristen)' : ''}
Frist: ${said.dueAt}
${said.members}
Levert av: ${said.by}
Ord: ${said.words}
Fingeravtrykk (SHA-256):
${said.fingerprint}

Fingeravtrykket er rekna ut av teksten slik han blei levert. Blir eitt teikn endra, blir det eit anna.

Kvitteringa, og korleis du kontrollerer ho sjølv:`,
    takenBack: (title, by) => `Hei!

${by} har teke tilbake «${title}». Teksten er open igjen, og alle blir bedne om å stadfeste på nytt.

Oppgåva:`,
  },
  en: {
    subject: 'Receipt for a submission',
    takenBackSubject: 'A submission has been taken back',
    standings: {
      confirmed: 'Confirmed by',
      'earlier-text': 'Confirmed an earlier text',
      silent: 'Not confirmed by',
    },
    text: (said) => `Hello!

${said.title}${said.groupName ? `, ${said.groupName}` : ''} has been handed in.

Handed in: ${said.at}${said.late ? ' (after the due time)' : ''}
Due: ${said.dueAt}
${said.members}
Handed in by: ${said.by}
Words: ${said.words}
Fingerprint (SHA-256):
${said.fingerprint}

The fingerprint is computed from the text as it was handed in. If one character changes, so does it.

The receipt, and how to check it yourself:`,
    takenBack: (title, by) => `Hello!

${by} has taken back "${title}". The text is open again, and everybody is asked to confirm anew.

The assignment:`,
  },
};

const STANDINGS = memberStanding.options;

const LOCALE: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

function moment(language: Language, at: Instant): string {
  return new Intl.DateTimeFormat(LOCALE[language], {
    dateStyle: 'full',
    timeStyle: 'medium',
    timeZone: 'Europe/Oslo',
  }).format(at);
}

const listed = (language: Language, names: readonly string[]) =>
  new Intl.ListFormat(LOCALE[language], { type: 'conjunction' }).format(names);

export function receiptLetter(language: Language, receipt: Receipt) {
  const { subject, standings, text } = WORDS[language];
  const members = STANDINGS.flatMap((standing) => {
    const names = receipt.members[standing];
    return names.length > 0 ? [`${standings[standing]}: ${listed(language, names)}`] : [];
  });
  return {
    subject,
    text: text({
      ...receipt,
      at: moment(language, receipt.at),
      dueAt: moment(language, receipt.dueAt),
      members: members.join('\n'),
      fingerprint: inFours(receipt.fingerprint),
    }),
  };
}

export function takenBackLetter(language: Language, title: string, by: string) {
  const { takenBackSubject, takenBack } = WORDS[language];
  return { subject: takenBackSubject, text: takenBack(title, by) };
}

/** As it is read aloud and compared: groups of four. */
function inFours(fingerprint: string): string {
  return (fingerprint.match(/.{1,4}/gu) ?? []).join(' ');
}
