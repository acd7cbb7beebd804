import { type Dictionary, plural } from '../../../../platform/language.ts';
import type { DeviceTrouble } from '../../../../platform/media-line.ts';
import { refusalWords } from '../../../../platform/refusal-words.ts';
import type { WhyNotGiven } from './voice-note-store.ts';

type Words = {
  readonly start: string;
  readonly asking: string;
  readonly recording: string;
  readonly most: string;
  readonly about: string;
  readonly roomIsQuiet: string;
  readonly soonFull: string;
  readonly stop: string;
  readonly elapsed: (seconds: number) => string;
  readonly recorded: string;
  readonly endedBy: Readonly<Record<'full' | 'lost', string>>;
  readonly own: (seconds: number) => string;
  readonly share: string;
  readonly shareLater: string;
  readonly anew: string;
  readonly tryAgain: string;
  readonly drop: string;
  readonly back: string;
  readonly sending: (percent: number) => string;
  readonly waits: string;
  readonly keep: string;
  readonly from: (name: string, seconds: number) => string;
  readonly mine: (seconds: number) => string;
  readonly isNew: (count: number) => string;
  readonly toNew: string;
  readonly given: (name: string, seconds: number) => string;
  readonly play: string;
  readonly pause: string;
  readonly place: string;
  readonly placeOf: (at: number, seconds: number) => string;
  readonly speed: string;
  readonly speedOf: (rate: number) => string;
  readonly cannotPlay: string;
  readonly noMicrophone: Readonly<Record<DeviceTrouble, string>>;
  readonly whyNot: Readonly<Record<WhyNotGiven, string>>;
};

/** "1 minutt og 5 sekunder". */
const lengthIn =
  (
    language: 'nb' | 'nn' | 'en',
    minute: readonly [string, string],
    second: readonly [string, string],
    and: string,
  ) =>
  (all: number): string => {
    const counted = (count: number, [one, other]: readonly [string, string]) =>
      plural(language, count, { one: `1 ${one}`, other: `${count} ${other}` });
    const [minutes, seconds] = [Math.floor(all / 60), all % 60];
    return [
      minutes > 0 && counted(minutes, minute),
      (seconds > 0 || minutes === 0) && counted(seconds, second),
    ]
      .filter(Boolean)
      .join(` ${and} `);
  };

const decimal = (rate: number) => String(rate).replace('.', ',');

const inNb = lengthIn('nb', ['minutt', 'minutter'], ['sekund', 'sekunder'], 'og');
const nb: Words = {
  start: 'Si det som lydmelding',
  asking: 'Nettleseren spør om den får bruke mikrofonen. Si ja der for å ta opp.',
  recording: 'Du tar opp deg selv',
  most: 'Inntil tre minutter.',
  about:
    'Ingen hører det før du deler. Opptaket ligger bare i dette vinduet, og er borte om du lukker det eller laster siden på nytt.',
  roomIsQuiet:
    'Mikrofonen din i rommet er slått av, så ingen hører deg to ganger. Du slår den på igjen selv.',
  soonFull: 'Et halvt minutt igjen',
  stop: 'Stopp opptaket',
  elapsed: (seconds) => `${inNb(seconds)} tatt opp`,
  recorded: 'Opptaket ditt',
  endedBy: {
    full: 'Opptaket stoppet: lengre kan en lydmelding ikke være.',
    lost: 'Mikrofonen ble borte. Det du rakk å si, er her.',
  },
  own: (seconds) => `Opptaket ditt, ${inNb(seconds)}`,
  share: 'Del med ringen',
  shareLater: 'Opptaket ligger her. Du kan dele det når du har ordet.',
  anew: 'Ta opp på nytt',
  tryAgain: 'Prøv igjen',
  drop: 'Kast opptaket',
  back: 'Tilbake',
  sending: (percent) => `Sender: ${percent} prosent`,
  waits: 'Vi får ikke sendt akkurat nå. Resten går av seg selv så snart det går igjen.',
  keep: 'Ikke send likevel',
  from: (name, seconds) => `Lydmelding fra ${name}, ${inNb(seconds)}`,
  mine: (seconds) => `Lydmeldingen din, ${inNb(seconds)}`,
  isNew: (count) =>
    plural('nb', count, { one: 'Ny lydmelding', other: `${count} nye lydmeldinger` }),
  toNew: 'Gå til',
  given: (name, seconds) => `${name} har delt en lydmelding, ${inNb(seconds)}.`,
  play: 'Spill av',
  pause: 'Stans',
  place: 'Sted i lydmeldingen',
  placeOf: (at, seconds) => `${inNb(at)} av ${inNb(seconds)}`,
  speed: 'Fart',
  speedOf: (rate) => `${decimal(rate)}×`,
  cannotPlay:
    'Denne nettleseren får ikke spilt av lydmeldingen. Prøv igjen, eller bruk en annen nettleser.',
  noMicrophone: {
    denied:
      'Nettleseren slipper oss ikke til mikrofonen. Trykk på tegnet foran nettadressen, tillat mikrofonen for denne siden, og prøv igjen.',
    missing: 'Vi finner ingen mikrofon. Koble til en, og prøv igjen.',
    busy: 'Et annet program bruker mikrofonen. Lukk det, og prøv igjen.',
    locked: 'Mikrofonen er stengt akkurat nå.',
    other: 'Vi fikk ikke tatt opp. Prøv igjen, eller skriv i stedet.',
  },
  whyNot: {
    ...refusalWords.nb,
    'not-joined': 'Du er ikke inne i økten. Bli med igjen først.',
    'no-round': 'Runden er over.',
    'not-your-turn': 'Ordet har gått videre.',
    'parts-missing': 'Noe av opptaket kom ikke fram. Prøv å dele det en gang til.',
    'bad-part': 'Opptaket kom ikke helt fram. Ta det opp på nytt.',
    empty: 'Det er ingen lyd i opptaket. Ta det opp på nytt.',
    'too-long': 'Opptaket er for langt. Ta opp et som er under tre minutter.',
    cut: 'Opptaket mangler slutten. Ta det opp på nytt.',
    'not-a-voice-note':
      'Dette kan vi ikke lese som en lydmelding. Ta opp på nytt, eller skriv i stedet.',
  },
};

