import type { joinSession } from '#shared/features/session/roster/commands.ts';
import type { RefusalOf } from '#shared/wire/contract.ts';
import { type Dictionary, plural } from '../../platform/language.ts';

type AtTheDoor = Readonly<Record<RefusalOf<typeof joinSession> | 'not-found', string>>;

const nb = {
  home: 'Mellom, til Nå',
  skipToStage: 'Hopp til scenen',
  skipToPanel: 'Hopp til samtale, agenda og folk',
  skipToControls: 'Hopp til knappene nederst',
  stage: 'Scenen',
  panel: 'Panel',
  controls: 'Kontroller',
  choosePanel: 'Velg panel',
  close: 'Lukk',
  course: (code: string, count: number) =>
    `${code}, ${plural('nb', count, { zero: 'ingen er inne', one: '1 er inne', other: `${count} er inne` })}.`,
  courseAway: (code: string) => `${code}, du er ikke inne.`,
  courseLeading: (code: string, count: number) => `${code}, du leder. ${count} er inne.`,
  notRecorded: 'Ingenting tas opp.',
  leave: 'Gå ut',
  joining: 'Finner plassen din',
  joiningTitle: 'Økt',
  lineConnecting: 'Kobler til …',
  lineReconnecting: 'Kobler til igjen …',
  seatIsSafe: 'Plassen din er trygg, også i køen. Det du skriver, ligger på denne enheten.',
  seatIsGone:
    'Plassen din og ordet er gitt fri. Det du skriver, ligger på denne enheten. Du kan bli med igjen når nettet er tilbake.',
  lineOffline: 'Frakoblet.',
  offlineAbout: 'Det du skriver, ligger på denne enheten. Det sendes når nettet er tilbake.',
  tryNow: 'Prøv nå',
  notStored: 'Ikke lagret ennå.',
  notStoredAbout: 'Vi prøver igjen av oss selv.',
  lineGoneSpoken: 'Forbindelsen er borte. Det du skriver, ligger på denne enheten.',
  lineBackSpoken: 'Du er tilkoblet igjen.',
  stopped: {
    'new-version': {
      title: 'Det er kommet en ny versjon.',
      about: 'Det du har skrevet, er trygt. Last siden på nytt for å fortsette.',
      action: 'Last på nytt',
    },
    'too-many-connections': {
      title: 'Mellom er åpent på for mange steder.',
      about: 'Det du har skrevet, er trygt. Lukk et vindu du ikke bruker, og prøv igjen.',
      action: 'Prøv igjen',
    },
    'not-allowed': {
      title: 'Vi får ikke koblet deg til herfra.',
      about: 'Det du har skrevet, ligger på denne enheten. Åpne Mellom fra den vanlige adressen.',
      action: 'Prøv igjen',
    },
  },
  door: {
    'not-found': 'Vi finner ikke økten',
    'not-open-yet': 'Døra er ikke åpen ennå',
    'session-over': 'Økten er over',
    'session-ended': 'Økten er avsluttet',
    'session-cancelled': 'Økten er avlyst',
  } satisfies AtTheDoor,
  doorAbout: {
    'not-found':
      'Den kan være flyttet, eller den er ikke for deg. Det som er for deg, står under Nå.',
    'not-open-yet': 'Den åpner et kvarter før økten begynner.',
    'session-over': 'Takk for i dag. Det som kommer nå, står under Nå.',
    'session-ended': 'Takk for i dag. Det som kommer nå, står under Nå.',
    'session-cancelled': 'Det som kommer i stedet, står under Nå.',
  } satisfies AtTheDoor,
  startsAt: (date: string, time: string) => `Økten begynner ${date} klokka ${time}.`,
  joinFailed: 'Vi fikk deg ikke inn',
  joinFailedAbout: 'Det er ikke noe du har gjort. Prøv igjen.',
  tryAgain: 'Prøv igjen',
  toNow: 'Til Nå',
  copyIncident: 'Kopier hendelsesnummer',
  copied: 'Kopiert',
  seatLost: 'Du var borte i over ett minutt',
  seatLostAbout: 'Plassen din ble gitt fri. Det du har skrevet, ligger her ennå.',
  joinAgain: 'Bli med igjen',
  closed: 'Du er ikke lenger med i denne økten',
  closedAbout:
    'En underviser har tatt deg ut, eller skolen har endret hvem økten er for. Ta kontakt med underviseren hvis noe er uklart.',
  tryToComeIn: 'Prøv å komme inn igjen',
  signedOut: 'Du er logget ut',
  signedOutAbout: 'Økten vises ikke her lenger. Har du tilgang, kan du logge inn og bli med igjen.',
  signIn: 'Logg inn',
  unsentHere: (count: number) =>
    plural('nb', count, {
      one: 'Én melding ble ikke sendt. Du kan ta vare på den her:',
      other: `${count} meldinger ble ikke sendt. Du kan ta vare på dem her:`,
    }),
  notice: 'Beskjed',
  dismiss: 'Lukk',
};

