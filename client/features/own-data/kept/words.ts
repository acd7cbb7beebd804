import type { KindOfData } from '#shared/kernel/retention.ts';
import type { Dictionary } from '../../../platform/language.ts';

/** Of each kind what it is, and until when it is there: the number is the table's (`shared/kernel/retention.ts`). */
type Kinds = Readonly<Record<KindOfData, readonly [what: string, kept: (count: number) => string]>>;

const nb = {
  kinds: {
    account: [
      'Navn, e-post, språk, bilde, roller og hvilket kull du går i',
      () => 'Til du blir slettet',
    ],
    'ways-in': ['Passord, passnøkler og apper for koder', () => 'Til du tar dem bort'],
    'sign-in': [
      'At du er logget inn, og på hvilket slags enhet',
      (hours) => `Til du logger ut, høyst ${hours} timer`,
    ],
    letter: [
      'Brev vi sender deg',
      (days) => `Ordene til brevet er sendt. At det er sendt: ${days} dager`,
    ],
    notice: ['Hva du er varslet om', (days) => `${days} dager`],
    'push-device': ['Enheter du har slått på varsler på', () => 'Til du slår dem av'],
    call: ['Svarene på det du trykker på', (days) => `${days} døgn`],
    audit: ['Loggen over hvem som gjorde hva', (years) => `${years} år`],
    presence: ['Når du var i en økt', () => 'Til du blir slettet'],
    chat: [
      'Det du skriver i samtalen i en økt, og svar du gir med navn',
      (days) => `Så lenge emnet har bestemt. Har det ikke det: ${days} dager`,
    ],
    'team-line': ['Det du skriver til lærerne alene', () => 'Til du blir slettet'],
    round: ['Det du skriver eller tar opp i en runde', () => 'Til runden er over'],
    pause: ['At du har en pause', () => 'Til pausen er over'],
    caption: ['Teksting av det som blir sagt', (minutes) => `${minutes} minutt, og aldri lagret`],
    attendance: ['Oppmøte, og hva som er rettet', () => 'Til du blir slettet'],
    document: ['Dokumentene dine', () => 'Til du sletter dem'],
    trash: ['Det du legger i papirkurven', (days) => `${days} dager`],
    version: ['Hver versjon av et dokument', (days) => `${days} dager. Så er det én for hver dag`],
    'set-aside': [
      'Et dokument som ikke lot seg lese',
      (days) => `${days} dager etter at det er reddet`,
    ],
    picture: ['Et bilde som ikke står i et dokument lenger', (days) => `${days} dager`],
    submission: [
      'Det du har levert, og kvitteringen',
      () => 'Så lenge skolen må ha det. Uten navnet ditt når du er slettet',
    ],
    concern: ['Det du melder fra om', () => 'Til du blir slettet'],
    guest: ['Gjester i en økt', (days) => `${days} dager etter at de var her`],
    'media-event': ['Beskjeder fra serveren for lyd og bilde', (days) => `${days} døgn`],
    erasure: [
      'At noen er slettet: et nummer, uten navn',
      () => 'For alltid, så ingen kommer tilbake',
    ],
    backup: ['Sikkerhetskopier av alt dette', (days) => `${days} dager`],
  } satisfies Kinds as Kinds,
};

