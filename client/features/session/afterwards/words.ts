import type { beginFromLast } from '#shared/features/session/afterwards/commands.ts';
import type { RefusalOf, UniversalRefusal } from '#shared/wire/contract.ts';
import { type Dictionary, plural } from '../../../platform/language.ts';
import { lengthOfTime } from '../../../platform/length-of-time.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';

type Refusals = Readonly<Record<RefusalOf<typeof beginFromLast> | UniversalRefusal, string>>;

const nb = {
  over: (when: string) => `${when}. Økten er over.`,
  length: (ms: number) => lengthOfTime('nb', ms),
  fetching: 'Henter det som ble igjen av økten',
  couldNotFetch: 'Vi fikk ikke hentet det som ble igjen av økten',
  couldNotFetchAbout: 'Ingenting er mistet. Prøv igjen om litt.',
  tryAgain: 'Prøv igjen',
  outdated: 'Ikke oppdatert.',
  outdatedAbout: 'Dette er det vi hentet sist. Vi prøver igjen av oss selv.',
  print: 'Skriv ut siden',
  printing: 'Gjør klart …',
  linesFailed: 'Vi fikk ikke hentet det som ble skrevet til underviserne',
  went: 'Slik gikk det',
  wereThere: (count: number) =>
    plural('nb', count, { zero: 'Ingen var med.', one: '1 var med.', other: `${count} var med.` }),
  planned: (time: string) => `planlagt ${time}`,
  notPlanned: 'ble tatt ut av planen',
  lasted: (length: string, planned: string) => `${length}, planlagt ${planned}`,
  end: 'Slutt',
  notReached: 'Rakk vi ikke',
  notStepped: 'Ingen gikk gjennom planen i økten. Slik var den:',
  noAgenda: 'Økten hadde ingen plan.',
  chat: 'Samtalen',
  messages: (count: number) =>
    plural('nb', count, {
      zero: 'Ingen skrev noe.',
      one: '1 melding.',
      other: `${count} meldinger.`,
    }),
  keptUntil: (date: string) => `De som var med, kan lese den til ${date}. Da slettes den for alle.`,
  chatGone: (date: string) =>
    `Samtalen ble slettet ${date}, etter regelen for emnet. Ingen kan lese den lenger.`,
  read: 'Les samtalen',
  hide: 'Skjul samtalen',
  readingChat: 'Henter samtalen',
  chatFailed: 'Vi fikk ikke hentet samtalen.',
  search: 'Søk i samtalen',
  searchNow: 'Søk',
  showAll: 'Vis alt',
  hits: (count: number) =>
    plural('nb', count, { zero: 'Ingen treff.', one: '1 treff.', other: `${count} treff.` }),
  log: 'Logg',
  not: 'Dette finnes ikke',
  nots: [
    'Opptak av lyd eller bilde',
    'Hvem som ba om saktere tempo',
    'Hvem som tok en stille pause',
  ],
  startNext: 'Start neste fra denne',
  nextReplaces: (title: string, when: string, count: number) =>
    plural('nb', count, {
      one: `${title}, ${when}, har 1 punkt i planen. Det blir byttet ut.`,
      other: `${title}, ${when}, har ${count} punkter i planen. De blir byttet ut.`,
    }),
  replace: 'Bytt ut planen',
  cancel: 'La den stå',
  nextReady: (title: string, when: string) => `${title}, ${when}, begynner fra denne.`,
  notesCame: 'Det som står om økten, ble med.',
  seeNext: 'Se neste økt',
  noNext: 'Ingen neste økt er planlagt for dere ennå.',
  starting: 'Starter neste …',
  offline: 'Du er uten nett. Ingenting er endret. Prøv igjen når du er på nett.',
  takeBack: 'Angre',
  takenBack: (title: string) => `Planen for ${title} står som før.`,
  notReachedThen: (titles: string) => `Dette rakk dere ikke: ${titles}.`,
  begunFrom: 'Planen begynner fra',
  refusals: {
    ...refusalWords.nb,
    'agenda-changed': 'Noen andre har endret planen for neste økt. Se på den først.',
    'agenda-begun': 'Neste økt er i gang. Planen blir ikke byttet ut.',
    'not-the-last': 'En annen økt har kommet imellom. Last siden på nytt.',
    'session-over': 'Den økten er over.',
  } satisfies Refusals as Refusals,
};