const nn: typeof nb = {
  home: 'Mellom, til No',
  skipToStage: 'Hopp til scena',
  skipToPanel: 'Hopp til samtale, agenda og folk',
  skipToControls: 'Hopp til knappane nedst',
  stage: 'Scena',
  panel: 'Panel',
  controls: 'Kontrollar',
  choosePanel: 'Vel panel',
  close: 'Lukk',
  course: (code, count) =>
    `${code}, ${plural('nn', count, { zero: 'ingen er inne', one: '1 er inne', other: `${count} er inne` })}.`,
  courseAway: (code) => `${code}, du er ikkje inne.`,
  courseLeading: (code, count) => `${code}, du leier. ${count} er inne.`,
  notRecorded: 'Ingenting blir teke opp.',
  leave: 'Gå ut',
  joining: 'Finn plassen din',
  joiningTitle: 'Økt',
  lineConnecting: 'Koplar til …',
  lineReconnecting: 'Koplar til igjen …',
  seatIsSafe: 'Plassen din er trygg, òg i køen. Det du skriv, ligg på denne eininga.',
  seatIsGone:
    'Plassen din og ordet er gitt fri. Det du skriv, ligg på denne eininga. Du kan bli med igjen når nettet er tilbake.',
  lineOffline: 'Fråkopla.',
  offlineAbout: 'Det du skriv, ligg på denne eininga. Det blir sendt når nettet er tilbake.',
  tryNow: 'Prøv no',
  notStored: 'Ikkje lagra enno.',
  notStoredAbout: 'Vi prøver igjen av oss sjølve.',
  lineGoneSpoken: 'Sambandet er borte. Det du skriv, ligg på denne eininga.',
  lineBackSpoken: 'Du er tilkopla igjen.',
  stopped: {
    'new-version': {
      title: 'Det er komen ein ny versjon.',
      about: 'Det du har skrive, er trygt. Last sida på nytt for å halde fram.',
      action: 'Last på nytt',
    },
    'too-many-connections': {
      title: 'Mellom er ope på for mange stader.',
      about: 'Det du har skrive, er trygt. Lukk eit vindauge du ikkje bruker, og prøv igjen.',
      action: 'Prøv igjen',
    },
    'not-allowed': {
      title: 'Vi får ikkje kopla deg til herfrå.',
      about: 'Det du har skrive, ligg på denne eininga. Opne Mellom frå den vanlege adressa.',
      action: 'Prøv igjen',
    },
  },
  door: {
    'not-found': 'Vi finn ikkje økta',
    'not-open-yet': 'Døra er ikkje open enno',
    'session-over': 'Økta er over',
    'session-ended': 'Økta er avslutta',
    'session-cancelled': 'Økta er avlyst',
  },
  doorAbout: {
    'not-found':
      'Ho kan vere flytta, eller ho er ikkje for deg. Det som er for deg, står under No.',
    'not-open-yet': 'Ho opnar eit kvarter før økta tek til.',
    'session-over': 'Takk for i dag. Det som kjem no, står under No.',
    'session-ended': 'Takk for i dag. Det som kjem no, står under No.',
    'session-cancelled': 'Det som kjem i staden, står under No.',
  },
  startsAt: (date, time) => `Økta tek til ${date} klokka ${time}.`,
  joinFailed: 'Vi fekk deg ikkje inn',
  joinFailedAbout: 'Det er ikkje noko du har gjort. Prøv igjen.',
  tryAgain: 'Prøv igjen',
  toNow: 'Til No',
  copyIncident: 'Kopier hendingsnummer',
  copied: 'Kopiert',
  seatLost: 'Du var borte i over eitt minutt',
  seatLostAbout: 'Plassen din vart gitt fri. Det du har skrive, ligg her enno.',
  joinAgain: 'Bli med igjen',
  closed: 'Du er ikkje lenger med i denne økta',
  closedAbout:
    'Ein undervisar har teke deg ut, eller skulen har endra kven økta er for. Ta kontakt med undervisaren om noko er uklart.',
  tryToComeIn: 'Prøv å kome inn igjen',
  signedOut: 'Du er logga ut',
  signedOutAbout:
    'Økta blir ikkje vist her lenger. Har du tilgang, kan du logge inn og bli med igjen.',
  signIn: 'Logg inn',
  unsentHere: (count) =>
    plural('nn', count, {
      one: 'Éi melding vart ikkje send. Du kan ta vare på henne her:',
      other: `${count} meldingar vart ikkje sende. Du kan ta vare på dei her:`,
    }),
  notice: 'Melding frå Mellom',
  dismiss: 'Lukk',
};