const nn: typeof nb = {
  kinds: {
    account: [
      'Namn, e-post, språk, bilete, roller og kva kull du går i',
      () => 'Til du blir sletta',
    ],
    'ways-in': ['Passord, passnøklar og appar for kodar', () => 'Til du tek dei bort'],
    'sign-in': [
      'At du er logga inn, og på kva slags eining',
      (hours) => `Til du loggar ut, høgst ${hours} timar`,
    ],
    letter: [
      'Brev vi sender deg',
      (days) => `Orda til brevet er sendt. At det er sendt: ${days} dagar`,
    ],
    notice: ['Kva du er varsla om', (days) => `${days} dagar`],
    'push-device': ['Einingar du har slått på varsel på', () => 'Til du slår dei av'],
    call: ['Svara på det du trykkjer på', (days) => `${days} døgn`],
    audit: ['Loggen over kven som gjorde kva', (years) => `${years} år`],
    presence: ['Når du var i ei økt', () => 'Til du blir sletta'],
    chat: [
      'Det du skriv i samtalen i ei økt, og svar du gir med namn',
      (days) => `Så lenge emnet har bestemt. Har det ikkje det: ${days} dagar`,
    ],
    'team-line': ['Det du skriv til lærarane åleine', () => 'Til du blir sletta'],
    round: ['Det du skriv eller tek opp i ein runde', () => 'Til runden er over'],
    pause: ['At du har ein pause', () => 'Til pausen er over'],
    caption: ['Teksting av det som blir sagt', (minutes) => `${minutes} minutt, og aldri lagra`],
    attendance: ['Oppmøte, og kva som er retta', () => 'Til du blir sletta'],
    document: ['Dokumenta dine', () => 'Til du slettar dei'],
    trash: ['Det du legg i papirkorga', (days) => `${days} dagar`],
    version: [
      'Kvar versjon av eit dokument',
      (days) => `${days} dagar. Så er det éin for kvar dag`,
    ],
    'set-aside': [
      'Eit dokument som ikkje let seg lese',
      (days) => `${days} dagar etter at det er berga`,
    ],
    picture: ['Eit bilete som ikkje står i eit dokument lenger', (days) => `${days} dagar`],
    submission: [
      'Det du har levert, og kvitteringa',
      () => 'Så lenge skulen må ha det. Utan namnet ditt når du er sletta',
    ],
    concern: ['Det du melder frå om', () => 'Til du blir sletta'],
    guest: ['Gjester i ei økt', (days) => `${days} dagar etter at dei var her`],
    'media-event': ['Meldingar frå serveren for lyd og bilete', (days) => `${days} døgn`],
    erasure: [
      'At nokon er sletta: eit nummer, utan namn',
      () => 'For alltid, så ingen kjem tilbake',
    ],
    backup: ['Tryggleikskopiar av alt dette', (days) => `${days} dagar`],
  } satisfies Kinds as Kinds,
};

const en: typeof nb = {
  kinds: {
    account: [
      'Name, e-mail, language, picture, roles and which cohort you are in',
      () => 'Until you are erased',
    ],
    'ways-in': ['Passwords, passkeys and code apps', () => 'Until you remove them'],
    'sign-in': [
      'That you are signed in, and on what kind of device',
      (hours) => `Until you sign out, at most ${hours} hours`,
    ],
    letter: [
      'Letters that we send you',
      (days) => `The words until it is sent. That it was sent: ${days} days`,
    ],
    notice: ['What you were told of', (days) => `${days} days`],
    'push-device': ['Devices you switched notices on for', () => 'Until you switch them off'],
    call: ['The answers to what you press', (days) => `${days} day`],
    audit: ['The log of who did what', (years) => `${years} years`],
    presence: ['When you were in a session', () => 'Until you are erased'],
    chat: [
      'What you write in a session’s chat, and answers given by name',
      (days) => `As long as the course has decided. If it has not: ${days} days`,
    ],
    'team-line': ['What you write to the teachers alone', () => 'Until you are erased'],
    round: ['What you write or record in a round', () => 'Until the round is over'],
    pause: ['That you are on a pause', () => 'Until the pause is over'],
    caption: ['Captions of what is said', (minutes) => `${minutes} minute, and never stored`],
    attendance: ['Attendance, and what was put right', () => 'Until you are erased'],
    document: ['Your documents', () => 'Until you delete them'],
    trash: ['What you put in the trash', (days) => `${days} days`],
    version: ['Each version of a document', (days) => `${days} days. After that, one a day`],
    'set-aside': [
      'A document that could not be read',
      (days) => `${days} days after it was rescued`,
    ],
    picture: ['A picture that is in no document any more', (days) => `${days} days`],
    submission: [
      'What you have handed in, and the receipt',
      () => 'As long as the school must have it. Without your name when you are erased',
    ],
    concern: ['What you report', () => 'Until you are erased'],
    guest: ['Guests of a session', (days) => `${days} days after they were here`],
    'media-event': ['Messages from the server for sound and picture', (days) => `${days} day`],
    erasure: [
      'That somebody was erased: a number, without a name',
      () => 'For good, so that nobody comes back',
    ],
    backup: ['Backups of all this', (days) => `${days} days`],
  } satisfies Kinds as Kinds,
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
