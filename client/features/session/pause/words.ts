import type {
  choosePauseChoice,
  endPause,
  startPause,
} from '#shared/features/session/pause/commands.ts';
import type { PauseChoice } from '#shared/features/session/pause/model.ts';
import type { RefusalOf } from '#shared/wire/contract.ts';
import type { Dictionary } from '../../../platform/language.ts';

type Refusals = Readonly<
  Record<
    RefusalOf<typeof startPause> | RefusalOf<typeof endPause> | RefusalOf<typeof choosePauseChoice>,
    string
  >
>;
type Choices = Readonly<Record<PauseChoice, string>>;

const nb = {
  pause: 'Pause',
  onTile: 'pause',
  title: 'Du har pause',
  about: 'Mikrofonen og kameraet er av. De andre ser bare at du har pause.',
  stillHears: 'Du hører fortsatt det som blir sagt.',
  present: (length: string) => `Du regnes som til stede i ${length} til.`,
  notPresent: 'Pausen regnes ikke lenger som oppmøte. Bli borte så lenge du trenger.',
  placeKept: 'Plassen din i køen holdes, og du blir ikke kalt opp.',
  comeBack: 'Kom tilbake',
  choose: 'Vil du si noe til underviserne?',
  chooseAbout:
    'Du trenger ikke. Bare underviserne i økten ser det, og det slettes når pausen er over.',
  told: (names: string, choice: string) =>
    `${names} kan se «${choice}». Trykk igjen for å ta det tilbake.`,
  nobodyIn: (choice: string) =>
    `Ingen underviser er inne akkurat nå. «${choice}» står her til noen kommer.`,
  takeBack: 'Trykk igjen for å ta det tilbake.',
  /** By its sign: it is one press away on every screen. */
  cardIsThere:
    'Trenger du noen nå, finner du hvem du kan ringe under «Trenger du noen å snakke med?».',
  choices: {
    fine: 'Det går fint',
    'check-on-me': 'Se til meg',
    'want-to-talk': 'Vil snakke',
  } satisfies Choices,
  section: (count: number) => `Stille pause, ${count}`,
  nothingChosen: 'Har ikke valgt å si noe.',
  chosen: {
    fine: '«Det går fint.»',
    'check-on-me': '«Se til meg.»',
    'want-to-talk': '«Vil snakke.»',
  } satisfies Choices,
  justNow: 'Nå nettopp',
  notHere: 'Er ikke inne nå',
  isBack: 'Er tilbake fra pausen',
  writeShort: 'Skriv',
  writeTo: (name: string) => `Skriv til ${name}`,
  close: 'Lukk',
  closeTo: (name: string) => `Lukk det du skriver til ${name}`,
  choicesFailed: 'Vi fikk ikke hentet hva de har valgt. Vi prøver igjen.',
  spoken: {
    back: 'Du er tilbake. Mikrofonen og kameraet er fortsatt av.',
    /** To the teachers alone. */
    wish: (name: string, choice: string) => `${name} sier «${choice}». Se «Til deg».`,
    manyWish: (count: number) => `${count} ønsker noe av dere. Se «Til deg».`,
    untold: 'Underviserne ser det ikke lenger.',
  },
  refusals: {
    'not-joined': 'Du er ikke inne i økten. Bli med igjen først.',
    'not-on-pause': 'Pausen din er over.',
  } satisfies Refusals,
};