const inNn = lengthIn('nn', ['minutt', 'minutt'], ['sekund', 'sekund'], 'og');
const nn: Words = {
  start: 'Sei det som lydmelding',
  asking: 'Nettlesaren spør om han får bruke mikrofonen. Sei ja der for å ta opp.',
  recording: 'Du tek opp deg sjølv',
  most: 'Inntil tre minutt.',
  about:
    'Ingen høyrer det før du deler. Opptaket ligg berre i dette vindauget, og er borte om du lukkar det eller lastar sida på nytt.',
  roomIsQuiet:
    'Mikrofonen din i rommet er slått av, så ingen høyrer deg to gonger. Du slår han på igjen sjølv.',
  soonFull: 'Eit halvt minutt att',
  stop: 'Stopp opptaket',
  elapsed: (seconds) => `${inNn(seconds)} teke opp`,
  recorded: 'Opptaket ditt',
  endedBy: {
    full: 'Opptaket stoppa: lengre kan ei lydmelding ikkje vere.',
    lost: 'Mikrofonen vart borte. Det du rakk å seie, er her.',
  },
  own: (seconds) => `Opptaket ditt, ${inNn(seconds)}`,
  share: 'Del med ringen',
  shareLater: 'Opptaket ligg her. Du kan dele det når du har ordet.',
  anew: 'Ta opp på nytt',
  tryAgain: 'Prøv igjen',
  drop: 'Kast opptaket',
  back: 'Tilbake',
  sending: (percent) => `Sender: ${percent} prosent`,
  waits: 'Vi får ikkje sendt akkurat no. Resten går av seg sjølv så snart det går igjen.',
  keep: 'Ikkje send likevel',
  from: (name, seconds) => `Lydmelding frå ${name}, ${inNn(seconds)}`,
  mine: (seconds) => `Lydmeldinga di, ${inNn(seconds)}`,
  isNew: (count) =>
    plural('nn', count, { one: 'Ny lydmelding', other: `${count} nye lydmeldingar` }),
  toNew: 'Gå til',
  given: (name, seconds) => `${name} har delt ei lydmelding, ${inNn(seconds)}.`,
  play: 'Spel av',
  pause: 'Stans',
  place: 'Stad i lydmeldinga',
  placeOf: (at, seconds) => `${inNn(at)} av ${inNn(seconds)}`,
  speed: 'Fart',
  speedOf: (rate) => `${decimal(rate)}×`,
  cannotPlay:
    'Denne nettlesaren får ikkje spelt av lydmeldinga. Prøv igjen, eller bruk ein annan nettlesar.',
  noMicrophone: {
    denied:
      'Nettlesaren slepper oss ikkje til mikrofonen. Trykk på teiknet framfor nettadressa, tillat mikrofonen for denne sida, og prøv igjen.',
    missing: 'Vi finn ingen mikrofon. Kople til ein, og prøv igjen.',
    busy: 'Eit anna program bruker mikrofonen. Lukk det, og prøv igjen.',
    locked: 'Mikrofonen er stengd akkurat no.',
    other: 'Vi fekk ikkje teke opp. Prøv igjen, eller skriv i staden.',
  },
  whyNot: {
    ...refusalWords.nn,
    'not-joined': 'Du er ikkje inne i økta. Bli med igjen først.',
    'no-round': 'Runden er over.',
    'not-your-turn': 'Ordet har gått vidare.',
    'parts-missing': 'Noko av opptaket kom ikkje fram. Prøv å dele det ein gong til.',
    'bad-part': 'Opptaket kom ikkje heilt fram. Ta det opp på nytt.',
    empty: 'Det er ingen lyd i opptaket. Ta det opp på nytt.',
    'too-long': 'Opptaket er for langt. Ta opp eit som er under tre minutt.',
    cut: 'Opptaket manglar slutten. Ta det opp på nytt.',
    'not-a-voice-note':
      'Dette kan vi ikkje lese som ei lydmelding. Ta opp på nytt, eller skriv i staden.',
  },
};