const en: typeof nb = {
  home: 'Mellom, to Now',
  skipToStage: 'Skip to the stage',
  skipToPanel: 'Skip to chat, agenda and people',
  skipToControls: 'Skip to the buttons at the bottom',
  stage: 'The stage',
  panel: 'Panel',
  controls: 'Controls',
  choosePanel: 'Choose panel',
  close: 'Close',
  course: (code, count) =>
    `${code}, ${plural('en', count, { zero: 'nobody is here', one: '1 is here', other: `${count} are here` })}.`,
  courseAway: (code) => `${code}, you are not in.`,
  courseLeading: (code, count) =>
    `${code}, you lead. ${plural('en', count, { one: '1 is here', other: `${count} are here` })}.`,
  notRecorded: 'Nothing is recorded.',
  leave: 'Leave',
  joining: 'Finding your seat',
  joiningTitle: 'Session',
  lineConnecting: 'Connecting …',
  lineReconnecting: 'Reconnecting …',
  seatIsSafe: 'Your seat is safe, also in the queue. What you write stays on this device.',
  seatIsGone:
    'Your seat and the word are given up. What you write stays on this device. You can join again when you are back online.',
  lineOffline: 'Offline.',
  offlineAbout: 'What you write stays on this device. It is sent when you are back online.',
  tryNow: 'Try now',
  notStored: 'Not saved yet.',
  notStoredAbout: 'We keep trying by ourselves.',
  lineGoneSpoken: 'The connection is gone. What you write stays on this device.',
  lineBackSpoken: 'You are connected again.',
  stopped: {
    'new-version': {
      title: 'There is a new version.',
      about: 'What you have written is safe. Load the page again to go on.',
      action: 'Load again',
    },
    'too-many-connections': {
      title: 'Mellom is open in too many places.',
      about: 'What you have written is safe. Close a window you do not use, and try again.',
      action: 'Try again',
    },
    'not-allowed': {
      title: 'We cannot connect you from here.',
      about: 'What you have written is on this device. Open Mellom from its usual address.',
      action: 'Try again',
    },
  },
  door: {
    'not-found': 'We cannot find the session',
    'not-open-yet': 'The door is not open yet',
    'session-over': 'The session is over',
    'session-ended': 'The session has ended',
    'session-cancelled': 'The session is cancelled',
  },
  doorAbout: {
    'not-found': 'It may have moved, or it is not for you. What is for you is under Now.',
    'not-open-yet': 'It opens a quarter of an hour before the session begins.',
    'session-over': 'Thank you for today. What comes next is under Now.',
    'session-ended': 'Thank you for today. What comes next is under Now.',
    'session-cancelled': 'What comes instead is under Now.',
  },
  startsAt: (date, time) => `The session begins ${date} at ${time}.`,
  joinFailed: 'We could not let you in',
  joinFailedAbout: 'It is nothing you have done. Try again.',
  tryAgain: 'Try again',
  toNow: 'To Now',
  copyIncident: 'Copy incident number',
  copied: 'Copied',
  seatLost: 'You were away for more than a minute',
  seatLostAbout: 'Your seat was given up. What you have written is still here.',
  joinAgain: 'Join again',
  closed: 'You are no longer part of this session',
  closedAbout:
    'A teacher has taken you out, or the school has changed who the session is for. Contact the teacher if anything is unclear.',
  tryToComeIn: 'Try to come in again',
  signedOut: 'You are signed out',
  signedOutAbout:
    'The session is not shown here any more. If you have access, you can sign in and join again.',
  signIn: 'Sign in',
  unsentHere: (count) =>
    plural('en', count, {
      one: 'One message was not sent. You can keep it from here:',
      other: `${count} messages were not sent. You can keep them from here:`,
    }),
  notice: 'Notice',
  dismiss: 'Close',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
