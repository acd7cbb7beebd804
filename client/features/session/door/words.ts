import { type Dictionary, plural } from '../../../platform/language.ts';

const nb = {
  now: 'Nå',
  startedAt: (time: string) => `startet ${time}`,
  next: 'Neste økt',
  doorOpen: 'Døra er åpen',
  startsAt: (when: string) => `begynner ${when}`,
  dateAt: (date: string, time: string) => `${date} ${time}`,
  todayAt: (time: string) => `i dag ${time}`,
  leads: (name: string) => `${name} leder.`,
  teachers: (count: number, names: string) =>
    plural('nb', count, {
      one: `Underviser: ${names}.`,
      other: `Undervisere: ${names}.`,
    }),
  present: (count: number, begun: boolean) =>
    plural('nb', count, {
      zero: begun ? 'Ingen er inne akkurat nå.' : 'Ingen er inne ennå.',
      one: '1 er inne.',
      other: `${count} er inne.`,
    }),
  notInvitedHere: 'Du kan se økten, men bare de den er planlagt for eller invitert, kan bli med.',
  waits: 'En av underviserne slipper deg inn når du kommer.',
  comeWhenever: 'Du kan komme når som helst.',
  isIn: 'Du er inne i en annen fane eller på en annen enhet.',
  join: 'Bli med',
  locked: 'Døra er låst.',
  lockedAbout: {
    'lets-you-in': 'Du kommer inn likevel.',
    'keeps-you-out': 'Ingen nye kommer inn akkurat nå. Når den låses opp, kan du bli med herfra.',
  },
  waitOutside: 'Vent utenfor døra',
  testFirst: 'Test lyd og bilde først',
  about: 'Om økten',
  time: (date: string, from: string, to: string) => `${date}, ${from}–\u2060${to}`,
  course: (code: string, title: string) => `${code} ${title}`,
  door: {
    'not-open-yet': 'Døra er ikke åpen ennå. Den åpner et kvarter før økten begynner.',
    open: 'Døra er åpen.',
    'session-over': 'Økten er over.',
    'session-ended': 'Økten er avsluttet.',
    'session-cancelled': 'Økten er avlyst.',
  },
  agenda: 'Plan',
  noAgenda: 'Underviseren har ikke laget en plan ennå.',
  fetching: 'Henter økten',
  unknown: 'Vi finner ikke økten',
  unknownAbout: 'Økten kan være fjernet, eller den er for noen andre. Det du har lagret, er trygt.',
  couldNotFetch: 'Vi fikk ikke hentet økten',
  couldNotFetchAbout: 'Ingenting er mistet. Prøv igjen om litt.',
  tryAgain: 'Prøv igjen',
  goToNow: 'Gå til Nå',
  alsoInvited: 'Du er også invitert til',
  notInvited: 'Ingen invitasjon akkurat nå',
  notInvitedAbout:
    'Du kommer inn fra lenken i invitasjonen. Når du er invitert til en økt, står den også her.',
};