const inEn = lengthIn('en', ['minute', 'minutes'], ['second', 'seconds'], 'and');
const en: Words = {
  start: 'Say it as a voice note',
  asking: 'The browser asks whether it may use the microphone. Say yes there to record.',
  recording: 'You are recording yourself',
  most: 'Up to three minutes.',
  about:
    'Nobody hears it until you share it. It lies in this window alone, and is gone if you close it or load the page anew.',
  roomIsQuiet:
    'Your microphone in the room is off, so that nobody hears you twice. You turn it on again yourself.',
  soonFull: 'Half a minute left',
  stop: 'Stop recording',
  elapsed: (seconds) => `${inEn(seconds)} recorded`,
  recorded: 'Your recording',
  endedBy: {
    full: 'The recording stopped: a voice note can be no longer.',
    lost: 'The microphone was gone. What you had said by then is here.',
  },
  own: (seconds) => `Your recording, ${inEn(seconds)}`,
  share: 'Share with the circle',
  shareLater: 'The recording is here. You can share it when you have the word.',
  anew: 'Record again',
  tryAgain: 'Try again',
  drop: 'Throw it away',
  back: 'Back',
  sending: (percent) => `Sending: ${percent} per cent`,
  waits: 'We cannot send just now. The rest goes by itself as soon as it can.',
  keep: 'Do not send it after all',
  from: (name, seconds) => `Voice note from ${name}, ${inEn(seconds)}`,
  mine: (seconds) => `Your voice note, ${inEn(seconds)}`,
  isNew: (count) =>
    plural('en', count, { one: 'New voice note', other: `${count} new voice notes` }),
  toNew: 'Go there',
  given: (name, seconds) => `${name} has shared a voice note, ${inEn(seconds)}.`,
  play: 'Play',
  pause: 'Stop',
  place: 'Place in the voice note',
  placeOf: (at, seconds) => `${inEn(at)} of ${inEn(seconds)}`,
  speed: 'Speed',
  speedOf: (rate) => `${rate}×`,
  cannotPlay: 'This browser cannot play the voice note. Try again, or use another browser.',
  noMicrophone: {
    denied:
      'The browser does not let us use the microphone. Press the sign before the address, allow the microphone for this page, and try again.',
    missing: 'We find no microphone. Connect one, and try again.',
    busy: 'Another program uses the microphone. Close it, and try again.',
    locked: 'The microphone is closed just now.',
    other: 'We could not record. Try again, or write instead.',
  },
  whyNot: {
    ...refusalWords.en,
    'not-joined': 'You are not in the session. Join again first.',
    'no-round': 'The round is over.',
    'not-your-turn': 'The word has gone on.',
    'parts-missing': 'Some of the recording did not arrive. Try to share it once more.',
    'bad-part': 'The recording did not arrive whole. Record it again.',
    empty: 'There is no sound in the recording. Record it again.',
    'too-long': 'The recording is too long. Record one that is shorter than three minutes.',
    cut: 'The end of the recording is missing. Record it again.',
    'not-a-voice-note': 'We cannot read this as a voice note. Record it again, or write instead.',
  },
};

export const words: Dictionary<Words> = { nb, nn, en };
