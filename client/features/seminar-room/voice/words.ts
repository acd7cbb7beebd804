import type { speakToBreakouts } from '#shared/features/seminar-room/queries.ts';
import { SPOKEN_TO_MAX } from '#shared/features/session/breakout/model.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import type { Dictionary } from '../../../platform/language.ts';

type Unspoken = Exclude<OutputOf<typeof speakToBreakouts>['status'], 'admitted'>;

const nb = {
  speak: 'Snakk til alle rom',
  speakToSome: 'Snakk til rom',
  speakTo: (rooms: string) => `Snakk til ${rooms}`,
  whichRooms: 'Hvem skal høre deg?',
  upToFour: 'Inntil fire rom om gangen.',
  allEmpty: 'Det er ingen i rommene nå.',
  opening: 'Gjør klart …',
  onAirTitle: 'På lufta.',
  onAir: (rooms: string) => `Du snakker til ${rooms}. Du hører dem ikke.`,
  stop: 'Stopp',
  offAir: 'Du snakker ikke til rommene lenger.',
  allRooms: 'alle rom',
  close: 'Lukk',
  hears: {
    toAll: (name: string) => `${name} snakker til alle rom.`,
    toSome: (name: string) => `${name} snakker til dere og andre rom.`,
    about: (name: string) => `${name} hører ikke dere.`,
    aTeacher: 'Underviseren',
  },
  problem: {
    fault: 'Det gikk ikke å nå rommene. Prøv igjen.',
    'not-joined': 'Du er ikke inne i økten. Bli med igjen først.',
    'not-split': 'Rommene er stengt.',
    unavailable: 'Lyd og bilde svarer ikke akkurat nå. Prøv igjen.',
    'no-key': 'Rommet er lukket, og du har ikke nøkkelen.',
    device: 'Mikrofonen lot seg ikke slå på. Se om nettleseren har lov til å bruke den.',
    some: (rooms: string) => `${rooms} hører deg ikke. Stopp og prøv igjen.`,
    ended: 'Linja til rommene er brutt. Ingen der hører deg nå.',
  } satisfies Record<Unspoken, string> & Record<string, unknown>,
};

const nn: typeof nb = {
  speak: 'Snakk til alle rom',
  speakToSome: 'Snakk til rom',
  speakTo: (rooms) => `Snakk til ${rooms}`,
  whichRooms: 'Kven skal høyre deg?',
  upToFour: 'Inntil fire rom om gongen.',
  allEmpty: 'Det er ingen i romma no.',
  opening: 'Gjer klart …',
  onAirTitle: 'På lufta.',
  onAir: (rooms) => `Du snakkar til ${rooms}. Du høyrer dei ikkje.`,
  stop: 'Stopp',
  offAir: 'Du snakkar ikkje til romma lenger.',
  allRooms: 'alle rom',
  close: 'Lukk',
  hears: {
    toAll: (name) => `${name} snakkar til alle rom.`,
    toSome: (name) => `${name} snakkar til dykk og andre rom.`,
    about: (name) => `${name} høyrer ikkje dykk.`,
    aTeacher: 'Undervisaren',
  },
  problem: {
    fault: 'Det gjekk ikkje å nå romma. Prøv igjen.',
    'not-joined': 'Du er ikkje inne i økta. Bli med igjen først.',
    'not-split': 'Romma er stengde.',
    unavailable: 'Lyd og bilete svarar ikkje akkurat no. Prøv igjen.',
    'no-key': 'Rommet er lukka, og du har ikkje nøkkelen.',
    device: 'Mikrofonen lét seg ikkje slå på. Sjå om nettlesaren har lov til å bruke han.',
    some: (rooms) => `${rooms} høyrer deg ikkje. Stopp og prøv igjen.`,
    ended: 'Linja til romma er broten. Ingen der høyrer deg no.',
  },
};

const en: typeof nb = {
  speak: 'Speak to all rooms',
  speakToSome: 'Speak to rooms',
  speakTo: (rooms) => `Speak to ${rooms}`,
  whichRooms: 'Who is to hear you?',
  upToFour: 'Up to four rooms at a time.',
  allEmpty: 'There is nobody in the rooms just now.',
  opening: 'Getting ready …',
  onAirTitle: 'On air.',
  onAir: (rooms) => `You are speaking to ${rooms}. You do not hear them.`,
  stop: 'Stop',
  offAir: 'You are not speaking to the rooms any more.',
  allRooms: 'all rooms',
  close: 'Close',
  hears: {
    toAll: (name) => `${name} is speaking to all rooms.`,
    toSome: (name) => `${name} is speaking to you and other rooms.`,
    about: (name) => `${name} does not hear you.`,
    aTeacher: 'The teacher',
  },
  problem: {
    fault: 'The rooms could not be reached. Try again.',
    'not-joined': 'You are not in the session. Join again first.',
    'not-split': 'The rooms are closed.',
    unavailable: 'Sound and pictures do not answer just now. Try again.',
    'no-key': 'The room is closed, and you do not have the key.',
    device: 'The microphone could not be turned on. See whether the browser may use it.',
    some: (rooms) => `${rooms} cannot hear you. Stop and try again.`,
    ended: 'The line to the rooms is broken. Nobody there hears you now.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };

/** The words say how many that is. */
SPOKEN_TO_MAX satisfies 4;
