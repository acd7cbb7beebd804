import type { nameConcernReader, reportConcern } from '#shared/features/care/concern/commands.ts';
import type { RefusalOf, UniversalRefusal } from '#shared/wire/contract.ts';
import { type Dictionary, plural } from '../../../platform/language.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';

type Refusals = Readonly<
  Record<
    RefusalOf<typeof reportConcern> | RefusalOf<typeof nameConcernReader> | UniversalRefusal,
    string
  >
>;

const nb = {
  report: 'Meld fra om noe',
  readBy: (name: string) => `${name} leser det du skriver, og ingen andre. Navnet ditt følger med.`,
  nobody: 'Skolen har ikke sagt hvem som leser',
  nobodyAbout:
    'Derfor kan ingenting sendes herfra ennå. Ring noen på kortet, eller snakk med en du stoler på.',
  fetching: 'Finner ut hvem som leser',
  unknownReader:
    'Vi får ikke vite hvem som leser, og sender ingenting før du kan se det. Det du skriver, ligger på denne enheten.',
  tryAgain: 'Prøv igjen',
  what: 'Hva har skjedd?',
  whatAbout: 'Så mye eller lite du vil. Haster det, er det bedre å ringe.',
  whatNeeded: 'Skriv noen ord først.',
  aboutSession: (title: string) => `Det gjelder økten «${title}»`,
  send: 'Send',
  sending: 'Sender …',
  sendsLater: 'Går ikke nettet, ligger det på denne enheten og sendes når det er tilbake.',
  sent: (name: string) => `Sendt til ${name}.`,
  sentAbout: 'Du finner det igjen under «Meldt fra».',
  backToCard: 'Tilbake til kortet',
  toRead: (count: number) =>
    plural('nb', count, {
      one: '1 ting er meldt til deg',
      other: `${count} ting er meldt til deg`,
    }),
  toReadAbout: 'Ikke lest ennå. Bare du og den som skrev, kan lese det.',
  list: 'Meldt fra',
  own: 'Det du har meldt fra om',
  ownNone: 'Du har ikke meldt fra om noe. Det gjør du fra «Trenger du noen å snakke med?».',
  received: 'Meldt til deg',
  receivedAbout: 'Bare du og den som skrev, kan lese dette.',
  receivedNone: 'Ingen har meldt fra til deg.',
  nextStep:
    'Neste steg er å svare den som skrev. Det gjør du selv, på e-post eller telefon: her står ingen adresser.',
  answer: (name: string) => `Begynn en e-post til ${name}`,
  mail: {
    subject: 'Takk for at du skrev til meg',
    greets: (name: string) => `Hei, ${name}.`,
  },
  fetchingList: 'Henter det som er meldt',
  couldNotFetch: 'Vi fikk ikke hentet det som er meldt',
  couldNotFetchAbout: 'Det ligger trygt hos oss. Prøv igjen om litt.',
  sentTo: (at: string, name: string) => `${at}, til ${name}`,
  sentToNobody: (at: string) => `${at}. Den som leste, er ikke lenger ved skolen.`,
  session: (title: string, at: string) => `Økten «${title}», ${at}`,
  earlier: 'Vis tidligere',
  reader: 'Hvem leser det noen melder fra om?',
  readerAbout:
    'Bare denne personen leser det som blir sendt fra nå av. Det som er sendt før, blir hos den det ble sendt til.',
  readerRoles: {
    studyAdviser: 'Studierådgiver',
    practiceCoordinator: 'Praksisansvarlig',
    teacher: 'Underviser',
    rector: 'Rektor',
  },
  readerNobody: 'Ingen ennå',
  readerSave: 'Lagre hvem som leser',
  readerSaved: 'Lagret hvem som leser.',
  refusals: {
    ...refusalWords.nb,
    'other-reader':
      'Det er en annen som leser nå. Ingenting er sendt. Se hvem det er, og send om du fortsatt vil.',
    'too-many':
      'Du har meldt fra mange ganger i dag. Det du har skrevet, ligger her. Ring noen på kortet hvis det haster.',
    'cannot-read': 'Denne personen kan ikke få det som meldes. Velg en annen.',
  } satisfies Refusals as Refusals,
};