const nn: typeof nb = {
  over: (when) => `${when}. Økta er over.`,
  length: (ms) => lengthOfTime('nn', ms),
  fetching: 'Hentar det som blei igjen av økta',
  couldNotFetch: 'Vi fekk ikkje henta det som blei igjen av økta',
  couldNotFetchAbout: 'Ingenting er mista. Prøv igjen om litt.',
  tryAgain: 'Prøv igjen',
  outdated: 'Ikkje oppdatert.',
  outdatedAbout: 'Dette er det vi henta sist. Vi prøver igjen av oss sjølve.',
  print: 'Skriv ut siden',
  printing: 'Gjer klart …',
  linesFailed: 'Vi fekk ikkje henta det som blei skrive til undervisarane',
  went: 'Slik gjekk det',
  wereThere: (count) =>
    plural('nn', count, { zero: 'Ingen var med.', one: '1 var med.', other: `${count} var med.` }),
  planned: (time) => `planlagt ${time}`,
  notPlanned: 'blei teke ut av planen',
  lasted: (length, planned) => `${length}, planlagt ${planned}`,
  end: 'Slutt',
  notReached: 'Rakk vi ikkje',
  notStepped: 'Ingen gjekk gjennom planen i økta. Slik var han:',
  noAgenda: 'Økta hadde ingen plan.',
  chat: 'Samtalen',
  messages: (count) =>
    plural('nn', count, {
      zero: 'Ingen skreiv noko.',
      one: '1 melding.',
      other: `${count} meldingar.`,
    }),
  keptUntil: (date) => `Dei som var med, kan lese han til ${date}. Då blir han sletta for alle.`,
  chatGone: (date) =>
    `Samtalen blei sletta ${date}, etter regelen for emnet. Ingen kan lese han lenger.`,
  read: 'Les samtalen',
  hide: 'Gøym samtalen',
  readingChat: 'Hentar samtalen',
  chatFailed: 'Vi fekk ikkje henta samtalen.',
  search: 'Søk i samtalen',
  searchNow: 'Søk',
  showAll: 'Vis alt',
  hits: (count) =>
    plural('nn', count, { zero: 'Ingen treff.', one: '1 treff.', other: `${count} treff.` }),
  log: 'Logg',
  not: 'Dette finst ikkje',
  nots: [
    'Opptak av lyd eller bilete',
    'Kven som bad om saktare tempo',
    'Kven som tok ein stille pause',
  ],
  startNext: 'Start neste frå denne',
  nextReplaces: (title, when, count) =>
    plural('nn', count, {
      one: `${title}, ${when}, har 1 punkt i planen. Det blir bytt ut.`,
      other: `${title}, ${when}, har ${count} punkt i planen. Dei blir bytte ut.`,
    }),
  replace: 'Byt ut planen',
  cancel: 'La han stå',
  nextReady: (title, when) => `${title}, ${when}, byrjar frå denne.`,
  notesCame: 'Det som står om økta, blei med.',
  seeNext: 'Sjå neste økt',
  noNext: 'Inga neste økt er planlagd for dykk enno.',
  starting: 'Startar neste …',
  offline: 'Du er utan nett. Ingenting er endra. Prøv igjen når du er på nett.',
  takeBack: 'Angre',
  takenBack: (title) => `Planen for ${title} står som før.`,
  notReachedThen: (titles) => `Dette rakk de ikkje: ${titles}.`,
  begunFrom: 'Planen byrjar frå',
  refusals: {
    ...refusalWords.nn,
    'agenda-changed': 'Nokon andre har endra planen for neste økt. Sjå på han først.',
    'agenda-begun': 'Neste økt er i gang. Planen blir ikkje bytt ut.',
    'not-the-last': 'Ei anna økt har kome imellom. Last sida på nytt.',
    'session-over': 'Den økta er over.',
  } satisfies Refusals as Refusals,
};

const en: typeof nb = {
  over: (when) => `${when}. The session is over.`,
  length: (ms) => lengthOfTime('en', ms),
  fetching: 'Fetching what is left of the session',
  couldNotFetch: 'We could not fetch what is left of the session',
  couldNotFetchAbout: 'Nothing is lost. Try again in a while.',
  tryAgain: 'Try again',
  outdated: 'Not up to date.',
  outdatedAbout: 'This is what we fetched last. We try again by ourselves.',
  print: 'Print the page',
  printing: 'Getting ready …',
  linesFailed: 'We could not fetch what was written to the teachers',
  went: 'How it went',
  wereThere: (count) =>
    plural('en', count, {
      zero: 'Nobody was there.',
      one: '1 was there.',
      other: `${count} were there.`,
    }),
  planned: (time) => `planned ${time}`,
  notPlanned: 'was taken out of the plan',
  lasted: (length, planned) => `${length}, planned ${planned}`,
  end: 'End',
  notReached: 'Not reached',
  notStepped: 'Nobody went through the plan in the session. This is how it was:',
  noAgenda: 'The session had no plan.',
  chat: 'The chat',
  messages: (count) =>
    plural('en', count, {
      zero: 'Nobody wrote anything.',
      one: '1 message.',
      other: `${count} messages.`,
    }),
  keptUntil: (date) =>
    `Those who were there can read it until ${date}. Then it is erased for everybody.`,
  chatGone: (date) =>
    `The chat was erased on ${date}, by the rule of the course. Nobody can read it any more.`,
  read: 'Read the chat',
  hide: 'Hide the chat',
  readingChat: 'Fetching the chat',
  chatFailed: 'We could not fetch the chat.',
  search: 'Search the chat',
  searchNow: 'Search',
  showAll: 'Show all',
  hits: (count) =>
    plural('en', count, { zero: 'No hits.', one: '1 hit.', other: `${count} hits.` }),
  log: 'Log',
  not: 'This does not exist',
  nots: [
    'A recording of sound or picture',
    'Who asked for a slower pace',
    'Who took a quiet pause',
  ],
  startNext: 'Start the next from this',
  nextReplaces: (title, when, count) =>
    plural('en', count, {
      one: `${title}, ${when}, has 1 item in its plan. It will be replaced.`,
      other: `${title}, ${when}, has ${count} items in its plan. They will be replaced.`,
    }),
  replace: 'Replace the plan',
  cancel: 'Leave it',
  nextReady: (title, when) => `${title}, ${when}, begins from this one.`,
  notesCame: 'What is said about the session came along.',
  seeNext: 'See the next session',
  noNext: 'No next session is planned for you yet.',
  starting: 'Starting the next …',
  offline: 'You are offline. Nothing has changed. Try again when you are online.',
  takeBack: 'Undo',
  takenBack: (title) => `The plan for ${title} is as it was.`,
  notReachedThen: (titles) => `Not reached then: ${titles}.`,
  begunFrom: 'The plan begins from',
  refusals: {
    ...refusalWords.en,
    'agenda-changed': 'Somebody else has changed the plan of the next session. Look at it first.',
    'agenda-begun': 'The next session has begun. Its plan is not replaced.',
    'not-the-last': 'Another session has come between. Load the page again.',
    'session-over': 'That session is over.',
  } satisfies Refusals as Refusals,
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