const nn: typeof nb = {
  pause: 'Pause',
  onTile: 'pause',
  title: 'Du har pause',
  about: 'Mikrofonen og kameraet er av. Dei andre ser berre at du har pause.',
  stillHears: 'Du høyrer framleis det som blir sagt.',
  present: (length) => `Du blir rekna som til stades i ${length} til.`,
  notPresent: 'Pausen blir ikkje lenger rekna som oppmøte. Ver borte så lenge du treng.',
  placeKept: 'Plassen din i køen blir halden, og du blir ikkje kalla opp.',
  comeBack: 'Kom tilbake',
  choose: 'Vil du seie noko til undervisarane?',
  chooseAbout:
    'Du treng ikkje. Berre undervisarane i økta ser det, og det blir sletta når pausen er over.',
  told: (names, choice) => `${names} kan sjå «${choice}». Trykk igjen for å ta det tilbake.`,
  nobodyIn: (choice) => `Ingen undervisar er inne akkurat no. «${choice}» står her til nokon kjem.`,
  takeBack: 'Trykk igjen for å ta det tilbake.',
  cardIsThere:
    'Treng du nokon no, finn du kven du kan ringje under «Treng du nokon å snakke med?».',
  choices: {
    fine: 'Det går fint',
    'check-on-me': 'Sjå til meg',
    'want-to-talk': 'Vil snakke',
  },
  section: (count) => `Stille pause, ${count}`,
  nothingChosen: 'Har ikkje valt å seie noko.',
  chosen: {
    fine: '«Det går fint.»',
    'check-on-me': '«Sjå til meg.»',
    'want-to-talk': '«Vil snakke.»',
  },
  justNow: 'No nettopp',
  notHere: 'Er ikkje inne no',
  isBack: 'Er tilbake frå pausen',
  writeShort: 'Skriv',
  writeTo: (name) => `Skriv til ${name}`,
  close: 'Lukk',
  closeTo: (name) => `Lukk det du skriv til ${name}`,
  choicesFailed: 'Vi fekk ikkje henta kva dei har valt. Vi prøver igjen.',
  spoken: {
    back: 'Du er tilbake. Mikrofonen og kameraet er framleis av.',
    wish: (name, choice) => `${name} seier «${choice}». Sjå «Til deg».`,
    manyWish: (count) => `${count} ønskjer noko av dykk. Sjå «Til deg».`,
    untold: 'Undervisarane ser det ikkje lenger.',
  },
  refusals: {
    'not-joined': 'Du er ikkje inne i økta. Bli med igjen først.',
    'not-on-pause': 'Pausen din er over.',
  },
};

const en: typeof nb = {
  pause: 'Pause',
  onTile: 'pause',
  title: 'You are on pause',
  about: 'Your microphone and camera are off. The others only see that you are on pause.',
  stillHears: 'You still hear what is said.',
  present: (length) => `You count as present for ${length} more.`,
  notPresent: 'The pause no longer counts as attendance. Stay away as long as you need.',
  placeKept: 'Your place in the queue is kept, and you are not called.',
  comeBack: 'Come back',
  choose: 'Do you want to tell the teachers something?',
  chooseAbout:
    'You need not. Only the teachers of the session see it, and it is erased when the pause is over.',
  told: (names, choice) => `${names} can see “${choice}”. Press again to take it back.`,
  nobodyIn: (choice) => `No teacher is in just now. “${choice}” stands here until somebody comes.`,
  takeBack: 'Press again to take it back.',
  cardIsThere: 'If you need somebody now, whom to call is under “Need somebody to talk to?”.',
  choices: {
    fine: 'I am fine',
    'check-on-me': 'Check on me',
    'want-to-talk': 'I want to talk',
  },
  section: (count) => `Quiet pause, ${count}`,
  nothingChosen: 'Has not chosen to say anything.',
  chosen: {
    fine: '“I am fine.”',
    'check-on-me': '“Check on me.”',
    'want-to-talk': '“I want to talk.”',
  },
  justNow: 'Just now',
  notHere: 'Is not in just now',
  isBack: 'Is back from the pause',
  writeShort: 'Write',
  writeTo: (name) => `Write to ${name}`,
  close: 'Close',
  closeTo: (name) => `Close what you write to ${name}`,
  choicesFailed: 'We could not get what they have chosen. We keep trying.',
  spoken: {
    back: 'You are back. Your microphone and camera are still off.',
    wish: (name, choice) => `${name} says “${choice}”. See “For you”.`,
    manyWish: (count) => `${count} ask something of you. See “For you”.`,
    untold: 'The teachers no longer see it.',
  },
  refusals: {
    'not-joined': 'You are not in the session. Join again first.',
    'not-on-pause': 'Your pause is over.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