const nn: typeof nb = {
  report: 'Meld frå om noko',
  readBy: (name) => `${name} les det du skriv, og ingen andre. Namnet ditt følgjer med.`,
  nobody: 'Skulen har ikkje sagt kven som les',
  nobodyAbout:
    'Difor kan ingenting sendast herifrå enno. Ring nokon på kortet, eller snakk med ein du stolar på.',
  fetching: 'Finn ut kven som les',
  unknownReader:
    'Vi får ikkje vite kven som les, og sender ingenting før du kan sjå det. Det du skriv, ligg på denne eininga.',
  tryAgain: 'Prøv igjen',
  what: 'Kva har skjedd?',
  whatAbout: 'Så mykje eller lite du vil. Hastar det, er det betre å ringje.',
  whatNeeded: 'Skriv nokre ord først.',
  aboutSession: (title) => `Det gjeld økta «${title}»`,
  send: 'Send',
  sending: 'Sender …',
  sendsLater: 'Går ikkje nettet, ligg det på denne eininga og blir sendt når det er tilbake.',
  sent: (name) => `Sendt til ${name}.`,
  sentAbout: 'Du finn det att under «Meldt frå».',
  backToCard: 'Tilbake til kortet',
  toRead: (count) =>
    plural('nn', count, { one: '1 ting er meld til deg', other: `${count} ting er melde til deg` }),
  toReadAbout: 'Ikkje lese enno. Berre du og den som skreiv, kan lese det.',
  list: 'Meldt frå',
  own: 'Det du har meldt frå om',
  ownNone: 'Du har ikkje meldt frå om noko. Det gjer du frå «Treng du nokon å snakke med?».',
  received: 'Meldt til deg',
  receivedAbout: 'Berre du og den som skreiv, kan lese dette.',
  receivedNone: 'Ingen har meldt frå til deg.',
  nextStep:
    'Neste steg er å svare den som skreiv. Det gjer du sjølv, på e-post eller telefon: her står ingen adresser.',
  answer: (name) => `Begynn ein e-post til ${name}`,
  mail: {
    subject: 'Takk for at du skreiv til meg',
    greets: (name) => `Hei, ${name}.`,
  },
  fetchingList: 'Hentar det som er meldt',
  couldNotFetch: 'Vi fekk ikkje henta det som er meldt',
  couldNotFetchAbout: 'Det ligg trygt hos oss. Prøv igjen om litt.',
  sentTo: (at, name) => `${at}, til ${name}`,
  sentToNobody: (at) => `${at}. Den som las, er ikkje lenger ved skulen.`,
  session: (title, at) => `Økta «${title}», ${at}`,
  earlier: 'Vis tidlegare',
  reader: 'Kven les det nokon melder frå om?',
  readerAbout:
    'Berre denne personen les det som blir sendt frå no av. Det som er sendt før, blir hos den det vart sendt til.',
  readerRoles: {
    studyAdviser: 'Studierådgjevar',
    practiceCoordinator: 'Praksisansvarleg',
    teacher: 'Undervisar',
    rector: 'Rektor',
  },
  readerNobody: 'Ingen enno',
  readerSave: 'Lagre kven som les',
  readerSaved: 'Lagra kven som les.',
  refusals: {
    ...refusalWords.nn,
    'other-reader':
      'Det er ein annan som les no. Ingenting er sendt. Sjå kven det er, og send om du framleis vil.',
    'too-many':
      'Du har meldt frå mange gonger i dag. Det du har skrive, ligg her. Ring nokon på kortet om det hastar.',
    'cannot-read': 'Denne personen kan ikkje få det som blir meldt. Vel ein annan.',
  },
};

const en: typeof nb = {
  report: 'Report something',
  readBy: (name) => `${name} reads what you write, and nobody else. Your name goes along.`,
  nobody: 'The school has not said who reads',
  nobodyAbout:
    'So nothing can be sent from here yet. Call somebody on the card, or talk to somebody you trust.',
  fetching: 'Finding out who reads',
  unknownReader:
    'We cannot find out who reads, and send nothing before you can see it. What you write stays on this device.',
  tryAgain: 'Try again',
  what: 'What has happened?',
  whatAbout: 'As much or as little as you like. If it is urgent, it is better to call.',
  whatNeeded: 'Write a few words first.',
  aboutSession: (title) => `It is about the session “${title}”`,
  send: 'Send',
  sending: 'Sending …',
  sendsLater: 'Without a network it stays on this device, and is sent when the network is back.',
  sent: (name) => `Sent to ${name}.`,
  sentAbout: 'You find it again under “Reported”.',
  backToCard: 'Back to the card',
  toRead: (count) =>
    plural('en', count, {
      one: '1 thing is reported to you',
      other: `${count} things are reported to you`,
    }),
  toReadAbout: 'Not read yet. Only you and whoever wrote it can read it.',
  list: 'Reported',
  own: 'What you have reported',
  ownNone: 'You have reported nothing. You do so from “Need somebody to talk to?”.',
  received: 'Reported to you',
  receivedAbout: 'Only you and whoever wrote it can read this.',
  receivedNone: 'Nobody has reported anything to you.',
  nextStep:
    'The next step is to answer whoever wrote. You do so yourself, by e-mail or telephone: no addresses stand here.',
  answer: (name) => `Begin an e-mail to ${name}`,
  mail: {
    subject: 'Thank you for writing to me',
    greets: (name) => `Hello, ${name}.`,
  },
  fetchingList: 'Fetching what is reported',
  couldNotFetch: 'We could not fetch what is reported',
  couldNotFetchAbout: 'It is safe with us. Try again in a little while.',
  sentTo: (at, name) => `${at}, to ${name}`,
  sentToNobody: (at) => `${at}. Whoever read it is no longer at the school.`,
  session: (title, at) => `The session “${title}”, ${at}`,
  earlier: 'Show earlier',
  reader: 'Who reads what people report?',
  readerAbout:
    'Only this person reads what is sent from now on. What was sent before stays with whom it was sent to.',
  readerRoles: {
    studyAdviser: 'Study adviser',
    practiceCoordinator: 'Practice coordinator',
    teacher: 'Teacher',
    rector: 'Rector',
  },
  readerNobody: 'Nobody yet',
  readerSave: 'Save who reads',
  readerSaved: 'Saved who reads.',
  refusals: {
    ...refusalWords.en,
    'other-reader':
      'Somebody else reads now. Nothing was sent. See who it is, and send if you still want to.',
    'too-many':
      'You have reported many times today. What you have written stays here. Call somebody on the card if it is urgent.',
    'cannot-read': 'This person cannot be sent what is reported. Choose another.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