const nn: typeof nb = {
  now: 'No',
  startedAt: (time) => `starta ${time}`,
  next: 'Neste økt',
  doorOpen: 'Døra er open',
  startsAt: (when) => `byrjar ${when}`,
  dateAt: (date, time) => `${date} ${time}`,
  todayAt: (time) => `i dag ${time}`,
  leads: (name) => `${name} leier.`,
  teachers: (count, names) =>
    plural('nn', count, {
      one: `Undervisar: ${names}.`,
      other: `Undervisarar: ${names}.`,
    }),
  present: (count, begun) =>
    plural('nn', count, {
      zero: begun ? 'Ingen er inne akkurat no.' : 'Ingen er inne enno.',
      one: '1 er inne.',
      other: `${count} er inne.`,
    }),
  notInvitedHere: 'Du kan sjå økta, men berre dei ho er planlagd for eller invitert, kan bli med.',
  waits: 'Ein av undervisarane slepper deg inn når du kjem.',
  comeWhenever: 'Du kan kome når som helst.',
  isIn: 'Du er inne i ei anna fane eller på ei anna eining.',
  join: 'Bli med',
  locked: 'Døra er låst.',
  lockedAbout: {
    'lets-you-in': 'Du kjem inn likevel.',
    'keeps-you-out': 'Ingen nye kjem inn akkurat no. Når ho blir låst opp, kan du bli med herifrå.',
  },
  waitOutside: 'Vent utanfor døra',
  testFirst: 'Test lyd og bilete først',
  about: 'Om økta',
  time: (date, from, to) => `${date}, ${from}–\u2060${to}`,
  course: (code, title) => `${code} ${title}`,
  door: {
    'not-open-yet': 'Døra er ikkje open enno. Ho opnar eit kvarter før økta tek til.',
    open: 'Døra er open.',
    'session-over': 'Økta er over.',
    'session-ended': 'Økta er avslutta.',
    'session-cancelled': 'Økta er avlyst.',
  },
  agenda: 'Plan',
  noAgenda: 'Undervisaren har ikkje laga ein plan enno.',
  fetching: 'Hentar økta',
  unknown: 'Vi finn ikkje økta',
  unknownAbout: 'Økta kan vere fjerna, eller ho er for nokon andre. Det du har lagra, er trygt.',
  couldNotFetch: 'Vi fekk ikkje henta økta',
  couldNotFetchAbout: 'Ingenting er mista. Prøv igjen om litt.',
  tryAgain: 'Prøv igjen',
  goToNow: 'Gå til No',
  alsoInvited: 'Du er òg invitert til',
  notInvited: 'Ingen invitasjon akkurat no',
  notInvitedAbout:
    'Du kjem inn frå lenkja i invitasjonen. Når du er invitert til ei økt, står ho òg her.',
};

const en: typeof nb = {
  now: 'Now',
  startedAt: (time) => `started ${time}`,
  next: 'Next session',
  doorOpen: 'The door is open',
  startsAt: (when) => `begins ${when}`,
  dateAt: (date, time) => `${date} ${time}`,
  todayAt: (time) => `today ${time}`,
  leads: (name) => `${name} leads.`,
  teachers: (count, names) =>
    plural('en', count, {
      one: `Teacher: ${names}.`,
      other: `Teachers: ${names}.`,
    }),
  present: (count, begun) =>
    plural('en', count, {
      zero: begun ? 'Nobody is in just now.' : 'Nobody is in yet.',
      one: '1 is in.',
      other: `${count} are in.`,
    }),
  notInvitedHere:
    'You can see the session, but only those it is planned for, or who are invited, can join.',
  waits: 'One of the teachers lets you in when you come.',
  comeWhenever: 'You can come at any time.',
  isIn: 'You are in, in another tab or on another device.',
  join: 'Join',
  locked: 'The door is locked.',
  lockedAbout: {
    'lets-you-in': 'You come in all the same.',
    'keeps-you-out': 'Nobody new comes in just now. When it is unlocked, you can join from here.',
  },
  waitOutside: 'Wait outside the door',
  testFirst: 'Test sound and picture first',
  about: 'About the session',
  time: (date, from, to) => `${date}, ${from}–\u2060${to}`,
  course: (code, title) => `${code} ${title}`,
  door: {
    'not-open-yet':
      'The door is not open yet. It opens a quarter of an hour before the session begins.',
    open: 'The door is open.',
    'session-over': 'The session is over.',
    'session-ended': 'The session has ended.',
    'session-cancelled': 'The session is cancelled.',
  },
  agenda: 'Plan',
  noAgenda: 'The teacher has not made a plan yet.',
  fetching: 'Fetching the session',
  unknown: 'We cannot find the session',
  unknownAbout: 'It may have been removed, or it is for others. What you have saved is safe.',
  couldNotFetch: 'We could not fetch the session',
  couldNotFetchAbout: 'Nothing is lost. Try again in a while.',
  tryAgain: 'Try again',
  goToNow: 'Go to Now',
  alsoInvited: 'You are also invited to',
  notInvited: 'No invitation just now',
  notInvitedAbout:
    'You come in by the link in your invitation. A session that you are invited to stands here too.',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
